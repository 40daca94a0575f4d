/// What the shop should know without asking. Stored names; they never change.
package enum AlertKind: String, Hashable, Sendable, Codable, CaseIterable {
  case lowStock = "low_stock"
  case outOfStock = "out_of_stock"
  case expiryAhead = "expiry_ahead"
  /// Something sold far beyond the usual: asked once whether it will come again.
  case demandSpike = "demand_spike"
  case festivalAhead = "festival_ahead"
  /// Money lies on the shelf.
  case slowStock = "slow_stock"
  /// The cost rose above the price, or another shop is cheaper.
  case priceChance = "price_chance"
  /// A bill or a return far beyond the usual that a helper wrote.
  case unusualSale = "unusual_sale"
  case largeCredit = "large_credit"
  /// A message of the shop did not reach whom it was for.
  case failedDelivery = "failed_delivery"
  /// Of the server, for whoever runs it.
  case trouble
  /// What an administrator wrote.
  case notice
}

/// How soon somebody must know.
package enum Severity: String, Hashable, Sendable, Codable, CaseIterable {
  /// With the next digest.
  case info
  case warning
  /// At once, when nobody sleeps.
  case critical
}
