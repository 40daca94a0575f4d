import Database
import Insights
import Language
import Measures
import Testing

/// Questions to a shop of which every figure can be added up by hand.
@Suite(.timeLimit(.minutes(5)))
struct InsightTests {
  @Test func `revenue counts discounts, returns and what was taken back, and what one bill's lines tell`() async throws
  {
    try await Till.with { till in
      let today = try await till.find(
        Insight(.revenue, .bills, .averageBill, .discounts, in: try Till.period("today"))
      ).whole
      // 85 by UPI, 14 of the bill whose oil has no price, 14 given back.
      #expect(today.money(.revenue) == Money(rupees: 85))
      #expect(today.count(.bills) == 2)
      #expect(today.money(.averageBill) == Money(paise: 4_250))
      #expect(today.money(.discounts) == Money(rupees: 5))
      let week = try await till.find(Insight(.revenue, in: try Till.period("this_week"))).whole
      #expect(week.money(.revenue) == Money(rupees: 85 + 253 + 1_000))
    }
  }

  @Test func `profit speaks only of what its cost is known for`() async throws {
    try await Till.with { till in
      let week = try Till.period("this_week")
      let profit = try await till.find(
        Insight(.grossProfit, .margin, .costedRevenue, .unpricedLines, .uncostedLines, in: week)
      ).whole
      #expect(profit.money(.grossProfit) == Money(rupees: 7 * 4))
      #expect(profit.money(.costedRevenue) == Money(rupees: 7 * 45))
      #expect(profit[.margin] == 889)
      #expect(profit.count(.unpricedLines) == 1)
      // Two lines of Maggi, and one that came back.
      #expect(profit.count(.uncostedLines) == 1)
      let maggi = try await till.find(Insight(.grossProfit, by: .item, in: week)).rows.first { $0.name == "Maggi" }
      #expect(try #require(maggi).money(.grossProfit) == nil, "unknown is not zero")
    }
  }

  @Test func `the best items come first, with their quantity in their own unit`() async throws {
    try await Till.with { till in
      let best = try await till.find(
        Insight(.revenue, .quantity, by: .item, in: try Till.period("this_month"), limit: 2))
      #expect(best.rows.map(\.name) == ["Sugar", "Maggi"])
      #expect(best.rows.map { $0.quantity(.quantity) } == [Quantity(7), Quantity(2)])
      #expect(best.rows.map(\.unit) == [.kilogram, .packet])
      let least = try await till.find(
        Insight(.revenue, by: .item, in: try Till.period("this_month"), order: .least, limit: 1))
      #expect(least.rows.map(\.name) == ["Oil"])
    }
  }

  @Test func `days, weekdays, hours, payments and customers divide the same revenue`() async throws {
    try await Till.with { till in
      let week = try Till.period("this_week")
      for dimension in [Insight.Dimension.day, .weekday, .payment, .customer] {
        let rows = try await till.find(Insight(.revenue, by: dimension, in: week)).rows
        #expect(rows.compactMap { $0[.revenue] }.reduce(0, +) == 133_800, "\(dimension)")
      }
      let days = try await till.find(Insight(.revenue, by: .day, in: week, order: .key)).rows
      #expect(days.map(\.key) == [.day(Till.today.adding(-2)), .day(Till.today.adding(-1)), .day(Till.today)])
      let payments = try await till.find(Insight(.revenue, by: .payment, in: try Till.period("today"))).rows
      #expect(payments.map(\.key) == [.payment("upi"), .payment("credit"), .payment("cash")])
      let hours = try await till.find(Insight(.bills, by: .hour, in: week)).rows
      #expect(hours.filter { $0.count(.bills) > 0 }.map(\.key) == [.hour(18), .hour(10), .hour(21)])
    }
  }

  @Test func `a period is put beside the one before`() async throws {
    try await Till.with { till in
      let month = try Till.period("this_month")
      let finding = try await till.find(
        Insight(.revenue, in: month, comparedTo: month.previous(on: Till.today)))
      #expect(finding.whole.money(.revenue) == Money(rupees: 1_338))
      #expect(finding.wholeBefore?.money(.revenue) == Money(rupees: 45))
      let items = try await till.find(
        Insight(.revenue, by: .item, in: month, limit: 1, comparedTo: month.lastYear(on: Till.today)))
      #expect(items.before.isEmpty)
    }
  }

  @Test func `filters leave only what fits`() async throws {
    try await Till.with { till in
      let week = try Till.period("this_week")
      func revenue(_ filter: Insight.Filter) async throws -> Money? {
        try await till.find(Insight(.revenue, in: week, where: filter)).whole.money(.revenue)
      }
      #expect(try await revenue(.init(category: "noodles")) == Money(rupees: 28))
      #expect(try await revenue(.init(payment: "upi")) == Money(rupees: 85))
      #expect(try await revenue(.init(category: "sweetener", payment: "upi")) == Money(rupees: 90))
      let sugar = try await till.find(Insight(.revenue, by: .item, in: week, limit: 1)).rows[0]
      guard case .item(let id) = sugar.key else {
        Issue.record("no item")
        return
      }
      #expect(try await revenue(.init(item: id)) == Money(rupees: 315))
      let few = try await till.find(Insight(.onHand, by: .item, in: week, where: .init(stockBelow: Quantity(10))))
      #expect(few.rows.count == 3)
      #expect(
        try await till.find(Insight(.onHand, by: .item, in: week, where: .init(stockBelow: Quantity(9)))).rows == [])
    }
  }

  @Test func `what stands on the shelf, what is owed, what was spent`() async throws {
    try await Till.with { till in
      let today = try Till.period("today")
      let shelf = try await till.find(Insight(.stockValue, .uncostedItems, in: today)).whole
      #expect(shelf.money(.stockValue) == Money(rupees: 9 * 41 + 9 * 132))
      #expect(shelf.count(.uncostedItems) == 1)
      let owed = try await till.find(Insight(.creditOutstanding, by: .customer, in: today))
      #expect(owed.rows.map(\.name) == ["Ramesh"])
      #expect(owed.rows[0].money(.creditOutstanding) == Money(rupees: 110))
      #expect(try await till.find(Insight(.expenses, in: today)).whole.money(.expenses) == Money(rupees: 30))
      // 7 kg in a week of 7 days: one a day.
      let cover = try await till.find(Insight(.daysOfCover, by: .item, in: try Till.period("this_week"), order: .least))
      #expect(cover.rows.first { $0.name == "Sugar" }?.count(.daysOfCover) == 9)
    }
  }

  @Test func `the sums of the months are the sums of their lines`() async throws {
    try await Till.with { till in
      let wrong = try await till.owner.query(
        """
        select m.item_id from item_months m
        full join (
          select shop_id, item_id, date_trunc('month', day)::date as month, sum(quantity) as quantity,
            coalesce(sum(amount), 0) as revenue, sum(amount) filter (where cost is not null) as costed,
            sum(round(quantity * cost)) filter (where amount is not null) as cost
          from sale_lines group by 1, 2, 3
        ) l using (shop_id, item_id, month)
        where (m.quantity, m.revenue, m.costed, m.cost) is distinct from (l.quantity, l.revenue, l.costed, l.cost)
        """)
      #expect(wrong.isEmpty)
      // The same question from the months and line by line.
      for name in ["last_month", "this_month", "this_year", "last_year"] {
        let period = try Till.period(name)
        let months = try await till.find(Insight(.costedRevenue, .grossProfit, .uncostedLines, in: period)).whole
        let days = try await till.find(Insight(.costedRevenue, .uncostedLines, by: .day, in: period)).rows
        #expect(months[.costedRevenue] == days.compactMap { $0[.costedRevenue] }.reduce(0, +), "\(name)")
        #expect(months[.uncostedLines] == days.compactMap { $0[.uncostedLines] }.reduce(0, +), "\(name)")
      }
    }
  }

  @Test func `a question that makes no sense is refused, not answered with nothing`() async throws {
    try await Till.with { till in
      let today = try Till.period("today")
      for insight in [
        Insight(.stockValue, by: .hour, in: today), Insight(.quantity, in: today),
        Insight(.expenses, by: .item, in: today),
        Insight(in: today), Insight(.creditOutstanding, .bills, in: today),
      ] {
        await #expect(throws: InsightFault.self) { try await till.find(insight) }
      }
    }
  }
}
