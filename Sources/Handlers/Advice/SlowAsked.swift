import Commerce
import Demand
import Insights
import Intents
import Inventory
import Language
import Measures
import Pricing
import Sheets

/// “kaunsa maal nahi bik raha”: what lies longest, by the money in it, and by which steps its price could go down.
extension Turn {
  func slowItems(_ request: Request) async throws -> Answer {
    try await books.refreshDemandIfDue(on: today)
    let asked = try await unsoldPeriod(request)
    let slow = try await slowGoods(request, unsoldIn: asked)
    guard !slow.isEmpty else {
      return .say(asked.map { say(.unsoldNone, [.period: $0.said]) } ?? say(.slowNone), for: request)
    }
    let tiedUp = slow.compactMap(\.slow.tiedUp).reduce(.zero, +)
    let sum: [Placeholder: PhraseValue] = [.n: .number(slow.count), .amount: .money(tiedUp)]
    var rows = [asked.map { say(.unsoldHead, sum.merging([.period: $0.said]) { $1 }) } ?? say(.slowHead, sum)]
    let shown = Array(slow.prefix(Self.answerRowsMax))
    let steps = try await markdowns(of: shown.map(\.item))
    for goods in shown {
      rows.append(slowRow(goods, unsoldIn: asked?.range))
      if let prices = steps[goods.item.id] { rows.append(prices) }
    }
    if slow.count > shown.count { rows.append(say(.slowMore, [.n: .number(slow.count - shown.count)])) }
    return .say(rows.joined(separator: "\n"), for: request)
  }

  private struct SlowGoods: Sendable {
    let item: Item
    let slow: SlowItem
    let facts: ShelfFacts?
  }

  /// “is hafte kya nahi bika”; nil where no days are named that have been.
  private func unsoldPeriod(_ request: Request) async throws -> AskedPeriod? {
    guard request.frame.slots.period != nil else { return nil }
    let asked = try await askedPeriod(request, usually: "this_week")
    return asked.range.first <= today ? asked : nil
  }

  /// What outlasts two months; where a period was named, what was there and not sold in it.
  private func slowGoods(_ request: Request, unsoldIn asked: AskedPeriod?) async throws -> [SlowGoods] {
    let items = try await books.allItems(in: request.frame.slots.kind?.category)
      .filter { $0.isCounted && $0.onHand > .zero }
    let ids = items.map(\.id)
    let forecasts = try await books.forecasts(of: ids)
    let tags = try await books.priceTags(of: ids)
    let facts = try await books.shelfFacts(of: ids)
    let sold = try await sold(in: asked)
    let unsold = items.filter { item in
      guard let asked else { return true }
      return !sold.contains(item.id) && facts[item.id]?.firstDay.map { $0 <= asked.range.last } ?? true
    }
    var rules = PriceRules()
    if asked != nil { rules.slowAfterDays = 0 }
    let shelf = unsold.map { item in
      let demand = forecasts[item.id]?.demand(over: StoredForecast.days, from: today)
      return ShelfItem(
        item: item.id, stock: item.onHand,
        demand: demand ?? TotalDemand(days: StoredForecast.days, mean: 0, quantiles: []), cost: tags[item.id]?.cost,
        daysOnShelf: facts[item.id]?.firstDay.map { today.number - $0.number } ?? 0)
    }
    let byID = Dictionary(items.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    return SlowItem.among(shelf, rules: rules).compactMap { slow in
      byID[slow.item].map { SlowGoods(item: $0, slow: slow, facts: facts[slow.item]) }
    }
  }

  private func sold(in asked: AskedPeriod?) async throws -> Set<Int64> {
    guard let range = asked?.range else { return [] }
    let rows = try await books.find(Insight(.quantity, by: .item, in: range, keeping: .positive)).rows
    return Set(rows.compactMap(\.item))
  }

  private func slowRow(_ goods: SlowGoods, unsoldIn range: PeriodRange?) -> String {
    let held: [PhraseValue] =
      [measure(goods.slow.stock, of: goods.item)]
      + [goods.slow.tiedUp.map(PhraseValue.money)]
      .compactMap(\.self)
    let values: [Placeholder: PhraseValue] = [.item: name(goods.item), .what: .list(held)]
    guard let lastSold = goods.facts?.lastSold else { return say(.slowRowNever, values) }
    if let range, lastSold > range.last {
      return say(.unsoldRow, values.merging([.date: .day(lastSold, today: today)]) { $1 })
    }
    let silent = today.number - lastSold.number
    if silent < Self.silentDays, let days = goods.slow.daysOfStock {
      return say(.slowRowLasts, values.merging([.days: .days(Int(min(days, 9_999).rounded()))]) { $1 })
    }
    return say(.slowRow, values.merging([.days: .days(silent)]) { $1 })
  }

  /// What was sold within two weeks still sells, if too little.
  private static let silentDays = 14

  /// “₹120 → ₹115 → ₹110”, for those whose price can go down and still cover the cost.
  private func markdowns(of items: [Item]) async throws -> [Int64: String] {
    try await priced(items).reduce(into: [:]) { lines, known in
      var question = known.question
      // Nothing was sold of late; more than one in two months cannot be expected.
      if question.demand.mean == 0 { question.demand = TotalDemand(days: 60, mean: 1, quantiles: []).over(30) }
      let advice = Pricer(question).advice()
      let prices = [advice.present] + (advice.steps.isEmpty ? [advice.price] : advice.steps.map(\.price))
      guard advice.price < advice.present, question.supply == .anytime else { return }
      let said = prices.map { PhraseValue.money($0).said(in: voice) }.joined(separator: " → ")
      lines[known.item.id] = say(.slowSteps, [.what: .text(said)])
    }
  }

  func slowSheet(_ told: Request) async throws -> Sheet? {
    let rows = try await slowGoods(told, unsoldIn: unsoldPeriod(told)).map { goods -> [Sheet.Cell] in
      [
        .text(goods.item.name(in: voice)), .quantity(goods.slow.stock),
        .text(PhraseValue.unit(goods.item.unit).said(in: voice)), .money(goods.slow.tiedUp),
        goods.facts?.lastSold.map(Sheet.Cell.day) ?? .unknown,
      ]
    }
    let columns: [Phrase] = [.columnItem, .columnStock, .columnUnit, .columnWorth, .columnLastSold]
    return Sheet(title: say(.sheetSlow), columns: columns.map { say($0) }, rows: rows)
  }
}
