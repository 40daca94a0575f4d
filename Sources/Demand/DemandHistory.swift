import Database
import Forecast
package import Measures

/// The last days of an item, for a picture and for what can be said of them.
package struct DemandHistory: Hashable, Sendable {
  package let start: Day
  /// Nil on days when nothing could be sold.
  package let sold: [Double?]
  /// So many days ago it was first sold, within what is looked at.
  package let days: Int

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

/// What was sold in the last four weeks beside the four before.
package struct DemandTrend: Hashable, Sendable {
  package let change: Double
  /// More than what chance does to so few sales.
  package let isClear: Bool

  init?(recent: Double, before: Double, sales: Int) {
    guard before > 0, recent >= 0 else { return nil }
    change = recent / before - 1
    isClear = abs(change) >= max(0.15, 2 / Double(max(sales, 1)).squareRoot())
  }
}

extension Books {
  package func demandHistory(of item: Int64, before today: Day, days: Int) async throws -> DemandHistory? {
    guard let series = try await histories(of: [item], before: today, since: today.adding(-days))[item] else {
      return nil
    }
    let sold = zip(series.values, series.marks).map { $1 == .closed || ($1 == .outOfStock && $0 == 0) ? nil : $0 }
    return DemandHistory(start: series.start, sold: sold, days: series.values.count)
  }

  package func demandTrend(of items: [Int64], before today: Day) async throws -> DemandTrend? {
    let row = try await query(
      """
      select coalesce(sum(quantity) filter (where day >= \(today.adding(-28))), 0),
        coalesce(sum(quantity) filter (where day < \(today.adding(-28))), 0), count(*) filter (where quantity > 0)
      from daily_demand
      where shop_id = \(shop) and item_id = any(\(items)) and day >= \(today.adding(-56)) and day < \(today)
      """
    ).first
    guard let (recent, before, days) = try row?.decode(Double.self, Double.self, Int.self) else { return nil }
    return DemandTrend(recent: recent, before: before, sales: days)
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
