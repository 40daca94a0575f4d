import Database
import Foundation
import Inventory
import Measures
import TestSupport
import Testing

/// What is noted of an item can be taken back, unless it was noted again since.
struct ItemDetailTests {
  private static let now = Date(timeIntervalSince1970: 1_795_237_200)
  private static let migrations = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Migrations").path
  private let author = Author(inboxID: nil, member: nil, day: Day(number: 20_000))

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

  private func note(_ kind: NotedDetail, _ value: String, of item: Int64, in books: Books) async throws -> EntryGroup {
    let group = try await books.openGroup(.itemDetail, by: author)
    try await books.note(kind, value, of: item, in: group)
    return group
  }

  private func undo(_ group: EntryGroup, in books: Books) async throws -> [Int64] {
    let reversal = try await books.openGroup(.itemDetail, by: author, reversing: group.id)
    return try await books.reverseDetails(of: group, in: reversal).items
  }

  private func hsn(of item: Int64, in books: Books) async throws -> String? {
    try await books.query("select hsn from items where item_id = \(item)").only().decode(String?.self)
  }

  @Test func `undo brings back what stood before`() async throws {
    try await withItem { books, item in
      _ = try await note(.hsn, "1701", of: item, in: books)
      let second = try await note(.hsn, "0401", of: item, in: books)
      #expect(try await undo(second, in: books) == [item])
      #expect(try await hsn(of: item, in: books) == "1701")
    }
  }

  @Test func `what was noted again since stays`() async throws {
    try await withItem { books, item in
      let first = try await note(.hsn, "1701", of: item, in: books)
      _ = try await note(.hsn, "0401", of: item, in: books)
      #expect(try await undo(first, in: books) == [])
      #expect(try await hsn(of: item, in: books) == "0401")
    }
  }

  @Test func `two items of the list never have one barcode`() async throws {
    await #expect(throws: DatabaseError.self) {
      try await withItem { books, item in
        _ = try await note(.barcode, "8901030865278", of: item, in: books)
        #expect(try await books.item(withBarcode: "8901030865278")?.id == item)
        let group = try await books.openGroup(.item, by: author)
        let other = try await books.createItem("Curd", unit: .packet, in: group)
        try await books.note(.barcode, "8901030865278", of: other, in: group)
      }
    }
  }
}
