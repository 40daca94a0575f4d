import Foundation
import Measures
import Pricing
import Testing

/// How much to order, from whom and when.
struct ReorderTests {
  private func rice(stock: Int64, pack: Int64 = 1, lead: Int = 3) -> ReorderQuestion {
    ReorderQuestion(
      item: 1, demand: DemandOutlook([Grocer.demand(70, days: 7), Grocer.demand(300)]), stock: Quantity(stock),
      price: Money(rupees: 50),
      offers: [SupplierOffer(supplier: 4, cost: Money(rupees: 42), leadDays: lead, pack: Quantity(pack))])
  }

  @Test func `the order covers the way and the time until the next, more surely the higher the margin`() {
    let advice = Reorder(rice(stock: 20)).advice()
    #expect(advice.reasons.contains(.emptyBefore(daysLeft: 2, leadDays: 3)))
    #expect(advice.reasons.contains { if case .covers(days: 10, _) = $0 { true } else { false } })
    #expect((100...160).contains(advice.packs) && advice.orderInDays == 0)
    #expect(advice.cost == Money(rupees: 42 * Int64(advice.packs)))
    var poor = rice(stock: 20)
    poor.price = Money(paise: 4_210)
    let careful = Reorder(poor).advice()
    #expect(careful.serviceLevel < advice.serviceLevel && careful.packs < advice.packs)
  }

  @Test func `enough in stock needs no order yet`() {
    let advice = Reorder(rice(stock: 300)).advice()
    #expect(advice.packs == 0 && advice.reasons == [.enough(daysLeft: 30)])
    #expect((20...28).contains(advice.orderInDays ?? 0))
  }

  @Test func `what is already ordered counts`() {
    var question = rice(stock: 20)
    let packs = Reorder(question).advice().packs
    question.onOrder = Quantity(40)
    #expect(Reorder(question).advice().packs == packs - 40)
  }

  @Test func `an order comes in whole packs`() {
    let advice = Reorder(rice(stock: 20, pack: 25)).advice()
    #expect(advice.quantity == Quantity(Int64(advice.packs) * 25))
    #expect(advice.reasons.contains { if case .wholePacks = $0 { true } else { false } })
  }

  @Test func `of milk no more comes than is drunk before it turns`() {
    let lasting = Reorder(Grocer.milk(stock: 0, lead: 1, shelfLife: nil)).advice()
    let milk = Reorder(Grocer.milk(stock: 0)).advice()
    #expect(milk.packs < lasting.packs && milk.packs >= 15)
    #expect(milk.serviceLevel < 0.6)  // a packet that turns costs nine times what one brings
  }

  @Test func `a pack that would spoil is not ordered`() {
    var question = Grocer.milk(stock: 0)
    question.offers = [SupplierOffer(cost: Money(rupees: 27), leadDays: 1, pack: Quantity(100))]
    let advice = Reorder(question).advice()
    #expect(advice.packs == 0 && advice.reasons.contains(.packSpoils(days: 2)))
  }

  @Test func `the cheapest supplier is taken, unless the shelf would be empty before`() {
    var question = rice(stock: 40)
    question.offers = [
      SupplierOffer(supplier: 1, cost: Money(rupees: 42), leadDays: 10),
      SupplierOffer(supplier: 2, cost: Money(rupees: 44), leadDays: 2),
    ]
    let hurried = Reorder(question).advice()
    #expect(hurried.offer?.supplier == 2 && hurried.reasons.contains(.faster(extraPerUnit: Money(rupees: 2))))
    question.stock = Quantity(110)
    #expect(Reorder(question).advice().offer?.supplier == 1)
  }

  @Test func `nothing sells, nobody sells, or nobody knows the cost: each is said`() {
    var question = rice(stock: 0)
    question.offers = [SupplierOffer(cost: nil, leadDays: 3)]
    let unknown = Reorder(question).advice()
    #expect(unknown.packs > 0 && unknown.cost == nil && unknown.reasons.contains(.costUnknown))
    question.offers = []
    #expect(Reorder(question).advice().reasons == [.noSupplier])
    let dead = ReorderQuestion(
      item: 1, demand: DemandOutlook([]), stock: .zero, price: Money(rupees: 5),
      offers: [SupplierOffer(cost: Money(rupees: 4), leadDays: 1)])
    #expect(Reorder(dead).advice().reasons == [.noDemand] && Reorder(dead).advice().orderInDays == nil)
  }

  @Test func `with little money, what brings most for each rupee comes first`() {
    var rich = rice(stock: 0)
    rich.price = Money(rupees: 80)
    let poor = rice(stock: 0)
    let cash = Money(rupees: 5_000)
    let advice = ReorderList.advice(for: [poor, rich], cash: cash)
    let spent = advice.compactMap(\.cost).reduce(.zero, +)
    #expect(spent <= cash && spent > Money(rupees: 4_500))
    #expect(advice[1].packs > advice[0].packs)
    let wanted = Reorder(poor).advice().packs
    #expect(advice[0].reasons.contains(.cashLimit(wantedPacks: wanted)))
    #expect(ReorderList.advice(for: [poor, rich]).map(\.packs) == [wanted, Reorder(rich).advice().packs])
  }

  @Test func `no order is ever negative, and money is never overspent`() {
    var chance = Chance(seed: 3)
    for _ in 0..<300 {
      let questions = (0..<5).map { item in
        var question = ReorderQuestion(
          item: Int64(item), demand: DemandOutlook([Grocer.demand(chance.fraction() * 100, days: 7)]),
          stock: Quantity(thousandths: Int64(chance.whole(-5_000...200_000))),
          price: Money(rupees: Int64(chance.whole(1...90))),
          offers: [
            SupplierOffer(
              cost: Money(rupees: Int64(chance.whole(0...80))), leadDays: chance.whole(0...20),
              pack: Quantity(Int64(chance.whole(0...40))))
          ])
        if chance.fraction() < 0.4 { question.shelfLifeDays = chance.whole(0...20) }
        return question
      }
      let cash = Money(rupees: Int64(chance.whole(0...5_000)))
      let advice = ReorderList.advice(for: questions, cash: cash)
      #expect(advice.allSatisfy { $0.packs >= 0 && $0.quantity >= .zero })
      #expect(advice.compactMap(\.cost).reduce(.zero, +) <= cash)
    }
  }
}
