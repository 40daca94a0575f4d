import Foundation
import Measures
import Pricing
import Testing

/// What is advised for a price, and that the reasons are said.
struct PricerTests {
  @Test func `a price above the MRP comes down to it, whatever else holds`() {
    var question = Grocer.sugar()
    question.mrp = Money(rupees: 48)
    let advice = Pricer(question).advice()
    #expect(advice.price == Money(rupees: 48))
    #expect(advice.reasons.contains(.aboveMRP(Money(rupees: 48))))
  }

  @Test func `an MRP below the cost is kept, and the loss is said`() {
    var question = Grocer.sugar()
    question.mrp = Money(rupees: 38)
    let advice = Pricer(question).advice()
    #expect(advice.price == Money(rupees: 38))
    #expect(advice.reasons.contains(.belowCost(lossPerUnit: Money(rupees: 2))))
  }

  @Test func `a price that does not cover cost and tax goes up to the least margin`() {
    var question = Grocer.sugar()
    question.price = Money(rupees: 41)
    question.tax = IncludedTax(basisPoints: 500)
    let advice = Pricer(question).advice()
    #expect(advice.price == Money(rupees: 46))  // 40 ÷ 0.92 × 1.05 is 45.65
    #expect(advice.marginAfter.map { $0.basisPoints >= 800 } ?? false)
    #expect(advice.reasons.contains(.presentBelowCost(lossPerUnit: Money(paise: 95))))
  }

  @Test func `without a cost nothing is advised`() {
    var question = Grocer.sugar()
    question.cost = nil
    let advice = Pricer(question).advice()
    #expect(!advice.isChange && advice.reasons == [.costUnknown] && advice.profitAfter == nil)
  }

  @Test func `where no price change was seen it says so, and takes a small step at most`() {
    let advice = Pricer(Grocer.sugar()).advice()
    #expect(advice.reasons.contains(.responseUnknown(changesSeen: 0)))
    #expect(abs(advice.price.paise - 5_000) <= 250)
    #expect(advice.isChange == advice.reasons.contains(.trial))
  }

  @Test func `a thin margin is raised, a step at a time`() {
    var question = Grocer.sugar()
    question.cost = Money(rupees: 49)
    let advice = Pricer(question).advice()
    #expect(advice.price == Money(rupees: 54))  // the least margin wants ₹53.26
    #expect(advice.reasons.contains(.thinMargin(basisPoints: 200, least: 800)))
  }

  @Test func `customers who hardly noticed the last change let the price rise`() {
    var question = Grocer.sugar()
    question.sold = Grocer.sold(at: [(45, 60), (50, 60), (45, 60), (50, 60)], aDay: 60, elasticity: -0.3)
    let advice = Pricer(question).advice()
    #expect(advice.price > question.price && advice.price <= Money(rupees: 55))
    guard case .response(let lost, let low, let high, let changes)? = advice.reasons.first else {
      Issue.record("no response among \(advice.reasons)")
      return
    }
    #expect(lost < 1.5 && low < lost && lost < high && changes == 1)
    #expect((advice.profitAfter?.expected ?? .zero) > (advice.profitBefore?.expected ?? .zero))
  }

  @Test func `customers who went away at the last rise bring the price down`() {
    var question = Grocer.sugar()
    question.cost = Money(rupees: 30)
    question.sold = Grocer.sold(at: [(45, 60), (50, 60), (45, 60), (50, 60)], aDay: 200, elasticity: -4)
    let advice = Pricer(question).advice()
    #expect(advice.price < question.price && advice.price >= Money(rupees: 45))
  }

  @Test func `a shelf that will be empty before the delivery speaks for a higher price`() {
    var question = Grocer.sugar()
    question.cost = Money(rupees: 25)
    question.stock = 40
    question.supply = .delivery(inDays: 15)
    let scarce = Pricer(question).advice()
    #expect(scarce.price > question.price)
    #expect(scarce.reasons.contains(.highDemand(expected: 150, stock: 40, days: 15)))
    question.stock = 4_000
    #expect(Pricer(question).advice().price < scarce.price)
  }

  @Test func `what is held by the MRP says so`() {
    var question = Grocer.sugar()
    question.mrp = Money(rupees: 51)
    question.sold = Grocer.sold(at: [(45, 60), (50, 60), (45, 60), (50, 60)], aDay: 60, elasticity: -0.3)
    let advice = Pricer(question).advice()
    #expect(advice.price == Money(rupees: 51) && advice.reasons.contains(.heldByMRP(Money(rupees: 51))))
  }

  @Test func `no trial goes above what is freshly known of the other shop`() {
    var question = Grocer.sugar()
    question.cost = Money(rupees: 45)
    #expect(Pricer(question).advice().price > question.price)
    question.competitor = HeardPrice(price: Money(rupees: 48), daysAgo: 1)
    let advice = Pricer(question).advice()
    #expect(advice.price <= question.price)
    #expect(advice.reasons.contains(.competitor(Money(rupees: 48), daysAgo: 1)))
    question.competitor = HeardPrice(price: Money(rupees: 48), daysAgo: 200)
    #expect(Pricer(question).advice().price > question.price)
    #expect(!Pricer(question).advice().reasons.contains(.competitor(Money(rupees: 48), daysAgo: 200)))
  }
}
