import Demand
import Forecast
import Intents
import Inventory
import Language
import Measures

/// The days that a forecast is asked for, as places in what is stored; nil where they lie too far ahead.
struct Outlook: Sendable {
  let days: ClosedRange<Day>?
  let said: PhraseValue
  var festival: FestivalDay?
  /// The same festival a year before.
  var lastYear: FestivalDay?
  /// More was asked for than can be told.
  var isCut = false
  /// No days were named that are still to come.
  var isUsual = false
}

extension Turn {
  /// “agle 14 din”, “next week”, “diwali pe”: the week up to a festival; “diwali tak” is from today on. Seven days where
  /// nothing was said.
  func outlook(_ slots: Slots) async throws -> Outlook {
    let isUntil = slots.isUntil == true
    if let name = slots.period, let outlook = try await outlook(toFestival: name, isUntil: isUntil) { return outlook }
    let asked = slots.period.flatMap { PeriodRange(named: $0, today: today, side: .future) }
    let last = today.adding(Self.outlookDays)
    guard let asked, asked.last >= today else {
      return Outlook(days: today...today.adding(6), said: nextDays(7), isUsual: true)
    }
    let first = isUntil ? today : max(asked.first, today)
    guard first <= last else { return Outlook(days: nil, said: .period(asked, today: today), isCut: true) }
    let days = first...min(asked.last, last)
    let isCounted = days.lowerBound <= today.adding(1) && slots.period?.hasPrefix("next_") == true
    return Outlook(days: days, said: said(days, asCount: isCounted), isCut: isUntil && asked.last > last)
  }

  /// So far ahead anything is said.
  static let outlookDays = 30

  private func nextDays(_ count: Int) -> PhraseValue { .text(say(.periodNextDays, [.days: .days(count)])) }

  private func said(_ days: ClosedRange<Day>, asCount isCounted: Bool = false) -> PhraseValue {
    let count = days.upperBound.number - days.lowerBound.number + 1
    guard !isCounted || count == 1, let range = PeriodRange(days.lowerBound, days.upperBound) else {
      return nextDays(count)
    }
    return .period(range, today: today)
  }

  private func outlook(toFestival name: String, isUntil: Bool) async throws -> Outlook? {
    let festivals = FestivalWords.festivals(ofPeriod: name)
    guard !festivals.isEmpty else { return nil }
    let calendar = try await books.festivalCalendar()
    guard let next = festivals.compactMap({ calendar.next($0, after: today.adding(-1)) }).min(by: { $0.day < $1.day }),
      case .festival(let festival) = next.occasion
    else { return nil }
    let lastYear = calendar.days(of: festival, in: next.day.adding(-400)...next.day.adding(-300)).last
    let isFar = next.day > today.adding(Self.outlookDays)
    let first = isUntil ? today : max(today, next.day.adding(1 - Self.festivalDays))
    let last = isFar ? today.adding(Self.outlookDays - 1) : next.day
    let days = isUntil || !isFar ? first...last : nil
    return Outlook(
      days: days, said: days.map { said($0, asCount: isFar) } ?? nextDays(Self.festivalDays), festival: next,
      lastYear: lastYear, isCut: isFar)
  }

  /// People buy for a festival in the week up to it.
  static let festivalDays = 7

  /// When the festival is, and that it is too far ahead.
  func lines(_ outlook: Outlook) -> [String] {
    var rows: [String] = []
    if let festival = outlook.festival {
      let values: [Placeholder: PhraseValue] = [
        .what: .text(festival.occasion.name(in: voice)), .date: .day(festival.day, today: today),
      ]
      rows.append(say(festival.isApproximate ? .forecastFestivalMoon : .forecastFestival, values))
    }
    if outlook.isCut { rows.append(say(.forecastFar, [.days: .days(Self.outlookDays)])) }
    return rows
  }

  /// What the week before the same festival brought a year ago: all that can be said of one that is far.
  func lastYear(of items: [Item], _ outlook: Outlook) async throws -> [String] {
    guard let before = outlook.lastYear else { return [] }
    let sold = try await books.sold(
      of: items.map(\.id), from: before.day.adding(1 - Self.festivalDays), through: before.day)
    let rows = items.compactMap { item in sold[item.id].map { (item, $0) } }.filter { $0.1 > 0 }
      .sorted { $0.1 > $1.1 }.prefix(Self.answerRowsMax)
    guard !rows.isEmpty else { return [] }
    return [say(.forecastLastYear)]
      + rows.map { item, amount in
        say(.forecastLastYearRow, [.item: name(item), .qty: rough(amount, of: item)])
      }
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
