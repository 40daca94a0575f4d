package import Foundation

/// A date of the calendar, without time or zone: the shop's business day.
package struct Day: Hashable, Comparable, Sendable, Codable {
  /// Days since 1 January 1970.
  package let number: Int

  package init(number: Int) { self.number = number }

  /// Proleptic Gregorian; nil for a date that does not exist (30 February).
  package init?(year: Int, month: Int, day: Int) {
    guard (1...12).contains(month), (1...31).contains(day) else { return nil }
    let candidate = Day(number: Day.number(year: year, month: month, day: day))
    guard candidate.parts == (year, month, day) else { return nil }
    self = candidate
  }

  /// The day on which `instant` falls in `zone`.
  package init(of instant: Date, in zone: TimeZone) {
    let seconds = instant.timeIntervalSince1970 + Double(zone.secondsFromGMT(for: instant))
    number = Int((seconds / 86_400).rounded(.down))
  }

  /// `2026-08-21`; nil for anything else.
  package init?(text: some StringProtocol) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
    guard parts.count == 3, let year = parts[0], let month = parts[1], let day = parts[2] else { return nil }
    self.init(year: year, month: month, day: day)
  }

  package static func < (left: Day, right: Day) -> Bool { left.number < right.number }

  package func adding(_ days: Int) -> Day { Day(number: number + days) }

  /// Monday is 1, Sunday 7 (ISO 8601).
  package var weekday: Int { (((number + 3) % 7) + 7) % 7 + 1 }

  /// Howard Hinnant's `civil_from_days`, https://howardhinnant.github.io/date_algorithms.html
  package var parts: (year: Int, month: Int, day: Int) {
    let shifted = number + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
  }

  /// Howard Hinnant's `days_from_civil`.
  private static func number(year: Int, month: Int, day: Int) -> Int {
    let shifted = month <= 2 ? year - 1 : year
    let era = (shifted >= 0 ? shifted : shifted - 399) / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }
}

extension Day: CustomStringConvertible {
  /// ISO 8601: `2026-08-21`.
  package var description: String {
    let (year, month, day) = parts
    func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
    return "\(year)-\(two(month))-\(two(day))"
  }
}
