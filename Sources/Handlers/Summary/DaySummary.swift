import Commerce
import Database
import Demand
import Forecast
import Insights
import Inventory
import Language
import Measures
import Messages

/// A day's account as the owner gets it in the morning: what was sold, how it was paid, what it earned, what is low, who
/// owes, and what today will bring. Ten lines at most; what is not known is left out.
extension Turn {
  /// Nil where there is nothing to tell.
  func summary(of day: Day) async throws -> Reply? {
    let period = PeriodRange(day)
    var rows = try await takings(in: period)
    rows += try await earnings(in: period)
    if let best = try await bestSellers(in: period) { rows.append(best) }
    let low = try await books.lowItems()
    if !low.isEmpty { rows.append(lowRow(low)) }
    rows += try await dues(on: day)
    guard !rows.isEmpty else { return nil }
    rows += try await ahead()
    let head = say(.summaryHead, [.date: .day(day, today: today)])
    let buttons = try await orderButtons(of: low)
    return Reply(together([head] + rows), choices: buttons.isEmpty ? .none : .buttons(buttons))
  }

  private func takings(in day: PeriodRange) async throws -> [String] {
    let before = PeriodRange(day.first.adding(-7))
    let sales = try await books.find(Insight(.revenue, .bills, in: day, comparedTo: before))
    guard let money = sales.whole.money(.revenue), money != .zero || sales.whole.count(.bills) > 0 else {
      return [say(.summarySalesNone)]
    }
    var rows = [
      say(.summarySales, [.amount: .money(money), .bills: .bills(sales.whole.count(.bills))])
    ]
    if let money = sales.wholeBefore?.money(.revenue), money > .zero {
      rows.append(say(.salesBefore, [.period: .day(before.first, today: today), .amount: .money(money)]))
    }
    if let paid = try await howPaid(in: day) { rows.append(paid) }
    return rows
  }

  private func earnings(in day: PeriodRange) async throws -> [String] {
    let found = try await books.profit(in: day)
    guard !found.isEmpty, let profit = found.profit else { return [] }
    let said = say(profit < .zero ? .summaryLoss : .summaryProfit, [.amount: .money(profit.magnitude)])
    guard found.counted < found.sales else { return [said] }
    return [said + " · " + say(.profitCounted, [.amount: .money(found.counted), .total: .money(found.sales)])]
  }

  private func bestSellers(in day: PeriodRange) async throws -> String? {
    let rows = try await books.find(Insight(.revenue, .quantity, by: .item, in: day, limit: 3)).rows
      .filter { $0.quantity(.quantity) ?? .zero > .zero }
    guard !rows.isEmpty else { return nil }
    let said = zip(rows, try await names(of: rows)).map { row, name in
      PhraseValue.words([.text(name), .measure(Measure(row.quantity(.quantity) ?? .zero, row.unit ?? .piece))])
    }
    return say(.summaryBest, [.items: .list(said)])
  }

  private func lowRow(_ items: [Item]) -> String {
    let shown = items.prefix(Self.lowMax).map { PhraseValue.words([name($0), measure($0.onHand, of: $0)]) }
    let rest = items.count - shown.count
    let list = PhraseValue.list(shown)
    return say(
      .summaryLow, [.items: rest > 0 ? .text(say(.namesMore, [.items: list, .n: .number(rest)])) : list])
  }

  private static var lowMax: Int { 5 }

  private func dues(on day: Day) async throws -> [String] {
    let received = try await books.received(on: day)
    let due = try await books.totalDue()
    var parts: [String] = []
    if received > .zero { parts.append(say(.summaryReceived, [.amount: .money(received)])) }
    if due.customers > 0 {
      parts.append(say(.creditTotal, [.balance: .money(due.total), .n: .number(due.customers)]))
    }
    return parts.isEmpty ? [] : [parts.joined(separator: " · ")]
  }

  /// What is expected of today, and a festival of the next days.
  private func ahead() async throws -> [String] {
    var rows: [String] = []
    let expected = TogetherExpected(try await books.expectedSales(on: today))
    if expected.mean > .zero {
      let values: [Placeholder: PhraseValue] = [
        .period: .text(say(.periodToday)), .amount: .money(expected.mean), .low: .money(expected.low),
        .high: .money(expected.high),
      ]
      rows.append(say(.forecastHead, values))
    }
    let calendar = try await books.festivalCalendar()
    let festival = calendar.festivals(in: today.adding(1)...today.adding(Self.festivalDays)).first(
      where: \.isWorthNaming)
    if let festival {
      let values: [Placeholder: PhraseValue] = [
        .what: .text(festival.occasion.name(in: voice)), .date: .day(festival.day, today: today),
      ]
      rows.append(say(.forecastFestival, values))
    }
    return rows
  }

  /// The order of what is low, one tap for each supplier.
  private func orderButtons(of low: [Item]) async throws -> [Button] {
    guard !low.isEmpty else { return [] }
    let wish = OrderWish(items: low.map(\.id))
    return orderButtons(try await orderPlan(wish), wish)
  }
}

extension Books {
  fileprivate func expectedSales(on day: Day) async throws -> [ExpectedSale] {
    let items = try await allItems()
    let forecasts = try await forecasts(of: items.map(\.id))
    let tags = try await priceTags(of: Array(forecasts.keys))
    return items.compactMap { item in
      forecasts[item.id].map {
        ExpectedSale(item, $0.expectation(over: day...day), rate: tags[item.id]?.sale ?? .zero)
      }
    }
  }
}
