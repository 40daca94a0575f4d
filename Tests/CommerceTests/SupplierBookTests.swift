import Commerce
import Database
import Foundation
import Inventory
import Measures
import TestSupport
import Testing

/// Whatever happens, what a supplier is shown to be owed is the sum of the entries.
struct SupplierBookTests {
  private static let now = Date(timeIntervalSince1970: 1_795_237_200)
  private static let migrations = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Migrations").path
  private let author = Author(inboxID: nil, member: nil, day: Day(number: 20_000))

  private func withBooks(_ body: @Sendable (Books) async throws -> Void) async throws {
    try await withDatabase(migratedFrom: Self.migrations) { postgres in
      let shop = try await postgres.query(
        "insert into shops (name, created_at) values ('Test', \(Self.now)) returning shop_id"
      ).only().decode(ShopID.self)
      try await postgres.books(of: shop, at: Self.now) { try await body($0) }
    }
  }

  private func buy(_ rupees: Int64, from supplier: Supplier, payment: String, in books: Books) async throws
    -> EntryGroup
  {
    let group = try await books.openGroup(.stockIn, by: author)
    try await books.notePurchase(
      from: supplier.id, total: Money(rupees: rupees), payment: payment, in: group, by: author)
    if payment == "credit" {
      _ = try await books.owe(Money(rupees: rupees), to: supplier.id, as: .purchase, in: group, by: author)
    }
    return group
  }

  private func undo(_ group: EntryGroup, in books: Books) async throws {
    let reversal = try await books.openGroup(group.kind, by: author, reversing: group.id)
    _ = try await books.reversePayables(of: group, in: reversal, by: author)
    try await books.reversePurchases(of: group, in: reversal)
  }

  @Test func `the balance equals the sum of the entries after any operations`() async throws {
    try await withBooks { books in
      var suppliers: [Supplier] = []
      for name in ["Sharma Traders", "Gupta Agency"] { suppliers.append(try await books.addSupplier(name)) }
      var dice = SplitMix(seed: 7)
      var model: [Int64: Int64] = [:]
      var undoable: [(group: EntryGroup, supplier: Int64, rupees: Int64)] = []
      for _ in 1...200 {
        let supplier = suppliers[Int(dice.next() % 2)]
        let rupees = Int64(dice.next() % 5_000) + 1
        switch dice.next() % 3 {
        case 0:
          let group = try await buy(rupees, from: supplier, payment: "credit", in: books)
          undoable.append((group, supplier.id, rupees))
          model[supplier.id, default: 0] += rupees
        case 1:
          let group = try await books.openGroup(.supplierPaid, by: author)
          _ = try await books.owe(Money(rupees: -rupees), to: supplier.id, as: .paid, in: group, by: author)
          undoable.append((group, supplier.id, -rupees))
          model[supplier.id, default: 0] -= rupees
        default:
          guard !undoable.isEmpty else { continue }
          let taken = undoable.remove(at: Int(dice.next() % UInt64(undoable.count)))
          try await undo(taken.group, in: books)
          model[taken.supplier, default: 0] -= taken.rupees
        }
      }
      for supplier in suppliers {
        let sum = try await books.query(
          "select coalesce(sum(amount), 0)::bigint from supplier_entries where supplier_id = \(supplier.id)"
        ).only().decode(Money.self)
        #expect(sum == Money(rupees: model[supplier.id] ?? 0))
        #expect(try await books.payable(to: supplier.id) == sum)
      }
    }
  }

  @Test func `a supplier is settled as the last time, and what was taken back does not count`() async throws {
    try await withBooks { books in
      let supplier = try await books.addSupplier("Sharma Traders")
      #expect(try await books.lastPurchaseWasOwed(to: supplier.id) == nil)
      _ = try await buy(100, from: supplier, payment: "cash", in: books)
      let owed = try await buy(100, from: supplier, payment: "credit", in: books)
      #expect(try await books.lastPurchaseWasOwed(to: supplier.id) == true)
      try await undo(owed, in: books)
      #expect(try await books.lastPurchaseWasOwed(to: supplier.id) == false)
    }
  }

  @Test(arguments: [("शर्मा ट्रेडर्स", 1), ("sharma", 2), ("SHARMA BAKERY", 1), ("शर्मा", 2), ("gupta", 0), ("traders", 1)])
  func `a supplier is found in either script, whole or by a word`(_ name: String, _ count: Int) async throws {
    try await withBooks { books in
      for name in ["Sharma Traders", "Sharma Bakery"] { _ = try await books.addSupplier(name) }
      #expect(try await books.suppliers(named: name).count == count)
    }
  }
}
