package import Measures

/// What was sold of one item, period after period without a gap: what every forecast begins with.
package struct DemandSeries: Sendable {
  /// What a day's number means. A day on which nothing could be sold says nothing about what people wanted.
  package enum Mark: UInt8, Sendable {
    case observed
    /// The shop was closed: no demand was seen.
    case closed
    /// It ran out: people wanted at least what was sold.
    case outOfStock
    /// The owner called it a one-off order: it is not expected again.
    case oneOff
  }

  package enum Frequency: String, Sendable, CaseIterable {
    case daily = "D"
    case weekly = "W"
    case monthly = "M"

    /// After how many periods the calendar repeats itself: the days of a week, the weeks or months of a year.
    package var season: Int {
      switch self {
      case .daily: 7
      case .weekly: 52
      case .monthly: 12
      }
    }
  }

  /// The day of the first value; of a week or a month, its first day.
  package let start: Day
  package let frequency: Frequency
  /// Any numbers at all. What is not finite is unknown; what is below zero (more came back than was sold) is no demand.
  package let values: [Double]
  /// As many as there are values; empty where every value was observed.
  package let marks: [Mark]

  package init(start: Day, frequency: Frequency = .daily, values: [Double], marks: [Mark] = []) {
    precondition(marks.isEmpty || marks.count == values.count, "as many marks as values")
    self.start = start
    self.frequency = frequency
    self.values = values
    self.marks = marks
  }

  /// The first day after the last period: the first that is forecast.
  package var end: Day { first(of: values.count) }

  /// The same series, had it been asked for before `day`; nil where it had not begun.
  package func until(_ day: Day) -> DemandSeries? {
    guard day < end else { return self }
    var count = values.count
    while count > 0, first(of: count) > day { count -= 1 }
    guard count > 0 else { return nil }
    return DemandSeries(
      start: start, frequency: frequency, values: Array(values.prefix(count)), marks: Array(marks.prefix(count)))
  }

  /// The first day of the period at an index.
  private func first(of index: Int) -> Day {
    switch frequency {
    case .daily: return start.adding(index)
    case .weekly: return start.adding(7 * index)
    case .monthly:
      let (year, month, _) = start.parts
      let months = year * 12 + month - 1 + index
      return Day(year: months / 12, month: months % 12 + 1, day: 1) ?? start.adding(30 * index)
    }
  }
}

/// A day of a festival, a fair or a holiday, past or to come; `kind` names it across the years (“Diwali”).
package struct EventDay: Hashable, Sendable {
  package let kind: String
  package let day: Day

  package init(kind: String, day: Day) {
    self.kind = kind
    self.day = day
  }
}

extension EventDay {
  /// A festival of the almanac or of the place, as the models learn it.
  package init(_ festival: FestivalDay) {
    switch festival.occasion {
    case .festival(let known): self.init(kind: known.rawValue, day: festival.day)
    case .local(let name): self.init(kind: name, day: festival.day)
    }
  }
}
