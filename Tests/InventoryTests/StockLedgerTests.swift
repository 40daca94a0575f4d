import Database
import Foundation
import Inventory
import Measures
import TestSupport
import Testing

/// Whatever happens, what is shown as stock is the sum of the entries.
struct StockLedgerTests {
  private static let now = Date(timeIntervalSince1970: 1_795_237_200)
  private static let migrations = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Migrations").path

  private func withBooks(_ body: (Postgres, ShopID) async throws -> Void) async throws {
    try await withDatabase(migratedFrom: Self.migrations) { postgres in
      let shop = try await postgres.query(
        "insert into shops (name, created_at) values ('Test', \(Self.now)) returning shop_id"
      ).only().decode(ShopID.self)
      try await body(postgres, shop)
    }
  }

  private func author(_ inbox: Int64) -> Author { Author(inboxID: inbox, member: nil, day: Day(number: 20_000)) }

  @Test func `the stock equals the sum of the ledger after any operations`() async throws {
    try await withBooks { postgres, shop in
      var dice = SplitMix(seed: 4)
      try await postgres.books(of: shop, at: Self.now) { books in
        let opening = try await books.openGroup(.item, by: author(0))
        var items: [Int64] = []
        for number in 0..<4 { items.append(try await books.createItem("item \(number)", unit: .kilogram, in: opening)) }
        var model: [Int64: Quantity] = [:]
        var undoable: [EntryGroup] = []
        for step in 1...200 {
          let item = items[Int(dice.next() % 4)]
          let quantity = Quantity(thousandths: Int64(dice.next() % 90_000) + 1)
          switch dice.next() % 4 {
          case 0:
            let group = try await books.openGroup(.stockIn, by: author(Int64(step)))
            let left = try await books.move(
              Movement(item: item, kind: .purchase, quantity: quantity), in: group, by: author(Int64(step)))
            model[item, default: .zero] = (model[item] ?? .zero) + quantity
            #expect(left == model[item])
            undoable.append(group)
          case 1:
            let group = try await books.openGroup(.stockOut, by: author(Int64(step)))
            try await books.move(
              Movement(item: item, kind: .reduction, quantity: -quantity), in: group, by: author(Int64(step)))
            model[item] = (model[item] ?? .zero) - quantity
            undoable.append(group)
          case 2:
            let group = try await books.openGroup(.stockSet, by: author(Int64(step)))
            let before = try await books.count(item, as: quantity, in: group, by: author(Int64(step)))
            #expect(before == model[item] ?? .zero)
            model[item] = quantity
          default:
            guard !undoable.isEmpty else { continue }
            let group = undoable.remove(at: Int(dice.next() % UInt64(undoable.count)))
            let reversal = try await books.openGroup(group.kind, by: author(Int64(step)), reversing: group.id)
            for (item, quantity, left) in try await books.reverseMovements(
              of: group, in: reversal, by: author(Int64(step)))
            {
              model[item] = (model[item] ?? .zero) - quantity
              #expect(left == model[item])
            }
          }
        }
        for item in items {
          let sum = try await books.query(
            "select coalesce(sum(quantity), 0) from stock_entries where shop_id = \(shop) and item_id = \(item)"
          ).only().decode(Quantity.self)
          let shown = try await books.lockedOnHand(of: item)
          #expect(sum == shown)
          #expect(shown == model[item] ?? .zero)
        }
      }
    }
  }

  @Test func `a group is taken back once`() async throws {
    try await withBooks { postgres, shop in
      try await postgres.books(of: shop, at: Self.now) { books in
        let group = try await books.openGroup(.stockIn, by: author(1))
        _ = try await books.openGroup(.stockIn, by: author(2), reversing: group.id)
        #expect(try await books.group(group.id)?.isReversed == true)
      }
      await #expect {
        try await postgres.books(of: shop, at: Self.now) { books in
          _ = try await books.openGroup(.stockIn, by: author(3), reversing: 1)
        }
      } throws: { ($0 as? DatabaseError)?.isUniqueViolation == true }
    }
  }
}
