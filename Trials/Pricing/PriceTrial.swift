import Foundation
package import Measures
import Pricing

/// Shops that ask for a price every two weeks and take what is advised, beside the same shops that keep their prices and
/// those whose owner knows the future. The pricer sees what a shop sees: its own prices and sales.
package struct PriceTrial {
  /// Before the trial, with earlier prices in it where `hasHistory`.
  private static let daysBefore = 120
  private static let days = 180
  private static let askedEvery = 14

  private let goods: SimulatedGoods
  private let hasHistory: Bool

  package init(goods: SimulatedGoods = .printed, hasHistory: Bool) {
    self.goods = goods
    self.hasHistory = hasHistory
  }

  package func run(items: Int, seed: UInt64) -> [TrialOutcome] {
    (0..<items).map { outcome(of: SimulatedItem(goods, seed: seed &+ UInt64($0) &* 7_919)) }
  }

  private func outcome(of simulated: SimulatedItem) -> TrialOutcome {
    var item = simulated
    var seen = history(of: &item)
    var price = item.start
    var (earned, kept, oracle) = (0.0, 0.0, 0.0)
    for day in 0..<Self.days {
      if day % 7 == 0 { item.begin(week: day / 7) }
      if day % Self.askedEvery == 0 { price = advised(item, price: price, seen, today: day) }
      earned += item.profit(at: price, on: day)
      kept += item.profit(at: item.start, on: day)
      oracle += item.profit(at: item.best, on: day)
      seen.append((day, price, item.sold(at: price, on: day)))
    }
    return TrialOutcome(
      elasticity: item.elasticity, start: item.start, best: item.best, last: price, earned: earned, kept: kept,
      oracle: oracle)
  }

  private typealias Seen = (day: Int, price: Money, units: Double)

  /// Owners change prices a few times a year.
  private func history(of item: inout SimulatedItem) -> [Seen] {
    var seen: [Seen] = []
    var price = item.start
    for day in -Self.daysBefore..<0 {
      let weekday = day + Self.daysBefore
      if weekday % 7 == 0 { item.begin(week: weekday / 7) }
      if hasHistory, weekday % 28 == 0, item.chance(0.6) { price = item.earlierPrice() }
      if day >= -28 { price = item.start }
      seen.append((day, price, item.sold(at: price, on: weekday)))
    }
    return seen
  }

  private func advised(_ item: SimulatedItem, price: Money, _ seen: [Seen], today: Int) -> Money {
    let weekdays = Self.weekdayShares(seen)
    let late = seen.suffix(28)
    let mean = late.reduce(0) { $0 + $1.units } / Double(max(1, late.count)) * 30
    let demand = TotalDemand(
      days: 30, mean: mean, quantiles: [(0.1, mean * 0.8), (0.5, mean), (0.9, mean * 1.2)])
    var question = PriceQuestion(price: price, demand: demand)
    question.cost = item.cost
    question.mrp = item.mrp
    question.tax = item.tax
    question.sold = seen.map {
      SoldDay(daysAgo: today - $0.day, price: $0.price, units: $0.units, usual: weekdays[Self.weekday($0.day)])
    }
    return Pricer(question).advice().price
  }

  private static func weekday(_ day: Int) -> Int { (day + daysBefore) % 7 }

  /// What each weekday sells beside the others, as a shop can know it.
  private static func weekdayShares(_ seen: [Seen]) -> [Double] {
    let mean = seen.reduce(0) { $0 + $1.units } / Double(max(1, seen.count))
    return (0..<7).map { weekday in
      let days = seen.filter { Self.weekday($0.day) == weekday }
      let units = days.reduce(0) { $0 + $1.units }
      // A few days of the usual count along, so that seven numbers do not follow chance.
      return mean > 0 ? (units + 4 * mean) / ((Double(days.count) + 4) * mean) : 1
    }
  }
}

/// How one item of the trial came out.
package struct TrialOutcome: Sendable {
  package let elasticity: Double
  package let start: Money
  package let best: Money
  package let last: Money
  package let earned: Double
  package let kept: Double
  package let oracle: Double
}

extension [TrialOutcome] {
  /// The gain over keeping prices, of what was earned by keeping them.
  package var gain: Double { total(\.earned) / total(\.kept) - 1 }

  package var oracleGain: Double { total(\.oracle) / total(\.kept) - 1 }

  /// What of the oracle's gain was reached.
  package var reached: Double { gain / oracleGain }

  private func total(_ part: (TrialOutcome) -> Double) -> Double { reduce(0) { $0 + part($1) } }
}
