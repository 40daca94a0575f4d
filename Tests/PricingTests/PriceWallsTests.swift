import Foundation
import Measures
import Pricing
import Testing

/// The walls hold for whatever costs, MRPs, taxes and histories a shop may have.
struct PriceWallsTests {
  @Test func `advice is never above the MRP, and never below cost without saying so`() {
    var chance = Chance(seed: 20_261_122)
    for number in 0..<4_000 {
      let question = chance.question()
      let advice = Pricer(question).advice()
      let prices = [advice.price] + advice.steps.map(\.price)
      #expect(prices.allSatisfy { $0 > .zero || question.price <= .zero }, "\(number)")
      if let mrp = question.mrp { #expect(prices.allSatisfy { $0 <= mrp }, "\(number): \(question)") }
      if let floor = question.walls.floor, prices.contains(where: { $0 < floor }) {
        #expect(saysLoss(advice), "\(number): \(question)")
      }
      if advice.isChange, let mrp = question.mrp, advice.price != mrp, advice.price != question.walls.floor {
        #expect(advice.price.paise % 100 == 0, "\(number): no round price")
      }
      #expect(advice.profitAfter.map { $0.low <= $0.high } ?? true, "\(number)")
    }
  }

  private func saysLoss(_ advice: PriceAdvice) -> Bool {
    advice.reasons.contains { reason in
      if case .belowCost = reason { true } else { false }
    }
  }

  @Test func `the least price leaves exactly enough for any tax`() {
    var chance = Chance(seed: 7)
    for _ in 0..<5_000 {
      let tax = IncludedTax(basisPoints: chance.whole(0...4_000))
      let net = Money(paise: Int64(chance.whole(0...5_000_000)))
      let least = tax.leastPrice(leaving: net)
      #expect(tax.net(of: least) >= net)
      #expect(tax.net(of: least - Money(paise: 1)) < net)
    }
  }

  @Test func `numbers that cannot be are answered, not fallen over`() {
    let odd: [Double] = [.nan, .infinity, -5, 0, 1e300]
    for units in odd {
      var question = PriceQuestion(
        price: Money(rupees: 50),
        demand: TotalDemand(days: 0, mean: units, quantiles: [(0.5, units), (.nan, 3), (0.1, 9)]))
      question.cost = Money(rupees: 40)
      question.stock = units.isNaN ? nil : units
      question.sold = [
        SoldDay(daysAgo: 0, price: .zero, units: units),
        SoldDay(daysAgo: 1, price: Money(rupees: 5), units: units, usual: units),
      ]
      for supply in [Supply.anytime, .delivery(inDays: -1), .spoils(inDays: 0)] {
        question.supply = supply
        #expect(Pricer(question).advice().price > .zero)
      }
    }
    for price in [Money.zero, Money(paise: -100), Money(paise: .max)] {
      var question = PriceQuestion(price: price, demand: Grocer.demand(30))
      question.cost = Money(rupees: 40)
      question.tax = IncludedTax(basisPoints: 1_800)
      _ = Pricer(question).advice()
      question.cost = Money(paise: .max)
      _ = Pricer(question).advice()
    }
  }
}

/// Random questions, the same for the same seed.
struct Chance {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func fraction() -> Double {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Double(state >> 11) / Double(1 << 53)
  }

  mutating func whole(_ range: ClosedRange<Int>) -> Int {
    range.lowerBound + Int(fraction() * Double(range.count))
  }

  mutating func question() -> PriceQuestion {
    let price = Int64(exp(fraction() * 9) * 100) + Int64(whole(0...99))
    var question = PriceQuestion(
      price: Money(paise: price), demand: Grocer.demand(exp(fraction() * 8 - 2), swing: fraction()))
    if fraction() < 0.9 { question.cost = Money(paise: Int64(Double(price) * (0.4 + fraction()))) }
    if fraction() < 0.7 { question.mrp = Money(paise: Int64(Double(price) * (0.7 + fraction()))) }
    question.tax = IncludedTax(basisPoints: [0, 500, 1_800, 4_000][whole(0...3)])
    if fraction() < 0.8 { question.stock = fraction() * question.demand.mean * 10 }
    question.supply = [.anytime, .delivery(inDays: whole(0...40)), .spoils(inDays: whole(0...40))][whole(0...2)]
    if fraction() < 0.5 {
      question.competitor = HeardPrice(price: Money(paise: price * 9 / 10), daysAgo: whole(0...90))
    }
    question.sold = history(around: price)
    return question
  }

  private mutating func history(around price: Int64) -> [SoldDay] {
    var at = price
    return (0..<whole(0...200)).map { day in
      if fraction() < 0.03 { at = max(1, Int64(Double(price) * (0.7 + 0.6 * fraction()))) }
      return SoldDay(daysAgo: day, price: Money(paise: at), units: (fraction() * 20).rounded())
    }
  }
}
