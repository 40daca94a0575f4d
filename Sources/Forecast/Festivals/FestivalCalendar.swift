package import Measures

/// The festivals of a shop, reckoned for any year, with what its owner knows better: “12 तारखेला जत्रा आहे”, “ईद is on
/// the 21st here”.
package struct FestivalCalendar: Hashable, Sendable {
  /// Events of the place, by their days; `.festival` days here take the place of those that are reckoned nearby.
  package var told: [FestivalDay]

  package init(told: [FestivalDay] = []) { self.told = told }

  /// Outside of these years the courses of sun and moon are not to be trusted to the day, and no festivals are known.
  package static let known = Day(number: -25_567)...Day(number: 84_006)  // 1900 to 2199

  /// In order of their days; on one day, those of the almanac before those of the place.
  package func festivals(in days: ClosedRange<Day>) -> [FestivalDay] {
    let reckoned = Almanac(days).festivalDays(of: Festival.allCases)
    return (reckoned.filter { !isSettled($0) } + told.filter { days.contains($0.day) })
      .sorted { ($0.day, $0.order) < ($1.day, $1.order) }
  }

  /// The days of one festival, in order.
  package func days(of festival: Festival, in days: ClosedRange<Day>) -> [FestivalDay] {
    let settled = told.filter { days.contains($0.day) && $0.occasion == .festival(festival) }
    return (Almanac(days).festivalDays(of: [festival]).filter { !isSettled($0) } + settled).sorted { $0.day < $1.day }
  }

  /// The first of it after this day; nil where the calendar ends.
  package func next(_ festival: Festival, after day: Day) -> FestivalDay? {
    days(of: festival, in: day.adding(1)...day.adding(Self.longestWait)).first
  }

  /// The first after this day of whatever is kept, wages aside: they come every month.
  package func next(after day: Day) -> FestivalDay? {
    festivals(in: day.adding(1)...day.adding(Self.longestWait)).first { $0.occasion != .festival(.salaryDay) }
  }

  /// A festival of the moon comes after 13 months at most.
  private static let longestWait = 400

  /// An owner's day settles a reckoned one no further off than this: the moon errs by one day, regions differ by two.
  private static let settlesWithin = 3

  private func isSettled(_ reckoned: FestivalDay) -> Bool {
    told.contains {
      $0.occasion == reckoned.occasion && abs($0.day.number - reckoned.day.number) <= Self.settlesWithin
    }
  }
}

extension FestivalDay {
  /// Among those of one day: as the enum lists them, then those of the place.
  fileprivate var order: Int {
    switch occasion {
    case .festival(let festival): Festival.allCases.firstIndex(of: festival) ?? 0
    case .local: Festival.allCases.count
    }
  }
}
