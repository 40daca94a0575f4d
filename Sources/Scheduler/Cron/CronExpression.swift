import Measures

/// “Each day at eight”, “Mondays at nine”: when something recurs, in the five fields of cron.
///
/// The rules are Vixie cron's, crontab(5): where day of month and day of week are both named, either of them is enough;
/// where one begins with `*`, both must fit. Beyond it, names may stand in lists and ranges, and `fri-sun` is understood.
package struct CronExpression: Hashable, Sendable, CustomStringConvertible {
  /// As it was written.
  package let description: String
  private let minutes: CronSet
  private let hours: CronSet
  private let daysOfMonth: CronSet
  private let months: CronSet
  private let daysOfWeek: CronSet

  static let lengthMax = 200
  static let shorthands = [
    "@yearly": "0 0 1 1 *", "@annually": "0 0 1 1 *", "@monthly": "0 0 1 * *", "@weekly": "0 0 * * 0",
    "@daily": "0 0 * * *", "@midnight": "0 0 * * *", "@hourly": "0 * * * *",
  ]

  package init(_ text: String) throws(CronError) {
    guard text.utf8.count <= Self.lengthMax else { throw .tooLong }
    var fields = text.split { $0 == " " || $0 == "\t" }
    if let first = fields.first, fields.count == 1, first.hasPrefix("@") {
      guard let long = Self.shorthands[first.lowercased()] else { throw .unknownShorthand(String(first)) }
      fields = long.split(separator: " ")
    }
    guard fields.count == 5 else { throw .wrongFieldCount(fields.count) }
    description = text
    minutes = try CronField.minute.read(fields[0])
    hours = try CronField.hour.read(fields[1])
    daysOfMonth = try CronField.dayOfMonth.read(fields[2])
    months = try CronField.month.read(fields[3])
    daysOfWeek = try CronField.dayOfWeek.read(fields[4])
    guard day(from: 0) != nil else { throw .neverComes }
  }

  /// It goes with the clock (each hour, every ten minutes) rather than naming times of the day.
  var followsTheClock: Bool { minutes.beginsWithStar || hours.beginsWithStar }

  /// The first time that fits and is not before `seconds`; both are what a clock on the wall shows, counted from
  /// 1 January 1970 as if there were no zones.
  func wallTime(from seconds: Int) -> Int? {
    let minute = Int((Double(seconds) / 60).rounded(.up))
    let today = Int((Double(minute) / 1440).rounded(.down))
    if fits(day: today), let time = time(from: minute - today * 1440) { return (today * 1440 + time) * 60 }
    guard let day = day(from: today + 1), let time = time(from: 0) else { return nil }
    return (day * 1440 + time) * 60
  }

  /// Whether a clock on the wall that shows `seconds` fits.
  func fits(wallTime seconds: Int) -> Bool {
    let day = Int((Double(seconds) / 86_400).rounded(.down))
    let minute = (seconds - day * 86_400) / 60
    return hours.contains(minute / 60) && minutes.contains(minute % 60) && fits(day: day)
  }

  /// Days repeat after 400 years to the weekday, so what does not come until then never does.
  private static let daysMax = 146_097

  private func day(from number: Int) -> Int? { (number..<number + Self.daysMax).first(where: fits(day:)) }

  private func fits(day number: Int) -> Bool {
    let day = Day(number: number)
    let (_, month, date) = day.parts
    guard months.contains(month) else { return false }
    let byDate = daysOfMonth.contains(date)
    let byWeekday = daysOfWeek.contains(day.weekday % 7)  // cron's week begins with Sunday as 0
    let isEither = !daysOfMonth.beginsWithStar && !daysOfWeek.beginsWithStar
    return isEither ? byDate || byWeekday : byDate && byWeekday
  }

  /// In minutes of the day.
  private func time(from minute: Int) -> Int? {
    if hours.contains(minute / 60), let rest = minutes.first(from: minute % 60) { return minute / 60 * 60 + rest }
    guard let hour = hours.first(from: minute / 60 + 1), let rest = minutes.first(from: 0) else { return nil }
    return hour * 60 + rest
  }
}
