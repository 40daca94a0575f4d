package import Measures

/// The days that a spoken period means: “pichle hafte”, said on Saturday 21 November, is 9 to 15 November.
///
/// Weeks begin on Monday, a financial year in April, and what may lie behind or ahead (“october”,
/// “15 tarikh”, “somvar”) is looked for on the side that is asked for.
package struct PeriodRange: Hashable, Sendable, Codable {
  /// By how much the period is moved to come to the one before it.
  package enum Step: Hashable, Sendable, Codable {
    case days(Int)
    case months(Int)
  }

  package enum Side: Hashable, Sendable { case past, future }

  package let first: Day
  package let last: Day
  package let step: Step

  /// Nil when it would end before it begins.
  package init?(_ first: Day, _ last: Day, step: Step? = nil) {
    guard first <= last else { return nil }
    self.first = first
    self.last = last
    self.step = step ?? .days(last.number - first.number + 1)
  }

  package init(_ day: Day) {
    first = day
    last = day
    step = .days(1)
  }

  /// A period by its name in the ontology: `today`, `last_week`, `last_7_days`, `date_15_08`. Nil for a name that is no
  /// span of the calendar by itself (`festival_diwali`) and for a date that does not exist.
  package init?(named name: String, today: Day, side: Side = .past) {
    let parts = name.split(separator: "_").map(String.init)
    let found =
      Self.neighbouringDay(name, today) ?? Self.neighbour(parts, today) ?? Self.counted(parts, today)
      ?? Self.dated(parts, today, side)
    guard let found else { return nil }
    self = found
  }

  package var dayCount: Int { last.number - first.number + 1 }

  package var isOneDay: Bool { first == last }

  package func contains(_ day: Day) -> Bool { first <= day && day <= last }

  /// The same without the days that are still to come; nil when all of them are.
  package func soFar(on today: Day) -> PeriodRange? { PeriodRange(first, min(last, today), step: step) }

  /// The period before this one, as long as this one is by now: on the 21st, “this month” is held against the first
  /// 21 days of the last.
  package func previous(on today: Day) -> PeriodRange? {
    guard let known = soFar(on: today) else { return nil }
    switch step {
    case .days(let days): return PeriodRange(known.first.adding(-days), known.last.adding(-days), step: step)
    case .months(let months): return known.moved(byMonths: -months)
    }
  }

  /// The same days a year earlier.
  package func lastYear(on today: Day) -> PeriodRange? { soFar(on: today)?.moved(byMonths: -12) }

  /// A period that ends with its month still does so afterwards.
  private func moved(byMonths months: Int) -> PeriodRange? {
    let isWhole = first.parts.day == 1 && last == last.monthEnd
    let end = last.adding(months: months)
    return PeriodRange(first.adding(months: months), isWhole ? end.monthEnd : end, step: step)
  }
}

// MARK: By name

extension PeriodRange {
  private static func neighbouringDay(_ name: String, _ today: Day) -> PeriodRange? {
    switch name {
    case "today": PeriodRange(today)
    case "yesterday": PeriodRange(today.adding(-1))
    case "day_before_yesterday": PeriodRange(today.adding(-2))
    case "tomorrow": PeriodRange(today.adding(1))
    case "day_after_tomorrow": PeriodRange(today.adding(2))
    default: nil
    }
  }

  /// `this_week`, `last_month`, `next_year`, `this_financial_year`.
  private static func neighbour(_ parts: [String], _ today: Day) -> PeriodRange? {
    guard let name = parts.first, let side = ["last": -1, "this": 0, "next": 1][name] else { return nil }
    switch parts.dropFirst().joined(separator: "_") {
    case "week":
      let monday = today.adding(1 - today.weekday + 7 * side)
      return PeriodRange(monday, monday.adding(6))
    case "month":
      let first = today.monthStart.adding(months: side)
      return PeriodRange(first, first.monthEnd, step: .months(1))
    case "year": return year(from: today.monthStart.adding(months: 1 - today.parts.month + 12 * side))
    case "financial_year": return year(from: today.financialYearStart.adding(months: 12 * side))
    default: return nil
    }
  }

  private static func year(from first: Day) -> PeriodRange? {
    PeriodRange(first, first.adding(months: 12).adding(-1), step: .months(12))
  }

  /// `last_7_days` ends today, `next_7_days` begins tomorrow; `last_3_months` likewise.
  private static func counted(_ parts: [String], _ today: Day) -> PeriodRange? {
    guard parts.count == 3, let count = Int(parts[1]), count > 0, parts[0] == "last" || parts[0] == "next" else {
      return nil
    }
    let isPast = parts[0] == "last"
    switch parts[2] {
    case "days":
      return isPast
        ? PeriodRange(today.adding(1 - count), today) : PeriodRange(today.adding(1), today.adding(count))
    case "months":
      let (from, until) = isPast ? (today.adding(months: -count), today) : (today, today.adding(months: count))
      return PeriodRange(from.adding(1), until, step: .months(count))
    default: return nil
    }
  }

  /// `month_08`, `date_15_08`, `date_15`, `range_01..15`, `weekday_mon`.
  private static func dated(_ parts: [String], _ today: Day, _ side: Side) -> PeriodRange? {
    switch (parts.first, parts.count) {
    case ("month", 2): month(parts[1], today, side)
    case ("date", 3): date(parts[1], parts[2], today, side)
    case ("date", 2): date(parts[1], today, side)
    case ("range", 2): range(parts[1], today, side)
    case ("weekday", 2): weekday(parts[1], today, side)
    default: nil
    }
  }

  /// The last August that has begun, or the next that has not ended.
  private static func month(_ text: String, _ today: Day, _ side: Side) -> PeriodRange? {
    guard let month = Int(text), let first = Day(year: today.parts.year, month: month, day: 1) else { return nil }
    let isWrongSide = side == .past ? first > today : first.monthEnd < today
    let found = isWrongSide ? first.adding(months: side == .past ? -12 : 12) : first
    return PeriodRange(found, found.monthEnd, step: .months(1))
  }

  /// The nearest such day on that side, today included; 29 February waits for a leap year.
  private static func date(_ day: String, _ month: String, _ today: Day, _ side: Side) -> PeriodRange? {
    guard let day = Int(day), let month = Int(month) else { return nil }
    let years = (0...8).map { today.parts.year + (side == .past ? -$0 : $0) }
    let days = years.lazy.compactMap { Day(year: $0, month: month, day: day) }
    return days.first { side == .past ? $0 <= today : $0 >= today }.map { PeriodRange($0) }
  }

  /// “the 12th”: of this month, or of the nearest that has such a day.
  private static func date(_ day: String, _ today: Day, _ side: Side) -> PeriodRange? {
    guard let day = Int(day) else { return nil }
    let months = (0...2).map { today.monthStart.adding(months: side == .past ? -$0 : $0).parts }
    let days = months.lazy.compactMap { Day(year: $0.year, month: $0.month, day: day) }
    return days.first { side == .past ? $0 <= today : $0 >= today }.map { PeriodRange($0) }
  }

  /// Days of this month, or of the last where this one has not come so far.
  private static func range(_ text: String, _ today: Day, _ side: Side) -> PeriodRange? {
    let days = text.split(separator: ".").compactMap { Int($0) }
    guard days.count == 2, (1...31).contains(days[0]), days[0] <= days[1] else { return nil }
    let isWrongSide = side == .past ? days[0] > today.parts.day : days[1] < today.parts.day
    let month = today.monthStart.adding(months: isWrongSide ? (side == .past ? -1 : 1) : 0)
    let length = month.monthEnd.parts.day
    return PeriodRange(
      month.adding(min(days[0], length) - 1), month.adding(min(days[1], length) - 1), step: .months(1))
  }

  /// The nearest such day on that side, today included.
  private static func weekday(_ text: String, _ today: Day, _ side: Side) -> PeriodRange? {
    guard let index = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"].firstIndex(of: text) else { return nil }
    let behind = (today.weekday - (index + 1) + 7) % 7
    let day = side == .past || behind == 0 ? today.adding(-behind) : today.adding(7 - behind)
    return PeriodRange(day, day, step: .days(7))
  }
}

extension Day {
  package var monthStart: Day { adding(1 - parts.day) }

  package var monthEnd: Day { monthStart.adding(months: 1).adding(-1) }

  /// 1 April.
  fileprivate var financialYearStart: Day { monthStart.adding(months: -((parts.month + 8) % 12)) }

  /// The same day of another month, or that month's last one.
  package func adding(months: Int) -> Day {
    let (year, month, day) = parts
    let index = year * 12 + month - 1 + months
    let (newYear, newMonth) = (index >= 0 ? index / 12 : (index - 11) / 12, (index % 12 + 12) % 12 + 1)
    return (0...3).lazy.compactMap { Day(year: newYear, month: newMonth, day: day - $0) }.first ?? self
  }
}
