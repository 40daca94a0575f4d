import Measures

/// The steps in which a shop in India sets its prices: whole rupees, and fives and tens where the price is large. Nobody
/// gives change in paise.
enum Coin {
  static func step(at price: Money) -> Money {
    switch price.paise {
    case ..<20_000: Money(rupees: 1)
    case ..<100_000: Money(rupees: 5)
    default: Money(rupees: 10)
    }
  }

  static func down(_ price: Money) -> Money { Money(paise: price.paise - price.paise % step(at: price).paise) }

  /// The next round price that is not below.
  static func up(_ price: Money) -> Money {
    let below = down(price)
    return below == price ? price : below + step(at: price)
  }

  /// The round prices from one to another, no more than fit on a list.
  static func prices(from low: Money, through high: Money) -> [Money] {
    var prices: [Money] = []
    var price = up(max(low, Money(paise: 1)))
    while price <= high, prices.count < listMax {
      prices.append(price)
      price = up(price + Money(paise: 1))
    }
    return prices
  }

  private static let listMax = 500
}
