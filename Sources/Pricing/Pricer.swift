import Measures

/// Finds the price to advise: the walls first, then what own sales have shown, then rules of margin.
package struct Pricer {
  private let question: PriceQuestion
  private let walls: PriceWalls
  private let response: PriceResponse

  package init(_ asked: PriceQuestion) {
    question = asked.bounded
    walls = question.walls
    // The price that the owner kept longest is the owner's own judgement; the last ones may have been our advice.
    let owners = PriceResponse.usualPrice(in: question.sold) ?? question.price
    let margin = question.margin(at: owners).map { Double($0.basisPoints) / 10_000 }
    let isNearMRP = walls.ceiling.map { owners.amount > $0.amount * Self.nearMRP } ?? false
    response = PriceResponse(to: question.sold, expecting: .expected(atMargin: margin, nearMRP: isNearMRP))
  }

  private static let nearMRP = 0.84

  package func advice() -> PriceAdvice {
    if let forced { return forced }
    guard question.price > .zero, question.cost != nil else { return advice(question.price, [.costUnknown]) }
    if let markdown = Markdown(question, response: response) {
      return advice(
        markdown.steps.first?.price ?? question.price, [markdown.reason] + evidence, steps: markdown.steps)
    }
    if let thin = raisedToLeastMargin { return thin }
    return slowByRule ?? best
  }

  /// Where law or arithmetic leave no choice.
  private var forced: PriceAdvice? {
    if let mrp = walls.ceiling, question.price > mrp { return advice(mrp, [.aboveMRP(mrp)]) }
    guard let floor = walls.floor, question.price < floor, !isSpoiling else { return nil }
    let loss = loss(at: question.price)
    // It has to go up all the way: each unit that is sold until then costs money.
    let target = walls.nearest(to: priceOfLeastMargin ?? floor)
    return advice(target, [.presentBelowCost(lossPerUnit: loss)] + (target == walls.ceiling ? heldByMRP : []))
  }

  private var isSpoiling: Bool {
    if case .spoils = question.supply { true } else { false }
  }

  /// What the sales say, and the other shop.
  private var evidence: [PriceReason] {
    var reasons: [PriceReason] = [
      response.isLearnt
        ? .response(
          percentLost: -response.elasticity, low: max(0, -response.elasticity - 1.28 * response.deviation),
          high: -response.elasticity + 1.28 * response.deviation, changesSeen: response.changesSeen)
        : .responseUnknown(changesSeen: response.changesSeen)
    ]
    if let other = question.competitor, CompetitorPull(question).isFelt {
      reasons.append(.competitor(other.price, daysAgo: other.daysAgo))
    }
    return reasons
  }

  private var heldByMRP: [PriceReason] { walls.ceiling.map { [.heldByMRP($0)] } ?? [] }

  // MARK: rules of margin

  /// The least price that leaves the owner's least margin.
  private var priceOfLeastMargin: Money? {
    guard let cost = question.cost, question.rules.leastMargin < 10_000 else { return nil }
    let net = cost.scaled(by: 10_000, over: Int64(10_000 - question.rules.leastMargin), roundingUp: true)
    return question.tax.leastPrice(leaving: net)
  }

  /// Where nothing is known of the customers and too little stays: a step towards the least margin.
  private var raisedToLeastMargin: PriceAdvice? {
    guard !response.isLearnt, let margin = question.margin(at: question.price), let wanted = priceOfLeastMargin,
      margin.basisPoints < question.rules.leastMargin
    else { return nil }
    let reason = PriceReason.thinMargin(basisPoints: margin.basisPoints, least: question.rules.leastMargin)
    let step = Money(about: question.price.amount * (1 + question.rules.stepMax))
    let target = walls.nearest(to: min(wanted, max(step, question.price + Coin.step(at: question.price))))
    guard target > question.price else { return advice(question.price, [reason] + evidence + heldByMRP) }
    return advice(target, [reason] + evidence + (target == walls.ceiling ? heldByMRP : []))
  }

  /// Slow goods of which nothing is known go down by small steps.
  private var slowByRule: PriceAdvice? {
    guard isSlow, !response.isLearnt else { return nil }
    let lowered = Coin.down(Money(about: question.price.amount * (1 - question.rules.trialStep)))
    guard lowered >= (walls.floor ?? .zero), lowered > .zero else { return nil }
    return advice(lowered, circumstances(of: lowered) + evidence, steps: steps(to: lowered))
  }

  // MARK: the best price

  private var best: PriceAdvice {
    guard let outlook = Outlook(question, response: response) else { return advice(question.price, [.costUnknown]) }
    let present = outlook.worth(at: question.price)
    let tried = candidates.map { (price: $0, worth: outlook.worth(at: $0)) }
    let least = present + abs(present) * question.rules.gainMin
    guard let top = tried.max(by: { $0.worth < $1.worth }), top.worth > least, top.price != question.price else {
      return advice(question.price, evidence + circumstances(of: question.price) + [.noBetterPrice])
    }
    let isTrial = !response.isLearnt
    return advice(
      top.price, evidence + circumstances(of: top.price) + (isTrial ? [.trial] : []), steps: steps(to: top.price))
  }

  /// Within a step of the present price. One coin may be tried even where it is a larger step.
  private var candidates: [Money] {
    let share = response.isLearnt ? question.rules.stepMax : question.rules.trialStep
    let coin = Coin.step(at: question.price)
    let reach = max(Money(about: question.price.amount * share), coin)
    guard reach.amount <= question.price.amount * max(share, question.rules.stepMax) else { return [] }
    return walls.prices(from: question.price - reach, through: min(question.price + reach, highest))
  }

  /// Slow goods do not go up; and where own sales say nothing, no price goes above what is known of the other shop's.
  private var highest: Money {
    if isSlow { return question.price }
    guard !response.isLearnt, let other = question.competitor, CompetitorPull(question).isFelt else {
      return Money(paise: .max)
    }
    return max(question.price, other.price)
  }

  /// What of stock and walls speaks for this price.
  private func circumstances(of price: Money) -> [PriceReason] {
    var reasons: [PriceReason] = []
    if case .delivery(let days) = question.supply, let stock = question.stock {
      let expected = question.demand.over(days).mean
      if expected > stock, price >= question.price {
        reasons.append(.highDemand(expected: expected, stock: stock, days: days))
      }
    }
    if let stock = question.stock, let days = question.daysOfStock, isSlow, price <= question.price {
      reasons.append(.slowStock(stock: stock, days: days))
    }
    return price == walls.ceiling ? reasons + heldByMRP : reasons
  }

  private var isSlow: Bool {
    question.supply == .anytime && (question.daysOfStock.map { $0 > question.rules.slowAfterDays } ?? false)
  }

  /// Slow goods go down further, a step at a time, as far as they still cover their cost.
  private func steps(to price: Money) -> [MarkdownStep] {
    guard isSlow, price < question.price else { return [] }
    let ratio = price.amount / question.price.amount
    var steps = [MarkdownStep(inDays: 0, price: price)]
    while let last = steps.last, steps.count < Markdown.stepsMax {
      let next = Coin.down(Money(about: last.price.amount * ratio))
      guard next < last.price, next >= (walls.floor ?? .zero) else { break }
      steps.append(MarkdownStep(inDays: last.inDays + question.rules.stepDays, price: next))
    }
    return steps
  }

  // MARK: the advice

  private func advice(_ price: Money, _ reasons: [PriceReason], steps: [MarkdownStep] = []) -> PriceAdvice {
    let lowest = min(price, steps.map(\.price).min() ?? price)
    let loss = loss(at: lowest)
    let outlook = Outlook(question, response: response)
    return PriceAdvice(
      price: price, present: question.price,
      reasons: (loss > .zero ? [.belowCost(lossPerUnit: loss)] : []) + reasons,
      marginBefore: question.margin(at: question.price), marginAfter: question.margin(at: price),
      profitBefore: outlook?.profit(at: question.price), profitAfter: outlook?.profit(at: price), steps: steps)
  }

  /// What a unit at this price loses; nothing where it covers its cost.
  private func loss(at price: Money) -> Money {
    guard let margin = question.margin(at: price) else { return .zero }
    return max(.zero, -margin.perUnit)
  }
}
