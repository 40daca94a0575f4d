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

  /// Once a day, for whoever asks before the night's work was done.
  package func refreshDemandIfDue(on today: Day) async throws {
    let done = try await query("select through_day from demand_refreshes where shop_id = \(shop)").first?
      .decode(Day.self)
    if done.map({ $0 < today }) ?? true { try await refreshDemand(on: today) }
  }
}
