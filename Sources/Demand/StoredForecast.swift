package import Database
package import Forecast
package import Foundation
package import Measures

/// What was expected of an item, as it was written down: what replies, pictures and advice all read.
package struct StoredForecast: Hashable, Sendable {
  /// So many days are foretold: today, and the next thirty.
  package static let days = 31
  /// Of the amounts that are kept of each total.
  package static let shares = [0.1, 0.5, 0.8, 0.9, 0.95, 0.98]

  package let item: Int64
  /// The first day.
  package let start: Day
  /// Each day's mean, own units.
  package let expected: [Double]
  /// What nine of ten days exceed, and do not exceed.
  package let low: [Double]
  package let high: [Double]
  private let totals: [Double]

  package init(_ forecast: DemandForecast, of item: Int64) {
    self.item = item
    start = forecast.start
    let days = forecast.steps.prefix(Self.days)
    let ranges = days.map { $0.quantiles([0.1, 0.9]) }
    expected = days.map(\.mean)
    (low, high) = (ranges.map { $0[0] }, ranges.map { $0[1] })
    totals = days.indices.flatMap { forecast.total(periods: $0 + 1).quantiles(Self.shares) }
  }

  init(_ row: Row) throws {
    (item, start, expected, low, high, totals) = try row.decode(
      Int64.self, Day.self, [Double].self, [Double].self, [Double].self, [Double].self)
  }

  package func mean(days: Int) -> Double { expected.prefix(days).reduce(0, +) }

  /// The amount that is enough for the first `days` with this probability, between those that were kept.
  package func total(days: Int, enoughWith share: Double) -> Double {
    let row = (min(max(days, 1), expected.count) - 1) * Self.shares.count
    guard row >= 0, totals.indices.contains(row + Self.shares.count - 1) else { return 0 }
    let amounts = totals[row..<(row + Self.shares.count)].map(\.self)
    guard let above = Self.shares.firstIndex(where: { $0 >= share }) else { return amounts.last ?? 0 }
    guard above > 0 else { return amounts[0] }
    let (left, right) = (Self.shares[above - 1], Self.shares[above])
    return amounts[above - 1] + (amounts[above] - amounts[above - 1]) * (share - left) / (right - left)
  }

  fileprivate func insertion(_ shop: ShopID, weekBefore: Double) -> SQL {
    """
    insert into forecasts (shop_id, item_id, made_on, expected, low, high, totals, week_expected, week_before)
    values (\(shop), \(item), \(start), \(expected), \(low), \(high), \(totals), \(mean(days: 7)), \(weekBefore))
    on conflict (shop_id, item_id, made_on) do update set
      expected = excluded.expected, low = excluded.low, high = excluded.high, totals = excluded.totals,
      week_expected = excluded.week_expected, week_before = excluded.week_before, week_sold = null
    """
  }
}

extension Books {
  func store(_ forecasts: [(forecast: StoredForecast, weekBefore: Double)]) async throws {
    for part in forecasts.parts(of: 200) {
      _ = try await pipeline(part.map { $0.forecast.insertion(shop, weekBefore: $0.weekBefore) })
    }
  }

  /// Writes beside each forecast what was sold in its first week, once that is over.
  func storeActuals(before today: Day) async throws {
    try await execute(
      """
      update forecasts f set week_sold = (
        select coalesce(sum(d.quantity), 0) from daily_demand d
        where d.shop_id = f.shop_id and d.item_id = f.item_id and d.day >= f.made_on and d.day < f.made_on + 7)
      where f.shop_id = \(shop) and f.week_sold is null and f.made_on <= \(today.adding(-7))
      """)
  }

  /// The newest forecast of each item; items that have none are left out.
  package func forecasts(of items: [Int64]) async throws -> [Int64: StoredForecast] {
    try await query(
      """
      select f.item_id, f.made_on, f.expected, f.low, f.high, f.totals
      from unnest(\(items)) as i (item_id) cross join lateral (
        select * from forecasts where shop_id = \(shop) and item_id = i.item_id order by made_on desc limit 1) f
      """
    ).reduce(into: [:]) { forecasts, row in
      let forecast = try StoredForecast(row)
      forecasts[forecast.item] = forecast
    }
  }

  /// The newest of an item stays.
  package func forgetForecasts(before moment: Date) async throws {
    try await execute(
      """
      delete from forecasts f where shop_id = \(shop) and made_on < (\(moment))::date
        and exists (
          select from forecasts n where n.shop_id = f.shop_id and n.item_id = f.item_id and n.made_on > f.made_on)
      """)
  }

  /// How the forecasts of these items came out over the last eight weeks; nil where too few of them are over, or nothing
  /// was sold.
  package func forecastRecord(of items: [Int64], before today: Day) async throws -> ForecastRecord? {
    let entries = try await query(
      """
      select week_expected, week_before, week_sold from forecasts
      where shop_id = \(shop) and item_id = any(\(items)) and week_sold is not null
        and made_on >= \(today.adding(-7 * Self.recordWeeks - 7)) and (\(today) - made_on) % 7 = 0
      """
    ).map { row in
      let (forecast, lastWeek, actual) = try row.decode(Double.self, Double.self, Double.self)
      return ForecastRecord.Entry(forecast: forecast, lastWeek: lastWeek, actual: actual)
    }
    return entries.count >= Self.recordWeeksMin ? ForecastRecord(entries) : nil
  }

  private static var recordWeeks: Int { 8 }
  private static var recordWeeksMin: Int { 3 }
}

/// What is expected of some days together: most likely between `low` and `high`.
package struct Expectation: Hashable, Sendable {
  package let days: ClosedRange<Int>
  package let mean: Double
  package let low: Double
  package let high: Double
}

extension StoredForecast {
  /// Of days that lie within what was foretold; others count as if nothing was expected. The range of days that begin
  /// later is as wide as that of as many days from the first on.
  package func expectation(over range: ClosedRange<Day>) -> Expectation {
    let (first, last) = (range.lowerBound.number - start.number, range.upperBound.number - start.number)
    let places = max(0, first)...max(0, last)
    let count = places.count
    let mean = expected.indices.filter(places.contains).reduce(0) { $0 + expected[$1] }
    let whole = self.mean(days: count)
    let scale = whole > 0 ? mean / whole : 0
    return Expectation(
      days: 1...max(1, count), mean: mean, low: scale * total(days: count, enoughWith: 0.1),
      high: scale * total(days: count, enoughWith: 0.9))
  }

  /// After how many days so much is used up; nil where it outlasts what was foretold.
  package func days(lastedBy amount: Double, from today: Day) -> Int? {
    var left = amount
    for (day, expected) in zip(0..., expected.dropFirst(max(0, today.number - start.number))) {
      left -= expected
      if left < 0 { return day }
    }
    return nil
  }
}
