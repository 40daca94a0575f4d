import Database
import Measures

/// What a check line of a transcript may ask of deliveries, suppliers and what is noted of an item.
enum GoodsChecks {
  /// Nil for a question that is none of these.
  static func look(_ words: ArraySlice<String>, item: Int64, in talk: Talk) async throws -> String? {
    let name = words.dropFirst().joined(separator: " ")
    switch words.first {
    case "payable":
      return try await money(
        """
        select coalesce(sum(b.balance), 0)::bigint from supplier_balances b
          join suppliers s on s.shop_id = b.shop_id and s.supplier_id = b.supplier_id
        where s.name = \(name)
        """, talk)
    case "owes":
      return try await money(
        """
        select coalesce(sum(b.balance), 0)::bigint from credit_balances b
          join customers c on c.shop_id = b.shop_id and c.customer_id = b.customer_id
        where c.name = \(name)
        """, talk)
    case "purchases": return try await money("select coalesce(sum(total), 0)::bigint from purchases", talk)
    case "suppliers":
      return try await talk.owner.query("select count(*) from suppliers").only().decode(Int.self).description
    case "cost":
      return try await money(
        "select amount from prices where item_id = \(item) and kind = 'cost' order by price_id desc limit 1", talk)
    case "mrp":
      return try await money(
        "select amount from prices where item_id = \(item) and kind = 'mrp' order by price_id desc limit 1", talk)
    case "expected":
      let days = words.dropFirst(2).first.flatMap { Int($0) } ?? 0
      return try await talk.owner.query(
        """
        select round(sum(amount))::bigint from forecasts f cross join unnest(f.expected[1:\(days)]) as amount
        where f.item_id = \(item) and f.made_on = (select max(made_on) from forecasts m where m.item_id = f.item_id)
        """
      ).only().decode(Int64?.self).map { "\($0)" } ?? "none"
    case "tied":
      return try await money(
        """
        select round(s.on_hand * (select p.amount from prices p where p.item_id = s.item_id and p.kind = 'cost'
          order by p.price_id desc limit 1))::bigint from stock s where s.item_id = \(item)
        """, talk)
    case "soldat":
      let rate = words.dropFirst(2).first.flatMap { Money(text: $0) }
      return try await talk.owner.query(
        "select coalesce(sum(quantity), 0) from sale_lines where item_id = \(item) and amount = round(\(rate) * quantity)"
      ).only().decode(Quantity.self).plain
    case "ordered":
      return try await talk.owner.query(
        """
        select coalesce(sum(o.quantity), 0) from ordered_goods o where o.item_id = \(item)
          and not exists (select from entry_groups r where r.shop_id = o.shop_id and r.reverses = o.group_id)
        """
      ).only().decode(Quantity.self).plain
    case "reach":
      return try await talk.owner.query("select phone from suppliers where name = \(name)").only().decode(String?.self)
        ?? "none"
    case "lots": return try await lots(item, talk)
    case "detail": return try await detail(words.dropFirst().first ?? "", item, talk)
    default: return nil
    }
  }

  private static func money(_ question: SQL, _ talk: Talk) async throws -> String {
    try await talk.owner.query(question).only().decode(Money?.self)?.description ?? "none"
  }

  /// “2026-11-25:10+A12”: what came in with which date, earliest first; what was taken back does not count.
  private static func lots(_ item: Int64, _ talk: Talk) async throws -> String {
    let rows = try await talk.owner.query(
      """
      select expires_on, sum(quantity), coalesce(batch, '') from lots where item_id = \(item)
      group by expires_on, batch having sum(quantity) <> 0 order by 1, 3
      """)
    let found = try rows.map { row in
      let (day, quantity, batch) = try row.decode(Day.self, Quantity.self, String.self)
      return "\(day):\(quantity.plain)" + (batch.isEmpty ? "" : "+" + batch)
    }
    return found.isEmpty ? "none" : found.joined(separator: ",")
  }

  /// “detail hsn sugar 1701”; the last word before the value is the item.
  private static func detail(_ kind: String, _ item: Int64, _ talk: Talk) async throws -> String {
    let column: SQL
    switch kind {
    case "hsn": column = "i.hsn"
    case "tax": column = "i.tax_rate::text"
    case "category": column = "i.category"
    case "barcode": column = "i.barcode"
    case "supplier": column = "replace(s.name, ' ', '_')"
    case "lead": column = "s.lead_days::text"
    default: return "unknown detail \(kind)"
    }
    return try await talk.owner.query(
      """
      select \(column) from items i left join suppliers s on s.shop_id = i.shop_id and s.supplier_id = i.supplier_id
      where i.item_id = \(item)
      """
    ).only().decode(String?.self) ?? "none"
  }
}
