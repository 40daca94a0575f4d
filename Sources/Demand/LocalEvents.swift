package import Database
package import Forecast
package import Inventory
package import Measures

/// What the owner says is coming: a fair, a wedding season, the day of Eid in this place.
extension Books {
  package func noteEvent(_ occasion: Occasion, on day: Day, in group: EntryGroup) async throws {
    var (name, festival): (String?, String?) = (nil, nil)
    switch occasion {
    case .local(let told): name = told
    case .festival(let reckoned): festival = reckoned.rawValue
    }
    try await execute(
      """
      insert into local_events (shop_id, group_id, day, name, festival, at)
      values (\(shop), \(group.id), \(day), \(name), \(festival), \(now))
      """)
  }

  /// The calendar with what this shop's owner told.
  package func festivalCalendar() async throws -> FestivalCalendar {
    let rows = try await query(
      """
      select e.day, e.name, e.festival from local_events e
      where e.shop_id = \(shop)
        and not exists (select from entry_groups r where r.shop_id = e.shop_id and r.reverses = e.group_id)
      order by e.event_id
      """)
    return FestivalCalendar(
      told: try rows.compactMap { row in
        let (day, name, festival) = try row.decode(Day.self, String?.self, String?.self)
        if let name { return FestivalDay(.local(name), on: day) }
        return festival.flatMap(Festival.init).map { FestivalDay(.festival($0), on: day) }
      })
  }

  /// As the models want them: a name for each kind, across the years.
  func events(from first: Day, through last: Day) async throws -> [EventDay] {
    try await festivalCalendar().festivals(in: first...last).map(EventDay.init)
  }
}
