import Commerce
import Insights
import Intents
import Inventory
import Language
import Measures

/// “कल कितना फायदा हुआ?”: what was earned, and how much of the sales that speaks of. A loss has its own word.
extension Turn {
  func profit(_ request: Request) async throws -> Answer {
    guard request.frame.slots.items.isEmpty else { return try await itemProfit(request) }
    switch request.frame.slots.ranked {
    case .items: return try await itemsByProfit(request)
    case .losses: return try await itemsAtALoss(request)
    case .days, .weekdays, .hours, .customers, .categories, .debtors, nil: return try await shopProfit(request)
    }
  }

  private func shopProfit(_ request: Request) async throws -> Answer {
    let asked = try await askedPeriod(request, usually: "today")
    let found = try await books.profit(in: asked.range)
    guard !found.isEmpty else { return .say(say(.salesNone, [.period: asked.said]), for: request) }
    guard let profit = found.profit else { return .say(say(.profitUnknown), for: request) }
    var rows = [say(profit < .zero ? .lossIs : .profitIs, [.period: asked.said, .amount: .money(profit.magnitude)])]
    if found.expenses > .zero { rows.append(say(.profitExpenses, [.amount: .money(found.expenses)])) }
    if found.counted < found.sales {
      rows.append(say(.profitCounted, [.amount: .money(found.counted), .total: .money(found.sales)]))
    }
    if !found.uncosted.isEmpty {
      rows.append(say(.profitUncosted, [.items: try await fewNames(of: found.uncosted)]))
    }
    if let before = asked.before, let row = try await profitBefore(before) { rows.append(row) }
    return .say(together(rows), for: request)
  }

  private func profitBefore(_ period: PeriodRange) async throws -> String? {
    let found = try await books.profit(in: period)
    guard !found.isEmpty, let profit = found.profit else { return nil }
    let values: [Placeholder: PhraseValue] = [.period: said(period), .amount: .money(profit.magnitude)]
    return say(profit < .zero ? .lossBefore : .profitBefore, values)
  }

  /// “maida me margin kitna hai”.
  private func itemProfit(_ request: Request) async throws -> Answer {
    let asked = try await askedPeriod(request, usually: "last_30_days")
    return try await withItems(of: request) { items in
      var rows: [String] = []
      for item in items.prefix(Self.answerRowsMax) { rows.append(try await profit(of: item, asked)) }
      return .say(together(rows), for: request)
    }
  }

  private func profit(of item: Item, _ asked: AskedPeriod) async throws -> String {
    let found = try await books.find(
      Insight(.quantity, .grossProfit, .margin, in: asked.range, where: .init(item: item.id))
    ).whole
    guard let profit = found.money(.grossProfit) else {
      let isSold = found.quantity(.quantity) ?? .zero > .zero
      return isSold ? say(.costUnknown, [.item: name(item)]) : try await margin(of: item, asked)
    }
    var values: [Placeholder: PhraseValue] = [
      .item: name(item), .period: asked.said, .amount: .money(profit.magnitude),
    ]
    guard profit >= .zero else { return say(.itemLoss, values) }
    values[.share] = .share(found[.margin] ?? 0)
    return say(.itemProfit, values)
  }

  /// Nothing of it was sold: what its rate leaves.
  private func margin(of item: Item, _ asked: AskedPeriod) async throws -> String {
    let tag = try await books.priceTag(of: item.id)
    guard let rate = tag.sale, let cost = tag.cost, rate > .zero, cost <= rate else {
      return say(.itemSalesNone, [.item: name(item), .period: asked.said])
    }
    let values: [Placeholder: PhraseValue] = [
      .item: name(item), .rate: .rate(rate, item.unit), .cost: .rate(cost, item.unit),
      .share: .share((rate - cost).paise * 10_000 / rate.paise),
    ]
    return say(.itemMargin, values)
  }
}

extension Money {
  var magnitude: Money { self < .zero ? -self : self }
}
