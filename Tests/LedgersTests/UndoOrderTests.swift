import Commerce
import Database
import Foundation
import Inventory
import Measures
import TestSupport
import Testing

/// Messages are taken back in any order: what is shown is the last word of those that still stand.
struct UndoOrderTests {
  private static let now = Date(timeIntervalSince1970: 1_795_237_200)
  private static let migrations = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Migrations").path
  private static let author = Author(inboxID: nil, member: nil, day: Day(number: 20_778))

  /// Writes 10, then 12, 14 and 16 of something, and takes some of the last three back.
  private static func shown(
    after undone: [Int], _ kind: EntryGroup.Kind,
    write: @Sendable (Books, Item, Int64, EntryGroup) async throws -> Void,
    read: @Sendable (Books, Int64) async throws -> Int64?
  ) async throws -> Int64? {
    try await withDatabase(migratedFrom: migrations) { postgres in
      let shop = try await postgres.query(
        "insert into shops (name, created_at) values ('Test', \(now)) returning shop_id"
      ).only().decode(ShopID.self)
      return try await postgres.books(of: shop, at: now) { books in
        let id = try await books.createItem("Milk", unit: .packet, in: try await books.openGroup(.item, by: author))
        var groups: [EntryGroup] = []
        for value: Int64 in [10, 12, 14, 16] {
          let item = try #require(try await books.item(id))
          groups.append(try await books.openGroup(kind, by: author))
          try await write(books, item, value, groups[groups.count - 1])
        }
        for index in undone { _ = try await books.reverse(groups[index], by: author) }
        return try await read(books, id)
      }
    }
  }

  private static let orders: [(undone: [Int], shown: Int64?)] = [
    ([3], 14), ([3, 2], 12), ([2, 3], 12), ([1, 3, 2], 10), ([1], 16), ([3, 2, 1, 0], nil), ([0, 1, 2, 3], nil),
  ]

  @Test(arguments: orders)
  func `a price is the last that still stands`(undone: [Int], expected: Int64?) async throws {
    let shown = try await Self.shown(after: undone, .price) { books, item, value, group in
      try await books.writePrice(of: item.id, .sale, Money(paise: value), in: group, by: Self.author)
    } read: { books, item in
      try await books.priceTag(of: item).sale?.paise
    }
    #expect(shown == expected)
  }

  @Test(arguments: orders)
  func `an alert level is the last that still stands`(undone: [Int], expected: Int64?) async throws {
    let shown = try await Self.shown(after: undone, .threshold) { books, item, value, group in
      try await books.setThreshold(of: item, to: Quantity(value), in: group)
    } read: { books, item in
      try await books.item(item)?.threshold.map { $0.thousandths / 1_000 }
    }
    #expect(shown == expected)
  }

  @Test(arguments: orders)
  func `a detail is the last that still stands`(undone: [Int], expected: Int64?) async throws {
    let shown = try await Self.shown(after: undone, .itemDetail) { books, item, value, group in
      try await books.note(.hsn, String(value), of: item.id, in: group)
    } read: { books, item in
      try await books.query("select hsn from items where item_id = \(item)").only().decode(String?.self)
        .flatMap { Int64($0) }
    }
    #expect(shown == expected)
  }

  /// A name is a step from one to the next: what was renamed once more is not taken back from under it.
  @Test(
    arguments: [
      ([3], 14), ([3, 2], 12), ([2, 3], 14), ([2, 3, 2], 12), ([1, 3, 2], 12), ([1], 16), ([3, 2, 1, 0], nil),
      ([0, 1, 2, 3], 14),
    ] as [([Int], Int64?)])
  func `a name is that of the last renaming that still stands`(undone: [Int], expected: Int64?) async throws {
    let shown = try await Self.shown(after: undone, .itemChange) { books, item, value, group in
      try await books.rename(item, to: String(value), in: group)
    } read: { books, item in
      try await books.item(item).flatMap { Int64($0.name) }
    }
    #expect(shown == expected)
  }

  /// Of two packets one barcode; each step is a group of its own, and the order in which some are taken back is theirs.
  @Test(
    arguments: [
      (undone: [1], taken: [], barcodes: "- 8901030865278"), ([2], [2], "- -"), ([2, 1], [2, 1], "8901030865278 -"),
      ([1, 2, 1], [2, 1], "8901030865278 -"), ([0], [0], "- 8901030865278"), ([2, 1, 0], [2, 1, 0], "- -"),
    ] as [(undone: [Int], taken: [Int], barcodes: String)])
  func `a barcode that another item has by now stays there`(
    undone: [Int], taken: [Int], barcodes: String
  ) async throws {
    let (done, found) = try await withDatabase(migratedFrom: Self.migrations) { postgres in
      let shop = try await postgres.query(
        "insert into shops (name, created_at) values ('Test', \(Self.now)) returning shop_id"
      ).only().decode(ShopID.self)
      return try await postgres.books(of: shop, at: Self.now) { books in
        var items: [Int64] = []
        for name in ["Surf", "Lux"] {
          let group = try await books.openGroup(.item, by: Self.author)
          items.append(try await books.createItem(name, unit: .packet, in: group))
        }
        var groups: [EntryGroup] = []
        for (item, code) in [(0, "8901030865278"), (0, nil), (1, "8901030865278")] {
          groups.append(try await books.openGroup(.itemDetail, by: Self.author))
          try await books.note(.barcode, code, of: items[item], in: groups[groups.count - 1])
        }
        var done: [Int] = []
        for index in undone where try await books.reverse(groups[index], by: Self.author) != nil {
          done.append(index)
        }
        let found = try await books.query(
          "select string_agg(coalesce(barcode, '-'), ' ' order by item_id) from items where shop_id = \(shop)"
        ).only().decode(String.self)
        return (done, found)
      }
    }
    #expect(done == taken)
    #expect(found == barcodes)
  }
}
