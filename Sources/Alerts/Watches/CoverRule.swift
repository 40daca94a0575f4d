package import Demand
package import Measures

/// When goods without a threshold are low: they may run out before an order of today would come, and they surely will
/// before the order after it. Both, because each alone is often wrong: what is at risk within days often lasts for weeks
/// where little is sold, and what will be gone in ten days need not be ordered today.
package struct CoverRule: Sendable {
  /// When goods come of which nobody said how long they take, and how often a shop usually orders.
  package static let leadDaysUsual = 2
  package static let reviewDaysUsual = 7

  private let untilDelivery: Expectation
  private let untilNext: Expectation

  /// - Parameter reviewDays: every how many days goods come; a week at the most.
  package init(_ forecast: StoredForecast, leadDays: Int, reviewDays: Int = reviewDaysUsual, on today: Day) {
    let reviewDays = min(max(reviewDays, 1), Self.reviewDaysUsual)
    untilDelivery = forecast.expectation(over: today...today.adding(leadDays))
    untilNext = forecast.expectation(over: today...today.adding(leadDays + reviewDays - 1))
  }

  /// Nine times of ten it is not over before the delivery; only once in ten it lasts until the next.
  package func isShort(_ stock: Double) -> Bool {
    stock > 0 && stock < untilDelivery.high && stock <= untilNext.low
  }

  /// Not short enough to be told of, and not enough to be called fixed.
  package func mayBeShort(_ stock: Double) -> Bool { stock < untilNext.mean }
}
