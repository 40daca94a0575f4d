import Demand
import Forecast
import Insights
import Intents
import Inventory
import Language
import Measures

/// The days that a question is about, and how to say them: “इस हफ्ते”.
struct AskedPeriod: Sendable {
  let range: PeriodRange
  let said: PhraseValue
  /// What it is held against; nil for days that are still to come.
  let before: PeriodRange?
}

extension Turn {
  /// The period of a question, else what is usually meant.
  func askedPeriod(_ request: Request, usually: String) async throws -> AskedPeriod {
    let name = request.frame.slots.period ?? usually
    if let festival = try await festivalPeriod(name) { return festival }
    guard let range = PeriodRange(named: name, today: today) else {
      let range = PeriodRange(named: usually, today: today) ?? PeriodRange(today)
      return AskedPeriod(range: range, said: said(range, named: usually), before: range.previous(on: today))
    }
    return AskedPeriod(range: range, said: said(range, named: name), before: range.previous(on: today))
  }

  /// “diwali me kitna bika”: the week up to the last one, or to the one for which people buy now; held against the year
  /// before.
  private func festivalPeriod(_ name: String) async throws -> AskedPeriod? {
    let festivals = FestivalWords.festivals(ofPeriod: name)
    guard !festivals.isEmpty else { return nil }
    let calendar = try await books.festivalCalendar()
    let days = festivals.flatMap { calendar.days(of: $0, in: today.adding(-800)...today.adding(Self.festivalDays - 1)) }
      .sorted { $0.day < $1.day }
    guard let last = days.last, let range = weekUpTo(last) else { return nil }
    let before = days.last { $0.occasion == last.occasion && $0.day < last.day.adding(-300) }
    return AskedPeriod(
      range: range, said: .words([.text(last.occasion.name(in: voice)), .period(range, today: today)]),
      before: before.flatMap(weekUpTo))
  }

  private func weekUpTo(_ festival: FestivalDay) -> PeriodRange? {
    PeriodRange(festival.day.adding(1 - Self.festivalDays), festival.day)
  }

  /// Days beside those that were asked for: as dates, since “last week” would not tell that it is cut on Saturday too.
  func said(_ before: PeriodRange) -> PhraseValue {
    before.isOneDay && before.first == today.adding(-1)
      ? .text(say(.periodYesterday, [.date: .day(before.first, today: today)])) : .period(before, today: today)
  }

  private func said(_ range: PeriodRange, named name: String) -> PhraseValue {
    let date: [Placeholder: PhraseValue] = [.date: .day(range.first, today: today)]
    switch name {
    case "today": return .text(say(.periodToday))
    case "yesterday": return .text(say(.periodYesterday, date))
    case "this_week": return .text(say(.periodThisWeek))
    case "last_week": return .text(say(.periodLastWeek))
    case "this_month": return .text(say(.periodThisMonth))
    case "last_month": return .text(say(.periodLastMonth))
    case "this_year": return .text(say(.periodThisYear))
    case "last_year": return .text(say(.periodLastYear))
    default:
      let isCounted = name.hasPrefix("last_") && name.hasSuffix("_days")
      return isCounted
        ? .text(say(.periodLastDays, [.days: .days(range.dayCount)])) : .period(range, today: today)
    }
  }

  /// The names of the items of some rows, in this voice; as saved where an item has left the list.
  func names(of rows: [Finding.Row]) async throws -> [String] {
    let items = try await books.items(rows.compactMap(\.item))
    let shown = Dictionary(items.map { ($0.id, $0.name(in: voice)) }, uniquingKeysWith: { first, _ in first })
    return rows.map { row in row.item.flatMap { shown[$0] } ?? row.name ?? "" }
  }

  /// The first names, and how many more there are.
  func fewNames(of rows: [Finding.Row]) async throws -> PhraseValue {
    let shownMax = 5
    let names = PhraseValue.list(try await names(of: Array(rows.prefix(shownMax))).map(PhraseValue.text))
    guard rows.count > shownMax else { return names }
    return .text(say(.namesMore, [.items: names, .n: .number(rows.count - shownMax)]))
  }
}

extension Finding.Row {
  var item: Int64? { if case .item(let id) = key { id } else { nil } }
}
