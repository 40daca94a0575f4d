import Database
import Forecast
import Measures

/// What was sold of each item day by day, kept beside the books so that looking back over years is quick. Only items
/// that something was written of since the last time are read again.
extension Books {
  /// Reads what was written after `group` into `daily_demand`, up to the day before `today`; returns the items.
  func gatherDemand(after group: Int64, before today: Day) async throws -> [Int64] {
    let changed = try await query(
      """
      select item_id, min(day) from (
        select l.item_id, l.day from sales s join sale_lines l on l.shop_id = s.shop_id and l.sale_id = s.sale_id
        where s.shop_id = \(shop) and s.group_id > \(group)
        union all
        select item_id, day from stock_entries where shop_id = \(shop) and group_id > \(group)
      ) written
      where day < \(today)
      group by item_id
      order by item_id
      """
    ).map { try $0.decode(Int64.self, Day.self) }
    for part in changed.parts(of: 500) {
      let (items, days) = (part.map(\.0), part.map(\.1))
      try await transaction.execute(
        """
        delete from daily_demand d using unnest(\(items), \(days)) as c (item_id, day)
        where d.shop_id = \(shop) and d.item_id = c.item_id and d.day >= c.day
        """)
      try await transaction.execute(
        """
        with changed as (select * from unnest(\(items), \(days)) as c (item_id, since)),
        sold as (
          select l.item_id, l.day, sum(l.quantity) as quantity
          from changed c join sale_lines l on l.shop_id = \(shop) and l.item_id = c.item_id and l.day >= c.since
          where l.day < \(today)
          group by l.item_id, l.day),
        -- What was there in the evening of each day on which something was written.
        evenings as (
          select item_id, day, sum(moved) over (partition by item_id order by day) as held,
            lead(day, 1, \(today)) over (partition by item_id order by day) as until
          from (
            select e.item_id, e.day, sum(e.quantity) as moved
            from changed c join stock_entries e on e.shop_id = \(shop) and e.item_id = c.item_id
            group by e.item_id, e.day) moves),
        -- Below zero the books are behind, and say nothing of the shelf.
        bare as (
          select v.item_id, d::date as day
          from evenings v join changed c on c.item_id = v.item_id,
            generate_series(greatest(v.day, c.since), least(v.until, v.day + \(Self.bareDaysMax)::int) - 1, interval '1 day') d
          where v.held = 0 and d < \(today))
        insert into daily_demand (shop_id, item_id, day, quantity, ran_out)
        select \(shop), item_id, day, coalesce(s.quantity, 0), b.item_id is not null
        from sold s full join bare b using (item_id, day)
        """)
    }
    return changed.map(\.0)
  }

  /// After so long without goods nobody asks for them any more.
  private static var bareDaysMax: Int { 60 }

  /// The days of these items before `today`, from the first sale on, with the days on which the shop was closed marked.
  func histories(of items: [Int64], before today: Day, since first: Day) async throws -> [Int64: DemandSeries] {
    let open = try await openDays(before: today, since: first)
    let oneOffs = try await oneOffs(of: items)
    var series: [Int64: DemandSeries] = [:]
    for part in items.parts(of: 500) {
      let rows = try await query(
        """
        select item_id, array_agg(day - date '1970-01-01' order by day), array_agg(quantity order by day),
          array_agg(ran_out order by day)
        from daily_demand
        where shop_id = \(shop) and item_id = any(\(part)) and day >= \(first) and day < \(today)
        group by item_id
        """)
      for row in rows {
        let (item, days, quantities, ranOut) = try row.decode(Int64.self, [Int].self, [Double].self, [Bool].self)
        guard let start = days.first else { continue }
        var values = [Double](repeating: 0, count: today.number - start)
        var marks: [DemandSeries.Mark] = values.indices.map { open.contains(start + $0) ? .observed : .closed }
        for (day, (quantity, isBare)) in zip(days, zip(quantities, ranOut)) {
          values[day - start] = quantity
          marks[day - start] = isBare ? .outOfStock : .observed
        }
        for day in oneOffs[item] ?? [] where values.indices.contains(day - start) { marks[day - start] = .oneOff }
        series[item] = DemandSeries(start: Day(number: start), values: values, marks: marks)
      }
    }
    return series
  }

  /// The days on which anything was sold; all, where a shop sells too seldom for a silent day to mean a closed door.
  private func openDays(before today: Day, since first: Day) async throws -> Set<Int> {
    let days = try await query(
      """
      select distinct day - date '1970-01-01' from daily_demand
      where shop_id = \(shop) and day >= \(first) and day < \(today) and quantity > 0
      """
    ).map { try $0.decode(Int.self) }
    guard let earliest = days.min(), Double(days.count) >= 0.6 * Double(today.number - earliest) else {
      return Set(first.number..<max(first.number, today.number))
    }
    return Set(days)
  }

  private func oneOffs(of items: [Int64]) async throws -> [Int64: [Int]] {
    try await query(
      """
      select item_id, day - date '1970-01-01' from spikes
      where shop_id = \(shop) and answer = 'one_off' and item_id = any(\(items))
      """
    ).reduce(into: [:]) { days, row in
      let (item, day) = try row.decode(Int64.self, Int.self)
      days[item, default: []].append(day)
    }
  }
}

extension Array {
  /// In order, so many at a time.
  func parts(of size: Int) -> [[Element]] {
    stride(from: 0, to: count, by: size).map { Array(self[$0..<Swift.min($0 + size, count)]) }
  }
}
