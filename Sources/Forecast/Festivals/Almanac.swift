import Measures

/// Reckons the days of festivals in a span of days, from the sun, the moon and the tables.
struct Almanac {
  /// Empty where the span lies outside of the years that can be reckoned.
  private let days: Range<Day>
  private let months: [LunarMonth]

  init(_ span: ClosedRange<Day>) {
    let known = FestivalCalendar.known
    let first = max(span.lowerBound, known.lowerBound)
    let last = min(span.upperBound, known.upperBound)
    days = first <= last ? first..<last.adding(1) : first..<first
    // What follows a tithi by a day may fall into the month after.
    months = days.isEmpty ? [] : LunarMonth.touching(first.adding(-2)...last)
  }

  func festivalDays(of festivals: [Festival]) -> [FestivalDay] {
    guard !days.isEmpty else { return [] }
    return festivals.flatMap { festival in
      self.days(by: festival.rule).filter(days.contains).map {
        FestivalDay(.festival(festival), on: $0, isApproximate: festival.rule.isApproximate)
      }
    }
  }

  private func days(by rule: FestivalRule) -> [Day] {
    switch rule {
    case .moon(let rule): months.filter { $0.names.contains(rule.month) }.map(rule.day(in:))
    case .sunEntersCapricorn: years.compactMap(sankranti(of:))
    case .islamic(let day, let month):
      IslamicDate.years(touching: span).map { IslamicDate(year: $0, month: month, day: day).dayInIndia }
    case .date(let day, let month): years.compactMap { Day(year: $0, month: month, day: day) }
    case .firstOfMonth:
      years.flatMap { year in (1...12).compactMap { Day(year: year, month: $0, day: 1) } }
    }
  }

  private var span: ClosedRange<Day> { days.lowerBound...days.upperBound }

  private var years: ClosedRange<Int> { days.lowerBound.parts.year...days.upperBound.parts.year }

  /// The day on which the sun enters Capricorn; the next when it has set by then in the north.
  private func sankranti(of year: Int) -> Day? {
    guard let middle = Day(year: year, month: 1, day: 14) else { return nil }
    let entered = Sky.moment(ofSiderealSun: 270, near: Moment.start(of: middle))
    let day = entered.dayInIndia
    return entered > Daylight(of: day, at: .delhi).sunset ? day.adding(1) : day
  }
}

extension FestivalRule {
  fileprivate var isApproximate: Bool {
    if case .islamic = self { true } else { false }
  }
}
