import Language
import Measures

/// A period cut into whole months and the days before and after them.
struct WholeMonths {
  /// The first day of the first whole month, and of the last.
  let first: Day
  let last: Day
  let edges: [PeriodRange]

  /// Nil when the period holds no whole month.
  init?(in period: PeriodRange) {
    first = period.first.parts.day == 1 ? period.first : period.first.monthEnd.adding(1)
    last = period.last == period.last.monthEnd ? period.last.monthStart : period.last.monthStart.adding(-1).monthStart
    guard first <= last else { return nil }
    edges = [PeriodRange(period.first, first.adding(-1)), PeriodRange(last.monthEnd.adding(1), period.last)]
      .compactMap { $0 }
  }
}
