import Database
import Foundation
import Measures

/// Some weeks of the demo shop as rows for the books. Groups and sales have no ids yet: rows name them by position.
struct DemoEntries {
  private(set) var groups: [Group] = []
  var sales: [Sale] = []
  var lines: [Line] = []
  var movements: [Movement] = []
  var prices: [Price] = []
  var charges: [Charge] = []

  /// Enough for one statement a table.
  var isFull: Bool { movements.count >= 5_000 }

  mutating func addGroup(_ kind: String, _ day: Day, _ moment: Date) -> Int {
    groups.append(Group(kind: kind, day: day, moment: moment))
    return groups.count - 1
  }

  struct Group {
    let kind: String
    let day: Day
    let moment: Date
  }

  struct Sale {
    let group: Int
    let customer: Int64?
    let payment: String
    let total: Money
  }

  struct Line {
    let sale: Int
    let number: Int
    let item: Int64
    let quantity: Quantity
    let price: Money
    let amount: Money
    let cost: Money
  }

  struct Movement {
    let group: Int
    let item: Int64
    let kind: String
    let quantity: Quantity
    let onHandAfter: Quantity
    let cost: Money?
    let supplier: Int64?
  }

  /// A customer owes more, or less.
  struct Charge {
    let group: Int
    let customer: Int64
    let kind: String
    let amount: Money
    let balanceAfter: Money
    let payment: String?
  }

  struct Price {
    let group: Int
    let item: Int64
    let kind: String
    let amount: Money
  }
}

/// In mass, so with arrays: a statement a table, not a row. The ledgers' own verbs write the same columns one by one.
/// Each join names the first id of its rows, else it would read all that was inserted before.
extension Books {
  func insert(_ entries: DemoEntries) async throws {
    guard !entries.groups.isEmpty else { return }
    let groups = try await insert(entries.groups)
    let sales = try await insert(entries.sales, in: groups)
    try await insert(entries.lines, of: sales)
    try await insert(entries.movements, in: groups)
    try await insert(entries.prices, in: groups)
    try await insert(entries.charges, in: groups)
  }

  private func insert(_ charges: [DemoEntries.Charge], in groups: [Int64]) async throws {
    try await execute(
      """
      insert into credit_entries (shop_id, group_id, customer_id, kind, amount, balance_after, payment, day, at)
      select g.shop_id, g.group_id, c.customer_id, c.kind, c.amount, c.balance_after, c.payment, g.day, g.at
      from unnest(\(charges.map { groups[$0.group] }), \(charges.map(\.customer)), \(charges.map(\.kind)),
          \(charges.map(\.amount)), \(charges.map(\.balanceAfter)), \(charges.map(\.payment)))
        with ordinality as c (group_id, customer_id, kind, amount, balance_after, payment, n)
      join entry_groups g on g.shop_id = \(shop) and g.group_id = c.group_id and g.group_id >= \(groups[0])
      order by c.n
      """)
  }

  private func insert(_ groups: [DemoEntries.Group]) async throws -> [Int64] {
    try await query(
      """
      insert into entry_groups (shop_id, kind, day, at)
      select \(shop), kind, day, at
      from unnest(\(groups.map(\.kind)), \(groups.map(\.day)), \(groups.map(\.moment)))
        with ordinality as g (kind, day, at, n)
      order by n
      returning group_id
      """
    ).map { try $0.decode(Int64.self) }.sorted()
  }

  private func insert(_ sales: [DemoEntries.Sale], in groups: [Int64]) async throws -> [Int64] {
    try await query(
      """
      insert into sales (shop_id, group_id, customer_id, payment, total, day, at)
      select g.shop_id, g.group_id, s.customer_id, s.payment, s.total, g.day, g.at
      from unnest(\(sales.map { groups[$0.group] }), \(sales.map(\.customer)), \(sales.map(\.payment)),
          \(sales.map(\.total))) with ordinality as s (group_id, customer_id, payment, total, n)
      join entry_groups g on g.shop_id = \(shop) and g.group_id = s.group_id and g.group_id >= \(groups[0])
      order by s.n
      returning sale_id
      """
    ).map { try $0.decode(Int64.self) }.sorted()
  }

  private func insert(_ lines: [DemoEntries.Line], of sales: [Int64]) async throws {
    try await execute(
      """
      insert into sale_lines (shop_id, sale_id, line, item_id, quantity, price, amount, cost, day)
      select s.shop_id, s.sale_id, l.line, l.item_id, l.quantity, l.price, l.amount, l.cost, s.day
      from unnest(\(lines.map { sales[$0.sale] }), \(lines.map(\.number)), \(lines.map(\.item)),
          \(lines.map(\.quantity)), \(lines.map(\.price)), \(lines.map(\.amount)), \(lines.map(\.cost)))
        as l (sale_id, line, item_id, quantity, price, amount, cost)
      join sales s on s.shop_id = \(shop) and s.sale_id = l.sale_id and s.sale_id >= \(sales.first)
      """)
  }

  private func insert(_ movements: [DemoEntries.Movement], in groups: [Int64]) async throws {
    try await execute(
      """
      insert into stock_entries (shop_id, group_id, item_id, kind, quantity, on_hand_after, cost, supplier_id, day, at)
      select g.shop_id, g.group_id, m.item_id, m.kind, m.quantity, m.on_hand_after, m.cost, m.supplier_id, g.day, g.at
      from unnest(\(movements.map { groups[$0.group] }), \(movements.map(\.item)), \(movements.map(\.kind)),
          \(movements.map(\.quantity)), \(movements.map(\.onHandAfter)), \(movements.map(\.cost)),
          \(movements.map(\.supplier)))
        with ordinality as m (group_id, item_id, kind, quantity, on_hand_after, cost, supplier_id, n)
      join entry_groups g on g.shop_id = \(shop) and g.group_id = m.group_id and g.group_id >= \(groups[0])
      order by m.n
      """)
  }

  private func insert(_ prices: [DemoEntries.Price], in groups: [Int64]) async throws {
    try await execute(
      """
      insert into prices (shop_id, group_id, item_id, kind, amount, day, at)
      select g.shop_id, g.group_id, p.item_id, p.kind, p.amount, g.day, g.at
      from unnest(\(prices.map { groups[$0.group] }), \(prices.map(\.item)), \(prices.map(\.kind)),
          \(prices.map(\.amount))) with ordinality as p (group_id, item_id, kind, amount, n)
      join entry_groups g on g.shop_id = \(shop) and g.group_id = p.group_id and g.group_id >= \(groups[0])
      order by p.n
      """)
  }
}
