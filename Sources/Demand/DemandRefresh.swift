package import Database
import Forecast
package import Measures

/// What one refresh did, for the log.
package struct DemandRefreshed: Hashable, Sendable {
  package let changed: Int
  package let forecast: Int
}

/// Brings what was sold and what is expected up to a day. Its work grows with the items of which something was written
/// since the last time; at the first time, and once in a week for those that rest, with all that sell.
extension Books {
  /// - Parameter today: the first day that is not over.
  @discardableResult
  package func refreshDemand(on today: Day) async throws -> DemandRefreshed {
    let before = try await openRefresh(on: today)
    let changed = try await gatherDemand(after: before.map { $0.group - Self.lateGroups } ?? 0, before: today)
    let late = if let before { try await soldInThePast(after: before.group, before: before.day) } else { [Int64]() }
    let wanted = try await itemsToForecast(changed, late: late, on: today)
    try await foretell(wanted.items, new: wanted.new, common: wanted.common, watching: Set(changed), on: today)
    try await storeActuals(before: today)
    try await storeLowLevels(on: today)
    try await closeRefresh(on: today)
    return DemandRefreshed(changed: changed.count, forecast: wanted.items.count)
  }

  /// Once a day, for whoever asks before the night's work was done; and again when a past was brought in since.
  package func refreshDemandIfDue(on today: Day) async throws {
    let done = try await query(
      "select through_group, through_day from demand_refreshes where shop_id = \(shop)"
    ).first?.decode(Int64.self, Day.self)
    if let (group, day) = done, day >= today, try await soldInThePast(after: group, before: day).isEmpty { return }
    try await refreshDemand(on: today)
  }

  /// Items of which sales were written after `group`, of days before `day`.
  private func soldInThePast(after group: Int64, before day: Day) async throws -> [Int64] {
    try await query(
      """
      select distinct l.item_id from sales s
      join sale_lines l on l.shop_id = s.shop_id and l.sale_id = s.sale_id
      where s.shop_id = \(shop) and s.group_id > \(group) and l.day < \(day)
      """
    ).map { try $0.decode(Int64.self) }
  }

  private func foretell(
    _ items: [Int64], new: [Int64], common: [Int64], watching changed: Set<Int64>, on today: Day
  ) async throws {
    let first = today.adding(-Self.daysBack)
    let series = try await histories(of: Array(Set(items + common)), before: today, since: first)
    let events = try await events(from: first, through: today.adding(StoredForecast.days))
    let profile = ShopProfile(of: common.compactMap { series[$0] }, events: events)
    try await store(items.compactMap { item in series[item].map { profile.stored($0, of: item) } })
    try await lookBack(new.filter { series[$0] != nil }, series, common, events, on: today)
    let eve = today.adding(-1)
    for item in items where changed.contains(item) {
      guard let sold = series[item]?.values.last, let expected = series[item]?.before(eve) else { continue }
      guard let day = profile.forecast(of: expected, periods: 1).steps.first,
        let spike = SpikeRule().spike(ofDay: sold, expected: day)
      else { continue }
      try await note(spike, of: item, on: eve, group: nil)
    }
  }

  /// Once more, after the owner said what a day was.
  func foretellAgain(_ item: Int64, on today: Day) async throws {
    let common = try await itemsToForecast([], late: [], on: today).common
    try await foretell([item], new: [], common: common, watching: [], on: today)
  }

  /// Two years, and a little for the same festival two years ago.
  private static var daysBack: Int { 760 }
  /// Numbers are given before what they stand for is seen by others: the last ones are read twice.
  private static var lateGroups: Int64 { 100 }
  /// What all have in common is learnt from so many that sell most often.
  private static var commonMax: Int { 200 }
  private static var weeksBack: Int { 8 }

  /// Waits for another refresh of this shop to end; nil at the first time.
  private func openRefresh(on today: Day) async throws -> (group: Int64, day: Day)? {
    try await query("select pg_advisory_xact_lock(hashtextextended('demand', \(shop.rawValue)))")
      .first.map { _ in }
    return try await query(
      "select through_group, through_day from demand_refreshes where shop_id = \(shop)"
    ).first.map { try $0.decode(Int64.self, Day.self) }
  }

  private func closeRefresh(on today: Day) async throws {
    try await execute(
      """
      insert into demand_refreshes (shop_id, through_group, through_day, at)
      select \(shop), coalesce(max(group_id), 0), \(today), \(now) from entry_groups where shop_id = \(shop)
      on conflict (shop_id) do update set
        through_group = excluded.through_group, through_day = excluded.through_day, at = excluded.at
      """)
  }

  /// Those that changed, those whose forecast is a week old while they still sell, and those that were never foretold.
  /// - Parameter late: of which a past was brought in after they were foretold, be it today.
  private func itemsToForecast(_ changed: [Int64], late: [Int64], on today: Day) async throws
    -> (items: [Int64], new: [Int64], common: [Int64])
  {
    let rows = try await query(
      """
      select d.item_id, count(*),
        (select max(made_on) from forecasts f where f.shop_id = \(shop) and f.item_id = d.item_id)
      from daily_demand d join items i on i.shop_id = d.shop_id and i.item_id = d.item_id and i.retired_at is null
      where d.shop_id = \(shop) and d.day >= \(today.adding(-90)) and d.day < \(today)
      group by d.item_id
      having max(d.quantity) > 0  -- of what only ran out, and never sold, nothing is known
      order by 2 desc, 1
      """
    ).map { try $0.decode(Int64.self, Int.self, Day?.self) }
    let (isChanged, isLate) = (Set(changed), Set(late))
    let due = rows.filter { item, _, made in
      guard let made, !isLate.contains(item) else { return true }
      return made < today && (isChanged.contains(item) || made <= today.adding(-7))
    }
    return (due.map(\.0), due.filter { $0.2 == nil }.map(\.0), rows.prefix(Self.commonMax).map(\.0))
  }

  /// What would have been foretold in the weeks before, from what was known then: so that a shop that brings its past
  /// sees at once how far to trust us.
  private func lookBack(
    _ items: [Int64], _ series: [Int64: DemandSeries], _ common: [Int64], _ events: [EventDay], on today: Day
  ) async throws {
    guard !items.isEmpty else { return }
    let earliest = today.adding(-7 * Self.weeksBack)
    let profile = ShopProfile(of: common.compactMap { series[$0]?.before(earliest) }, events: events)
    let stored = (1...Self.weeksBack).flatMap { week in
      items.compactMap { item in
        series[item]?.before(today.adding(-7 * week)).map { profile.stored($0, of: item) }
      }
    }
    try await store(stored)
  }
}

extension ShopProfile {
  fileprivate func stored(_ series: DemandSeries, of item: Int64) -> (forecast: StoredForecast, weekBefore: Double) {
    let forecast = StoredForecast(self.forecast(of: series, periods: StoredForecast.days), of: item)
    return (forecast, series.values.suffix(7).reduce(0, +))
  }
}

extension DemandSeries {
  /// What was known on the eve of a day; nil where that is less than four weeks.
  fileprivate func before(_ day: Day) -> DemandSeries? {
    let count = day.number - start.number
    guard count >= 28 else { return nil }
    return DemandSeries(start: start, values: Array(values.prefix(count)), marks: Array(marks.prefix(count)))
  }
}
