package import Measures

/// “How much of it should I order?”, with what the shop knows of one item.
///
/// It stands beside the prices because both weigh a margin against what is left over, of the same demand.
package struct ReorderQuestion: Hashable, Sendable {
  /// The item's number in the books; it comes back with the advice.
  package let item: Int64
  package let demand: DemandOutlook
  /// On the shelf, and already ordered.
  package var stock: Quantity
  package var onOrder = Quantity.zero
  package var price: Money
  package var tax = IncludedTax.none
  /// Days until somebody orders again.
  package var reviewDays = 7
  /// For how many days the goods keep; nil where they do not spoil.
  package var shelfLifeDays: Int?
  package var offers: [SupplierOffer]
  /// What it costs a month to hold goods, of their worth.
  package var holdingCost = 0.02

  package init(item: Int64, demand: DemandOutlook, stock: Quantity, price: Money, offers: [SupplierOffer]) {
    self.item = item
    self.demand = demand
    self.stock = stock
    self.price = price
    self.offers = offers
  }

  /// What is there and what is coming, in units.
  var position: Double { (stock + onOrder).units }

  /// When the shelf is empty, as far as is expected; nil where nothing sells.
  var daysLeft: Double? { demand.aDay > 0 ? max(0, position) / demand.aDay : nil }
}

/// What a supplier asks for the item, and how it comes.
package struct SupplierOffer: Hashable, Sendable {
  /// The supplier's number in the books; nil where only the goods are known.
  package let supplier: Int64?
  /// For one unit, less the tax that the shop gets back; nil where it is not known.
  package let cost: Money?
  package let leadDays: Int
  /// It comes in whole packs of so much.
  package let pack: Quantity

  package init(supplier: Int64? = nil, cost: Money?, leadDays: Int, pack: Quantity = Quantity(1)) {
    self.supplier = supplier
    self.cost = cost.map { max($0, .zero) }
    self.leadDays = max(0, leadDays)
    self.pack = pack > .zero ? pack : Quantity(1)
  }

  func cost(ofPacks packs: Int) -> Money? {
    guard let cost, let all = pack.times(Quantity(Int64(packs))) else { return nil }
    return cost.times(all)
  }
}

extension Quantity {
  /// For reckoning with chances.
  var units: Double { Double(thousandths) / 1000 }
}
