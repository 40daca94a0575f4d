import Database
import Insights
import Language
import Measures
import Testing

/// Two shops of the same names: whatever is asked in one, nothing of the other answers.
@Suite(.timeLimit(.minutes(5)))
struct TwoTillsTests {
  @Test func `no metric by any dimension holds a figure of the other shop`() async throws {
    try await Till.with { till in
      let alone = try await answers(till, in: till.ganesh)
      #expect(alone.count > 60)
      for table in ["bill_days", "item_months", "sale_lines", "sales", "expenses", "credit_balances", "stock"] {
        try await till.owner.execute("delete from \(SQL.identifier(table)) where shop_id = \(till.laxmi)")
      }
      let afterwards = try await answers(till, in: till.ganesh)
      #expect(alone == afterwards)
    }
  }

  @Test func `the other shop's figures are its own, ten times as much`() async throws {
    try await Till.with { till in
      let (ours, theirs) = (try await answers(till, in: till.ganesh), try await answers(till, in: till.laxmi))
      #expect(ours.keys == theirs.keys)
      for (question, rows) in ours where question.isMoney {
        let total = rows.compactMap(\.value).reduce(0, +)
        #expect((theirs[question] ?? []).compactMap(\.value).reduce(0, +) == 10 * total, "\(question)")
      }
    }
  }

  @Test func `a filter by the other shop's item finds nothing`() async throws {
    try await Till.with { till in
      let week = try Till.period("this_week")
      let theirs = try await till.find(Insight(.revenue, by: .item, in: week), in: till.laxmi).rows
      for row in theirs {
        guard case .item(let id) = row.key else { continue }
        #expect(try await till.find(Insight(.revenue, by: .item, in: week, where: .init(item: id))).rows == [])
      }
    }
  }

  struct Question: Hashable {
    let metric: Insight.Metric
    let dimension: Insight.Dimension
    let period: String

    /// What adds up, and is ten times as much where ten times as much was sold.
    var isMoney: Bool {
      switch metric {
      case .revenue, .discounts, .costedRevenue, .grossProfit, .expenses, .creditOutstanding, .stockValue: true
      case .quantity, .margin, .bills, .averageBill, .unpricedLines, .uncostedLines, .onHand, .uncostedItems,
        .daysOfCover:
        false
      }
    }
  }

  struct Said: Hashable {
    let name: String?
    let value: Int64?
  }

  /// Every metric by every dimension that fits it, over a period with whole months and one without.
  private func answers(_ till: Till, in shop: ShopID) async throws -> [Question: [Said]] {
    var answers: [Question: [Said]] = [:]
    for metric in Insight.Metric.allCases {
      for dimension in Insight.Dimension.allCases {
        for period in ["this_week", "last_3_months"] {
          do {
            let rows = try await till.find(Insight(metric, by: dimension, in: try Till.period(period)), in: shop).rows
            answers[Question(metric: metric, dimension: dimension, period: period)] =
              rows.map { Said(name: $0.name, value: $0[metric]) }
          } catch is InsightFault {
            continue
          }
        }
      }
    }
    return answers
  }
}
