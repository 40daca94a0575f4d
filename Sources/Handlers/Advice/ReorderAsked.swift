import Commerce
import Demand
import Intents
import Inventory
import Language
import Measures
import Messages
import Pricing
import Sheets

/// “kya mangwana chahiye”, “chini kitni mangwau”, “5000 rupaye me kya lu”: what to order from whom, of what is expected to
/// sell, what is there, how it comes and what it costs. A tap makes the message for the supplier.
extension Turn {
  func reorderSuggest(_ request: Request) async throws -> Answer {
    try await books.refreshDemandIfDue(on: today)
    let outlook = try await outlook(request.frame.slots)
    guard !request.frame.slots.items.isEmpty else { return try await orders(outlook, request) }
    return try await withItems(of: request) { items in
      guard items.count == 1, let item = items.first else { return try await orders(outlook, request, of: items) }
      guard outlook.days != nil else { return .say(try await tooFar(outlook, [item]), for: request) }
      return try await order(of: item, outlook, request)
    }
  }

  /// For the days that were named, a festival's up to the day itself; else for a week.
  private func orderWish(
    _ request: Request, _ outlook: Outlook, of items: [Item] = []
  ) async throws -> OrderWish {
    let slots = request.frame.slots
    let days = outlook.isUsual ? 0 : outlook.days.map { $0.upperBound.number - today.number } ?? 0
    return OrderWish(
      days: days > 0 ? days : OrderWish.daysUsual, cash: slots.cash, items: items.map(\.id),
      category: items.isEmpty ? slots.kind?.category : nil, known: try await books.newestOrder())
  }

  /// What is far is no reason to order now; what the same festival brought a year ago is told.
  private func tooFar(_ outlook: Outlook, _ items: [Item]) async throws -> String {
    together(lines(outlook) + (try await lastYear(of: items, outlook)))
  }

  // MARK: all that is due

  private func orders(_ outlook: Outlook, _ request: Request, of items: [Item] = []) async throws -> Answer {
    let kind = items.isEmpty ? request.frame.slots.kind : nil
    guard outlook.days != nil else {
      let all = items.isEmpty ? try await books.allItems(in: kind?.category) : items
      return .say(try await tooFar(outlook, all), for: request)
    }
    let wish = try await orderWish(request, outlook, of: items)
    let plan = try await orderPlan(wish)
    guard plan.isInformed else {
      return .say(
        kind.map { say(.forecastNone, [.item: .text($0.spoken.asName)]) } ?? say(.forecastNothing), for: request)
    }
    guard !plan.rows.isEmpty else {
      let none = plan.leftOut > 0 ? Phrase.orderNoMoney : .orderNothing
      return .say(together(lines(outlook) + [say(none, [.days: .days(wish.days)])] + coming(plan)), for: request)
    }
    var lines = lines(outlook) + groups(of: plan)
    if let total = OrderPlan.cost(of: plan.rows) { lines.append(say(.orderTotal, [.amount: .money(total)])) }
    if plan.leftOut > 0 { lines.append(say(.orderLeftOut, [.n: .number(plan.leftOut)])) }
    let hidden = plan.rows.count - Self.answerRowsMax
    if hidden > 0 { lines.append(say(.orderMore, [.n: .number(hidden)])) }
    lines += coming(plan)
    lines.append(say(.orderTap))
    return .say(lines.joined(separator: "\n"), .buttons(orderButtons(plan, wish)), for: request)
  }

  /// “Already ordered: Sugar 50 kg (19 Nov)”.
  private func coming(_ plan: OrderPlan) -> [String] {
    guard !plan.coming.isEmpty else { return [] }
    let shown = plan.coming.prefix(Self.answerRowsMax).map { item, coming -> PhraseValue in
      let date = "(" + PhraseValue.date(coming.orderedOn, today: today).said(in: voice) + ")"
      return .words([name(item), measure(coming.quantity, of: item), .text(date)])
    }
    let rest = plan.coming.count - shown.count
    let list = PhraseValue.list(shown)
    return [
      say(.orderComing, [.items: rest > 0 ? .text(say(.namesMore, [.items: list, .n: .number(rest)])) : list])
    ]
  }

  /// The most urgent rows, each under its supplier.
  private func groups(of plan: OrderPlan) -> [String] {
    let shown = Set(plan.rows.prefix(Self.answerRowsMax).map(\.item.id))
    return plan.bySupplier.flatMap { supplier, rows -> [String] in
      let rows = rows.filter { shown.contains($0.item.id) }
      guard !rows.isEmpty else { return [] }
      let head = supplier.map { say(.orderSupplier, [.supplier: .text($0.name)]) } ?? say(.orderNobody)
      return [head] + rows.map(orderRow)
    }
  }

  private func orderRow(_ row: OrderPlan.Row) -> String {
    let values: [Placeholder: PhraseValue] = [
      .item: name(row.item), .qty: .text(ordered(row)), .have: measure(row.item.onHand, of: row.item),
    ]
    guard let cost = row.advice.cost else { return say(.orderRowUnpriced, values) }
    return say(.orderRow, values.merging([.amount: .money(cost)]) { $1 })
  }

  /// “100 kg (2 bags)”.
  func ordered(_ row: OrderPlan.Row) -> String {
    let said = measure(row.advice.quantity, of: row.item).said(in: voice)
    guard let pack = row.item.packs.first(where: { $0.value == row.advice.offer?.pack })?.key else { return said }
    let packs = Measure(Quantity(Int64(row.advice.packs)), pack)
    return said + " (" + PhraseValue.measure(packs).said(in: voice) + ")"
  }

  func orderButtons(_ plan: OrderPlan, _ wish: OrderWish) -> [Button] {
    var buttons: [Button] = []
    for (supplier, _) in plan.bySupplier where buttons.count < Choices.Limit.buttons {
      let title = supplier.map { fitted($0.name, scalarsMax: Choices.Limit.buttonTitle) } ?? ""
      let isFree = !title.isEmpty && !buttons.contains { $0.title == title }
      let tap = Tap.order(supplier: supplier?.id, wish)
      buttons.append(isFree ? Button(id: tap.id, title: title) : button(.buttonOrderMessage, tap))
    }
    return Array(Dictionary(grouping: buttons.enumerated(), by: \.element.title).values.compactMap(\.first))
      .sorted { $0.offset < $1.offset }.map(\.element)
  }

  // MARK: one item

  private func order(of item: Item, _ outlook: Outlook, _ request: Request) async throws -> Answer {
    let wish = try await orderWish(request, outlook, of: [item])
    guard let row = try await orderAdvice(of: item, wish), !row.advice.reasons.contains(.noDemand) else {
      return .say(say(.forecastNone, [.item: name(item)]), for: request)
    }
    guard row.advice.packs > 0, let offer = row.advice.offer else {
      return .say(together(lines(outlook) + [say(.orderEnough, [.item: name(item)])] + standing(of: row)), for: request)
    }
    var lines = lines(outlook) + [orderItem(row)]
    if let supplier = row.supplier {
      lines.append(say(.orderFrom, [.supplier: .text(supplier.name), .days: .days(offer.leadDays)]))
    }
    lines += standing(of: row) + row.advice.reasons.compactMap { reason($0, row) }
    let tap = button(.buttonOrderMessage, .order(supplier: row.supplier?.id, wish))
    return .say(lines.joined(separator: "\n"), .buttons([tap]), for: request)
  }

  func orderItem(_ row: OrderPlan.Row) -> String {
    let values: [Placeholder: PhraseValue] = [.item: name(row.item), .qty: .text(ordered(row))]
    return row.advice.cost.map { say(.orderItem, values.merging([.amount: .money($0)]) { $1 }) }
      ?? say(.orderItemUnpriced, values)
  }

  private func standing(of row: OrderPlan.Row) -> [String] {
    let have: [Placeholder: PhraseValue] = [.have: measure(row.item.onHand, of: row.item)]
    var lines: [String] = []
    if row.item.isCounted, row.item.onHand > .zero {
      let days = row.daysLeft.map { max(1, $0) } ?? StoredForecast.days
      lines.append(
        say(row.daysLeft == nil ? .orderLastsLong : .forecastLasts, have.merging([.days: .days(days)]) { $1 }))
    } else {
      lines.append(say(row.item.isCounted ? .stockNone : .orderUncounted, [.item: name(row.item)]))
    }
    lines += coming(row)
    guard let days = row.advice.orderInDays, days > 0, days <= StoredForecast.days else { return lines }
    return lines + [say(.orderBy, [.date: .day(today.adding(days), today: today)])]
  }

  /// “50 kg already ordered on 19 Nov.”
  func coming(_ row: OrderPlan.Row) -> [String] {
    guard let coming = row.coming else { return [] }
    let values: [Placeholder: PhraseValue] = [
      .qty: measure(coming.quantity, of: row.item), .date: .date(coming.orderedOn, today: today),
    ]
    return [say(.orderOnTheWay, values)]
  }

  /// Why so much; nothing of what the other lines say already.
  private func reason(_ reason: ReorderReason, _ row: OrderPlan.Row) -> String? {
    switch reason {
    case .enough, .noDemand, .noSupplier, .wholePacks: nil
    case .covers(let days, let expected):
      say(.orderCovers, [.days: .days(days), .qty: rough(expected, of: row.item)])
    case .emptyBefore: say(.orderEmptyBefore)
    case .faster(let extra):
      extra > .zero ? say(.orderFaster, [.rate: .rate(extra, row.item.unit)]) : nil
    case .shelfLife(let days): say(.orderShelfLife, [.days: .days(days)])
    case .packSpoils(let days): say(.orderPackSpoils, [.days: .days(days)])
    case .cashLimit(let wanted):
      say(.orderCashLimit, [.qty: .text(measure(packs(wanted, row), of: row.item).said(in: voice))])
    case .costUnknown: say(.costUnknown, [.item: name(row.item)])
    }
  }

  private func packs(_ count: Int, _ row: OrderPlan.Row) -> Quantity {
    row.advice.offer?.pack.times(Quantity(Int64(count))) ?? .zero
  }

  // MARK: the file

  func orderSheet(_ told: Request) async throws -> Sheet? {
    let ids = told.frame.slots.items.compactMap { line -> Int64? in
      if case .known(let id) = line.item { Int64(id) } else { nil }
    }
    let outlook = try await outlook(told.frame.slots)
    guard outlook.days != nil else { return nil }
    let wish = try await orderWish(told, outlook, of: try await books.items(ids))
    let rows = try await orderPlan(wish).bySupplier.flatMap(\.rows).map { row -> [Sheet.Cell] in
      [
        .text(row.item.name(in: voice)), .text(row.supplier?.name), .quantity(row.advice.quantity),
        .text(PhraseValue.unit(row.item.unit).said(in: voice)), .money(row.advice.cost), .quantity(row.item.onHand),
      ]
    }
    let columns: [Phrase] = [
      .columnItem, .columnSupplier, .columnOrder, .columnUnit, .columnAmount, .columnStock,
    ]
    return Sheet(title: say(.sheetOrder), columns: columns.map { say($0) }, rows: rows)
  }
}
