package import Database
package import Measures

/// A price, and the day from which it was taken.
package struct DatedPrice: Hashable, Sendable {
  package let day: Day
  package let amount: Money
}

/// The price book read backwards: what was taken when, and what stands on the packs that are still there.
extension Books {
  /// As each day ended, earliest first.
  package func priceHistory(of items: [Int64]) async throws -> [Int64: [DatedPrice]] {
    try await query(
      """
      select distinct on (item_id, day) item_id, day, amount from prices
      where shop_id = \(shop) and item_id = any(\(items)) and kind = 'sale' and amount is not null
      order by item_id, day, price_id desc
      """
    ).reduce(into: [:]) { history, row in
      let (item, day, amount) = try row.decode(Int64.self, Day.self, Money.self)
      history[item, default: []].append(DatedPrice(day: day, amount: amount))
    }
  }

  /// The least MRP that may stand on packs in the shop, if what came first is sold first: no pack may be sold above its
  /// own. An MRP is taken to stand on what came since the day on which it was written.
  package func mrpsOnShelf(of items: [Int64]) async throws -> [Int64: Money] {
    try await query(
      """
      with came as (
        select e.item_id, e.day, s.on_hand, sum(e.quantity) over (
          partition by e.item_id order by e.day desc, e.entry_id desc) - e.quantity as later
        from stock_entries e join stock s on s.shop_id = e.shop_id and s.item_id = e.item_id
        where e.shop_id = \(shop) and e.item_id = any(\(items)) and e.kind in ('opening', 'purchase') and e.quantity > 0
      ), oldest as (
        select item_id, min(day) as day from came where later < on_hand group by item_id
      ), said as (
        select distinct on (item_id, day) item_id, day, amount from prices
        where shop_id = \(shop) and item_id = any(\(items)) and kind = 'mrp'
        order by item_id, day, price_id desc
      )
      select s.item_id, min(s.amount) from said s left join oldest o on o.item_id = s.item_id
      where s.day >= coalesce((
        select max(b.day) from said b where b.item_id = s.item_id and b.day <= coalesce(o.day, 'infinity')), s.day)
      group by s.item_id having min(s.amount) is not null
      """
    ).reduce(into: [:]) { mrps, row in
      let (item, amount) = try row.decode(Int64.self, Money.self)
      mrps[item] = amount
    }
  }

  /// What was last heard of other shops' prices.
  package func competitorPrices(of items: [Int64]) async throws -> [Int64: CompetitorPrice] {
    try await query(
      """
      select distinct on (p.item_id) p.item_id, p.amount, p.day from competitor_prices p
      where p.shop_id = \(shop) and p.item_id = any(\(items)) and p.amount is not null
        and not exists (select from entry_groups r where r.shop_id = p.shop_id and r.reverses = p.group_id)
      order by p.item_id, p.price_id desc
      """
    ).reduce(into: [:]) { prices, row in
      let (item, amount, day) = try row.decode(Int64.self, Money.self, Day.self)
      prices[item] = CompetitorPrice(amount: amount, day: day)
    }
  }
}
