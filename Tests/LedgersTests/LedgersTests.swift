import Commerce
import Database
import Foundation
import Inventory
import Measures
import TestSupport
import Testing

@testable import Ledgers

/// A short run of `make ledgers`, and that its judge can say no.
@Suite(.timeLimit(.minutes(5)))
struct LedgersTests {
  private static let migrations = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Migrations")

  private func withBooks(_ body: @Sendable (_ owner: Postgres, _ application: Postgres) async throws -> Void)
    async throws
  {
    try await withDatabase(migratedFrom: Self.migrations.path) { owner in
      let name = try await owner.query("select current_database()::text").only().decode(String.self)
      let application = Postgres(
        .patient(url: try await testCluster().url(database: name) + "&options=-c%20role%3Dretailmind_app"))
      let result: Result<Void, any Error>
      do { result = .success(try await body(owner, application)) } catch { result = .failure(error) }
      await application.close(graceSeconds: 1)
      try result.get()
    }
  }

  @Test(arguments: [UInt64(1), 20_260_821])
  func `after thousands of random entries and undos the books show the sum of what stands`(_ seed: UInt64) async throws
  {
    try await withBooks { owner, application in
      let trial = LedgerTrial(seed: seed, operations: 2_000, operationsPerTransaction: 50, operationsPerComparison: 250)
      let outcome = try await trial.run(owner: owner, application: application)
      #expect(outcome.operations == 2_000 && outcome.refusals > 0)
    }
  }

  @Test func `a lost paisa is seen`() async throws {
    try await withBooks { owner, application in
      let shop = try await LittleShop.open("Shop", in: owner, at: Date(timeIntervalSince1970: 0))
      try await application.books(of: shop.id, at: Date(timeIntervalSince1970: 0)) { books in
        let shelf = try await Shelf.open(in: books)
        var clerk = Clerk(seed: 7, shelf: shelf, shadow: ShadowBooks(try await Shown(books)))
        for _ in 0..<100 { try await clerk.operate(in: books) }
        #expect(try await Shown(books).differences(from: clerk.shadow) == [])
        try await books.execute(
          """
          update credit_balances set balance = balance - 1
          where customer_id = (select min(customer_id) from credit_balances)
          """)
        #expect(try await Shown(books).differences(from: clerk.shadow).count == 1)
      }
    }
  }
}
