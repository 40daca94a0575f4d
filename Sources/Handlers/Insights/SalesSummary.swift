import Insights
import Intents
import Inventory
import Language
import Measures

/// “aaj ki bikri kitni?”, “या महिन्याचा गल्ला”: what was sold, how it was paid, and what it was before.
extension Turn {
  func salesSummary(_ request: Request) async throws -> Answer {
    if let compared = try await compared(request) { return compared }
    let asked = try await askedPeriod(request, usually: "today")
    guard request.frame.slots.items.isEmpty else { return try await itemSales(request, asked) }
    let sales = try await books.find(Insight(.revenue, .bills, in: asked.range, comparedTo: asked.before))
    let unpriced = try await unpricedItems(in: asked.range)
    let isEmpty = sales.whole.count(.bills) == 0 && sales.whole[.revenue] == 0 && unpriced.isEmpty
    let values: [Placeholder: PhraseValue] = [
      .period: asked.said, .amount: .money(sales.whole.money(.revenue) ?? .zero),
      .bills: .bills(sales.whole.count(.bills)),
    ]
    let total = say(isEmpty ? .salesNone : .salesTotal, values)
    var rows = [total]
    if !isEmpty, let paid = try await howPaid(in: asked.range) { rows.append(paid) }
    if !unpriced.isEmpty { rows.append(say(.salesUnpriced, [.items: try await fewNames(of: unpriced)])) }
    let before = salesBefore(sales, asked)
    if let before { rows.append(before) }
    let picture = try await SalesPicture(self, asked, total: total, before: before)
    return try await .say(together(rows), for: request).below(picture?.chart, named: "sales.png", in: self)
  }

  private func salesBefore(_ sales: Finding, _ asked: AskedPeriod) -> String? {
    guard let before = asked.before, let money = sales.wholeBefore?.money(.revenue), money > .zero else { return nil }
    return say(.salesBefore, [.period: said(before), .amount: .money(money)])
  }

  /// What went out without a rate.
  private func unpricedItems(in period: PeriodRange) async throws -> [Finding.Row] {
    try await books.find(Insight(.unpricedLines, by: .item, in: period, keeping: .positive)).rows
  }

  /// Nil where nobody ever said how, or where there is only one way and it says nothing new.
  func howPaid(in period: PeriodRange) async throws -> String? {
    let rows = try await books.find(Insight(.revenue, by: .payment, in: period)).rows
    let money = Dictionary(
      rows.compactMap { row -> (String, Money)? in
        guard case .payment(let payment) = row.key, let money = row.money(.revenue), money != .zero else { return nil }
        return (payment ?? "", money)
      }, uniquingKeysWith: +)
    guard money.keys.contains(where: { !$0.isEmpty }) else { return nil }
    let ways: [(String, Phrase)] = [
      ("cash", .paidCash), ("upi", .paidUPI), ("card", .paidCard), ("credit", .paidCredit), ("", .paidUnsaid),
    ]
    let parts = ways.compactMap { way, phrase in money[way].map { say(phrase, [.amount: .money($0)]) } }
    return say(.salesPaid, [.items: .list(parts.map(PhraseValue.text))])
  }

  /// “is hafte doodh kitna bika”.
  private func itemSales(_ request: Request, _ asked: AskedPeriod) async throws -> Answer {
    try await withItems(of: request) { items in
      var rows: [String] = []
      for item in items.prefix(Self.answerRowsMax) { rows += try await sales(of: item, asked, alone: items.count == 1) }
      return .say(together(rows), for: request)
    }
  }

  /// A screen shows so many; nobody reads more.
  static let answerRowsMax = 8

  private func sales(of item: Item, _ asked: AskedPeriod, alone: Bool) async throws -> [String] {
    let filter = Insight.Filter(item: item.id)
    let found = try await books.find(
      Insight(.quantity, .revenue, in: asked.range, where: filter, comparedTo: alone ? asked.before : nil))
    let (sold, money) = (found.whole.quantity(.quantity) ?? .zero, found.whole.money(.revenue) ?? .zero)
    let values: [Placeholder: PhraseValue] = [
      .item: name(item), .period: asked.said, .qty: measure(sold, of: item), .amount: .money(money),
    ]
    var rows = [say(sold == .zero ? .itemSalesNone : money == .zero ? .itemSalesUnpriced : .itemSales, values)]
    if let before = asked.before, let quantity = found.wholeBefore?.quantity(.quantity), quantity > .zero {
      rows.append(say(.itemSalesBefore, [.period: said(before), .qty: measure(quantity, of: item)]))
    }
    return rows
  }
}
