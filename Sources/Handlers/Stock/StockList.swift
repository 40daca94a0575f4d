import Demand
import Intents
import Inventory
import Language
import Measures
import Messages
import Sheets

/// “poora stock dikhao”, “low stock list”: short lists, a page at a time.
extension Turn {
  private static let linesPerPage = 15

  /// What does not fit a screen comes as a file too; so does what somebody asks to have as one.
  func stockList(_ request: Request) async throws -> Answer {
    if let limit = request.frame.slots.below { return try await stock(below: limit, request) }
    let wish = FileWish(request.words ?? "", format: nil)
    if wish.isForUs, wish.format == .commaSeparated || wish.namesSheet {
      return try await fileOf(request, as: wish.format)
    }
    var answer = try await stockPage(from: 0, category: request.frame.slots.category)
    answer.request = request
    guard answer.reply?.choices != Choices.none, let sheet = try await sheet(of: request), !sheet.rows.isEmpty else {
      return answer
    }
    return answer.attaching(try await keep(sheet, as: .workbook))
  }

  func stockPage(from offset: Int, category: String?) async throws -> Answer {
    let (items, category) = try await listed(category)
    guard !items.isEmpty else { return .say(say(.stockListEmpty)) }
    var rows = shortEnough(
      items.dropFirst(offset).prefix(Self.linesPerPage).map {
        say(.listLine, [.item: name($0), .left: measure($0.onHand, of: $0)])
      })
    let page = rows
    if offset == 0 { rows.insert(say(.stockListHead, [.n: .number(items.count)]), at: 0) }
    let after = offset + page.count
    guard after < items.count else { return .say(together(rows)) }
    rows.append(say(.listMore, [.n: .number(items.count - after)]))
    let more = button(.buttonMore, .listPage(offset: after, category: category))
    return .say(together(rows), .buttons([more]))
  }

  /// As many lines as fit above a button, with room for a head and a foot; at least one.
  private func shortEnough(_ lines: [String]) -> [String] {
    var room = Choices.Limit.textWithButtons - Self.headAndFootMax
    let fitting = lines.prefix { line in
      room -= line.unicodeScalars.count + 1
      return room >= 0
    }
    return Array(fitting.isEmpty ? lines.prefix(1) : fitting)
  }

  private static let headAndFootMax = 160

  /// All goods, where the shop does not use the category.
  func listed(_ category: String?) async throws -> (items: [Item], category: String?) {
    let items = try await books.allItems(in: category)
    return items.isEmpty && category != nil ? (try await books.allItems(), nil) : (items, category)
  }

  func lowStock(_ request: Request) async throws -> Answer {
    if let limit = request.frame.slots.below { return try await stock(below: limit, request) }
    try await books.refreshDemandIfDue(on: today)
    let items = try await books.lowItems(in: request.frame.slots.category)
    guard !items.isEmpty else { return .say(say(.lowNone), for: request) }
    var rows = [say(.lowHead, [.n: .number(items.count)])]
    rows += try await lowLines(Array(items.prefix(Self.linesPerPage)))
    let rest = items.count - Self.linesPerPage
    if rest > 0 { rows.append(say(.listMore, [.n: .number(rest)])) }
    return .say(together(rows), for: request)
  }

  /// Where not the owner set from how little on goods are low, it is said why they are.
  private func lowLines(_ items: [Item]) async throws -> [String] {
    let byDemand = items.filter { $0.threshold == nil && $0.onHand > .zero }
    let forecasts = try await books.forecasts(of: byDemand.map(\.id))
    return items.map { item in
      guard item.onHand != .zero else { return say(.stockNone, [.item: name(item)]) }
      var values: [Placeholder: PhraseValue] = [.item: name(item), .left: measure(item.onHand, of: item)]
      guard item.threshold == nil, let forecast = forecasts[item.id],
        let days = forecast.days(lastedBy: item.onHand.amount, from: today)
      else { return say(.lowLine, values) }
      let aWeek = forecast.expectation(over: today...today.adding(6)).mean
      values[.usual] = measure(pace(aWeek / 7), of: item)
      values[.days] = .days(max(1, days))
      return say(.lowLineDays, values)
    }
  }

  /// Of goods that come in pieces, too, “1.4 a day” tells more than “1”.
  private func pace(_ aDay: Double) -> Quantity {
    Quantity(rounding: aDay >= 10 ? aDay.rounded() : max(0.1, (aDay * 10).rounded() / 10))
  }

  /// “10 se kam wale items”: in each item's own unit, or of what is measured in the unit that was said.
  private func stock(below limit: StockLimit, _ request: Request) async throws -> Answer {
    let items = try await books.items(below: limit.quantity, limit.unit, in: request.frame.slots.category)
    let size: PhraseValue =
      limit.unit.map { .measure(Measure(limit.quantity, $0)) } ?? .text(limit.quantity.description)
    guard !items.isEmpty else { return .say(say(.belowNone, [.qty: size]), for: request) }
    var rows = [say(.belowHead, [.qty: size, .n: .number(items.count)])]
    rows += items.prefix(Self.linesPerPage).map { item in
      item.onHand == .zero
        ? say(.stockNone, [.item: name(item)])
        : say(.lowLine, [.item: name(item), .left: measure(item.onHand, of: item)])
    }
    let rest = items.count - Self.linesPerPage
    if rest > 0 { rows.append(say(.listMore, [.n: .number(rest)])) }
    return .say(together(rows), for: request)
  }
}
