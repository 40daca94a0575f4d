package import Database

/// A name that an owner taught us: “meethi” is sugar here.
package struct LearntName: Hashable, Sendable {
  package let name: String
  package let item: Int64
}

extension Books {
  /// Whether no item of the list is called so, but for the one that is to be.
  package func isFreeName(_ name: String, for own: Int64? = nil) async throws -> Bool {
    try await query(
      """
      select not exists (select from item_names n join items i on i.shop_id = n.shop_id and i.item_id = n.item_id
        where n.shop_id = \(shop) and lower(n.name) = lower(\(name)) and i.retired_at is null
          and n.item_id is distinct from \(own))
      """
    ).only().decode(Bool.self)
  }

  /// One more name by which the item is understood. False, and nothing is written, where some item is called so already.
  package func learnName(_ name: String, of item: Int64, in group: EntryGroup) async throws -> Bool {
    let added = try await query(
      """
      insert into item_names (shop_id, item_id, name)
      select \(shop), \(item), \(name)
      where not exists (select from item_names n join items i on i.shop_id = n.shop_id and i.item_id = n.item_id
        where n.shop_id = \(shop) and lower(n.name) = lower(\(name)) and i.retired_at is null)
      on conflict do nothing
      returning item_id
      """)
    guard !added.isEmpty else { return false }
    _ = try await query(
      """
      insert into learnt_names (shop_id, group_id, name, item_id, at)
      values (\(shop), \(group.id), \(name), \(item), \(now))
      """)
    try await catalogueChanged()
    return true
  }

  /// Forgets what was learnt in a group; returns it.
  package func reverseNames(of group: EntryGroup) async throws -> [LearntName] {
    let learnt = try await query(
      "select name, item_id from learnt_names where shop_id = \(shop) and group_id = \(group.id) order by name"
    ).map { row in
      let (name, item) = try row.decode(String.self, Int64.self)
      return LearntName(name: name, item: item)
    }
    for entry in learnt {
      _ = try await query(
        """
        delete from item_names
        where shop_id = \(shop) and item_id = \(entry.item) and voice = '' and name = \(entry.name)
        """)
    }
    if !learnt.isEmpty { try await catalogueChanged() }
    return learnt
  }
}
