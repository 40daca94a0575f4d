import Database
import Language
import Measures

/// The rows of the books that a question is about, each with what can be added up of it.
struct Facts {
  let insight: Insight
  let source: Source
  let shop: ShopID
  let period: PeriodRange

  private var filter: Insight.Filter { insight.filter }

  var sql: SQL {
    switch source {
    case .bills: isByDay ? billDays : bills
    case .lines: isOfBill ? linesOfBills : needsItem ? linesOfItems : lines
    case .shelf: shelf
    case .credit: credit
    case .expenses:
      "select x.day, x.amount from expenses x where x.shop_id = \(shop) and \(within("x.day", period))"
    }
  }

  private func within(_ day: SQL, _ days: PeriodRange) -> SQL {
    days.isOneDay ? "\(day) = \(days.first)" : "\(day) between \(days.first) and \(days.last)"
  }

  private func conditions(_ all: [SQL?]) -> SQL { all.compactMap { $0 }.joined(separator: " and ") }

  // MARK: Bills

  /// What is asked of whole days comes ready added up.
  private var isByDay: Bool {
    switch insight.dimension {
    case .hour, .customer: false
    case .whole, .item, .category, .day, .weekday, .supplier, .payment: filter.customer == nil
    }
  }

  private var billDays: SQL {
    """
    select nullif(d.payment, '') as payment, d.day, d.discount, d.bills, d.revenue
    from bill_days d
    where \(conditions([
      "d.shop_id = \(shop)", within("d.day", period), filter.payment.map { "d.payment = \($0)" },
    ]))
    """
  }

  /// A bill that was taken back counts once more, negative; goods that came back and a day's figure are no bill.
  private var bills: SQL {
    let counts = !Set(insight.metrics).isDisjoint(with: [.bills, .averageBill])
    let groups: SQL =
      counts
      ? """
      left join entry_groups g on g.shop_id = s.shop_id and g.group_id = s.group_id
        and (g.reverses is not null or g.kind in ('sale_return', 'takings'))
      """ : ""
    let count: SQL =
      counts ? "case when g.group_id is null then 1 when g.kind = 'sale' then -1 else 0 end" : "null::integer"
    return """
      select s.customer_id, s.payment, s.day, \(hour) as hour, s.discount, \(count) as bills,
        coalesce(s.total, (select sum(l.amount)::bigint from sale_lines l
          where l.shop_id = s.shop_id and l.sale_id = s.sale_id)) as revenue
      from sales s \(groups)
      where \(conditions(ofBill + ["s.shop_id = \(shop)", within("s.day", period)]))
      """
  }

  /// What was written down later tells nothing of the hour.
  private var ofBill: [SQL?] {
    [
      filter.customer.map { "s.customer_id = \($0)" }, filter.payment.map { "s.payment = \($0)" },
      insight.dimension == .hour ? "(s.at at time zone \(zone))::date = s.day" : nil,
    ]
  }

  private var hour: SQL {
    insight.dimension == .hour ? "extract(hour from s.at at time zone \(zone))::integer" : "null::integer"
  }

  private var zone: SQL { "(select zone from shops where shop_id = \(shop))" }

  // MARK: Lines

  /// What only the bill knows of its lines.
  private var isOfBill: Bool {
    switch insight.dimension {
    case .hour, .customer, .payment: true
    case .whole, .item, .category, .day, .weekday, .supplier: filter.customer != nil || filter.payment != nil
    }
  }

  /// What only the item knows.
  private var needsItem: Bool {
    insight.dimension == .category || insight.dimension == .supplier || filter.category != nil
  }

  private var linesOfBills: SQL {
    """
    select e.*, s.customer_id, s.payment, \(hour) as hour, i.category, i.supplier_id
    from sales s
    join (\(spokenLines(period))) e on e.sale_id = s.sale_id
    join items i on i.shop_id = \(shop) and i.item_id = e.item_id
    where \(conditions(ofBill + ["s.shop_id = \(shop)", within("s.day", period), ofCategory]))
    """
  }

  private var linesOfItems: SQL {
    """
    select e.*, i.category, i.supplier_id
    from (\(lines)) e join items i on i.shop_id = \(shop) and i.item_id = e.item_id
    where \(ofCategory ?? "true")
    """
  }

  private var ofCategory: SQL? { filter.category.map { "i.category = \($0)" } }

  /// Whole months come ready added up, what is left of the period line by line.
  private var lines: SQL {
    guard insight.dimension != .day, insight.dimension != .weekday, let months = WholeMonths(in: period) else {
      return spokenLines(period)
    }
    let ready: SQL = """
      select m.item_id, null::bigint as sale_id, m.month as day, m.quantity, m.revenue, m.costed, m.cost, m.unpriced,
        m.uncosted
      from item_months m
      where \(conditions(["m.shop_id = \(shop)", "m.month between \(months.first) and \(months.last)", ofItem("m.item_id")]))
      """
    return ([ready] + months.edges.map(spokenLines)).joined(separator: " union all ")
  }

  private func ofItem(_ column: SQL) -> SQL? { filter.item.map { "\(column) = \($0)" } }

  private func spokenLines(_ days: PeriodRange) -> SQL {
    """
    select l.item_id, l.sale_id, l.day, l.quantity, l.amount as revenue,
      case when l.cost is not null then l.amount end as costed,
      case when l.amount is not null then round(l.quantity * l.cost) end as cost,
      case when l.amount is null then sign(l.quantity) end as unpriced,
      case when l.cost is null then sign(l.quantity) end as uncosted
    from sale_lines l
    where \(conditions(["l.shop_id = \(shop)", within("l.day", days), ofItem("l.item_id")]))
    """
  }

  // MARK: What there is now

  private var shelf: SQL {
    let sold: SQL = """
      left join (select e.item_id, sum(e.quantity) as quantity from (\(lines)) e group by e.item_id) o
        on o.item_id = i.item_id
      """
    let cost: SQL = """
      left join lateral (select p.amount from prices p where p.shop_id = i.shop_id and p.item_id = i.item_id
        and p.kind = 'cost' order by p.price_id desc limit 1) p on true
      """
    let isPaced = insight.metrics.contains(.daysOfCover)
    let isValued = !Set(insight.metrics).isDisjoint(with: [.stockValue, .uncostedItems])
    return """
      select i.item_id, i.category, i.supplier_id, coalesce(s.on_hand, 0) as on_hand,
        \(isValued ? "p.amount" : "null::bigint" as SQL) as cost,
        \(isPaced ? "o.quantity" : "null::numeric" as SQL) as sold, \(period.dayCount)::integer as days
      from items i
      left join stock s on s.shop_id = i.shop_id and s.item_id = i.item_id
      \(isValued ? cost : "") \(isPaced ? sold : "")
      where \(conditions([
        "i.shop_id = \(shop)", "i.retired_at is null", ofItem("i.item_id"), ofCategory,
        filter.stockBelow.map { "coalesce(s.on_hand, 0) < \($0)" },
      ]))
      """
  }

  private var credit: SQL {
    """
    select b.customer_id, b.balance from credit_balances b
    where \(conditions([
      "b.shop_id = \(shop)", "b.balance > 0", filter.customer.map { "b.customer_id = \($0)" },
    ]))
    """
  }
}
