package import Database

/// Renaming items and taking them off the list, so that both can be taken back.
extension Books {
  /// From here on the item is called `name`; what it was called before is still understood.
  package func rename(_ item: Item, to name: String, in group: EntryGroup) async throws {
    // A name that is shown in one voice would hide the new one there.
    let (shown, old) = try await query(
      """
      with gone as (
        delete from item_names where shop_id = \(shop) and item_id = \(item.id) and voice <> '' returning voice, name)
      select coalesce(jsonb_object_agg(voice, name), '{}')::text, coalesce(array_agg(name), '{}') from gone
      """
    ).only().decode(String.self, [String].self)
    let isNew = try await understand([name], as: item.id)
    _ = try await understand(old + [item.name], as: item.id)
    _ = try await query(
      """
      insert into item_changes (shop_id, group_id, item_id, was_name, name, is_retired, was_shown, is_name_new, at)
      values (\(shop), \(group.id), \(item.id), \(item.name), \(name), false, \(shown)::jsonb, \(isNew), \(now))
      """)
    _ = try await query("update items set name = \(name) where shop_id = \(shop) and item_id = \(item.id)")
    try await catalogueChanged()
  }

  /// Returns whether one of the names is new.
  private func understand(_ names: [String], as item: Int64) async throws -> Bool {
    try await !query(
      """
      insert into item_names (shop_id, item_id, name)
      select distinct \(shop), \(item), name from unnest(\(names)) as name
      on conflict do nothing returning name
      """
    ).isEmpty
  }

  /// Takes an item off the list; its entries stay.
  package func remove(_ item: Item, in group: EntryGroup) async throws {
    try await note(item.id, was: item.name, name: item.name, isRetired: true, in: group)
    try await retireItems([item.id])
  }

  /// An item that a group renamed was renamed once more, and that stands.
  package func isRenamedSince(_ group: EntryGroup) async throws -> Bool {
    guard group.kind == .itemChange else { return false }
    return try await query(
      """
      select exists (select from item_changes c join item_changes l on l.shop_id = c.shop_id
          and l.item_id = c.item_id and l.change_id > c.change_id
        where c.shop_id = \(shop) and c.group_id = \(group.id) and c.was_name <> c.name and l.was_name <> l.name
          and \(stands("l.group_id")))
      """
    ).only().decode(Bool.self)
  }

  /// Puts the items of a group back as they were; returns them.
  package func reverseItemChanges(of group: EntryGroup, in reversal: EntryGroup) async throws -> [Int64] {
    let rows = try await query(
      """
      select item_id, was_name, name, is_retired, was_shown::text, is_name_new from item_changes
      where shop_id = \(shop) and group_id = \(group.id) order by change_id
      """)
    var items: [Int64] = []
    for row in rows {
      let (id, was, name, isRetired, shown, isNew) = try row.decode(
        Int64.self, String.self, String.self, Bool.self, String.self, Bool.self)
      if isRetired {
        _ = try await query("update items set retired_at = null where shop_id = \(shop) and item_id = \(id)")
      } else {
        _ = try await query("update items set name = \(was) where shop_id = \(shop) and item_id = \(id)")
        try await show(shown, as: id)
        if isNew { try await forget(name, as: id) }
      }
      try await note(id, was: name, name: was, isRetired: false, in: reversal)
      items.append(id)
    }
    if !items.isEmpty { try await catalogueChanged() }
    return items
  }

  /// - Parameter names: by voice, as `rename` wrote them down.
  private func show(_ names: String, as item: Int64) async throws {
    _ = try await query(
      """
      insert into item_names (shop_id, item_id, voice, name)
      select \(shop), \(item), voice, name from jsonb_each_text(\(names)::jsonb) as shown (voice, name)
      on conflict do nothing
      """)
  }

  private func forget(_ name: String, as item: Int64) async throws {
    _ = try await query(
      "delete from item_names where shop_id = \(shop) and item_id = \(item) and voice = '' and name = \(name)")
  }

  private func note(_ item: Int64, was: String, name: String, isRetired: Bool, in group: EntryGroup) async throws {
    _ = try await query(
      """
      insert into item_changes (shop_id, group_id, item_id, was_name, name, is_retired, at)
      values (\(shop), \(group.id), \(item), \(was), \(name), \(isRetired), \(now))
      """)
  }
}
