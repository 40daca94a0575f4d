import Insights
import Intents
import Inventory
import Language
import Measures

/// “which was the best day”, “kis item me ghata hua”: not how much, but which.
extension Turn {
  private static let daysShown = 3

  func bestDays(_ request: Request) async throws -> Answer {
    let asked = try await askedPeriod(request, usually: "this_month")
    let rows = try await books.find(
      Insight(.revenue, by: .day, in: asked.range, keeping: .positive, limit: Self.daysShown)
    ).rows
    guard !rows.isEmpty else { return .say(say(.salesNone, [.period: asked.said]), for: request) }
    let lines = rows.enumerated().compactMap { index, row -> String? in
      guard case .day(let day) = row.key, let money = row.money(.revenue) else { return nil }
      return say(
        .daysLine, [.n: .number(index + 1), .date: .day(day, today: today), .amount: .money(money)])
    }
    return .say(together([say(.daysHead, [.period: asked.said])] + lines), for: request)
  }

  func itemsByProfit(_ request: Request) async throws -> Answer {
    let asked = try await askedPeriod(request, usually: "last_30_days")
    let rows = try await earning(.most, .positive, in: asked.range)
    guard !rows.isEmpty else { return .say(say(.profitUnknown), for: request) }
    return .say(together([say(.itemsProfitHead, [.period: asked.said])] + (try await lines(rows))), for: request)
  }

  func itemsAtALoss(_ request: Request) async throws -> Answer {
    let asked = try await askedPeriod(request, usually: "last_30_days")
    let rows = try await earning(.least, .negative, in: asked.range)
    let head = say(rows.isEmpty ? .itemsLossNone : .itemsLossHead, [.period: asked.said])
    var said = [head] + (try await lines(rows))
    let uncosted = try await books.profit(in: asked.range).uncosted
    if !uncosted.isEmpty { said.append(say(.profitUncosted, [.items: try await fewNames(of: uncosted)])) }
    return .say(together(said), for: request)
  }

  private func earning(
    _ order: Insight.Order, _ keeping: Insight.Keeping, in period: PeriodRange
  ) async throws -> [Finding.Row] {
    try await books.find(
      Insight(.grossProfit, by: .item, in: period, order: order, keeping: keeping, limit: Self.answerRowsMax)
    ).rows
  }

  private func lines(_ rows: [Finding.Row]) async throws -> [String] {
    zip(rows, try await names(of: rows)).enumerated().map { index, found in
      let money = found.0.money(.grossProfit) ?? .zero
      return say(
        .itemsLine, [.n: .number(index + 1), .item: .text(found.1), .amount: .money(money.magnitude)])
    }
  }
}
