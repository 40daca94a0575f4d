import Database
package import Forecast
package import Measures

/// The last days of an item, for a picture and for what can be said of them.
package struct DemandHistory: Hashable, Sendable {
  package let start: Day
  /// Nil on days when nothing could be sold.
  package let sold: [Double?]
  /// The last four weeks beside the four before; nil where it was not sold so long.
  package let trend: Trend?
  /// So many days ago it was first sold, within what is looked at.
  package var days: Int { sold.count }

  /// The weekday on which clearly most is sold: at least a third more than on the others; Monday is 1.
  package var bestWeekday: Int? {
    guard sold.count >= 28 else { return nil }
    var sums = [Int: (amount: Double, count: Int)]()
    for (place, amount) in sold.enumerated() {
      guard let amount else { continue }
      let weekday = start.adding(place).weekday
      sums[weekday, default: (0, 0)].amount += amount
      sums[weekday, default: (0, 0)].count += 1
    }
    let means = sums.filter { $0.value.count >= 4 }.mapValues { $0.amount / Double($0.count) }
    let ranked = means.sorted { ($0.value, $1.key) > ($1.value, $0.key) }
    guard ranked.count >= 5, ranked[1].value > 0, ranked[0].value >= 1.33 * ranked[1].value else { return nil }
    return ranked[0].key
  }
}

extension Books {
  package func demandHistory(of item: Int64, before today: Day, days: Int) async throws -> DemandHistory? {
    try await demandHistories(of: [item], before: today, days: days)[item]
  }

  package func demandHistories(of items: [Int64], before today: Day, days: Int) async throws -> [Int64: DemandHistory] {
    try await histories(of: items, before: today, since: today.adding(-days)).mapValues { series in
      let sold = zip(series.values, series.marks).map { $1 == .closed || ($1 == .outOfStock && $0 == 0) ? nil : $0 }
      return DemandHistory(start: series.start, sold: sold, trend: Trend(of: series, days: 28))
    }
  }

  /// On which days how much of each was sold; a day that is left out sold none.
  package func daysSold(of items: [Int64], from first: Day, before end: Day) async throws -> [Int64: [Day: Double]] {
    try await query(
      """
      select item_id, day, quantity from daily_demand
      where shop_id = \(shop) and item_id = any(\(items)) and day >= \(first) and day < \(end)
      """
    ).reduce(into: [:]) { sold, row in
      let (item, day, amount) = try row.decode(Int64.self, Day.self, Double.self)
      sold[item, default: [:]][day] = amount
    }
  }

  /// Whether these items together sell more or less than four weeks before, each counted by what one of it is worth; nil
  /// where nothing was sold so long.
  package func demandTrend(of worth: [Int64: Double], before today: Day) async throws -> Trend? {
    let first = today.adding(-2 * Self.trendDays)
    let histories = try await histories(of: Array(worth.keys), before: today, since: first).filter {
      $0.value.start <= first.adding(6)
    }
    guard !histories.isEmpty else { return nil }
    var sold = [Double](repeating: 0, count: 2 * Self.trendDays)
    for (item, series) in histories {
      for (place, value) in series.values.enumerated() where series.start.number + place >= first.number {
        sold[series.start.number + place - first.number] += value * (worth[item] ?? 0)
      }
    }
    return Trend(now: Array(sold[Self.trendDays...]), before: Array(sold[..<Self.trendDays]))
  }

  private static var trendDays: Int { 28 }

  package func sold(of items: [Int64], from first: Day, through last: Day) async throws -> [Int64: Double] {
    try await query(
      """
      select item_id, sum(quantity) from daily_demand
      where shop_id = \(shop) and item_id = any(\(items)) and day between \(first) and \(last)
      group by item_id
      """
    ).reduce(into: [:]) { sold, row in
      let (item, amount) = try row.decode(Int64.self, Double.self)
      sold[item] = amount
    }
  }
}
