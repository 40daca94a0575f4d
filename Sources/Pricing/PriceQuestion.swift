package import Measures

/// “What should I take for sugar?”, with all that the shop knows of it. Prices are for one unit of the item.
package struct PriceQuestion: Hashable, Sendable {
  /// What is taken now, tax included.
  package var price: Money
  /// What a unit cost the shop, less the tax that it gets back; nil where nobody wrote it down.
  package var cost: Money?
  /// Printed on the oldest packs in stock; nil for loose goods.
  package var mrp: Money?
  package var tax = IncludedTax.none
  /// What may be asked for in the next thirty days at the present price.
  package var demand: TotalDemand
  /// Units on the shelf; nil where they were never counted.
  package var stock: Double?
  package var supply = Supply.anytime
  package var sold: [SoldDay] = []
  package var competitor: HeardPrice?
  package var rules = PriceRules()

  package init(price: Money, demand: TotalDemand) {
    self.price = price
    self.demand = demand
  }

  /// The same with amounts that can be reckoned with: nothing in a shop costs a hundred crore, and nothing less than nothing.
  var bounded: PriceQuestion {
    func within(_ amount: Money) -> Money { min(max(amount, .zero), Money(rupees: 1_000_000_000)) }
    var question = self
    question.price = within(price)
    question.cost = cost.map(within)
    question.mrp = mrp.map(within)
    question.stock = stock.flatMap { $0.isFinite ? max(0, min(1e12, $0)) : nil }
    return question
  }

  package var walls: PriceWalls { PriceWalls(cost: cost, tax: tax, mrp: mrp) }

  /// What stays of a price when cost and tax are paid; nil where the cost is not known.
  package func margin(at price: Money) -> Margin? {
    cost.map { Margin(net: tax.net(of: price), cost: $0) }
  }

  /// For how many days the stock would last at the present price; nil where it was not counted or nothing sells.
  var daysOfStock: Double? {
    guard let stock, demand.mean > 0 else { return nil }
    return stock / demand.mean * Double(demand.days)
  }
}

/// Where the next units come from.
package enum Supply: Hashable, Sendable {
  /// The supplier brings more before the shelf is empty.
  case anytime
  /// What is on the shelf must last for so many days.
  case delivery(inDays: Int)
  /// What is on the shelf is worth nothing after so many days.
  case spoils(inDays: Int)
}

/// Another shop's price, as it was heard: “समोरच्या दुकानात 42 ला आहे”.
package struct HeardPrice: Hashable, Sendable {
  package let price: Money
  package let daysAgo: Int

  package init(price: Money, daysAgo: Int) {
    self.price = price
    self.daysAgo = max(0, daysAgo)
  }
}

/// How bold the advice may be; an owner can change each.
package struct PriceRules: Hashable, Sendable {
  /// The least margin that an item should leave where nothing is known of its customers, in hundredths of a percent.
  package var leastMargin = 800
  /// No price changes by more at once: customers remember.
  package var stepMax = 0.10
  /// A trial, where no change was ever seen, is smaller.
  package var trialStep = 0.05
  /// Advice that is not expected to bring so much of the profit more is no advice.
  package var gainMin = 0.01
  /// Stock that lasts longer is slow.
  package var slowAfterDays = 60.0
  /// What it costs a month to hold goods, of their worth: money that could buy something else, dust, theft.
  package var holdingCost = 0.02
  /// The days between two steps of a markdown of slow goods.
  package var stepDays = 14

  package init() {}
}

/// What stays of a price.
package struct Margin: Hashable, Sendable {
  package let perUnit: Money
  /// Of what the customer pays without tax, in hundredths of a percent; negative below cost.
  package let basisPoints: Int

  init(net: Money, cost: Money) {
    perUnit = net - cost
    let share = net > .zero ? perUnit.amount / net.amount * 10_000 : perUnit < .zero ? -10_000 : 0
    basisPoints = Int(max(-1e6, min(1e6, share)).rounded())
  }
}
