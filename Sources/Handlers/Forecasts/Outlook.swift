import Demand
import Forecast
import Intents
import Language
import Measures

/// The days that a forecast is asked for, as places in what is stored; nil where they lie too far ahead.
struct Outlook: Sendable {
  let days: ClosedRange<Day>?
  let said: PhraseValue
  var festival: FestivalDay?
  /// The same festival a year before.
  var lastYear: FestivalDay?
}

extension Turn {
  /// “agle 14 din”, “next week”, “diwali pe”: the week up to a festival; seven days where nothing was said.
  func outlook(_ name: String?) async throws -> Outlook {
    if let name, let outlook = try await outlook(toFestival: name) { return outlook }
    let asked = name.flatMap { PeriodRange(named: $0, today: today, side: .future) }
    let last = today.adding(Self.outlookDays)
    guard let asked, asked.last >= today else { return Outlook(days: today...today.adding(6), said: nextDays(7)) }
    let first = max(asked.first, today)
    guard first <= last else { return Outlook(days: nil, said: .period(asked, today: today)) }
    let days = first...min(asked.last, last)
    let count = days.upperBound.number - days.lowerBound.number + 1
    if days.lowerBound <= today.adding(1), count > 1, name?.hasPrefix("next_") == true {
      return Outlook(days: days, said: nextDays(count))
    }
    return Outlook(
      days: days,
      said: PeriodRange(days.lowerBound, days.upperBound).map { .period($0, today: today) } ?? nextDays(count))
  }

  /// So far ahead anything is said.
  static let outlookDays = 30

  private func nextDays(_ count: Int) -> PhraseValue { .text(say(.periodNextDays, [.days: .days(count)])) }

  private func outlook(toFestival name: String) async throws -> Outlook? {
    let festivals = FestivalWords.festivals(ofPeriod: name)
    guard !festivals.isEmpty else { return nil }
    let calendar = try await books.festivalCalendar()
    guard let next = festivals.compactMap({ calendar.next($0, after: today.adding(-1)) }).min(by: { $0.day < $1.day }),
      case .festival(let festival) = next.occasion
    else { return nil }
    let lastYear = calendar.days(of: festival, in: next.day.adding(-400)...next.day.adding(-300)).last
    let first = max(today, next.day.adding(-6))
    let isNear = next.day <= today.adding(Self.outlookDays)
    let range = PeriodRange(first, next.day)
    return Outlook(
      days: isNear ? first...next.day : nil, said: range.map { .period($0, today: today) } ?? nextDays(7),
      festival: next,
      lastYear: lastYear)
  }
}

extension Occasion {
  func name(in voice: Voice) -> String {
    switch self {
    case .festival(let festival): festival.name(in: voice)
    case .local(let told): told
    }
  }
}
