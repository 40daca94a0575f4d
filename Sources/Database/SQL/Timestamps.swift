package import Foundation
import Measures

/// `timestamptz`, exact to the microsecond both ways: a date read from a column and bound again is the same date.
extension Date: SQLBindable, SQLDecodable {
  package static var sqlType: SQLType { .timestamptz }

  package var sqlParameter: SQLParameter { SQLParameter(Self.sqlType, TimestampText.text(of: self)) }

  package init(sqlText: String) throws {
    self = try Self.parsed(TimestampText.date(from: sqlText))
  }
}

/// The ISO form of a moment in UTC: `2025-12-23 18:29:59.5+00`.
enum TimestampText {
  private static let microsecondsPerDay: Int64 = 86_400_000_000
  /// 1 January 2001, from which Foundation counts; nearer to us than 1970, so a `Double` is finer there.
  private static let reference = Day(number: 11_323)

  static func text(of date: Date) -> String {
    let microseconds = (date.timeIntervalSinceReferenceDate * 1_000_000).rounded()
    guard abs(microseconds) < 1e18 else { return "out of range" }  // which the server refuses with 22007
    let (days, time) = Int64(microseconds).flooredQuotientAndRemainder(dividingBy: microsecondsPerDay)
    let (year, month, day) = reference.adding(Int(days)).parts
    let (seconds, fraction) = time.quotientAndRemainder(dividingBy: 1_000_000)
    let calendar = "\(padded(year > 0 ? year : 1 - year, to: 4))-\(padded(month, to: 2))-\(padded(day, to: 2))"
    let clock = [seconds / 3600, seconds / 60 % 60, seconds % 60].map { padded(Int($0), to: 2) }.joined(separator: ":")
    return "\(calendar) \(clock).\(padded(Int(fraction), to: 6))+00" + (year > 0 ? "" : " BC")
  }

  static func date(from text: String) -> Date? {
    let isBeforeChrist = text.hasSuffix(" BC")
    let parts = text.dropLast(isBeforeChrist ? 3 : 0).split(separator: " ")
    guard parts.count == 2, parts[1].hasSuffix("+00") else { return nil }
    guard let day = day(from: parts[0], isBeforeChrist: isBeforeChrist),
      let time = microseconds(fromClock: parts[1].dropLast(3))
    else { return nil }
    let total = Int64(day.number - reference.number) * microsecondsPerDay + time
    return Date(timeIntervalSinceReferenceDate: Double(total) / 1_000_000)
  }

  private static func day(from text: Substring, isBeforeChrist: Bool) -> Day? {
    let numbers = text.split(separator: "-").compactMap { Int($0) }
    guard numbers.count == 3 else { return nil }
    return Day(year: isBeforeChrist ? 1 - numbers[0] : numbers[0], month: numbers[1], day: numbers[2])
  }

  private static func microseconds(fromClock text: Substring) -> Int64? {
    let clockAndFraction = text.split(separator: ".")
    let clock = clockAndFraction[0].split(separator: ":").compactMap { Int64($0) }
    guard clock.count == 3, clockAndFraction.count <= 2 else { return nil }
    let digits = clockAndFraction.count == 2 ? clockAndFraction[1] : ""
    guard let fraction = Int64((digits + "000000").prefix(6)) else { return nil }
    return ((clock[0] * 60 + clock[1]) * 60 + clock[2]) * 1_000_000 + fraction
  }

  private static func padded(_ number: Int, to width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}

extension Int64 {
  /// Division towards minus infinity, so that the remainder is never negative.
  fileprivate func flooredQuotientAndRemainder(dividingBy divisor: Int64) -> (quotient: Int64, remainder: Int64) {
    let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
    return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder)
  }
}
