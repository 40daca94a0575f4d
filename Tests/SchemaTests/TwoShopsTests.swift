import Database
import Foundation
import Messages
import TestSupport
import Testing

/// In the books of one shop, the other one does not exist.
@Suite(.timeLimit(.minutes(5)))
struct TwoShopsTests {
  @Test func `no row of another shop is seen, written, changed or deleted, in any table`() async throws {
    try await Bazaar.with { bazaar async throws in
      try await bazaar.trade(in: bazaar.ganesh)
      try await bazaar.trade(in: bazaar.laxmi)
      for table in try await bazaar.owner.tenantTables() {
        let name = SQL.identifier(table)
        for shop in [bazaar.ganesh, bazaar.laxmi] {
          let rows = try await bazaar.owner.count("select count(*) from \(name) where shop_id = \(shop.id)")
          #expect(rows > 0, "\(table) is empty: let Bazaar.trade fill it, or this test says nothing of it")
          let seen = try await bazaar.application.books(of: shop.id, at: Bazaar.now) { books in
            try await books.query(
              "select count(*), count(*) filter (where shop_id <> \(shop.id)) from \(name)"
            ).only().decode(Int.self, Int.self)
          }
          #expect(seen == (rows, 0), "\(table)")
        }
        #expect(try await bazaar.application.visibleOutsideOfBooks(table) == 0, "\(table)")
        #expect(try await bazaar.refusesAForeignRow(in: table), "\(table)")
        #expect(try await bazaar.touchesNoForeignRow("update \(name) set shop_id = shop_id"), "\(table)")
        #expect(try await bazaar.touchesNoForeignRow("delete from \(name)"), "\(table)")
        #expect(try await bazaar.refusesToGiveARowAway(in: table), "\(table)")
      }
    }
  }

  @Test func `the same words to two shops change each one's own shelf`() async throws {
    try await Bazaar.with { bazaar async throws in
      try await bazaar.say(.text("sold 5 kg sugar"), from: bazaar.ganesh.owner)
      try await bazaar.say(.text("sold 2 kg sugar"), from: bazaar.laxmi.owner)
      #expect(
        try await bazaar.say(.text("how much sugar is left"), from: bazaar.ganesh.owner)?.text == "Sugar: 35 kg left.")
      #expect(
        try await bazaar.say(.text("how much sugar is left"), from: bazaar.laxmi.helper)?.text == "Sugar: 38 kg left.")
    }
  }

  @Test func `one shop's button does nothing in another's hands`() async throws {
    try await Bazaar.with { bazaar async throws in
      let sold = try await bazaar.say(.text("sold 5 kg sugar"), from: bazaar.ganesh.owner)
      guard case .buttons(let buttons) = sold?.choices, let undo = buttons.first else {
        Issue.record("there is no Undo")
        return
      }
      let answer = try await bazaar.say(.button(id: undo.id, title: undo.title), from: bazaar.laxmi.owner)
      #expect(answer?.text.hasPrefix("Undone") == false)
      #expect(
        try await bazaar.say(.text("how much sugar is left"), from: bazaar.ganesh.owner)?.text == "Sugar: 35 kg left.")
    }
  }

  @Test func `somebody who buys in both shops is a customer of each, and neither knows of the other`() async throws {
    try await Bazaar.with { bazaar async throws in
      for shop in [bazaar.ganesh, bazaar.laxmi] {
        try await bazaar.say(.text("namaste"), from: "919900000001", on: shop.counter)
      }
      let people = try await bazaar.owner.query(
        "select shop_id, person_id from identities where alias = 'phone:919900000001' order by shop_id")
      #expect(try people.map { try $0.decode(ShopID.self, Int64.self).0 } == [bazaar.ganesh.id, bazaar.laxmi.id])
      #expect(try Set(people.map { try $0.decode(ShopID.self, Int64.self).1 }).count == 2)
    }
  }
}

/// What is tried in the books of Shree Ganesh against the rows of Laxmi Stores.
extension Bazaar {
  /// A row of the other shop, written anew in our books.
  fileprivate func refusesAForeignRow(in table: String) async throws -> Bool {
    let name = SQL.identifier(table)
    let row = try await owner.query("select to_jsonb(t)::text from \(name) t where shop_id = \(laxmi.id) limit 1")
      .only()
      .decode(String.self)
    return try await isDenied(
      "insert into \(name) overriding system value select * from jsonb_populate_record(null::\(name), \(row)::jsonb)")
  }

  /// A row of ours, made the other shop's.
  fileprivate func refusesToGiveARowAway(in table: String) async throws -> Bool {
    try await isDenied("update \(SQL.identifier(table)) set shop_id = \(laxmi.id)")
  }

  private func isDenied(_ statement: SQL) async throws -> Bool {
    do {
      try await application.books(of: ganesh.id, at: Self.now) { _ = try await $0.execute(statement) }
      return false
    } catch let error as DatabaseError {
      return Self.isRefusal(error)
    }
  }

  /// Not allowed, or a key that nobody may write (`generated always`).
  private static func isRefusal(_ error: DatabaseError) -> Bool { ["42501", "428C9"].contains(error.sqlState) }

  /// Whether `change` of the other shop's rows finds none, or is not allowed at all.
  fileprivate func touchesNoForeignRow(_ change: SQL) async throws -> Bool {
    do {
      let touched = try await application.books(of: ganesh.id, at: Self.now) { books in
        try await books.execute("\(change) where shop_id = \(laxmi.id)")
      }
      return touched == 0
    } catch let error as DatabaseError {
      return Self.isRefusal(error)
    }
  }
}

extension Postgres {
  fileprivate func visibleOutsideOfBooks(_ table: String) async throws -> Int {
    try await count("select count(*) from \(SQL.identifier(table))")
  }
}
