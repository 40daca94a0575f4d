internal import Measures

/// The days along the bottom: where each stands, which are named, which are weekends.
struct DayAxis {
  let first: Day
  let last: Day
  let plot: Rectangle
  let words: DayWords

  /// More days than these, and single weekends are slivers that say nothing.
  private static let daysWithWeekendsMax = 120

  var count: Int { last.number - first.number + 1 }

  /// The width of a day.
  var slot: Double { plot.width / Double(count) }

  /// The middle of a day.
  func x(_ day: Day) -> Double { plot.x + (Double(day.number - first.number) + 0.5) * slot }

  func contains(_ day: Day) -> Bool { first <= day && day <= last }

  private var days: [Day] { (0..<count).map(first.adding) }

  /// Saturdays and Sundays that stand together are one stripe.
  var weekends: [Rectangle] {
    guard count <= Self.daysWithWeekendsMax else { return [] }
    return days.filter { $0.weekday == 7 || ($0.weekday == 6 && $0 == last) }.map { day in
      let from = day.weekday == 7 ? max(first, day.adding(-1)) : day
      return Rectangle(x: x(from) - slot / 2, y: plot.y, width: x(day) - x(from) + slot, height: plot.height)
    }
  }

  /// The closest naming of days that has space: each day by its weekday, then dates, then months, then years.
  func labels(in style: TextStyle, of sketch: Sketch) -> [PlacedText] {
    let manners = Manner.all.filter { count <= 8 || $0 != .weekdays }
    let days = days
    let choices = manners.lazy.map { manner in (manner, days.filter { manner.names($0, from: first) }) }
    // What could not fit if each were a single figure need not be measured.
    let possible = choices.filter { Double($0.1.count) * style.size * 1.3 < plot.width }
    let placed = possible.map { manner, named in
      named.enumerated().map { index, day in
        let name = words.name(of: day, manner, after: index > 0 ? named[index - 1] : nil)
        return sketch.placed(name, style, at: Point(x: x(day), y: plot.bottom + style.size * 1.5), .middle)
      }
    }
    return placed.first { Self.haveSpace($0, gap: style.size * 0.8) } ?? []
  }

  private static func haveSpace(_ labels: [PlacedText], gap: Double) -> Bool {
    guard !labels.isEmpty else { return false }
    return zip(labels, labels.dropFirst()).allSatisfy { $0.box.right + gap <= $1.box.x }
  }
}

/// How densely days are named.
enum Manner: Equatable {
  case weekdays
  case every(days: Int)
  case mondays(every: Int)
  case months(every: Int)
  case years(every: Int)

  static let all: [Manner] = [
    .weekdays, .every(days: 1), .every(days: 2), .every(days: 3), .mondays(every: 1), .mondays(every: 2),
    .mondays(every: 4), .months(every: 1), .months(every: 2), .months(every: 3), .months(every: 6), .years(every: 1),
    .years(every: 2), .years(every: 5), .years(every: 10), .years(every: 100), .every(days: .max),
  ]

  func names(_ day: Day, from first: Day) -> Bool {
    switch self {
    case .weekdays: true
    case .every(let days): (day.number - first.number) % days == 0
    case .mondays(let weeks): day.weekday == 1 && ((day.number + 3) / 7) % weeks == 0
    case .months(let months): day.parts.day == 1 && (day.parts.month - 1) % months == 0
    case .years(let years): day.parts.day == 1 && day.parts.month == 1 && day.parts.year % years == 0
    }
  }
}

/// The names of days and months in the reader's language, from the caller's phrasebook.
package struct DayWords: Equatable, Sendable {
  /// Monday first.
  package let weekdays: [String]
  /// January first.
  package let months: [String]

  package init(weekdays: [String], months: [String]) {
    precondition(weekdays.count == 7 && months.count == 12, "seven days and twelve months have names")
    self.weekdays = weekdays
    self.months = months
  }

  /// A date says its month only where the one before it is of another.
  func name(of day: Day, _ manner: Manner, after before: Day?) -> String {
    let (year, month, date) = day.parts
    return switch manner {
    case .weekdays: weekdays[day.weekday - 1]
    case .every, .mondays: before?.parts.month == month ? "\(date)" : "\(date) \(months[month - 1])"
    case .months: month == 1 ? "\(year)" : months[month - 1]
    case .years: "\(year)"
    }
  }
}
