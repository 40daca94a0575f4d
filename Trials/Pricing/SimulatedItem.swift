import Foundation
import Measures
import Pricing

/// Two kinds of goods, by how far the printed MRP is above their cost.
package enum SimulatedGoods: CaseIterable, Sendable {
  /// As a grocer has them: the best price is often the MRP.
  case printed
  /// The best price lies between the walls, where the oracle's gain is small: profit is flat around its best.
  case loose

  fileprivate var mrpOverCost: ClosedRange<Double> {
    switch self {
    case .printed: 1.15...2.2
    case .loose: 3...5
    }
  }
}

/// An item of a shop whose customers answer to its price as only the trial knows: constant elasticity, a weekly pattern, a
/// level that wanders, and chance.
struct SimulatedItem {
  let elasticity: Double
  let cost: Money
  let mrp: Money
  let tax: IncludedTax
  /// What was taken when the trial begins.
  let start: Money
  private let rate: Double
  private let weekdays: [Double]
  private var level = 0.0
  private var dice: Dice

  /// Elasticity from -0.5 to -3; the start within 15 % of the best price.
  init(_ goods: SimulatedGoods, seed: UInt64) {
    dice = Dice(seed: seed)
    elasticity = dice.within(-3 ... -0.5)
    let rupees = exp(dice.within(log(15.0)...log(400)))
    cost = Money(rupees: Int64(rupees))
    tax = IncludedTax(basisPoints: [0, 0, 500, 1_800].randomElement(using: &dice) ?? 0)
    let floor = tax.leastPrice(leaving: cost)
    mrp = Money(rupees: Int64(rupees * dice.within(goods.mrpOverCost) * floor.amount / cost.amount) + 1)
    rate = exp(dice.within(log(1.5)...log(30)))
    var pattern: [Double] = []
    for _ in 0..<7 { pattern.append(exp(0.25 * dice.normal())) }
    weekdays = pattern
    let best = Self.best(elasticity: elasticity, cost: cost, tax: tax, mrp: mrp)
    let drawn = Money(rupees: Int64((best.amount * dice.within(0.85...1.15) / 100).rounded()))
    start = max(min(drawn, mrp), Money(rupees: (floor.paise + 99) / 100))
  }

  /// What an oracle would take: the round price within the walls that earns most.
  var best: Money { Self.best(elasticity: elasticity, cost: cost, tax: tax, mrp: mrp) }

  private static func best(elasticity: Double, cost: Money, tax: IncludedTax, mrp: Money) -> Money {
    let prices = stride(from: cost.paise / 100 * 100, through: mrp.paise, by: 100).map(Money.init(paise:)) + [mrp]
    func profit(_ price: Money) -> Double {
      (tax.net(of: price).amount - cost.amount) * pow(price.amount / cost.amount, elasticity)
    }
    return prices.max { profit($0) < profit($1) } ?? mrp
  }

  /// The level of the week wanders.
  mutating func begin(week: Int) { level = 0.9 * level + 0.05 * dice.normal() }

  func expected(at price: Money, on day: Int) -> Double {
    rate * weekdays[day % 7] * exp(level) * pow(price.amount / start.amount, elasticity)
  }

  func profit(at price: Money, on day: Int) -> Double {
    (tax.net(of: price).amount - cost.amount) * expected(at: price, on: day)
  }

  /// What goes over the counter on a day: more or fewer customers than expected, each by chance.
  mutating func sold(at price: Money, on day: Int) -> Double {
    dice.poisson(expected(at: price, on: day) * exp(0.2 * dice.normal() - 0.02))
  }

  /// A price that the shop took earlier: up to 12 % beside the start, within the walls.
  mutating func earlierPrice() -> Money {
    let price = Money(rupees: Int64((start.amount * dice.within(0.88...1.12) / 100).rounded()))
    return max(min(price, mrp), tax.leastPrice(leaving: cost))
  }

  mutating func chance(_ share: Double) -> Bool { dice.within(0...1) < share }
}

extension Money {
  fileprivate var amount: Double { Double(paise) }
}
