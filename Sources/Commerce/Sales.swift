package import Database
package import Inventory
package import Measures

/// One line of a bill, in the item's own unit.
package struct SaleLine: Hashable, Sendable {
  package let item: Int64
  package let quantity: Quantity
  /// Per unit; nil where no price is known.
  package let price: Money?
  package let amount: Money?

  package init(item: Int64, quantity: Quantity, price: Money?, amount: Money?) {
    self.item = item
    self.quantity = quantity
    self.price = price
    self.amount = amount
  }
}

extension Books {
  /// Takes the goods out of stock and writes the bill, in a group of their own; returns what is left of each line's item.
  package func sell(_ bill: Bill, to customer: Int64?, payment: String?, by author: Author) async throws
    -> (group: EntryGroup, left: [Quantity])
  {
    let (group, left) = try await move(
      bill.lines.map { Movement(item: $0.item, kind: .sale, quantity: -$0.quantity) }, opening: .sale, by: author)
    try write(bill, to: customer, payment: payment, in: group, by: author)
    return (group, left)
  }

  /// Writes a bill of one figure, for goods that nobody named.
  package func sell(for total: Money, to customer: Int64?, payment: String?, by author: Author) async throws
    -> EntryGroup
  {
    let group = try await openGroup(.sale, by: author)
    try writeUnlisted(total, to: customer, payment: payment, in: group, by: author)
    return group
  }

  /// Writes what a day's takings are more than its bills come to.
  package func writeTakings(_ rest: Money, payment: String?, by author: Author) async throws -> EntryGroup {
    let group = try await openGroup(.takings, by: author)
    try writeUnlisted(rest, to: nil, payment: payment, in: group, by: author)
    return group
  }

  private func writeUnlisted(
    _ total: Money, to customer: Int64?, payment: String?, in group: EntryGroup, by author: Author
  ) throws {
    try later(
      """
      insert into sales (shop_id, group_id, customer_id, payment, total, day, at)
      values (\(shop), \(group.id), \(customer), \(payment), \(total), \(author.day), \(now))
      """)
  }

  /// What the bills of a day come to, as far as their prices are known.
  package func takings(of day: Day) async throws -> Money {
    // One person at a time: what is written next depends on it.
    _ = try await query("select pg_advisory_xact_lock(hashtextextended('takings', \(shop)))")
    return try await query(
      """
      select coalesce(sum(coalesce(s.total, (select sum(l.amount)::bigint from sale_lines l
        where l.shop_id = s.shop_id and l.sale_id = s.sale_id))), 0)::bigint
      from sales s where s.shop_id = \(shop) and s.day = \(day)
      """
    ).only().decode(Money.self)
  }

  /// Puts goods that a customer brought back on the shelf and writes a negative bill; returns what is there of each
  /// line's item.
  package func takeBack(_ lines: [SaleLine], from customer: Int64?, payment: String?, by author: Author) async throws
    -> (group: EntryGroup, left: [Quantity])
  {
    let (group, left) = try await move(
      lines.map { Movement(item: $0.item, kind: .return, quantity: $0.quantity) }, opening: .saleReturn, by: author)
    let negative = lines.map {
      SaleLine(item: $0.item, quantity: -$0.quantity, price: $0.price, amount: $0.amount.map { -$0 })
    }
    try write(Bill(negative), to: customer, payment: payment, in: group, by: author)
    return (group, left)
  }

  private func write(
    _ bill: Bill, to customer: Int64?, payment: String?, in group: EntryGroup, by author: Author
  ) throws {
    let lines = bill.lines
    try later(
      """
      with bill as (
        insert into sales (shop_id, group_id, customer_id, payment, total, discount, day, at)
        values (\(shop), \(group.id), \(customer), \(payment), \(bill.total), \(bill.discount), \(author.day), \(now))
        returning sale_id
      )
      insert into sale_lines (shop_id, sale_id, line, item_id, quantity, price, amount, cost, day)
      select \(shop), bill.sale_id, l.line, l.item, l.quantity, l.price, l.amount,
        (select p.amount from prices p where p.shop_id = \(shop) and p.item_id = l.item and p.kind = 'cost'
          order by p.price_id desc limit 1),
        \(author.day)
      from bill, unnest(\(lines.map(\.item)), \(lines.map(\.quantity)), \(lines.map(\.price)), \(lines.map(\.amount)))
        with ordinality as l (item, quantity, price, amount, line)
      """)
  }

  /// What the bills of a group come to.
  package func total(of group: EntryGroup) async throws -> Money {
    try await query(
      "select coalesce(sum(total), 0)::bigint from sales where shop_id = \(shop) and group_id = \(group.id)"
    ).only().decode(Money.self)
  }

  /// Writes the bills of a group once more, negative. The goods come back with the group's movements.
  package func reverseSales(of group: EntryGroup, in reversal: EntryGroup, by author: Author) async throws {
    _ = try await query(
      """
      with bill as (
        insert into sales (shop_id, group_id, customer_id, payment, total, discount, day, at)
        select shop_id, \(reversal.id), customer_id, payment, -total, -discount, day, \(now)
        from sales where shop_id = \(shop) and group_id = \(group.id)
        returning sale_id
      )
      insert into sale_lines (shop_id, sale_id, line, item_id, quantity, price, amount, cost, day)
      select l.shop_id, bill.sale_id, l.line, l.item_id, -l.quantity, l.price, -l.amount, l.cost, l.day
      from bill, sales s join sale_lines l on l.shop_id = s.shop_id and l.sale_id = s.sale_id
      where s.shop_id = \(shop) and s.group_id = \(group.id)
      """)
  }

  /// How an item is usually sold: the biggest single sale and the average day, over the last `days` days.
  package func usualSale(of item: Int64, before day: Day, days: Int = UsualSale.days) async throws -> UsualSale {
    let row = try await query(
      """
      select count(*), coalesce(percentile_disc(0.5) within group (order by quantity), 0), coalesce(max(quantity), 0),
        coalesce(round(sum(quantity) / \(days), 3), 0)
      from sale_lines
      where shop_id = \(shop) and item_id = \(item) and day > \(day.adding(-days)) and day <= \(day) and quantity > 0
      """
    ).first
    let (count, median, biggest, daily) =
      try row?.decode(Int.self, Quantity.self, Quantity.self, Quantity.self) ?? (0, .zero, .zero, .zero)
    return UsualSale(count: count, median: median, biggest: biggest, daily: daily)
  }
}

package struct UsualSale: Hashable, Sendable {
  package let count: Int
  package let median: Quantity
  package let biggest: Quantity
  package let daily: Quantity

  /// So many times the biggest sale of so many days is by far too much.
  static let (farTimes, days) = (4, 60)

  /// More than anybody took in one go, by far: to be asked about. Needs some sales to know what is usual.
  package func makesUnusual(_ quantity: Quantity) -> Bool {
    guard count >= 8, let far = biggest.scaled(by: Int64(Self.farTimes), over: 1) else { return false }
    return quantity > far
  }

  /// For how many days `stock` lasts; nil where nothing was sold.
  package func days(of stock: Quantity) -> Int? {
    guard daily > .zero, stock > .zero else { return nil }
    return Int(stock.thousandths / daily.thousandths)
  }
}
