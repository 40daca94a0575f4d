import Measures

/// A month from one new moon to the next (amanta, as in Maharashtra), with the name that the sun gives it.
///
/// S. K. Chatterjee, *Indian Calendric System* (1998); N. Dershowitz and E. Reingold, *Calendrical Calculations*,
/// chapter 20 (there with the modern, true positions).
struct LunarMonth: Sendable {
  let start: Moment
  let end: Moment
  /// The zodiac sign (0 to 11) in which the sun stands at its start, and at its end.
  private let signs: (atStart: Int, atEnd: Int)

  init(start: Moment, end: Moment) {
    self.start = start
    self.end = end
    signs = (Self.sign(at: start), Self.sign(at: end))
  }

  /// One name mostly. None where the sun enters no sign: an adhika month, in which no festival is kept. Two where it
  /// enters two signs: a kshaya month, which stands for the lost one as well.
  var names: [MonthName] {
    let entered = (signs.atEnd - signs.atStart + 12) % 12
    return (0..<entered).compactMap { MonthName(rawValue: (signs.atStart + 1 + $0) % 12) }
  }

  func tithi(_ number: Int) -> ClosedRange<Moment> {
    let pace = (end - start) / 30
    func boundary(_ tithi: Int) -> Moment {
      Sky.moment(ofElongation: Double(tithi) * 12, near: start + Double(tithi) * pace)
    }
    return boundary(number - 1)...(number == 30 ? end : boundary(number))
  }

  /// The months that touch these days, in order.
  static func touching(_ days: ClosedRange<Day>) -> [LunarMonth] {
    var start = newMoon(before: Moment.start(of: days.lowerBound))
    let last = Moment.start(of: days.upperBound) + 1
    var months: [LunarMonth] = []
    while start <= last {
      let end = Sky.moment(ofElongation: 0, near: start + 29.530589)
      months.append(LunarMonth(start: start, end: end))
      start = end
    }
    return months
  }

  private static func newMoon(before moment: Moment) -> Moment {
    Sky.moment(ofElongation: 0, near: moment + -Sky.elongation(at: moment) / 12.190749)
  }

  private static func sign(at moment: Moment) -> Int { Int(Sky.siderealSun(at: moment) / 30) % 12 }
}

/// The months of the lunar year; the sun enters Aries in Chaitra.
enum MonthName: Int, Sendable {
  case chaitra, vaishakha, jyeshtha, ashadha, shravana, bhadrapada
  case ashwin, kartika, margashirsha, pausha, magha, phalguna
}
