package import Measures

/// “100 ka kaju”: goods for ₹100, or 100 grams of them? The price says which of the two anybody would buy.
package enum Worth: Hashable, Sendable {
  /// So much money's worth, which is this much of the goods.
  case money(Money, Quantity)
  /// So much by measure, in the unit that counter sales are weighed in.
  case measure(Measure)
  /// Both are believable, or nothing is known that could tell; `bought` is what the money would buy, where that is known.
  case open(Measure, bought: Quantity?)

  /// Less than this is not paid for loose goods, nor is more carried home from a counter.
  private static let moneyMin = Money(rupees: 10)
  private static let weightMin = Quantity(thousandths: 20)
  private static let weightMax = Quantity(25)

  /// - Parameter price: of one `unit`; nil where the shop has none.
  package static func reading(of number: Quantity, unit: Unit, price: Money?) -> Worth {
    let measure = Measure(number, unit.atTheCounter)
    guard let price, price > .zero, let money = Money(rupees: 1).times(number),
      let bought = money.quantity(at: price)
    else { return .open(measure, bought: nil) }
    guard unit != unit.atTheCounter else { return counted(money, bought, measure) }
    let cost = measure.converted(to: unit).flatMap(price.times)
    let isWeight = cost.map { $0 >= moneyMin } ?? false
    let isMoney = (weightMin...weightMax).contains(bought)
    switch (isMoney, isWeight) {
    case (true, false): return .money(money, bought)
    case (false, true): return .measure(measure)
    case (true, true), (false, false): return .open(measure, bought: bought)
    }
  }

  /// Packets come whole: “100 ka lux” at ₹10 is ten of them.
  private static func counted(_ money: Money, _ bought: Quantity, _ measure: Measure) -> Worth {
    let isWhole = bought.thousandths.isMultiple(of: 1_000) && bought > .zero
    return isWhole ? .money(money, bought) : .open(measure, bought: nil)
  }
}

extension Unit {
  /// What a bare number means at the counter: grams of what is kept by the kilo.
  fileprivate var atTheCounter: Unit {
    switch self {
    case .kilogram, .quintal, .tonne: .gram
    case .litre: .millilitre
    default: self
    }
  }
}

extension Money {
  /// How much of something at `price` this buys, to the gram.
  fileprivate func quantity(at price: Money) -> Quantity? {
    let (scaled, overflow) = paise.multipliedReportingOverflow(by: 1_000)
    return overflow ? nil : Quantity(thousandths: (scaled + price.paise / 2) / price.paise)
  }
}
