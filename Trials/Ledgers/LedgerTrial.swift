import Database
import Foundation
import TestSupport

/// So many random operations in the books of several shops at once, each beside sums that are kept in memory.
struct LedgerTrial: Sendable {
  let seed: UInt64
  let operations: Int
  /// Shops that write at the same time.
  var shops = 2
  /// Messages of one transaction: a commit each would prove nothing more.
  var operationsPerTransaction = 100
  /// After so many, everything that is shown is compared.
  var operationsPerComparison = 25_000
  var say: @Sendable (String) -> Void = { _ in }

  private static let start = Date(timeIntervalSince1970: 1_790_000_000)

  struct Outcome: Sendable {
    var operations = 0
    var refusals = 0
  }

  /// - Parameters:
  ///   - owner: who owns the tables.
  ///   - application: the server's role, held to its row-level security.
  func run(owner: Postgres, application: Postgres) async throws -> Outcome {
    let outcome = try await withThrowingTaskGroup(of: Outcome.self) { lanes in
      for number in 1...shops {
        let shop = try await LittleShop.open("Shop \(number)", number: number, in: owner, at: Self.start)
        lanes.addTask { try await run(number, shop.id, in: application) }
      }
      return try await lanes.reduce(into: Outcome()) { sum, lane in
        sum.operations += lane.operations
        sum.refusals += lane.refusals
      }
    }
    try await audit(owner)
    return outcome
  }

  private func run(_ number: Int, _ shop: ShopID, in database: Postgres) async throws -> Outcome {
    var clerk = try await database.books(of: shop, at: Self.start) { books in
      let shelf = try await Shelf.open(in: books)
      return Clerk(seed: seed &+ UInt64(number), shelf: shelf, shadow: ShadowBooks(try await Shown(books)))
    }
    var done = 0
    while done < operations / shops {
      let next = min(operationsPerTransaction, operations / shops - done)
      // A shop has one writer here, so nothing makes PostgreSQL begin a transaction anew; if it did, the sums would tell.
      try await database.books(of: shop, at: Self.start.addingTimeInterval(Double(done))) { books in
        for _ in 0..<next { try await clerk.operate(in: books) }
      }
      done += next
      if done % operationsPerComparison < next || done == operations / shops {
        try await compare(clerk, of: shop, in: database)
        say("shop \(number): \(done) operations, \(clerk.refusals) refusals, all as summed")
      }
    }
    return Outcome(operations: done, refusals: clerk.refusals)
  }

  private func shown(of shop: ShopID, in database: Postgres) async throws -> Shown {
    try await database.books(of: shop, at: Self.start) { try await Shown($0) }
  }

  private func compare(_ clerk: Clerk, of shop: ShopID, in database: Postgres) async throws {
    let differences = try await shown(of: shop, in: database).differences(from: clerk.shadow)
    guard differences.isEmpty else { throw Difference(differences.joined(separator: "\n")) }
  }

  /// The sum of entries equals what is shown.
  private func audit(_ owner: Postgres) async throws {
    let faults = try await owner.query(
      "select concat_ws(' ', shop_id, book, of_id, shown, entries) from audit_books() limit 8"
    ).map { try $0.decode(String.self) }
    guard faults.isEmpty else { throw Difference(faults.joined(separator: "\n")) }
  }
}
