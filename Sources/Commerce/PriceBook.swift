package import Database
package import Inventory
package import Measures

/// What an item is sold for, cost the shop, and may cost at most; per the item's own unit. Nil: not known.
package struct PriceTag: Hashable, Sendable {
  package var sale: Money?
  package var cost: Money?
  package var mrp: Money?

  package init(sale: Money? = nil, cost: Money? = nil, mrp: Money? = nil) {
    self.sale = sale
    self.cost = cost
    self.mrp = mrp
  }
}

/// Stored names; they never change.
package enum PriceBookKind: String, Hashable, Sendable { case sale, cost, mrp }

/// The price book: append-only, the latest entry of a kind counts.
extension Books {
  package func priceTag(of item: Int64) async throws -> PriceTag {
    try await priceTags(of: [item])[item] ?? PriceTag()
  }

  package func priceTags(of items: [Int64]) async throws -> [Int64: PriceTag] {
    let rows = try await query(
      """
      select i.id, s.amount, c.amount, m.amount
      from unnest(\(items)) as i (id)
      left join lateral (select amount from prices where shop_id = \(shop) and item_id = i.id and kind = 'sale'
        order by price_id desc limit 1) s on true
      left join lateral (select amount from prices where shop_id = \(shop) and item_id = i.id and kind = 'cost'
        order by price_id desc limit 1) c on true
      left join lateral (select amount from prices where shop_id = \(shop) and item_id = i.id and kind = 'mrp'
        order by price_id desc limit 1) m on true
      """)
    return try rows.reduce(into: [:]) { tags, row in
      let (item, sale, cost, mrp) = try row.decode(Int64.self, Money?.self, Money?.self, Money?.self)
      tags[item] = PriceTag(sale: sale, cost: cost, mrp: mrp)
    }
  }

  package func writePrice(
    of item: Int64, _ kind: PriceBookKind, _ amount: Money?, in group: EntryGroup, by author: Author
  ) async throws {
    _ = try await query(
      """
      insert into prices (shop_id, group_id, item_id, kind, amount, day, at)
      values (\(shop), \(group.id), \(item), \(kind.rawValue), \(amount), \(author.day), \(now))
      """)
  }

  /// Puts the prices that a group wrote back to the last that still stands; returns the items. A price that was written
  /// again since stays as it is. To be called when the reversal is open: what is taken back stands no more.
  package func reversePrices(of group: EntryGroup, in reversal: EntryGroup, by author: Author) async throws -> [Int64] {
    try await query(
      """
      insert into prices (shop_id, group_id, item_id, kind, amount, day, at)
      select \(shop), \(reversal.id), p.item_id, p.kind, standing.amount, \(author.day), \(now)
      from (select item_id, kind, min(price_id) as price_id from prices
          where shop_id = \(shop) and group_id = \(group.id) group by item_id, kind) p
        left join lateral (
          select b.price_id, b.amount
          from prices b join entry_groups g on g.shop_id = b.shop_id and g.group_id = b.group_id
          where b.shop_id = \(shop) and b.item_id = p.item_id and b.kind = p.kind and g.reverses is null
            and not exists (select from entry_groups r where r.shop_id = g.shop_id and r.reverses = g.group_id)
          order by b.price_id desc limit 1
        ) standing on true
      where standing.price_id is null or standing.price_id < p.price_id
      order by p.price_id
      returning item_id
      """
    ).map { try $0.decode(Int64.self) }
  }
}
