package import Measures

/// One day's sale of an item, as a shop sees it: its price, and how many went. Days on which it was not to be had are left out.
package struct SoldDay: Hashable, Sendable {
  /// How many days before today.
  package let daysAgo: Int
  package let price: Money
  package let units: Double
  /// What such a day sells beside another, by weekday and season alone: 1.3 on a Sunday. Never by the level of late, which
  /// has the effect of the price in it already.
  package let usual: Double

  package init(daysAgo: Int, price: Money, units: Double, usual: Double = 1) {
    self.daysAgo = daysAgo
    self.price = price
    self.units = units
    self.usual = usual
  }

  var isSound: Bool {
    price > .zero && units.isFinite && units >= 0 && units < 1e9 && usual.isFinite && usual > 0 && daysAgo >= 0
  }
}
