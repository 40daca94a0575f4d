package import Database
package import Measures

/// From whom an item can be had: who brought it in the last year, and who is noted with it.
package struct Offer: Hashable, Sendable {
  package let supplier: Supplier
  /// What a unit cost the last time; nil where nobody said.
  package let cost: Money?
}

extension Books {
  package func offers(of items: [Int64], since first: Day) async throws -> [Int64: [Offer]] {
    try await query(
      """
      with bought as (
        select e.item_id, e.supplier_id, e.cost, e.entry_id from stock_entries e
        where e.shop_id = \(shop) and e.item_id = any(\(items)) and e.kind = 'purchase' and e.supplier_id is not null
          and e.day >= \(first)
          and not exists (select from entry_groups r where r.shop_id = e.shop_id and r.reverses = e.group_id)
      ), known as (
        select item_id, supplier_id from bought
        union
        select item_id, supplier_id from items
        where shop_id = \(shop) and item_id = any(\(items)) and supplier_id is not null
      )
      select k.item_id, s.supplier_id, s.name, s.lead_days, s.phone, (
        select b.cost from bought b
        where b.item_id = k.item_id and b.supplier_id = k.supplier_id and b.cost is not null
        order by b.entry_id desc limit 1)
      from known k join suppliers s on s.shop_id = \(shop) and s.supplier_id = k.supplier_id
      order by k.item_id, s.supplier_id
      """
    ).reduce(into: [:]) { offers, row in
      let (item, id, name, leadDays, phone, cost) = try row.decode(
        Int64.self, Int64.self, String.self, Int?.self, String?.self, Money?.self)
      let supplier = Supplier(id: id, name: name, leadDays: leadDays, phone: phone)
      offers[item, default: []].append(Offer(supplier: supplier, cost: cost))
    }
  }
}
