package import Measures

/// The tax that a shelf price holds, in hundredths of a percent: 500 of a shop that charges 5 % GST, none of one that is
/// not registered.
package struct IncludedTax: Hashable, Sendable {
  package let basisPoints: Int

  package static let none = IncludedTax(basisPoints: 0)

  package init(basisPoints: Int) { self.basisPoints = max(0, min(100_000, basisPoints)) }

  /// What of a price stays with the shop: price × 100 ÷ (100 + rate).
  package func net(of price: Money) -> Money { price.scaled(by: 10_000, over: whole, roundingUp: false) }

  /// The least price of which so much stays.
  package func leastPrice(leaving net: Money) -> Money {
    let price = net.scaled(by: whole, over: 10_000, roundingUp: true)
    // The net of a price is rounded to the paisa, which may give the half paisa that is missing a paisa earlier.
    let below = price - Money(paise: 1)
    return price > .zero && self.net(of: below) >= net ? below : price
  }

  private var whole: Int64 { Int64(10_000 + basisPoints) }
}
