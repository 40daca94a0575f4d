import Foundation
import Measures

/// What a price may bring: every likely elasticity with every likely demand.
struct Outlook {
  private let question: PriceQuestion
  /// The price from which the response is reckoned.
  private let present: Money
  private let elasticities: [Double]
  private let totals: [Double]
  private let cost: Double
  /// What it is worth to have a unit of slow stock off the shelf.
  private let relief: Double

  init?(_ question: PriceQuestion, response: PriceResponse) {
    guard let cost = question.cost, question.price > .zero else { return nil }
    self.question = question
    present = question.price
    elasticities = response.scenarios
    totals = question.demand.scenarios
    self.cost = cost.amount
    relief = Self.relief(question, cost: cost.amount)
  }

  /// A unit that is sold now is not held until its turn comes, in the middle of the time for which the stock lasts.
  private static func relief(_ question: PriceQuestion, cost: Double) -> Double {
    guard question.supply == .anytime, let days = question.daysOfStock, days > question.rules.slowAfterDays else {
      return 0
    }
    return cost * min(0.3, question.rules.holdingCost * days / 2 / 30)
  }

  /// Expected, with the worth of what leaves the shelf.
  func worth(at price: Money) -> Double { mean(scenarios(at: price, relief: relief)) }

  func profit(at price: Money) -> ProfitOutlook {
    let profits = scenarios(at: price, relief: 0).sorted()
    func quantile(_ share: Double) -> Money { Money(about: profits[Int(share * Double(profits.count - 1))]) }
    return ProfitOutlook(expected: Money(about: mean(profits)), low: quantile(0.1), high: quantile(0.9))
  }

  func sold(at price: Money) -> Double {
    mean(elasticities.flatMap { elasticity in totals.map { sold($0 * factor(at: price, elasticity)) } })
  }

  private func scenarios(at price: Money, relief: Double) -> [Double] {
    let margin = question.tax.net(of: price).amount - cost
    return elasticities.flatMap { elasticity in
      let factor = factor(at: price, elasticity)
      return totals.map { total in
        let sold = sold(total * factor)
        return (margin + relief) * sold - wasted(sold) * cost
      }
    }
  }

  /// How demand changes against the present price.
  func factor(at price: Money, _ elasticity: Double) -> Double {
    let own = pow(max(price.amount, 1) / present.amount, elasticity)
    return own * CompetitorPull(question)(at: price, from: present)
  }

  /// What goes over the counter of what is asked for in all the days.
  private func sold(_ asked: Double) -> Double {
    let stock = max(0, question.stock ?? .infinity)
    return switch question.supply {
    case .anytime: asked
    case .delivery(let days): min(asked * share(days), stock) + asked * (1 - share(days))
    case .spoils(let days): min(asked * share(days), stock)
    }
  }

  private func wasted(_ sold: Double) -> Double {
    guard case .spoils = question.supply, let stock = question.stock else { return 0 }
    return max(0, stock - sold)
  }

  private func share(_ days: Int) -> Double { min(1, max(0, Double(days) / Double(question.demand.days))) }

  private func mean(_ values: [Double]) -> Double { values.isEmpty ? 0 : values.reduce(0, +) / Double(values.count) }
}

/// Who knows the other shop's price goes there when ours is above it: the more so the fresher the news.
struct CompetitorPull {
  private let price: Double
  private let strength: Double

  /// News of a month ago pull half.
  private static let halfLife = 30.0
  /// Each percent above the other shop costs so many percent of the sales more.
  private static let strongest = 1.5

  init(_ question: PriceQuestion) {
    price = question.competitor?.price.amount ?? 0
    let age = Double(question.competitor?.daysAgo ?? 0)
    strength = price > 0 ? Self.strongest * pow(0.5, age / Self.halfLife) : 0
  }

  /// Whether the news still counts: it does for some three months.
  var isFelt: Bool { strength > Self.strongest / 8 }

  func callAsFunction(at price: Money, from present: Money) -> Double {
    guard strength > 0 else { return 1 }
    return pow(max(price.amount, self.price) / max(present.amount, self.price), -strength)
  }
}
