import Commerce
import Database
import Foundation
import Inventory
import Measures
import TestSupport
import Testing

/// Goods on the way: ordered once, however often the button is tapped, and awaited until they come.
struct OrderedGoodsTests {
  private static let now = Date(timeIntervalSince1970: 1_795_237_200)
  private static let today = Day(number: 20_778)
  private static let migrations = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Migrations").path
  private let author = Author(inboxID: nil, member: nil, day: today)

  private func withBooks(_ body: @Sendable (Books, Int64) async throws -> Void) async throws {
    try await withDatabase(migratedFrom: Self.migrations) { postgres in
      let shop = try await postgres.query(
        "insert into shops (name, created_at) values ('Test', \(Self.now)) returning shop_id"
      ).only().decode(ShopID.self)
      let item = try await postgres.query(
        "insert into items (shop_id, name, unit, created_at) values (\(shop), 'Sugar', 'kg', \(Self.now)) returning item_id"
      ).only().decode(Int64.self)
      try await postgres.books(of: shop, at: Self.now) { try await body($0, item) }
    }
  }

  private func line(_ item: Int64, _ quantity: Int64, days: Int = 6) -> OrderedLine {
    OrderedLine(item: item, quantity: Quantity(quantity), awaitedUntil: Self.today.adding(days))
  }

  @Test func `a button that is tapped again orders nothing more`() async throws {
    try await withBooks { books, sugar in
      let known = try await books.newestOrder()
      let first = try await books.noteOrder([line(sugar, 50)], from: nil, advisedAfter: known, by: author)
      let again = try await books.noteOrder([line(sugar, 50)], from: nil, advisedAfter: known, by: author)
      #expect(first != nil && again == nil)
      let newest = try await books.newestOrder()
      let coming = try await books.onTheWay([sugar], upTo: newest, on: Self.today)[sugar]
      #expect(coming?.quantity == Quantity(50) && coming?.orderedOn == Self.today)
      #expect(try await books.onTheWay([sugar], upTo: known, on: Self.today).isEmpty, "what was advised stays so")
    }
  }

  @Test func `an order that was taken back may be made again`() async throws {
    try await withBooks { books, sugar in
      let group = try #require(
        try await books.noteOrder([line(sugar, 50)], from: nil, advisedAfter: 0, by: author))
      _ = try await books.openGroup(group.kind, by: author, reversing: group.id)
      #expect(try await books.onTheWay([sugar], upTo: try await books.newestOrder(), on: Self.today).isEmpty)
      #expect(try await books.noteOrder([line(sugar, 50)], from: nil, advisedAfter: 0, by: author) != nil)
    }
  }

  @Test func `nobody waits after the last day`() async throws {
    try await withBooks { books, sugar in
      _ = try await books.noteOrder([line(sugar, 50, days: 6)], from: nil, advisedAfter: 0, by: author)
      let newest = try await books.newestOrder()
      #expect(try await books.onTheWay([sugar], upTo: newest, on: Self.today.adding(6)).count == 1)
      #expect(try await books.onTheWay([sugar], upTo: newest, on: Self.today.adding(7)).isEmpty)
    }
  }
}
