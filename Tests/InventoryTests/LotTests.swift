import Database
import Foundation
import Inventory
import Measures
import TestSupport
import Testing

/// How much of a delivery may still be on the shelf, when nobody says from which one he sells.
struct LotTests {
  private static let now = Date(timeIntervalSince1970: 1_795_237_200)
  private static let migrations = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Migrations").path
  private static let today = Day(number: 20_778)
  private let author = Author(inboxID: nil, member: nil, day: LotTests.today)

  private func withItem(_ body: @Sendable (Books, Int64) async throws -> Void) async throws {
    try await withDatabase(migratedFrom: Self.migrations) { postgres in
      let shop = try await postgres.query(
        "insert into shops (name, created_at) values ('Test', \(Self.now)) returning shop_id"
      ).only().decode(ShopID.self)
      try await postgres.books(of: shop, at: Self.now) { books in
        let group = try await books.openGroup(.item, by: author)
        try await body(books, try await books.createItem("Milk", unit: .packet, in: group))
      }
    }
  }

  /// - Parameter days: until it expires; nil for goods without a date.
  @discardableResult
  private func take(_ quantity: Int64, of item: Int64, days: Int?, in books: Books) async throws -> EntryGroup {
    let group = try await books.openGroup(.stockIn, by: author)
    try await books.move(
      Movement(item: item, kind: .purchase, quantity: Quantity(quantity)), in: group, by: author)
    if let days {
      try await books.noteLot(
        of: item, Quantity(quantity), expiresOn: Self.today.adding(days), batch: nil, in: group)
    }
    return group
  }

  private func sell(_ quantity: Int64, of item: Int64, in books: Books) async throws {
    let group = try await books.openGroup(.stockOut, by: author)
    try await books.move(
      Movement(item: item, kind: .reduction, quantity: -Quantity(quantity)), in: group, by: author)
  }

  private func left(_ books: Books) async throws -> [Int: Quantity] {
    let lots = try await books.expiringLots(max: 100)
    return Dictionary(uniqueKeysWithValues: lots.map { ($0.expiresOn.number - Self.today.number, $0.atMost) })
  }

  @Test func `what expires first is taken to be sold first`() async throws {
    try await withItem { books, item in
      try await take(10, of: item, days: 20, in: books)
      try await take(10, of: item, days: 5, in: books)
      #expect(try await left(books) == [5: Quantity(10), 20: Quantity(10)])
      try await sell(4, of: item, in: books)
      #expect(try await left(books) == [5: Quantity(6), 20: Quantity(10)])
      try await sell(9, of: item, in: books)
      #expect(try await left(books) == [20: Quantity(7)])
      try await sell(8, of: item, in: books)
      #expect(try await left(books) == [:])
    }
  }

  @Test func `goods without a date never make it more than came`() async throws {
    try await withItem { books, item in
      try await take(10, of: item, days: 5, in: books)
      try await take(50, of: item, days: nil, in: books)
      #expect(try await left(books) == [5: Quantity(10)])
    }
  }

  @Test func `a delivery that was taken back expires no more`() async throws {
    try await withItem { books, item in
      try await take(10, of: item, days: 5, in: books)
      let group = try await take(10, of: item, days: 5, in: books)
      #expect(try await left(books) == [5: Quantity(20)])
      let reversal = try await books.openGroup(.stockIn, by: author, reversing: group.id)
      _ = try await books.reverseMovements(of: group, in: reversal, by: author)
      try await books.reverseLots(of: group, in: reversal)
      #expect(try await left(books) == [5: Quantity(10)])
    }
  }
}
