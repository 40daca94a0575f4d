import Foundation
import Measures
import Pricing

/// Questions as a grocer would ask them.
enum Grocer {
  static func demand(_ mean: Double, days: Int = 30, swing: Double = 0.3) -> TotalDemand {
    TotalDemand(
      days: days, mean: mean,
      quantiles: [
        (0.025, mean * (1 - 1.6 * swing)), (0.1, mean * (1 - swing)), (0.5, mean), (0.9, mean * (1 + swing)),
        (0.975, mean * (1 + 1.6 * swing)),
      ])
  }

  /// Sugar at ₹50 with a cost of ₹40.
  static func sugar() -> PriceQuestion {
    var question = PriceQuestion(price: Money(rupees: 50), demand: demand(300))
    question.cost = Money(rupees: 40)
    return question
  }

  /// Sold at one price after another, each for so many days, to customers of this elasticity.
  static func sold(at prices: [(rupees: Double, days: Int)], aDay: Double, elasticity: Double) -> [SoldDay] {
    var daysAgo = prices.reduce(0) { $0 + $1.days }
    return prices.flatMap { price, days in
      (0..<days).map { _ in
        daysAgo -= 1
        return SoldDay(
          daysAgo: daysAgo, price: Money(paise: Int64(price * 100)), units: aDay * pow(price / 50, elasticity))
      }
    }
  }

  /// Ten packets of milk a day, ₹27 to buy and ₹30 to sell.
  static func milk(stock: Double, lead: Int = 1, shelfLife: Int? = 2) -> ReorderQuestion {
    var question = ReorderQuestion(
      item: 7, demand: DemandOutlook([demand(70, days: 7)]), stock: Quantity(thousandths: Int64(stock * 1000)),
      price: Money(rupees: 30), offers: [SupplierOffer(supplier: 1, cost: Money(rupees: 27), leadDays: lead)])
    question.shelfLifeDays = shelfLife
    question.reviewDays = 1
    return question
  }
}
