package import Measures

/// Between what a price must lie: cost with its tax below, the printed MRP above. The law forbids to go above MRP (Legal
/// Metrology (Packaged Commodities) Rules 2011, rule 18(2)); to go below cost is the owner's choice, and is said.
package struct PriceWalls: Hashable, Sendable {
  /// The least price that covers the cost; nil where the cost is not known.
  package let floor: Money?
  /// What is printed on the oldest packs in stock; nil for loose goods.
  package let ceiling: Money?

  package init(cost: Money?, tax: IncludedTax, mrp: Money?) {
    floor = cost.map(tax.leastPrice(leaving:))
    ceiling = mrp.flatMap { $0 > .zero ? $0 : nil }
  }

  /// The cost is above the MRP: no price covers it.
  var areCrossed: Bool {
    guard let floor, let ceiling else { return false }
    return ceiling < floor
  }

  func holds(_ price: Money) -> Bool { price >= (floor ?? .zero) && price <= (ceiling ?? price) }

  /// The nearest round price within the walls. A printed MRP and a bare cost count as round: they are charged as they are.
  func nearest(to price: Money) -> Money {
    let low = floor ?? .zero
    let rounded = Coin.up(max(price, low))
    return min(rounded, ceiling ?? rounded)
  }

  /// The prices that may be advised from one to another: round ones, and the MRP itself.
  func prices(from low: Money, through high: Money) -> [Money] {
    let top = min(high, ceiling ?? high)
    let round = Coin.prices(from: max(low, floor ?? low), through: top)
    guard let ceiling, top == ceiling, ceiling >= max(low, floor ?? low), round.last != ceiling else { return round }
    return round + [ceiling]
  }
}
