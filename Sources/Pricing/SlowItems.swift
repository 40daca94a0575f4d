package import Measures

/// Goods that stand on the shelf: “which things are not selling?”. First what ties up most money.
package struct SlowItem: Hashable, Sendable {
  /// The item's number in the books.
  package let item: Int64
  package let stock: Quantity
  /// For how many days the stock will last; nil where nothing of it is expected to sell.
  package let daysOfStock: Double?
  /// What the stock cost; nil where that was never written down.
  package let tiedUp: Money?

  /// Those whose stock lasts longer than the owner's limit. What has not been there so long yet had no time to sell.
  package static func among(_ shelf: [ShelfItem], rules: PriceRules = PriceRules()) -> [SlowItem] {
    shelf.filter { $0.stock > .zero && Double($0.daysOnShelf) >= min(rules.slowAfterDays, Self.trialDays) }
      .map { item in
        SlowItem(
          item: item.item, stock: item.stock, daysOfStock: item.daysOfStock, tiedUp: item.cost?.times(item.stock))
      }
      .filter { $0.daysOfStock.map { $0 > rules.slowAfterDays } ?? true }
      .sorted { ($0.tiedUp ?? .zero, -$0.item) > ($1.tiedUp ?? .zero, -$1.item) }
  }

  /// A month in the shop is time enough to be judged.
  private static let trialDays = 30.0
}

/// An item on the shelf, with what is expected of it.
package struct ShelfItem: Hashable, Sendable {
  package let item: Int64
  package let stock: Quantity
  package let demand: TotalDemand
  package let cost: Money?
  /// Since it first came into the shop.
  package let daysOnShelf: Int

  package init(item: Int64, stock: Quantity, demand: TotalDemand, cost: Money?, daysOnShelf: Int) {
    self.item = item
    self.stock = stock
    self.demand = demand
    self.cost = cost
    self.daysOnShelf = daysOnShelf
  }

  var daysOfStock: Double? {
    demand.mean > 0 ? stock.units / demand.mean * Double(demand.days) : nil
  }
}
