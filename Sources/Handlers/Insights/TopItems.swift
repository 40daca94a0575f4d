import Insights
import Intents
import Inventory
import Language
import Measures

/// “is mahine ke top 3”: what brought the most money, with how much of it went.
extension Turn {
  private static let topItemsUsual = 5

  func topItems(_ request: Request) async throws -> Answer {
    if let compared = try await compared(request) { return compared }
    let asked = try await askedPeriod(request, usually: "last_30_days")
    let count = min(max(request.frame.slots.number ?? Self.topItemsUsual, 1), Self.answerRowsMax)
    let found = try await books.find(
      Insight(
        .revenue, .quantity, by: .item, in: asked.range, where: .init(category: request.frame.slots.category),
        limit: count))
    let best = found.rows.filter { $0.quantity(.quantity) ?? .zero > .zero }
    guard !best.isEmpty else { return .say(say(.salesNone, [.period: asked.said]), for: request) }
    let lines = zip(best, try await names(of: best)).enumerated().map { index, found in
      topLine(index + 1, found.0, name: found.1)
    }
    return .say(together([say(.topHead, [.period: asked.said])] + lines), for: request)
  }

  private func topLine(_ place: Int, _ row: Finding.Row, name: String) -> String {
    let (money, sold) = (row.money(.revenue) ?? .zero, row.quantity(.quantity) ?? .zero)
    let values: [Placeholder: PhraseValue] = [
      .n: .number(place), .item: .text(name), .qty: .measure(Measure(sold, row.unit ?? .piece)),
      .amount: .money(money),
    ]
    return say(money == .zero ? .topLineUnpriced : .topLine, values)
  }
}
