import Commerce
import Demand
import Forecast
import Intents
import Inventory
import Language
import Measures
import Messages

/// “agle hafte chini kitni lagegi”: what is expected to sell, how far the stock goes, and how far to trust it. Everything
/// is read from what was stored, so that the reply, the picture and the record say the same.
extension Turn {
  func forecast(_ request: Request) async throws -> Answer {
    try await books.refreshDemandIfDue(on: today)
    let outlook = try await outlook(request.frame.slots.period)
    guard !request.frame.slots.items.isEmpty else { return try await forecastOfMany(outlook, request) }
    return try await withItems(of: request) { items in
      guard items.count == 1, let item = items.first else { return try await rows(of: items, outlook, request) }
      return try await forecast(of: item, outlook, request)
    }
  }

  private func forecast(of item: Item, _ outlook: Outlook, _ request: Request) async throws -> Answer {
    guard let forecast = try await books.forecasts(of: [item.id])[item.id] else {
      return .say(say(.forecastNone, [.item: name(item)]), for: request)
    }
    guard let days = outlook.days else {
      return .say(try await lines(outlook) + lastYear(of: [item], outlook), for: request)
    }
    let expected = forecast.expectation(over: days)
    var rows = try await [lines(outlook)].filter { !$0.isEmpty }
    let said = values(of: item, expected).merging([.period: outlook.said]) { $1 }
    rows.append(say(.forecastItem, said))
    if let stock = stockLine(item, forecast, expected) { rows.append(stock) }
    let history = try await books.demandHistory(of: item.id, before: today, days: DemandPicture.daysBack)
    rows += trend(history)
    rows += try await trust(in: [item.id], history)
    let open = try await openSpikeQuestion(of: item)
    let text = (rows + (open.map { [$0.text] } ?? [])).joined(separator: "\n")
    let answer = Answer.say(text, open.map { .buttons($0.buttons) } ?? .none, for: request)
    guard programsQuestion == nil else { return answer }
    let insight = say(.chartDemandInsight, said)
    return answer.attaching(try await DemandPicture(self, item, forecast, history, insight: insight).kept())
  }

  /// A category, or everything: what it comes to in money, then what sells most.
  private func forecastOfMany(_ outlook: Outlook, _ request: Request) async throws -> Answer {
    try await rows(of: try await books.allItems(in: request.frame.slots.category), outlook, request)
  }

  private func rows(of items: [Item], _ outlook: Outlook, _ request: Request) async throws -> Answer {
    let forecasts = try await books.forecasts(of: items.map(\.id))
    let known = items.filter { forecasts[$0.id] != nil }
    guard !known.isEmpty else { return .say(say(.forecastNothing), for: request) }
    guard let days = outlook.days else {
      return .say(try await lines(outlook) + lastYear(of: known, outlook), for: request)
    }
    let tags = try await books.priceTags(of: known.map(\.id))
    let expected = known.compactMap { item in
      forecasts[item.id].map { forecast in
        let amount = forecast.expectation(over: days)
        return (item: item, amount: amount, money: (tags[item.id]?.sale).map { $0.worth(amount.mean) } ?? 0)
      }
    }.sorted { ($0.money, $0.amount.mean) > ($1.money, $1.amount.mean) }
    var rows = [try await lines(outlook)].filter { !$0.isEmpty }
    let total = Money(paise: Int64(expected.reduce(0) { $0 + $1.money }.rounded()))
    rows.append(say(.forecastHead, [.period: outlook.said, .amount: .money(total.rough)]))
    rows += expected.prefix(Self.answerRowsMax).map { say(.forecastRow, values(of: $0.item, $0.amount)) }
    rows += try await trust(in: known.map(\.id), nil)
    return .say(rows.joined(separator: "\n"), for: request)
  }

  private func values(of item: Item, _ expected: Expectation) -> [Placeholder: PhraseValue] {
    [
      .item: name(item), .qty: rough(expected.mean, of: item),
      .low: .text(rounded(expected.low, of: item).description), .high: rough(expected.high, of: item),
    ]
  }

  /// No more figures than an expectation deserves.
  func rough(_ amount: Double, of item: Item) -> PhraseValue { measure(rounded(amount, of: item), of: item) }

  private func rounded(_ amount: Double, of item: Item) -> Quantity {
    let isCounted = item.unit.dimension == .count || item.unit.dimension == .pack
    return Quantity(rounding: isCounted || amount >= 10 ? amount.rounded() : (amount * 10).rounded() / 10)
  }

  private func stockLine(_ item: Item, _ forecast: StoredForecast, _ expected: Expectation) -> String? {
    guard item.isCounted, item.onHand > .zero, expected.mean > 0 else { return nil }
    let have = Double(item.onHand.thousandths) / 1_000
    let days = forecast.days(lastedBy: have, from: today)
    guard let days, days < expected.days.upperBound else {
      return say(.forecastCovered, [.have: measure(item.onHand, of: item)])
    }
    return say(.forecastLasts, [.have: measure(item.onHand, of: item), .days: .days(max(1, days))])
  }

  /// The record of eight weeks; of young items that they are young.
  private func trust(in items: [Int64], _ history: DemandHistory?) async throws -> [String] {
    guard let record = try await books.forecastRecord(of: items, before: today) else {
      let days = history?.days ?? 0
      return days > 0 && days < 56 ? [say(.forecastYoung, [.days: .days(days)])] : []
    }
    let values: [Placeholder: PhraseValue] = [
      .n: .number(min(Self.recordWeeks, record.count)), .share: share(record.error),
      .usualShare: share(record.lastWeekError),
    ]
    return [say(record.isBetterThanGuess ? .forecastRecord : .forecastNoBetter, values)]
  }

  private func trend(_ history: DemandHistory?) -> [String] {
    var rows: [String] = []
    if let trend = history?.trend, let change = trend.change, trend.direction == .up || trend.direction == .down {
      rows.append(say(trend.direction == .up ? .demandUp : .demandDown, [.share: share(abs(change))]))
    }
    if let weekday = history?.bestWeekday {
      rows.append(say(.demandBestDay, [.what: .text(weekday.saidAsWeekday(in: voice))]))
    }
    return rows
  }

  private static let recordWeeks = 8

  private func share(_ part: Double) -> PhraseValue { .share(Int64((part * 100).rounded()) * 100) }

  private func lines(_ outlook: Outlook) async throws -> String {
    guard let festival = outlook.festival else { return "" }
    let values: [Placeholder: PhraseValue] = [
      .what: .text(festival.occasion.name(in: voice)), .date: .day(festival.day, today: today),
    ]
    var rows = [say(festival.isApproximate ? .forecastFestivalMoon : .forecastFestival, values)]
    if outlook.days == nil { rows.append(say(.forecastFar, [.days: .days(Self.outlookDays)])) }
    return rows.joined(separator: "\n")
  }

  /// What the week before the same festival brought a year ago: all that can be said of one that is far.
  private func lastYear(of items: [Item], _ outlook: Outlook) async throws -> String {
    guard let before = outlook.lastYear else {
      return outlook.festival == nil ? say(.forecastFar, [.days: .days(Self.outlookDays)]) : ""
    }
    let sold = try await books.sold(of: items.map(\.id), from: before.day.adding(-6), through: before.day)
    let rows = items.compactMap { item in sold[item.id].map { (item, $0) } }.filter { $0.1 > 0 }
      .sorted { $0.1 > $1.1 }.prefix(Self.answerRowsMax)
    guard !rows.isEmpty else { return "" }
    let lines = rows.map { item, amount in
      say(.forecastLastYearRow, [.item: name(item), .qty: rough(amount, of: item)])
    }
    return "\n" + ([say(.forecastLastYear)] + lines).joined(separator: "\n")
  }
}

extension Money {
  /// Paise, of an amount that is only expected.
  func worth(_ quantity: Double) -> Double { Double(paise) * quantity }

  /// To three figures: ₹5,60,000.
  var rough: Money {
    var step: Int64 = 100
    while paise.magnitude >= UInt64(step) * 1_000 { step *= 10 }
    return Money(paise: (paise + step / 2) / step * step)
  }
}
