import Database
import TestSupport
import Testing

/// `retailmind doctor` adds the books up, of every shop.
struct AuditTests {
  private func faults(_ bazaar: Bazaar) async throws -> [String] {
    try await bazaar.application.query("select shop_id, book, shown::text, entries::text from audit_books()").map {
      let (shop, book, shown, entries) = try $0.decode(Int64.self, String.self, String.self, String.self)
      return "\(shop == bazaar.ganesh.id.rawValue ? "ganesh" : "laxmi") \(book) \(shown) \(entries)"
    }
  }

  @Test func `books that were only written by us add up`() async throws {
    try await Bazaar.with { bazaar async throws in
      try await bazaar.trade(in: bazaar.ganesh)
      try await bazaar.trade(in: bazaar.laxmi)
      #expect(try await faults(bazaar) == [])
    }
  }

  @Test func `what was changed behind our back is found, in the shop where it was`() async throws {
    try await Bazaar.with { bazaar async throws in
      try await bazaar.trade(in: bazaar.ganesh)
      try await bazaar.trade(in: bazaar.laxmi)
      try await bazaar.owner.execute("update stock set on_hand = on_hand + 1 where shop_id = \(bazaar.laxmi.id)")
      try await bazaar.owner.execute("update credit_balances set balance = 0 where shop_id = \(bazaar.ganesh.id)")
      try await bazaar.owner.execute("update supplier_balances set balance = 1 where shop_id = \(bazaar.ganesh.id)")
      try await bazaar.owner.execute("update item_months set revenue = revenue + 1 where shop_id = \(bazaar.laxmi.id)")
      try await bazaar.owner.execute("update bill_days set bills = bills + 1 where shop_id = \(bazaar.ganesh.id)")
      let found = try await faults(bazaar)
      #expect(found.contains { $0.hasPrefix("ganesh days: bills") })
      #expect(found.contains("ganesh credit 0 5000"))
      #expect(found.contains("ganesh suppliers 1 7000"))
      #expect(found.contains { $0.hasPrefix("laxmi months: revenue") })
      #expect(found.filter { $0.hasPrefix("laxmi stock") }.count > 0)
      let own = ["ganesh credit", "ganesh suppliers", "ganesh days: bills", "laxmi stock", "laxmi months: revenue"]
      #expect(found.allSatisfy { fault in own.contains { fault.hasPrefix($0) } })
    }
  }
}
