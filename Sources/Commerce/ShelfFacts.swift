package import Database
package import Measures

/// What advice needs to know of an item beside its prices and its stock.
package struct ShelfFacts: Hashable, Sendable {
  /// When it first came into the shop.
  package let firstDay: Day?
  package let lastSold: Day?
  /// From the day on which it came last to the day on its packs; nil where no date was told.
  package let keepsDays: Int?
}

extension Books {
  package func shelfFacts(of items: [Int64]) async throws -> [Int64: ShelfFacts] {
    try await query(
      """
      select i.item_id,
        (select min(e.day) from stock_entries e where e.shop_id = i.shop_id and e.item_id = i.item_id),
        (select l.day from sale_lines l
          where l.shop_id = i.shop_id and l.item_id = i.item_id and l.quantity > 0
            and not exists (select from sales s join entry_groups r on r.shop_id = s.shop_id and r.reverses = s.group_id
              where s.shop_id = l.shop_id and s.sale_id = l.sale_id)
          order by l.day desc limit 1),
        (select l.expires_on - g.day from lots l join entry_groups g on g.shop_id = l.shop_id and g.group_id = l.group_id
          where l.shop_id = i.shop_id and l.item_id = i.item_id and l.quantity > 0 and l.expires_on is not null
            and not exists (select from entry_groups r where r.shop_id = l.shop_id and r.reverses = l.group_id)
          order by l.lot_id desc limit 1)
      from items i where i.shop_id = \(shop) and i.item_id = any(\(items))
      """
    ).reduce(into: [:]) { facts, row in
      let (item, firstDay, lastSold, keepsDays) = try row.decode(Int64.self, Day?.self, Day?.self, Int?.self)
      facts[item] = ShelfFacts(firstDay: firstDay, lastSold: lastSold, keepsDays: keepsDays)
    }
  }
}
