import Database
import DemoShop
import Foundation
import Measures

/// Fills the books of a new shop with the demo shop, as if it had been kept in them all along, up to this minute.
extension Books {
  func fill(from kirana: Kirana, days: Int = 730, seed: UInt64, in zone: TimeZone) async throws {
    let today = Day(of: now, in: zone)
    // Today is lived as well, as far as it has come.
    let history = kirana.history(until: today.adding(1), days: days + 1, seed: seed)
    let beginning = today.adding(-days).beginning(in: zone)
    let suppliers = try await insert(kirana.suppliers, at: beginning)
    let customers = try await insert(kirana.customers, at: beginning)
    let items = try await insert(kirana.items, suppliers: suppliers, at: beginning)
    var diary = DemoDiary(kirana, items: items, suppliers: suppliers, customers: customers, zone: zone)
    diary.open(on: today.adding(-days), with: history.opening)
    for day in history {
      diary.write(day, until: now)
      if diary.entries.isFull { try await insert(diary.takeEntries()) }
    }
    try await insert(diary.takeEntries())
    try await insertStock(items, diary.onHand)
    try await insertBalances(customers, diary.owed)
    try await settleDemoSuppliers()
    try await execute("update shops set catalogue_version = catalogue_version + 1 where shop_id = \(shop)")
  }

  private func insert(_ suppliers: [DemoSupplier], at beginning: Date) async throws -> [Int64] {
    try await ids(
      """
      insert into suppliers (shop_id, name, phone, lead_days, created_at)
      select \(shop), name, phone, lead_days, \(beginning)
      from unnest(\(suppliers.map(\.english)), \(suppliers.map(\.phone)), \(suppliers.map(\.leadDays)))
        with ordinality as s (name, phone, lead_days, n)
      order by n
      returning supplier_id
      """)
  }

  private func insert(_ customers: [DemoCustomer], at beginning: Date) async throws -> [Int64] {
    // An array of arrays would have to be a matrix, so the other names travel joined.
    let otherNames = customers.map { ([$0.marathi] + $0.moreNames).joined(separator: "|") }
    return try await ids(
      """
      insert into customers (shop_id, name, other_names, phone, credit_limit, created_at)
      select \(shop), name, string_to_array(other_names, '|'), phone, credit_limit, \(beginning)
      from unnest(\(customers.map(\.english)), \(otherNames), \(customers.map(\.phone)), \(customers.map(\.creditLimit)))
        with ordinality as c (name, other_names, phone, credit_limit, n)
      order by n
      returning customer_id
      """)
  }

  private func insert(_ items: [DemoItem], suppliers: [Int64], at beginning: Date) async throws -> [Int64] {
    let ids = try await ids(
      """
      insert into items (shop_id, name, category, unit, threshold, tax_rate, hsn, supplier_id, created_at)
      select \(shop), name, category, unit, threshold, tax_rate, hsn, supplier_id, \(beginning)
      from unnest(\(items.map(\.english)), \(items.map(\.category)), \(items.map(\.unit.rawValue)),
          \(items.map(\.threshold)), \(items.map(\.taxRate)), \(items.map(\.hsn)), \(items.map { suppliers[$0.supplier] }))
        with ordinality as i (name, category, unit, threshold, tax_rate, hsn, supplier_id, n)
      order by n
      returning item_id
      """)
    try await insertNames(of: items, ids)
    try await insertPacks(of: items, ids)
    return ids
  }

  private func insertNames(of items: [DemoItem], _ ids: [Int64]) async throws {
    let names = zip(ids, items).flatMap { id, item in
      [("en", item.english), ("hi", item.hindi), ("mr", item.marathi)].map { (id: id, voice: $0.0, name: $0.1) }
        + item.moreNames.map { (id: id, voice: "", name: $0) }
    }
    try await execute(
      """
      insert into item_names (shop_id, item_id, voice, name)
      select \(shop), item_id, voice, name
      from unnest(\(names.map(\.id)), \(names.map(\.voice)), \(names.map(\.name))) as n (item_id, voice, name)
      """)
  }

  private func insertPacks(of items: [DemoItem], _ ids: [Int64]) async throws {
    let packs = zip(ids, items).flatMap { id, item in item.packs.map { (id: id, pack: $0) } }
    try await execute(
      """
      insert into item_packs (shop_id, item_id, unit, holds)
      select \(shop), item_id, unit, holds
      from unnest(\(packs.map(\.id)), \(packs.map(\.pack.unit.rawValue)), \(packs.map(\.pack.holds)))
        as p (item_id, unit, holds)
      """)
  }

  private func insertStock(_ items: [Int64], _ onHand: [Quantity]) async throws {
    try await execute(
      """
      insert into stock (shop_id, item_id, on_hand)
      select \(shop), item_id, on_hand from unnest(\(items), \(onHand)) as s (item_id, on_hand)
      """)
  }

  private func insertBalances(_ customers: [Int64], _ owed: [Money]) async throws {
    try await execute(
      """
      insert into credit_balances (shop_id, customer_id, balance)
      select \(shop), customer_id, balance from unnest(\(customers), \(owed)) as b (customer_id, balance)
      """)
  }

  /// The ids that an insert in order of `n` gave, in that order.
  private func ids(_ insert: SQL) async throws -> [Int64] {
    try await query(insert).map { try $0.decode(Int64.self) }.sorted()
  }
}
