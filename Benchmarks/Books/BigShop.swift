import Database
import Foundation

/// A shop after two good years: 5,000 items, 500 customers, a million lines on 333,334 bills. Some items sell all day,
/// most of them now and then; a few lines have no price or no cost. Always the same one.
struct BigShop {
  static let items = 5_000
  static let customers = 500
  static let bills = 333_334
  static let days = 730
  static let owner = "919100000001"
  static let channel = "100000000000001"

  /// Saturday 21 November 2026, 10:30 in Pune.
  static let now = Date(timeIntervalSince1970: 1_795_237_200)

  let id: ShopID

  /// Written by the owner of the tables at one go. Foreign keys and triggers are passed over, which takes a minute less;
  /// what the trigger would have added up is added up at the end.
  static func make(in database: Postgres) async throws -> BigShop {
    let id = try await database.query(
      "insert into shops (name, created_at) values ('Bench Bazaar', \(now)) returning shop_id"
    ).only().decode(ShopID.self)
    try await enroll(id, in: database)
    try await database.transaction { transaction in
      try await transaction.execute("set local session_replication_role = replica")
      _ = try await transaction.query("select setseed(0.42)")
      for statement in list(id) + trade(id) { try await transaction.execute(statement) }
    }
    try await database.execute(script: "vacuum analyze")
    return BigShop(id: id)
  }

  private static func enroll(_ id: ShopID, in database: Postgres) async throws {
    try await database.execute("insert into channels (channel) values (\(channel)) on conflict do nothing")
    try await database.execute(
      """
      with member as (
        insert into members (shop_id, role, created_at) values (\(id), 'owner', \(now)) returning member_id
      )
      insert into identities (channel, alias, person_id, shop_id, member_id, seen_at)
      select \(channel), 'phone:' || \(owner), nextval('people'), \(id), member_id, \(now) from member
      """)
  }

  /// Fifty makers of a hundred things each: “Bakira Tolam”.
  private static func list(_ id: ShopID) -> [SQL] {
    [
      """
      insert into entry_groups (shop_id, group_id, kind, day, at) overriding system value
      values (\(id), 1, 'opening', \(now)::date - \(days)::integer, \(now))
      """,
      """
      insert into suppliers (shop_id, supplier_id, name, created_at) overriding system value
      select \(id), n, 'Supplier ' || n, \(now) from generate_series(1, 40) n
      """,
      """
      insert into customers (shop_id, customer_id, name, created_at) overriding system value
      select \(id), n, 'Customer ' || n, \(now) from generate_series(1, \(customers)::integer) n
      """,
      """
      insert into items (shop_id, item_id, name, category, unit, threshold, supplier_id, created_at)
      overriding system value
      select \(id), n + 1,
        (array['Ba', 'Du', 'Fe', 'Go', 'Ka', 'Lo', 'Mi', 'Ni', 'Ra', 'Sa'])[n / 100 % 10 + 1]
          || (array['kira', 'lomi', 'nuta', 'pesa', 'vidu'])[n / 1000 + 1] || ' '
          || (array['To', 'Pe', 'Ji', 'Ru', 'Ha', 'Chi', 'Bo', 'Ve', 'Za', 'Di'])[n % 10 + 1]
          || (array['lam', 'nik', 'bur', 'mor', 'gal', 'tip', 'kos', 'ran', 'dev', 'sul'])[n / 10 % 10 + 1],
        'category ' || n % 25, (array['kg', 'packet', 'pc', 'l'])[n % 4 + 1], 5, n % 40 + 1, \(now)
      from generate_series(0, \(items - 1)::integer) n
      """,
      "insert into item_names (shop_id, item_id, name) select shop_id, item_id, name from items where shop_id = \(id)",
      "insert into stock (shop_id, item_id, on_hand) select shop_id, item_id, item_id % 90 from items where shop_id = \(id)",
      """
      insert into prices (shop_id, group_id, item_id, kind, amount, day, at)
      select \(id), 1, n, kind, case kind when 'sale' then 1000 + n % 300 * 100 else 850 + n % 300 * 85 end,
        \(now)::date - \(days)::integer, \(now)
      from generate_series(1, \(items)::integer) n, unnest(array['sale', 'cost']) kind where kind = 'sale' or n % 20 > 0
      """,
      """
      insert into credit_balances (shop_id, customer_id, balance)
      select \(id), n, n % 70 * 10000 from generate_series(1, \(customers)::integer) n
      """,
    ]
  }

  private static func trade(_ id: ShopID) -> [SQL] {
    [
      """
      insert into entry_groups (shop_id, group_id, kind, day, at) overriding system value
      select \(id), n + 1, 'sale', \(now)::date - \(days)::integer + 1 + (n::bigint * \(days)::integer / \(bills + 1)::integer)::integer, \(now)
      from generate_series(1, \(bills)::integer) n
      """,
      """
      insert into sales (shop_id, sale_id, group_id, customer_id, payment, total, day, at) overriding system value
      select g.shop_id, g.group_id - 1, g.group_id,
        case when random() < 0.4 then 1 + floor(\(customers) * random() * random()) end,
        (array['cash', 'cash', 'upi', 'credit', null])[1 + floor(5 * random())], null, g.day,
        (g.day + make_time(7 + floor(14 * random())::integer, 30, 0)) at time zone 'Asia/Kolkata'
      from entry_groups g where g.shop_id = \(id) and g.kind = 'sale'
      """,
      """
      insert into sale_lines (shop_id, sale_id, line, item_id, quantity, price, amount, cost, day)
      select shop_id, sale_id, line, item, quantity, price, price * quantity,
        case when item % 20 > 0 then 850 + item % 300 * 85 end, day
      from (
        select s.shop_id, s.sale_id, s.day, line, 1 + floor(\(items) * power(random(), 2.5))::integer as item,
          1 + floor(4 * random()) as quantity
        from sales s, generate_series(1, 1 + s.sale_id % 5) line where s.shop_id = \(id)
      ) l, lateral (select case when item % 200 > 0 then 1000 + item % 300 * 100 end as price) p
      """,
      """
      update sales s set total = l.total
      from (
        select sale_id, case when count(amount) = count(*) then sum(amount) end as total
        from sale_lines where shop_id = \(id) group by 1) l
      where s.shop_id = \(id) and l.sale_id = s.sale_id
      """,
      """
      insert into expenses (shop_id, group_id, kind, amount, day, at)
      select \(id), 1, 'tea', 20000, \(now)::date - n, \(now) from generate_series(0, \(days - 1)::integer) n
      """,
      """
      insert into item_months (shop_id, item_id, month, quantity, revenue, costed, cost, unpriced, uncosted)
      select l.shop_id, l.item_id, date_trunc('month', l.day)::date, sum(l.quantity), coalesce(sum(l.amount), 0),
        sum(l.amount) filter (where l.cost is not null),
        sum(round(l.quantity * l.cost)) filter (where l.amount is not null),
        count(*) filter (where l.amount is null), count(*) filter (where l.cost is null)
      from sale_lines l where l.shop_id = \(id)
      group by 1, 2, 3
      order by 1, 3, 2
      """,
      """
      insert into bill_days (shop_id, day, payment, revenue, discount, bills)
      select shop_id, day, payment, revenue, discount, bills from bill_day_sums where shop_id = \(id) order by day
      """,
    ]
  }
}
