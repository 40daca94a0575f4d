import Database
import Foundation
import Language
import Measures
import TestSupport
import Testing

@testable import Insights

/// The questions that are asked most, on a shop of 120,000 lines beside another as big: whoever asks of a few days or of
/// one item must not make the database read all lines ever sold, nor another shop's.
@Suite(.timeLimit(.minutes(5)))
struct PlannerBudgetTests {
  private static let today = Till.today

  private static func questions() throws -> [(String, Insight)] {
    func period(_ name: String) throws -> PeriodRange { try Till.period(name) }
    let (day, month) = (try period("today"), try period("this_month"))
    let item = Insight.Filter(item: 7)
    return [
      ("today's sales", Insight(.revenue, .bills, in: day)),
      ("the month's sales", Insight(.revenue, .bills, in: month)),
      ("how it was paid", Insight(.revenue, by: .payment, in: day)),
      ("the best days", Insight(.revenue, by: .day, in: month, limit: 3)),
      ("the best items", Insight(.revenue, .quantity, by: .item, in: try period("last_30_days"), limit: 5)),
      ("today's profit", Insight(.grossProfit, .costedRevenue, in: day)),
      ("the month's profit", Insight(.grossProfit, .costedRevenue, in: month)),
      ("items without a cost", Insight(.uncostedLines, by: .item, in: day, keeping: .positive)),
      ("one item's sales", Insight(.quantity, .revenue, in: try period("this_year"), where: item)),
      ("the busiest hours", Insight(.bills, .revenue, by: .hour, in: day, limit: 3)),
      ("the best customers", Insight(.revenue, .bills, by: .customer, in: day, limit: 9)),
      ("one item's days", Insight(.quantity, by: .day, in: try period("this_year"), where: item)),
    ]
  }

  @Test func `the twelve most asked questions read no table of sales from end to end`() async throws {
    try await Till.with { till in
      let shops = try await [Self.bigShop("Shree Ganesh Kirana", till), Self.bigShop("Laxmi Stores", till)]
      try await till.owner.execute(script: "vacuum analyze")
      for (name, insight) in try Self.questions() {
        let statement = try InsightStatement(insight, of: shops[0], in: insight.period).sql(limit: insight.limit)
        let plan = try await till.application.books(of: shops[0], at: Till.now) { books in
          try await books.query("explain \(statement)").map { try $0.decode(String.self) }
        }
        let scans = plan.filter { line in
          ["sale_lines", "sales", "item_months"].contains { line.contains("Seq Scan on \($0) ") }
        }
        #expect(scans == [], "\(name):\n\(plan.joined(separator: "\n"))")
      }
    }
  }

  @Test func `sums of months keep a long question short`() async throws {
    try await Till.with { till in
      let shop = try await Self.bigShop("Shree Ganesh Kirana", till)
      try await till.owner.execute(script: "vacuum analyze")
      let insight = Insight(.revenue, by: .item, in: try Till.period("last_year"), limit: 5)
      let statement = try InsightStatement(insight, of: shop, in: insight.period).sql(limit: 5)
      let plan = try await till.application.books(of: shop, at: Till.now) { books in
        try await books.query("explain \(statement)").map { try $0.decode(String.self) }
      }
      #expect(plan.contains { $0.contains("on item_months") } && !plan.contains { $0.contains("on sale_lines") })
    }
  }

  /// Two years of forty bills a day, four lines each, of 500 items.
  private static func bigShop(_ name: String, _ till: Till) async throws -> ShopID {
    try await till.owner.transaction { transaction in
      let shop = try await transaction.query(
        "insert into shops (name, created_at) values (\(name), \(Till.now)) returning shop_id"
      ).only().decode(ShopID.self)
      // Foreign keys looked up one by one would take most of the time.
      try await transaction.execute("set local session_replication_role = replica")
      let statements: [SQL] = [
        """
        insert into items (shop_id, item_id, name, unit, created_at) overriding system value
        select \(shop), n, 'Item ' || n, 'kg', \(Till.now) from generate_series(1, 500) n
        """,
        """
        insert into sales (shop_id, sale_id, group_id, payment, total, day, at) overriding system value
        select \(shop), n, n, 'cash', 4000, \(today)::date - (n / 40)::integer, \(Till.now)
        from generate_series(0, 29999) n
        """,
        """
        insert into sale_lines (shop_id, sale_id, line, item_id, quantity, price, amount, cost, day)
        select s.shop_id, s.sale_id, line, 1 + (s.sale_id * 7 + line * 31) % 500, 1, 1000, 1000, 900, s.day
        from sales s, generate_series(1, 4) line where s.shop_id = \(shop)
        """,
        """
        insert into item_months (shop_id, item_id, month, quantity, revenue, costed, cost, unpriced, uncosted)
        select shop_id, item_id, date_trunc('month', day)::date, count(*), sum(amount), sum(amount), sum(cost), 0, 0
        from sale_lines where shop_id = \(shop) group by 1, 2, 3 order by 3
        """,
        """
        insert into bill_days (shop_id, day, payment, revenue, discount, bills)
        select shop_id, day, payment, sum(total), 0, count(*) from sales where shop_id = \(shop) group by 1, 2, 3
        """,
      ]
      for statement in statements { try await transaction.execute(statement) }
      return shop
    }
  }
}
