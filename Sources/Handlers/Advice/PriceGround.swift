import Commerce
import Demand
import Intents
import Inventory
import Language
import Measures
import Pricing

/// An item with the question of its price, as the books answer it.
struct PricedItem: Sendable {
  let item: Item
  let question: PriceQuestion
  let facts: ShelfFacts?

  func advice() -> PriceAdvice { Pricer(question).advice() }
}

extension Turn {
  /// So many days of sales are looked at.
  private static let daysBack = 365
  private static let daysAhead = 30

  /// Items without a price are left out. Prices and costs are both taken as they are written, with their tax, as the
  /// profit is reckoned: the price that is best is the same.
  func priced(_ items: [Item]) async throws -> [PricedItem] {
    let ids = items.map(\.id)
    let forecasts = try await books.forecasts(of: ids)
    let tags = try await books.priceTags(of: ids)
    let facts = try await books.shelfFacts(of: ids)
    let mrps = try await books.mrpsOnShelf(of: ids)
    let heard = try await books.competitorPrices(of: ids)
    let prices = try await books.priceHistory(of: ids)
    let sold = try await books.demandHistories(of: ids, before: today, days: Self.daysBack)
    let lots = try await books.expiringLots(of: ids, by: today.adding(Self.daysAhead), max: ids.count * 4)
    return items.compactMap { item in
      guard let tag = tags[item.id], let price = tag.sale, price > .zero else { return nil }
      let demand = forecasts[item.id]?.demand(over: Self.daysAhead, from: today)
      var question = PriceQuestion(
        price: price, demand: demand ?? TotalDemand(days: Self.daysAhead, mean: 0, quantiles: []))
      question.cost = tag.cost
      question.mrp = mrps[item.id]
      question.stock = item.isCounted ? Double(max(.zero, item.onHand).thousandths) / 1_000 : nil
      question.supply = supply(of: item, lots.filter { $0.item == item.id })
      question.competitor = heard[item.id].map { HeardPrice(price: $0.amount, daysAgo: today.number - $0.day.number) }
      question.sold = soldDays(sold[item.id], prices[item.id] ?? [])
      return PricedItem(item: item, question: question, facts: facts[item.id])
    }
  }

  /// Goods of which most expire within a month have to go till then.
  private func supply(of item: Item, _ lots: [ExpiringLot]) -> Supply {
    let coming = lots.filter { $0.expiresOn >= today }
    let spoiling = coming.reduce(Quantity.zero) { $0 + $1.atMost }
    guard let last = coming.last?.expiresOn, spoiling + spoiling >= item.onHand else { return .anytime }
    return .spoils(inDays: max(1, last.number - today.number))
  }

  /// Each day's sale with its price. Days before the first price that was written are left out.
  private func soldDays(_ history: DemandHistory?, _ prices: [DatedPrice]) -> [SoldDay] {
    guard let history else { return [] }
    return zip(0..., history.sold).compactMap { place, amount in
      let day = history.start.adding(place)
      guard let amount, let price = prices.last(where: { $0.day <= day })?.amount else { return nil }
      return SoldDay(
        daysAgo: today.number - day.number, price: price, units: max(0, amount), usual: history.usual(on: day))
    }
  }
}

extension DemandHistory {
  /// What such a weekday sells beside another; where little was seen, nearly as much.
  fileprivate func usual(on day: Day) -> Double {
    let all = sold.compactMap(\.self)
    let mean = all.isEmpty ? 0 : all.reduce(0, +) / Double(all.count)
    guard mean > 0 else { return 1 }
    let same = zip(0..., sold).filter { start.adding($0.0).weekday == day.weekday }.compactMap(\.1)
    return max(0.05, (same.reduce(0, +) + 4 * mean) / Double(same.count + 4) / mean)
  }
}
