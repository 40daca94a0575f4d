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
    let names = try await names(of: best)
    let lines = zip(best, names).enumerated().map { topLine($0 + 1, $1.0, name: $1.1) }
    let picture = TopItemsPicture(self, asked, best, names: names)
    return try await .say(together([say(.topHead, [.period: asked.said])] + lines), for: request)
      .below(picture?.chart, named: "best-sellers.png", in: self)
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
