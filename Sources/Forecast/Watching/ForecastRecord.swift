import Measures

/// How forecasts of an item came out, beside the plain guess that it sells as in the week before: “last 8 weeks: off by
/// 12 %, a plain last-week guess by 15 %”.
package struct ForecastRecord: Hashable, Sendable {
  /// What was said for a time, what the last week would have said, and what came.
  package struct Entry: Hashable, Sendable {
    package let forecast: Double
    package let lastWeek: Double
    package let actual: Double

    package init(forecast: Double, lastWeek: Double, actual: Double) {
      self.forecast = forecast
      self.lastWeek = lastWeek
      self.actual = actual
    }
  }

  /// How many entries it rests on.
  package let count: Int
  /// Sum of the misses beside the sum of what was sold: 0.12 is “off by 12 %”.
  package let error: Double
  package let lastWeekError: Double

  /// The reply says so where a forecast was no better than the guess.
  package var isBetterThanGuess: Bool { error < lastWeekError }

  /// Nil where nothing was sold, so that nothing can be said in percent. Entries that are not numbers are passed over.
  package init?(_ entries: [Entry]) {
    let known = entries.filter { $0.forecast.isFinite && $0.lastWeek.isFinite && $0.actual.isFinite }
    let sold = known.reduce(0) { $0 + abs($1.actual) }
    guard sold > 0, sold.isFinite else { return nil }
    count = known.count
    error = known.reduce(0) { $0 + abs($1.forecast - $1.actual) } / sold
    lastWeekError = known.reduce(0) { $0 + abs($1.lastWeek - $1.actual) } / sold
  }

  /// Had this shop asked each week: weekly totals as they would have been forecast, from the oldest to the last. For an
  /// item whose forecasts were not kept.
  package init?(lookingBack weeks: Int, at item: DemandSeries, in profile: ShopProfile) {
    guard item.frequency == .daily else { return nil }
    let entries = (1...max(weeks, 1)).compactMap { back -> Entry? in
      let origin = item.values.count - 7 * back
      guard origin >= 14, let known = item.until(item.start.adding(origin)) else { return nil }
      let week = item.values[origin..<(origin + 7)].filter(\.isFinite)
      return Entry(
        forecast: profile.forecast(of: known, periods: 7).mean(periods: 7),
        lastWeek: item.values[(origin - 7)..<origin].filter(\.isFinite).reduce(0, +), actual: week.reduce(0, +))
    }
    self.init(entries)
  }
}
