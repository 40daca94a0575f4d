package import Measures

/// “chini 5 kilo 44”: ₹44 for the five, or each? The shop's own rate says which of the two anybody would pay.
package enum SumOrRate: Hashable, Sendable {
  case sum
  case rate
  /// Both are believable, or nothing is known that could tell.
  case open

  /// - Parameters:
  ///   - quantity: as it was said, in the unit that `rate` is for.
  ///   - rate: what one costs as a rule; nil where the shop has no price.
  package static func reading(of money: Money, for quantity: Quantity, rate: Money?) -> SumOrRate {
    guard let rate, let sum = rate.times(quantity) else { return .open }
    if money == sum { return .sum }
    if money == rate { return .rate }
    switch (money.isNear(sum), money.isNear(rate)) {
    case (true, false): return .sum
    case (false, true): return .rate
    case (true, true), (false, false): return .open
    }
  }
}

extension Money {
  /// Not a half more, nor less than two thirds.
  fileprivate func isNear(_ other: Money) -> Bool {
    guard let twice = times(Quantity(2)), let thrice = times(Quantity(3)), let otherTwice = other.times(Quantity(2)),
      let otherThrice = other.times(Quantity(3))
    else { return false }
    return twice <= otherThrice && thrice >= otherTwice
  }
}
