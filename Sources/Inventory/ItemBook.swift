package import Database
package import Measures

/// Changing the list: new items, thresholds, pack sizes.
extension Books {
  /// Adds an item with its first name. Whoever keeps an index of the names sees by the version that it changed.
  package func createItem(_ name: String, unit: Unit, in group: EntryGroup) async throws -> Int64 {
    let id = try await query(
      """
      insert into items (shop_id, name, unit, created_in, created_at)
      values (\(shop), \(name), \(unit.rawValue), \(group.id), \(now))
      returning item_id
      """
    ).only().decode(Int64.self)
    _ = try await query(
      "insert into item_names (shop_id, item_id, name) values (\(shop), \(id), \(name))")
    try await catalogueChanged()
    return id
  }

  /// Everything that a group put on the list.
  package func itemsCreated(in group: EntryGroup) async throws -> [Int64] {
    try await query("select item_id from items where shop_id = \(shop) and created_in = \(group.id) order by item_id")
      .map { try $0.decode(Int64.self) }
  }

  /// Takes items off the list again; their entries stay.
  package func retireItems(_ ids: [Int64]) async throws {
    guard !ids.isEmpty else { return }
    _ = try await query("update items set retired_at = \(now) where shop_id = \(shop) and item_id = any (\(ids))")
    try await catalogueChanged()
  }

  /// Whether anything but the group that made them speaks of some items.
  package func areItemsUsed(_ ids: [Int64], beyond group: EntryGroup) async throws -> Bool {
    guard !ids.isEmpty else { return false }
    return try await query(
      """
      select exists (
        select from (
          select group_id from stock_entries where shop_id = \(shop) and item_id = any (\(ids))
          union select group_id from prices where shop_id = \(shop) and item_id = any (\(ids))
        ) as used join entry_groups g on g.shop_id = \(shop) and g.group_id = used.group_id
        where g.group_id <> \(group.id) and g.reverses is null
          -- What was taken back is no use of it.
          and not exists (select from entry_groups r where r.shop_id = g.shop_id and r.reverses = g.group_id))
      """
    ).only().decode(Bool.self)
  }

  /// From how little on the owner wants to hear of it.
  package func setThreshold(of item: Item, to quantity: Quantity?, in group: EntryGroup) async throws {
    _ = try await query(
      """
      insert into thresholds (shop_id, group_id, item_id, quantity, was, at)
      values (\(shop), \(group.id), \(item.id), \(quantity), \(item.threshold), \(now))
      """)
    _ = try await query(
      "update items set threshold = \(quantity) where shop_id = \(shop) and item_id = \(item.id)")
  }

  /// Puts the thresholds of a group back to the last that still stands, else to what was there before the first;
  /// returns the items. What was set again since stays. To be called when the reversal is open.
  package func reverseThresholds(of group: EntryGroup, in reversal: EntryGroup) async throws -> [Int64] {
    let rows = try await query(
      """
      select t.item_id, case when standing.threshold_id is null then first.was else standing.quantity end
      from (select item_id, min(threshold_id) as threshold_id from thresholds
          where shop_id = \(shop) and group_id = \(group.id) group by item_id) t
        cross join lateral (select was from thresholds f where f.shop_id = \(shop) and f.item_id = t.item_id
          order by f.threshold_id limit 1) first
        left join lateral (
          select b.threshold_id, b.quantity
          from thresholds b join entry_groups g on g.shop_id = b.shop_id and g.group_id = b.group_id
          where b.shop_id = \(shop) and b.item_id = t.item_id and g.reverses is null
            and not exists (select from entry_groups r where r.shop_id = g.shop_id and r.reverses = g.group_id)
          order by b.threshold_id desc limit 1
        ) standing on true
      where standing.threshold_id is null or standing.threshold_id < t.threshold_id
      order by t.threshold_id
      """)
    return try await rows.asyncMap { row in
      let (id, value) = try row.decode(Int64.self, Quantity?.self)
      if let item = try await item(id) { try await setThreshold(of: item, to: value, in: reversal) }
      return id
    }
  }

  /// “1 bori = 50 kilo”.
  package func setPack(of item: Int64, unit: Unit, holds quantity: Quantity) async throws {
    _ = try await query(
      """
      insert into item_packs (shop_id, item_id, unit, holds)
      values (\(shop), \(item), \(unit.rawValue), \(quantity))
      on conflict (shop_id, item_id, unit) do update set holds = excluded.holds
      """)
  }

  /// To be called in the transaction that changes a name: of an item, or of a person whom the understanding knows.
  package func catalogueChanged() async throws {
    _ = try await query(
      "update shops set catalogue_version = catalogue_version + 1 where shop_id = \(shop)")
  }
}

extension Array {
  fileprivate func asyncMap<Value>(_ transform: (Element) async throws -> Value) async rethrows -> [Value] {
    var values: [Value] = []
    for element in self { values.append(try await transform(element)) }
    return values
  }
}
