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
    let outlook = try await outlook(request.frame.slots)
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
      return .say(together(lines(outlook) + (try await lastYear(of: [item], outlook))), for: request)
    }
    let expected = forecast.expectation(over: days)
    var rows = lines(outlook)
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

  /// A kind of goods, or everything: what it comes to in money, then what sells most.
  private func forecastOfMany(_ outlook: Outlook, _ request: Request) async throws -> Answer {
    try await rows(of: try await books.allItems(in: request.frame.slots.kind?.category), outlook, request)
  }

  private func rows(of items: [Item], _ outlook: Outlook, _ request: Request) async throws -> Answer {
    let forecasts = try await books.forecasts(of: items.map(\.id))
    let known = items.filter { forecasts[$0.id] != nil }
    let kind = request.frame.slots.items.isEmpty ? request.frame.slots.kind : nil
    guard !known.isEmpty else {
      return .say(
        kind.map { say(.forecastNone, [.item: .text($0.spoken.asName)]) } ?? say(.forecastNothing), for: request)
    }
    guard let days = outlook.days else {
      return .say(together(lines(outlook) + (try await lastYear(of: known, outlook))), for: request)
    }
    let tags = try await books.priceTags(of: known.map(\.id))
    let expected = known.compactMap { item in
      forecasts[item.id].map { ExpectedSale(item, $0.expectation(over: days), rate: tags[item.id]?.sale ?? .zero) }
    }.sorted { ($0.worth, $0.amount.mean) > ($1.worth, $1.amount.mean) }
    var rows = lines(outlook)
    rows.append(head(TogetherExpected(expected), outlook, kind))
    rows += expected.prefix(Self.answerRowsMax).map { say(.forecastRow, values(of: $0.item, $0.amount)) }
    if kind != nil {
      let worth = Dictionary(known.map { ($0.id, Double(tags[$0.id]?.sale?.paise ?? 0)) }, uniquingKeysWith: +)
      rows += change(try await books.demandTrend(of: worth, before: today))
    }
    rows += try await trust(in: known.map(\.id), nil)
    return .say(together(rows), for: request)
  }

  private func head(_ total: TogetherExpected, _ outlook: Outlook, _ kind: GoodsKind?) -> String {
    let values: [Placeholder: PhraseValue] = [
      .period: outlook.said, .amount: .money(total.mean), .low: .money(total.low), .high: .money(total.high),
    ]
    guard let kind else { return say(.forecastHead, values) }
    return say(.forecastKind, values.merging([.what: .text(kind.spoken.asName)]) { $1 })
  }

  private func values(of item: Item, _ expected: Expectation) -> [Placeholder: PhraseValue] {
    [
      .item: name(item), .qty: rough(expected.mean, of: item),
      .low: low(expected, of: item), .high: rough(expected.high, of: item),
    ]
  }

  /// “1.9 to 5.7 kg”: a bare number, but where less than one is said in a smaller unit, “100 g to 400 g”.
  private func low(_ expected: Expectation, of item: Item) -> PhraseValue {
    let (low, high) = (rounded(expected.low, of: item), rounded(expected.high, of: item))
    return high < Quantity(1) && low > .zero ? measure(low, of: item) : .text(low.description)
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
    return [say(judgement(of: record), values)]
  }

  /// What cannot be told apart by whole percents is called the same.
  private func judgement(of record: ForecastRecord) -> Phrase {
    let (own, guess) = (percent(record.error), percent(record.lastWeekError))
    if own == 0, guess == 0 { return .forecastExact }
    if own == guess { return .forecastAsGood }
    return record.isBetterThanGuess ? .forecastRecord : .forecastNoBetter
  }

  private func trend(_ history: DemandHistory?) -> [String] {
    var rows = change(history?.trend)
    if let weekday = history?.bestWeekday {
      rows.append(say(.demandBestDay, [.what: .text(weekday.saidOnWeekday(in: voice))]))
    }
    return rows
  }

  private func change(_ trend: Trend?) -> [String] {
    guard let trend, let change = trend.change, trend.direction == .up || trend.direction == .down else { return [] }
    return [say(trend.direction == .up ? .demandUp : .demandDown, [.share: share(abs(change))])]
  }

  private static let recordWeeks = 8

  private func share(_ part: Double) -> PhraseValue { .share(percent(part) * 100) }

  private func percent(_ part: Double) -> Int64 { Int64((part * 100).rounded()) }
}
