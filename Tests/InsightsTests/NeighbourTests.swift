import Database
import Foundation
import Insights
import TestSupport
import Testing

/// Whatever is counted, and by whatever it is split: the neighbour's figures count for nothing.
struct NeighbourTests {
  @Test func `no answer changes with the neighbour's books`() async throws {
    try await Till.with { till in
      let ours = try await everything(in: till.ganesh, till)
      let theirs = try await everything(in: till.laxmi, till)
      #expect(ours.count > 40)
      for change: SQL in [
        "update sales set total = total + 777700, discount = discount + 1 where shop_id = \(till.laxmi)",
        "update bill_days set revenue = revenue + 777700, bills = bills + 1 where shop_id = \(till.laxmi)",
        "update sale_lines set quantity = quantity + 7777, amount = amount + 777700 where shop_id = \(till.laxmi)",
        "update item_months set quantity = quantity + 7777, revenue = revenue + 777700 where shop_id = \(till.laxmi)",
        "update stock set on_hand = on_hand + 7777 where shop_id = \(till.laxmi)",
        "update prices set amount = amount + 777700 where shop_id = \(till.laxmi)",
        "update credit_balances set balance = balance + 777700 where shop_id = \(till.laxmi)",
        "update expenses set amount = amount + 777700 where shop_id = \(till.laxmi)",
        "update customers set name = 'Zubeida' where shop_id = \(till.laxmi)",
      ] { try await till.owner.execute(change) }
      #expect(try await everything(in: till.ganesh, till) == ours)
      let now = try await everything(in: till.laxmi, till)
      let questions: [Question] = [
        Question(metric: .revenue, dimension: .whole), Question(metric: .quantity, dimension: .item),
        Question(metric: .onHand, dimension: .item), Question(metric: .stockValue, dimension: .whole),
        Question(metric: .creditOutstanding, dimension: .customer), Question(metric: .expenses, dimension: .whole),
      ]
      for question in questions {
        #expect(now[question] != theirs[question], "\(question) of the neighbour did not change: it proves nothing")
      }
    }
  }

  private struct Question: Hashable {
    let metric: Insight.Metric
    let dimension: Insight.Dimension
  }

  /// Every metric by every dimension that means something.
  private func everything(in shop: ShopID, _ till: Till) async throws -> [Question: Finding] {
    var findings: [Question: Finding] = [:]
    let (period, before) = (try Till.period("this_month"), try Till.period("last_month"))
    for metric in Insight.Metric.allCases {
      for dimension in Insight.Dimension.allCases {
        do {
          findings[Question(metric: metric, dimension: dimension)] = try await till.find(
            Insight(metric, by: dimension, in: period, order: .key, comparedTo: before), in: shop)
        } catch is InsightFault {
          continue  // “margin by payment of what is on the shelf”
        }
      }
    }
    return findings
  }
}
