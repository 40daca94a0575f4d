import Commerce
import Database
import Demand
import Intents
import Inventory
import Language
import Measures
import Pricing

/// What is advised to be ordered, reckoned from what the books hold.
struct OrderPlan: Sendable {
  struct Row: Sendable {
    let item: Item
    let advice: ReorderAdvice
    let supplier: Supplier?
    /// For so many days the stock is enough; nil where it outlasts the forecast.
    let daysLeft: Int?
    /// What was ordered before and has not come.
    let coming: OnTheWay?
  }

  /// To be ordered now, the most urgent first.
  var rows: [Row] = []
  /// What was left out, or cut short, for want of money.
  var leftOut = 0
  /// What was ordered before and has not come.
  var coming: [(item: Item, OnTheWay)] = []
  /// Of some items something is expected to sell.
  var isInformed = false

  /// Nil where no cost is known.
  static func cost(of rows: [Row]) -> Money? {
    let costs = rows.compactMap(\.advice.cost)
    return costs.isEmpty ? nil : costs.reduce(.zero, +)
  }

  /// One after the other as they come first, those without a supplier last.
  var bySupplier: [(supplier: Supplier?, rows: [Row])] {
    var groups: [(supplier: Supplier?, rows: [Row])] = []
    for row in rows {
      if let place = groups.firstIndex(where: { $0.supplier?.id == row.supplier?.id }) {
        groups[place].rows.append(row)
      } else {
        groups.append((row.supplier, [row]))
      }
    }
    return groups.filter { $0.supplier != nil } + groups.filter { $0.supplier == nil }
  }
}

extension Turn {
  /// What has to be ordered before the next time somebody orders; what can wait is left out.
  func orderPlan(_ wish: OrderWish) async throws -> OrderPlan {
    let items = wish.items.isEmpty ? try await books.allItems(in: wish.category) : try await books.items(wish.items)
    let asked = try await reorderQuestions(of: items.filter(\.isCounted), wish)
    var plan = OrderPlan()
    plan.isInformed = asked.contains { $0.question.demand.aDay > 0 }
    plan.coming = asked.compactMap { row in row.coming.map { (row.item, $0) } }
    let due = asked.filter { row in
      let advice = Reorder(row.question).advice()
      return advice.packs > 0 && (advice.orderInDays ?? .max) < wish.days
    }
    let advice = ReorderList.advice(for: due.map(\.question), cash: wish.cash)
    plan.leftOut = advice.count { advice in
      advice.reasons.contains { if case .cashLimit = $0 { true } else { false } }
    }
    plan.rows = zip(due, advice).filter { $0.1.packs > 0 }.map { row($0.0, $0.1) }
      .sorted { ($0.daysLeft ?? .max, $0.item.name) < ($1.daysLeft ?? .max, $1.item.name) }
    return plan
  }

  /// One item, whether it has to be ordered now or not.
  func orderAdvice(of item: Item, _ wish: OrderWish) async throws -> OrderPlan.Row? {
    guard let asked = try await reorderQuestions(of: [item], wish).first,
      let advice = ReorderList.advice(for: [asked.question], cash: wish.cash).first
    else { return nil }
    return row(asked, advice)
  }

  private func row(_ asked: AskedOrder, _ advice: ReorderAdvice) -> OrderPlan.Row {
    OrderPlan.Row(
      item: asked.item, advice: advice,
      supplier: asked.offers.first { $0.supplier.id == advice.offer?.supplier }?.supplier,
      daysLeft: asked.forecast.days(lastedBy: Double(asked.item.onHand.thousandths) / 1_000, from: today),
      coming: asked.coming)
  }

  private struct AskedOrder: Sendable {
    let item: Item
    let forecast: StoredForecast
    let offers: [Offer]
    let coming: OnTheWay?
    let question: ReorderQuestion
  }

  private func reorderQuestions(of items: [Item], _ wish: OrderWish) async throws -> [AskedOrder] {
    let ids = items.map(\.id)
    let forecasts = try await books.forecasts(of: ids)
    let tags = try await books.priceTags(of: ids)
    let facts = try await books.shelfFacts(of: ids)
    let offers = try await books.offers(of: ids, since: today.adding(-365))
    let coming = try await books.onTheWay(ids, upTo: wish.known, on: today)
    return items.compactMap { item in
      guard let forecast = forecasts[item.id] else { return nil }
      let (tag, own) = (tags[item.id] ?? PriceTag(), offers[item.id] ?? [])
      var question = ReorderQuestion(
        item: item.id, demand: forecast.outlook(from: today), stock: item.isCounted ? item.onHand : .zero,
        price: tag.sale ?? .zero, offers: supplierOffers(own, of: item, cost: tag.cost))
      question.reviewDays = wish.days
      question.onOrder = coming[item.id]?.quantity ?? .zero
      question.shelfLifeDays = facts[item.id]?.keepsDays
      return AskedOrder(
        item: item, forecast: forecast, offers: own, coming: coming[item.id], question: question)
    }
  }

  /// Goods come in their smallest pack, or one by one.
  private func supplierOffers(_ offers: [Offer], of item: Item, cost: Money?) -> [SupplierOffer] {
    let pack = item.packs.values.filter { $0 > .zero }.min() ?? Quantity(1)
    guard !offers.isEmpty else { return [SupplierOffer(cost: cost, leadDays: Books.leadDaysUsual, pack: pack)] }
    return offers.map { offer in
      SupplierOffer(
        supplier: offer.supplier.id, cost: offer.cost ?? cost, leadDays: offer.supplier.leadDays ?? Books.leadDaysUsual,
        pack: pack)
    }
  }
}
