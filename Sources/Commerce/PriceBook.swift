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

  /// Puts the prices that a group wrote back to what stood before it; returns the items. A price that was written
  /// again since stays as it is.
  package func reversePrices(of group: EntryGroup, in reversal: EntryGroup, by author: Author) async throws -> [Int64] {
    try await query(
      """
      insert into prices (shop_id, group_id, item_id, kind, amount, day, at)
      select p.shop_id, \(reversal.id), p.item_id, p.kind,
        (select b.amount from prices b where b.shop_id = p.shop_id and b.item_id = p.item_id and b.kind = p.kind
          and b.price_id < p.price_id order by b.price_id desc limit 1),
        \(author.day), \(now)
      from prices p
      where p.shop_id = \(shop) and p.group_id = \(group.id)
        and not exists (select from prices l where l.shop_id = p.shop_id and l.item_id = p.item_id
          and l.kind = p.kind and l.price_id > p.price_id and \(stands("l.group_id")))
      returning item_id
      """
    ).map { try $0.decode(Int64.self) }
  }
}
