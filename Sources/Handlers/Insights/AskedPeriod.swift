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
  /// The period of a question, else what is usually meant. A festival is no period yet, so the usual one stands for it,
  /// by name.
  func askedPeriod(_ request: Request, usually: String) -> AskedPeriod {
    let name = request.frame.slots.period ?? usually
    guard let range = PeriodRange(named: name, today: today) else {
      let range = PeriodRange(named: usually, today: today) ?? PeriodRange(today)
      return AskedPeriod(range: range, said: said(range, named: usually), before: range.previous(on: today))
    }
    return AskedPeriod(range: range, said: said(range, named: name), before: range.previous(on: today))
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
