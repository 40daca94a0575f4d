package import Measures

/// What fills a placeholder. It arrives as a value and is put into words by the voice: `.measure` of 2 packets becomes
/// “2 packets”, “2 पैकेट” or “2 पाकिटं”.
package enum PhraseValue: Hashable, Sendable {
  /// Shown as it is: a name, what somebody typed, or something that was said before.
  case text(String)
  case measure(Measure)
  case money(Money)
  case rate(Money, Unit)
  case number(Int)
  case days(Int)
  /// The year is told only where it differs from that of `today`.
  case day(Day, today: Day? = nil)
  /// Without the day of the week; the year likewise.
  case date(Day, today: Day)
  /// What happened when: today with its hour, else the date.
  case moment(Day, at: TimeOfDay?, today: Day)
  /// The days of a period; the year likewise.
  case period(PeriodRange, today: Day)
  case bills(Int)
  /// At what time something will be.
  case time(TimeOfDay)
  /// Ten-thousandths, as a percentage with at most one decimal.
  case share(Int64)
  /// The word of a unit, singular: “packet”.
  case unit(Unit)
  /// “how many packets”, “कितनी पेटी”, “किती पाकिटं”.
  case howMany(Unit)
  /// Joined by spaces: an item and how much of it, “चीनी 2 किलो”.
  case words([PhraseValue])
  /// Joined by commas: “चीनी 2 किलो, दाल 1 किलो”.
  case list([PhraseValue])

  package func said(in voice: Voice) -> String {
    switch self {
    case .text(let text): text
    case .measure(let measure): measure.said(in: voice)
    case .money(let money): money.description
    case .rate(let money, let unit): "\(money)/\(unit.words(in: voice).one)"
    case .number(let number): String(number)
    case .days(let days): days.saidAsDays(in: voice)
    case .day(let day, let today): day.said(in: voice, today: today)
    case .date(let day, let today): day.saidPlainly(in: voice, today: today)
    case .moment(let day, let time, let today): day.saidAsMoment(at: time, in: voice, today: today)
    case .period(let period, let today): period.said(in: voice, today: today)
    case .time(let time): time.saidAsAppointment(in: voice)
    case .bills(let bills): bills.saidAsBills(in: voice)
    case .share(let share): Quantity(thousandths: (share + (share < 0 ? -5 : 5)) / 10 * 100).description + "%"
    case .unit(let unit): unit.words(in: voice).one
    case .howMany(let unit): unit.askedHowMany(in: voice)
    case .words(let values): values.map { $0.said(in: voice) }.joined(separator: " ")
    case .list(let values): values.map { $0.said(in: voice) }.joined(separator: ", ")
    }
  }
}
