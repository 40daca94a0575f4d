package import Database
package import Intents
import Language
package import Measures

/// Reading the shop's list: items with their names, packs and what is there.
extension Books {
  /// The items with these ids, in the order of the ids; unknown and retired ones are left out.
  package func items(_ ids: [Int64]) async throws -> [Item] {
    let found = try await items(where: "i.item_id = any (\(ids))")
    return ids.compactMap { id in found.first { $0.id == id } }
  }

  package func item(_ id: Int64) async throws -> Item? { try await items([id]).first }

  /// The whole list, or one category, by name.
  package func allItems(in category: String? = nil) async throws -> [Item] {
    try await items(where: category.map { "i.category = \($0)" } ?? "true")
  }

  /// Part of the list in the order of the numbers, after one of them; of those that have a word in a name of theirs.
  package func items(after id: Int64, named word: String?, max count: Int) async throws -> [Item] {
    let isNamed: SQL =
      word.map { word in
        """
        exists (select from item_names n where n.shop_id = i.shop_id and n.item_id = i.item_id
          and strpos(lower(n.name), lower(\(word))) > 0)
        """
      } ?? "true"
    let ids = try await query(
      """
      select i.item_id from items i
      where i.shop_id = \(shop) and i.retired_at is null and i.item_id > \(id) and \(isNamed)
      order by i.item_id limit \(count)
      """
    ).map { try $0.decode(Int64.self) }
    return try await items(ids)
  }

  /// What is at or below its threshold, or, where none was set, below what sells before more can come, or gone; the
  /// emptiest first. What was never counted is not known to be low.
  package func lowItems(in category: String? = nil) async throws -> [Item] {
    let low: SQL = "s.on_hand <= coalesce(i.threshold, i.runs_low_at, 0)"
    return try await items(where: category.map { "\(low) and i.category = \($0)" } ?? low)
      .sorted { ($0.onHand, $0.name) < ($1.onHand, $1.name) }
  }

  /// Of which less than so much is there, the emptiest first: in each item's own unit, or of what can be measured in
  /// `unit`.
  package func items(below quantity: Quantity, _ unit: Unit?, in category: String? = nil) async throws -> [Item] {
    let ofCategory: SQL = category.map { "i.category = \($0)" } ?? "true"
    let low: SQL = unit == nil ? "coalesce(s.on_hand, 0) < \(quantity) and \(ofCategory)" : ofCategory
    return try await items(where: low)
      .filter { item in
        guard let unit else { return true }
        guard case .exactly(let own) = item.own(quantity, unit) else { return false }
        return item.onHand < own
      }
      .sorted { ($0.onHand, $0.name) < ($1.onHand, $1.name) }
  }

  private func items(where condition: SQL) async throws -> [Item] {
    try await query(
      """
      select i.item_id, i.name, i.category, i.unit, coalesce(s.on_hand, 0), i.threshold, i.runs_low_at,
        array(select n.voice from item_names n where n.shop_id = i.shop_id and n.item_id = i.item_id
          and n.voice <> '' order by n.voice),
        array(select n.name from item_names n where n.shop_id = i.shop_id and n.item_id = i.item_id
          and n.voice <> '' order by n.voice),
        array(select p.unit from item_packs p where p.shop_id = i.shop_id and p.item_id = i.item_id order by p.unit),
        array(select p.holds::text from item_packs p where p.shop_id = i.shop_id and p.item_id = i.item_id
          order by p.unit),
        s.on_hand is not null
      from items i
      left join stock s on s.shop_id = i.shop_id and s.item_id = i.item_id
      where i.shop_id = \(shop) and i.retired_at is null and \(condition)
      order by i.name
      """
    ).map(Item.init)
  }

  /// What understanding needs to know of the list.
  package func catalogueItems() async throws -> [CatalogueItem] {
    try await query(
      """
      select i.item_id, i.category, i.unit, array_agg(distinct n.name)
      from items i join item_names n on n.shop_id = i.shop_id and n.item_id = i.item_id
      where i.shop_id = \(shop) and i.retired_at is null
      group by i.item_id, i.category, i.unit
      order by i.item_id
      """
    ).map { row in
      let (id, category, unit, names) = try row.decode(Int64.self, String?.self, String.self, [String].self)
      return CatalogueItem(id: String(id), names: names, category: category, unit: Unit(rawValue: unit) ?? .piece)
    }
  }
}

extension Item {
  fileprivate init(_ row: Row) throws {
    let (id, name, category, unit, onHand, threshold, runsLowAt, voices, names, packUnits, packSizes, isCounted) =
      try row.decode(
        Int64.self, String.self, String?.self, String.self, Quantity.self, Quantity?.self, Quantity?.self,
        [String].self, [String].self, [String].self, [String].self, Bool.self)
    self.init(
      id: id, name: name,
      shown: Dictionary(
        zip(voices, names).compactMap { voice, name in Voice(rawValue: voice).map { ($0, name) } },
        uniquingKeysWith: { first, _ in first }),
      category: category, unit: Unit(rawValue: unit) ?? .piece, onHand: onHand, threshold: threshold,
      runsLowAt: runsLowAt,
      packs: Dictionary(
        zip(packUnits, packSizes).compactMap { unit, size in
          guard let unit = Unit(rawValue: unit), let size = Quantity(text: size) else { return nil }
          return (unit, size)
        }, uniquingKeysWith: { first, _ in first }), isCounted: isCounted)
  }
}
