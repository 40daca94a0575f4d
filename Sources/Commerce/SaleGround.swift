package import Database
internal import Inventory
package import Measures

/// What is known of an item before some of it is sold. What is on hand is held until the transaction ends.
package struct SaleGround: Hashable, Sendable {
  package let onHand: Quantity
  package let tag: PriceTag
  /// So much, or a good part of it, was sold at once lately: nobody would ask.
  package let isUsual: Bool
}

extension Books {
  /// Of each line, in one trip.
  package func saleGrounds(of lines: [(item: Int64, quantity: Quantity)], on day: Day) async throws -> [SaleGround] {
    let items = lines.map(\.item)
    let results = try await pipeline([
      holding(items),
      """
      select
        (select p.amount from prices p where p.shop_id = \(shop) and p.item_id = l.item and p.kind = 'sale'
          order by p.price_id desc limit 1),
        (select p.amount from prices p where p.shop_id = \(shop) and p.item_id = l.item and p.kind = 'mrp'
          order by p.price_id desc limit 1),
        exists (select from sale_lines s where s.shop_id = \(shop) and s.item_id = l.item
          and s.day > \(day.adding(-UsualSale.days)) and s.day <= \(day)
          and s.quantity * \(UsualSale.farTimes) >= l.quantity)
      from unnest(\(items), \(lines.map(\.quantity))) with ordinality as l (item, quantity, place) order by l.place
      """,
    ])
    let onHand = try results[0].reduce(into: [Int64: Quantity]()) { onHand, row in
      let (item, quantity) = try row.decode(Int64.self, Quantity.self)
      onHand[item] = quantity
    }
    return try zip(items, results[1]).map { item, row in
      let (price, mrp, isUsual) = try row.decode(Money?.self, Money?.self, Bool.self)
      return SaleGround(onHand: onHand[item] ?? .zero, tag: PriceTag(sale: price, mrp: mrp), isUsual: isUsual)
    }
  }
}
