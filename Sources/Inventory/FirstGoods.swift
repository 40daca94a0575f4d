package import Database
import Language
package import Measures

/// The first goods of a new shop, many at once.
extension Books {
  /// Puts a whole catalogue on the list; what the shop has under one of its names stays as it is. Nothing is counted
  /// and nothing priced. Returns how many are new.
  package func addStarter(_ catalogue: StarterCatalogue, in group: EntryGroup) async throws -> Int {
    let known = Set(
      try await query(
        """
        select n.name from item_names n join items i on i.shop_id = n.shop_id and i.item_id = n.item_id
        where n.shop_id = \(shop) and i.retired_at is null
        """
      ).map { Spelling.folded(try $0.decode(String.self)) })
    let new = catalogue.entries.filter { entry in !entry.allNames.contains { known.contains(Spelling.folded($0)) } }
    guard !new.isEmpty else { return 0 }
    let ids = try await query(
      """
      with given as (
        select * from unnest(\(new.map(\.name)), \(new.map(\.category)), \(new.map(\.unit.rawValue)))
          with ordinality as t (name, category, unit, place)
      ), made as (
        insert into items (shop_id, name, category, unit, created_in, created_at)
        select \(shop), name, category, unit, \(group.id), \(now) from given order by place
        returning item_id, name
      )
      select m.item_id from given g join made m on m.name = g.name order by g.place
      """
    ).map { try $0.decode(Int64.self) }
    var names: [(item: Int64, voice: String, name: String)] = []
    for (id, entry) in zip(ids, new) {
      names += entry.shown.map { (id, $0.key.rawValue, $0.value) }
      names += entry.others.map { (id, "", $0) }
    }
    _ = try await query(
      """
      insert into item_names (shop_id, item_id, voice, name)
      select \(shop), item, voice, name
      from unnest(\(names.map(\.item)), \(names.map(\.voice)), \(names.map(\.name))) as t (item, voice, name)
      on conflict do nothing
      """)
    try await catalogueChanged()
    return new.count
  }

  /// What is known of a new item beside the name under which the owner saved it.
  package func enrich(_ item: Int64, from entry: StarterCatalogue.Entry) async throws {
    _ = try await query("update items set category = \(entry.category) where shop_id = \(shop) and item_id = \(item)")
    let shown = [Voice.hindi, .marathi].compactMap { voice in entry.shown[voice].map { (voice.rawValue, $0) } }
    let names = shown + ([entry.name] + entry.others).map { ("", $0) }
    _ = try await query(
      """
      insert into item_names (shop_id, item_id, voice, name)
      select \(shop), \(item), voice, name
      from unnest(\(names.map(\.0)), \(names.map(\.1))) as t (voice, name) on conflict do nothing
      """)
  }

  /// The item that is called exactly so.
  package func item(called name: String) async throws -> Item? {
    let folded = Spelling.folded(name)
    let rows = try await query(
      """
      select n.item_id, n.name from item_names n join items i on i.shop_id = n.shop_id and i.item_id = n.item_id
      where n.shop_id = \(shop) and i.retired_at is null order by n.item_id
      """)
    for row in rows {
      let (id, known) = try row.decode(Int64.self, String.self)
      if Spelling.folded(known) == folded { return try await item(id) }
    }
    return nil
  }

  /// One alert level for everything that has none yet, each in its own unit. Returns how many got it.
  package func setThresholds(to quantity: Quantity, in group: EntryGroup) async throws -> Int {
    let given = try await query(
      """
      with given as (
        update items set threshold = \(quantity)
        where shop_id = \(shop) and threshold is null and retired_at is null
        returning item_id
      )
      insert into thresholds (shop_id, group_id, item_id, quantity, was, at)
      select \(shop), \(group.id), item_id, \(quantity), null, \(now) from given order by item_id
      returning item_id
      """)
    return given.count
  }
}
