import Measures

/// How a panchang finds the date of a festival of the moon: the tithi of a month, and the part of the day that the tithi
/// must hold (“Chaturthi of Bhadrapada, at midday”).
///
/// P. V. Kane, *History of Dharmaśāstra*, volume 5 (1958), on the single festivals; as the Rashtriya Panchang applies it.
struct LunarRule: Sendable {
  let month: MonthName
  /// 1 to 15 in the bright half, 15 the full moon; 16 to 30 in the dark half, 30 the new moon.
  let tithi: Int
  let part: PartOfDay
  /// Which of two days is kept when the tithi holds enough of that part of both.
  var ofTwo = Choice.first
  /// What share of the part is enough. Where no day has it, the day with the largest share is kept.
  var enough = 1.0
  /// The feast may follow what the tithi settles: colours are played the day after the fire of Holi.
  var daysLater = 0
  /// For the sake of this mansion of the moon the next day is kept, if the tithi lasts into its morning.
  var mansion: Mansion?

  enum Choice: Sendable { case first, last }

  func day(in month: LunarMonth) -> Day {
    let tithi = month.tithi(tithi)
    let day = held(by: tithi)
    return (isKeptLater(day, tithi) ? day.adding(1) : day).adding(daysLater)
  }

  private func held(by tithi: ClosedRange<Moment>) -> Day {
    let days = tithi.lowerBound.dayInIndia.number - 1...tithi.upperBound.dayInIndia.number
    let shares = days.map { number in
      let day = Day(number: number)
      return (day: day, share: Self.share(of: Daylight(of: day).part(part), heldBy: tithi))
    }
    // A tithi may hold this part of no day: one in fifty holds no sunrise.
    let unheld = (ofTwo == .first ? tithi.lowerBound : tithi.upperBound).dayInIndia
    let most = shares.map(\.share).max() ?? 0
    guard most > 0 else { return unheld }
    let kept = shares.filter { $0.share > 0 && $0.share >= min(enough, most) }.map(\.day)
    return (ofTwo == .first ? kept.first : kept.last) ?? unheld
  }

  /// How much of a part of the day lies within the tithi: 0 to 1.
  private static func share(of part: ClosedRange<Moment>, heldBy tithi: ClosedRange<Moment>) -> Double {
    guard part.overlaps(tithi) else { return 0 }
    let length = part.upperBound - part.lowerBound
    guard length > 0 else { return 1 }
    return (min(part.upperBound, tithi.upperBound) - max(part.lowerBound, tithi.lowerBound)) / length
  }

  private func isKeptLater(_ day: Day, _ tithi: ClosedRange<Moment>) -> Bool {
    guard let mansion else { return false }
    let (today, next) = (Daylight(of: day).part(part), Daylight(of: day.adding(1)))
    return next.part(.morning).overlaps(tithi) && mansion.holdsMoon(at: next.sunrise)
      && !mansion.holdsMoon(at: today.lowerBound) && !mansion.holdsMoon(at: today.upperBound)
  }
}

/// A nakshatra: one of 27 equal parts of the moon's way among the stars.
enum Mansion: Int, Sendable {
  /// The 22nd, under which Rama set out.
  case shravana = 22

  func holdsMoon(at moment: Moment) -> Bool { Int(Sky.siderealMoon(at: moment) / (360 / 27)) + 1 == rawValue }
}
