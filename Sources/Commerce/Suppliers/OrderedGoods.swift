package import Database
package import Inventory
package import Measures

/// “20 kg already ordered on 19 Nov”: goods that are on their way from a supplier. They count until as much has come in, or
/// until nobody waits for them any more.
package struct OnTheWay: Hashable, Sendable {
  package let quantity: Quantity
  /// Of the first order that is still open.
  package let orderedOn: Day
}

/// One line of an order.
package struct OrderedLine: Hashable, Sendable {
  package let item: Int64
  package let quantity: Quantity
  package let awaitedUntil: Day

  package init(item: Int64, quantity: Quantity, awaitedUntil: Day) {
    self.item = item
    self.quantity = quantity
    self.awaitedUntil = awaitedUntil
  }
}

extension Books {
  /// The newest order of the shop; 0 where nothing was ever ordered.
  package func newestOrder() async throws -> Int64 {
    try await query("select coalesce(max(order_id), 0) from ordered_goods where shop_id = \(shop)").only()
      .decode(Int64.self)
  }

  /// - Parameter advisedAfter: the newest order that was known when this one was advised. The same advice is ordered once.
  /// - Returns: nil, and nothing is written, where it was.
  package func noteOrder(
    _ lines: [OrderedLine], from supplier: Int64?, advisedAfter known: Int64, by author: Author
  ) async throws -> EntryGroup? {
    let ordered = try await query(
      """
      select o.item_id from ordered_goods o
      where o.shop_id = \(shop) and o.advised_after = \(known) and o.supplier_id is not distinct from \(supplier)
        and not exists (select from entry_groups r where r.shop_id = o.shop_id and r.reverses = o.group_id)
      """
    ).map { try $0.decode(Int64.self) }
    let new = lines.filter { !ordered.contains($0.item) }
    guard !new.isEmpty else { return nil }
    let group = try await openGroup(.order, by: author)
    _ = try await pipeline(
      new.map { line in
        """
        insert into ordered_goods (shop_id, group_id, supplier_id, item_id, quantity, advised_after, day, awaited_until, at)
        values (\(shop), \(group.id), \(supplier), \(line.item), \(line.quantity), \(known), \(author.day),
          \(line.awaitedUntil), \(now))
        """
      })
    return group
  }

  /// What was ordered of these items, up to the order `newest`, and has not come since. What comes without an order before
  /// it is none of it.
  package func onTheWay(_ items: [Int64], upTo newest: Int64, on today: Day) async throws -> [Int64: OnTheWay] {
    try await query(
      """
      with open as (
        select o.item_id, sum(o.quantity) as ordered, min(o.group_id) as since, min(o.day) as day
        from ordered_goods o
        where o.shop_id = \(shop) and o.item_id = any(\(items)) and o.order_id <= \(newest)
          and o.awaited_until >= \(today)
          and not exists (select from entry_groups r where r.shop_id = o.shop_id and r.reverses = o.group_id)
        group by o.item_id)
      select p.item_id, p.ordered - coalesce(come.quantity, 0), p.day from open p
      cross join lateral (
        select sum(e.quantity) as quantity from stock_entries e
        where e.shop_id = \(shop) and e.item_id = p.item_id and e.kind = 'purchase' and e.group_id > p.since
          and not exists (select from entry_groups r where r.shop_id = e.shop_id and r.reverses = e.group_id)) come
      where p.ordered > coalesce(come.quantity, 0)
      """
    ).reduce(into: [:]) { open, row in
      let (item, quantity, day) = try row.decode(Int64.self, Quantity.self, Day.self)
      open[item] = OnTheWay(quantity: quantity, orderedOn: day)
    }
  }
}
