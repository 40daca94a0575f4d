import Demand
import Inventory
import Measures

/// What is expected of one item, and what that is worth.
struct ExpectedSale: Sendable {
  let item: Item
  let amount: Expectation
  /// Paise; nothing where its rate is not known.
  let worth: Double
  /// By how much less or more it may be.
  let below: Double
  let above: Double

  init(_ item: Item, _ amount: Expectation, rate: Money) {
    self.item = item
    self.amount = amount
    let paise = Double(rate.paise)
    worth = paise * amount.mean
    below = paise * max(0, amount.mean - amount.low)
    above = paise * max(0, amount.high - amount.mean)
  }
}

/// The sum of what is expected of several items, with its range. The items of one shop miss partly together (rain, a
/// strike, a fair), so the range is wider than that of chances without a common cause, and narrower than the sum of all.
struct TogetherExpected: Sendable {
  let mean: Money
  let low: Money
  let high: Money

  /// How much two items of a shop miss together, as a correlation.
  private static let common = 0.2

  init(_ sales: [ExpectedSale]) {
    let worth = sales.reduce(0) { $0 + $1.worth }
    mean = Money(paise: Int64(worth.rounded())).rough
    low = min(mean, Money(paise: Int64(max(0, worth - Self.spread(sales.map(\.below))).rounded())).rough)
    high = max(mean, Money(paise: Int64((worth + Self.spread(sales.map(\.above))).rounded())).rough)
  }

  private static func spread(_ parts: [Double]) -> Double {
    let (sum, squares) = parts.reduce((0.0, 0.0)) { ($0.0 + $1, $0.1 + $1 * $1) }
    return ((1 - common) * squares + common * sum * sum).squareRoot()
  }
}

extension Money {
  /// To three figures, as an amount that is only expected deserves: ₹5,60,000.
  fileprivate var rough: Money {
    var step: Int64 = 100
    while paise.magnitude >= UInt64(step) * 1_000 { step *= 10 }
    return Money(paise: (paise + step / 2) / step * step)
  }
}
