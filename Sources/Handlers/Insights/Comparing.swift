import Database
import Insights
import Intents
import Inventory
import Language
import Measures

/// “sabse zyada bheed kab hoti hai”, “best customers this month”, “kis category ki kitni bikri”: the business laid out
/// by hour, weekday, customer or kind of goods, the first of them beside the period before.
extension Turn {
  /// Nil where a total was asked for.
  func compared(_ request: Request) async throws -> Answer? {
    switch request.frame.slots.ranked {
    case .hours: try await busiestHours(request)
    case .weekdays: try await salesByWeekday(request)
    case .customers: try await bestCustomers(request)
    case .categories: try await salesByCategory(request)
    case .days: try await bestDays(request)
    case .items, .losses, .debtors, nil: nil
    }
  }

  private static let hoursShown = 3

  private func busiestHours(_ request: Request) async throws -> Answer {
    let asked = try await askedPeriod(request, usually: "last_30_days")
    let found = try await books.find(
      Insight(
        .bills, .revenue, by: .hour, in: asked.range, keeping: .positive, limit: Self.hoursShown,
        comparedTo: asked.before))
    return laidOut(found, asked, request, .hoursHead) { place, row in
      guard case .hour(let hour) = row.key else { return nil }
      let values: [Placeholder: PhraseValue] = [
        .n: .number(place), .text: .text(said(hour: hour)), .bills: .bills(row.count(.bills)),
        .amount: .money(row.money(.revenue) ?? .zero),
      ]
      return (said(hour: hour), say(.hoursLine, values))
    }
  }

  /// As it is said: “शाम 6–7”.
  private func said(hour: Int) -> String {
    let clock = [hour, hour + 1].map { String(($0 + 11) % 12 + 1) }.joined(separator: "–")
    let phrase: Phrase =
      switch hour {
      case 4..<12: .hourMorning
      case 12..<16: .hourNoon
      case 16..<20: .hourEvening
      default: .hourNight
      }
    return say(phrase, [.text: .text(clock)])
  }

  private func salesByWeekday(_ request: Request) async throws -> Answer {
    // Whole weeks, so that no weekday is counted once more than another.
    let asked = try await askedPeriod(request, usually: "last_84_days")
    let found = try await books.find(
      Insight(.revenue, by: .weekday, in: asked.range, keeping: .positive, comparedTo: asked.before))
    return laidOut(found, asked, request, .weekdaysHead) { place, row in
      guard case .weekday(let weekday) = row.key else { return nil }
      let name = weekday.saidAsWeekday(in: voice)
      let values: [Placeholder: PhraseValue] = [
        .n: .number(place), .text: .text(name), .amount: .money(row.money(.revenue) ?? .zero),
      ]
      return (name, say(.weekdaysLine, values))
    }
  }

  private func bestCustomers(_ request: Request) async throws -> Answer {
    let asked = try await askedPeriod(request, usually: "last_30_days")
    let found = try await books.find(
      // One more: sales without a name are a row too.
      Insight(
        .revenue, .bills, by: .customer, in: asked.range, keeping: .positive, limit: Self.answerRowsMax + 1,
        comparedTo: asked.before))
    let named = Finding(rows: Array(found.rows.filter { $0.name != nil }.prefix(shown(request))), before: found.before)
    return laidOut(named, asked, request, .customersHead, empty: .customersNone) { place, row in
      guard let name = row.name else { return nil }
      let values: [Placeholder: PhraseValue] = [
        .n: .number(place), .customer: .text(name), .amount: .money(row.money(.revenue) ?? .zero),
        .bills: .bills(row.count(.bills)),
      ]
      return (name, say(.customersLine, values))
    }
  }

  private func salesByCategory(_ request: Request) async throws -> Answer {
    let asked = try await askedPeriod(request, usually: "this_month")
    let found = try await books.find(
      Insight(.revenue, by: .category, in: asked.range, keeping: .positive, comparedTo: asked.before))
    let total = found.rows.compactMap { $0.money(.revenue) }.reduce(.zero, +)
    let first = Finding(rows: Array(found.rows.prefix(shown(request))), before: found.before)
    return laidOut(first, asked, request, .categoriesHead) { place, row in
      guard case .category(let category) = row.key, let money = row.money(.revenue) else { return nil }
      let name = category ?? say(.categoryNone)
      let values: [Placeholder: PhraseValue] = [
        .n: .number(place), .text: .text(name), .amount: .money(money),
        .share: .share(money.paise * 10_000 / max(total.paise, 1)),
      ]
      return (name, say(.categoriesLine, values))
    }
  }

  private func shown(_ request: Request) -> Int {
    min(max(request.frame.slots.number ?? Self.answerRowsMax, 1), Self.answerRowsMax)
  }

  /// A heading, the rows, and what the first of them was before.
  private func laidOut(
    _ found: Finding, _ asked: AskedPeriod, _ request: Request, _ head: Phrase, empty: Phrase = .salesNone,
    _ line: (Int, Finding.Row) -> (name: String, text: String)?
  ) -> Answer {
    let lines = found.rows.enumerated().compactMap { line($0 + 1, $1) }
    guard let best = lines.first, let row = found.rows.first else {
      return .say(say(empty, [.period: asked.said]), for: request)
    }
    var rows = [say(head, [.period: asked.said])] + lines.map(\.text)
    if let before = asked.before, let money = found.before[row.key]?.money(.revenue), money > .zero {
      rows.append(say(.rankedBefore, [.text: .text(best.name), .period: said(before), .amount: .money(money)]))
    }
    return .say(together(rows), for: request)
  }
}
