import Foundation
import Measures
import Pricing
import Testing

/// Goods that spoil, and goods that stay.
struct MarkdownTests {
  private func bread(stock: Double, days: Int, elasticity: Double = -2.5) -> PriceQuestion {
    var question = Grocer.sugar()
    question.stock = stock
    question.supply = .spoils(inDays: days)
    question.sold = Grocer.sold(at: [(45, 60), (50, 60), (45, 60), (50, 60)], aDay: 100, elasticity: elasticity)
    return question
  }

  @Test func `goods that spoil go down in steps, and are sold by then`() throws {
    let advice = Pricer(bread(stock: 90, days: 6)).advice()
    #expect(advice.steps.count == 3 && advice.steps.map(\.inDays) == [0, 2, 4])
    #expect(zip(advice.steps, advice.steps.dropFirst()).allSatisfy { $0.price > $1.price })
    #expect(advice.price == advice.steps.first?.price && advice.price < Money(rupees: 50))
    let sold = advice.reasons.compactMap { reason in
      if case .spoiling(_, _, let before, let after) = reason { (before, after) } else { nil }
    }
    let (before, after) = try #require(sold.first)
    #expect(abs(before - 60) < 1 && after >= 0.95 * 90)
  }

  @Test func `what will be sold anyway is not marked down`() {
    let advice = Pricer(bread(stock: 30, days: 6)).advice()
    #expect(advice.price >= Money(rupees: 50) && advice.steps.isEmpty)
  }

  @Test func `where a lower price brings less money, the price stays`() {
    let advice = Pricer(bread(stock: 90, days: 6, elasticity: -0.1)).advice()
    #expect(!advice.isChange && advice.steps.isEmpty)
  }

  @Test func `a step below the cost is said`() {
    let advice = Pricer(bread(stock: 200, days: 3)).advice()
    let lowest = advice.steps.map(\.price).min() ?? .zero
    #expect(lowest < Money(rupees: 40))
    #expect(advice.reasons.contains(.belowCost(lossPerUnit: Money(rupees: 40) - lowest)))
  }

  @Test func `slow goods go down step by step, never below their cost`() {
    var question = Grocer.sugar()
    question.cost = Money(rupees: 32)
    question.stock = 6_000
    question.sold = Grocer.sold(at: [(45, 60), (50, 60), (45, 60), (50, 60)], aDay: 100, elasticity: -4)
    let advice = Pricer(question).advice()
    #expect(advice.price < question.price && advice.steps.count > 1)
    #expect(advice.steps.map(\.inDays) == Array([0, 14, 28].prefix(advice.steps.count)))
    #expect(advice.steps.allSatisfy { $0.price >= Money(rupees: 32) })
    #expect(advice.reasons.contains(.slowStock(stock: 6_000, days: 600)))
  }

  @Test func `slow goods of which nothing is known go down by small steps, never up`() {
    var question = Grocer.sugar()
    question.stock = 6_000
    let advice = Pricer(question).advice()
    #expect(advice.steps.map(\.price) == [47, 44, 41].map { Money(rupees: $0) })
    #expect(advice.reasons == [.slowStock(stock: 6_000, days: 600), .responseUnknown(changesSeen: 0)])
    question.mrp = Money(rupees: 50)
    #expect(Pricer(question).advice().price < question.price)
  }

  @Test func `slow goods that customers take at any price keep it`() {
    var question = Grocer.sugar()
    question.stock = 6_000
    question.sold = Grocer.sold(at: [(45, 60), (50, 60), (45, 60), (50, 60)], aDay: 100, elasticity: -0.1)
    let advice = Pricer(question).advice()
    #expect(!advice.isChange && advice.reasons.contains(.noBetterPrice))
  }
}
