import Measures

/// A point of time as the sky is reckoned: days since the start of 1 January 1970 in Greenwich, with a fraction.
struct Moment: Comparable, Sendable {
  let days: Double

  static func < (left: Moment, right: Moment) -> Bool { left.days < right.days }
  static func + (moment: Moment, days: Double) -> Moment { Moment(days: moment.days + days) }
  static func - (left: Moment, right: Moment) -> Double { left.days - right.days }

  /// The date that clocks in India show.
  var dayInIndia: Day { Day(number: Int((days + Self.indiaAhead).rounded(.down))) }

  /// When that date begins in India.
  static func start(of day: Day) -> Moment { Moment(days: Double(day.number) - indiaAhead) }

  /// Indian Standard Time is five and a half hours ahead of Greenwich, all year.
  private static let indiaAhead = 5.5 / 24
}
