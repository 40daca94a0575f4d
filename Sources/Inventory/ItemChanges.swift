package import Database

/// Renaming items and taking them off the list, so that both can be taken back.
extension Books {
  /// From here on the item is called `name`; what it was called before is still understood.
  package func rename(_ item: Item, to name: String, in group: EntryGroup) async throws {
    try await note(item.id, was: item.name, name: name, isRetired: false, in: group)
    _ = try await query(
      """
      insert into item_names (shop_id, item_id, name)
      select \(shop), \(item.id), name from unnest(\([item.name, name])) as name
      on conflict do nothing
      """)
    // A name that was shown in one voice would hide the new one there.
    _ = try await query(
      "delete from item_names where shop_id = \(shop) and item_id = \(item.id) and voice <> '' and name = \(item.name)")
    _ = try await query("update items set name = \(name) where shop_id = \(shop) and item_id = \(item.id)")
    try await catalogueChanged()
  }

  /// Takes an item off the list; its entries stay.
  package func remove(_ item: Item, in group: EntryGroup) async throws {
    try await note(item.id, was: item.name, name: item.name, isRetired: true, in: group)
    try await retireItem(item.id)
  }

  /// Puts the items of a group back as they were; returns them.
  package func reverseItemChanges(of group: EntryGroup, in reversal: EntryGroup) async throws -> [Int64] {
    let rows = try await query(
      """
      select item_id, was_name, name, is_retired from item_changes
      where shop_id = \(shop) and group_id = \(group.id) order by change_id
      """)
    var items: [Int64] = []
    for row in rows {
      let (id, was, name, isRetired) = try row.decode(Int64.self, String.self, String.self, Bool.self)
      if isRetired {
        _ = try await query("update items set retired_at = null where shop_id = \(shop) and item_id = \(id)")
      } else {
        _ = try await query("update items set name = \(was) where shop_id = \(shop) and item_id = \(id)")
      }
      try await note(id, was: name, name: was, isRetired: false, in: reversal)
      items.append(id)
    }
    if !items.isEmpty { try await catalogueChanged() }
    return items
  }

  private func note(_ item: Int64, was: String, name: String, isRetired: Bool, in group: EntryGroup) async throws {
    _ = try await query(
      """
      insert into item_changes (shop_id, group_id, item_id, was_name, name, is_retired, at)
      values (\(shop), \(group.id), \(item), \(was), \(name), \(isRetired), \(now))
      """)
  }
}
