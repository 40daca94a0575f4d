import Measures

/// Works out an order: up to the quantile of demand that the margin is worth, over the time until the order after this one
/// has come. Arrow, Harris and Marschak, “Optimal Inventory Policy”, Econometrica 19 (1951); the critical ratio is
/// that of Edgeworth's newsvendor.
package struct Reorder {
  private let question: ReorderQuestion
  private let choice: OfferChoice?

  package init(_ question: ReorderQuestion) {
    self.question = question
    choice = OfferChoice(question)
  }

  package func advice() -> ReorderAdvice {
    guard let choice else { return advice(packs: 0, [.noSupplier]) }
    guard question.demand.aDay > 0 else { return advice(packs: 0, [.noDemand]) }
    let need = target - question.position
    let cost: [ReorderReason] = choice.offer.cost == nil ? [.costUnknown] : []
    guard need > Self.negligible else {
      return advice(packs: 0, [.enough(daysLeft: question.daysLeft ?? 0)] + cost)
    }
    let (packs, rounding) = packs(for: need)
    return advice(packs: packs, circumstances + choice.reasons + rounding + cost)
  }

  /// Thousandths of a unit are not ordered for.
  private static let negligible = 0.000_5

  private var leadDays: Int { choice?.offer.leadDays ?? 0 }
  private var cover: Int { leadDays + max(1, question.reviewDays) }

  private var circumstances: [ReorderReason] {
    let covers = ReorderReason.covers(days: cover, expected: question.demand.over(cover).mean)
    guard let left = question.daysLeft, left < Double(leadDays) else { return [covers] }
    return [.emptyBefore(daysLeft: left, leadDays: leadDays), covers]
  }

  // MARK: how much

  /// Up to so many units, there and coming.
  private var target: Double { min(question.demand.over(cover).quantile(serviceLevel), keeps ?? .infinity) }

  /// What will be sold before it spoils, more often than not: a unit too many costs all that it cost.
  private var keeps: Double? {
    question.shelfLifeDays.map { days in
      question.demand.over(max(1, days) + leadDays).quantile(min(serviceLevel, ratio(lostPerUnitLeft: 1)))
    }
  }

  /// The share of times in which all who ask should get it: what a sale brings, beside what a unit too many costs.
  private var serviceLevel: Double {
    let isShort = question.shelfLifeDays.map { $0 <= 2 * cover } ?? false
    let held = question.holdingCost * Double(max(1, question.reviewDays)) / 30
    return ratio(lostPerUnitLeft: isShort ? 1 : held)
  }

  /// The critical ratio, within what is sensible for a shop: less than half is no service, and certainty cannot be bought.
  private func ratio(lostPerUnitLeft share: Double) -> Double {
    guard let cost = choice?.offer.cost, cost > .zero else { return Self.unknownLevel }
    let margin = max(0, question.tax.net(of: question.price).amount - cost.amount)
    let lost = max(share, 1e-6) * cost.amount
    return max(Self.levels.lowerBound, min(Self.levels.upperBound, margin / (margin + lost)))
  }

  private static let levels = 0.5...0.98
  private static let unknownLevel = 0.9

  /// Whole packs: one more where the last is needed in part, one less where it would spoil.
  private func packs(for need: Double) -> (Int, [ReorderReason]) {
    guard let pack = choice?.offer.pack.units, pack > 0 else { return (0, []) }
    let exact = min(need / pack, Double(Self.packsMax))
    let up = Int((exact - 1e-9).rounded(.up))
    let limit: [ReorderReason] = isShelfLifeLimit ? [.shelfLife(days: question.shelfLifeDays ?? 0)] : []
    guard let keeps, question.position + Double(up) * pack > keeps * Self.overshoot else {
      return (up, limit + (abs(exact - Double(up)) > 1e-6 ? [.wholePacks(needed: need)] : []))
    }
    let down = Int((exact + 1e-9).rounded(.down))
    guard down > 0 else { return (0, [.packSpoils(days: question.shelfLifeDays ?? 0)]) }
    return (down, [.shelfLife(days: question.shelfLifeDays ?? 0), .wholePacks(needed: need)])
  }

  private static let packsMax = 1_000_000
  /// A little more than will surely be sold may be risked for a whole pack.
  private static let overshoot = 1.1

  private var isShelfLifeLimit: Bool {
    guard let keeps else { return false }
    return keeps < question.demand.over(cover).quantile(serviceLevel)
  }

  // MARK: when

  /// When what is there is down to what may be asked for while the order is on its way.
  private var orderInDays: Int? {
    guard choice != nil, question.demand.aDay > 0 else { return nil }
    let point = leadDays > 0 ? question.demand.over(leadDays).quantile(serviceLevel) : 0
    return Int(min(3_650, max(0, (question.position - point) / question.demand.aDay)).rounded(.down))
  }

  private func advice(packs: Int, _ reasons: [ReorderReason]) -> ReorderAdvice {
    let quantity = choice?.offer.pack.times(Quantity(Int64(packs))) ?? .zero
    return ReorderAdvice(
      item: question.item, offer: choice?.offer, packs: packs, quantity: quantity,
      cost: choice?.offer.cost(ofPacks: packs), serviceLevel: serviceLevel, orderInDays: orderInDays,
      reasons: reasons)
  }
}

/// From whom: the cheapest, unless the shelf would be empty before it comes and another is quicker.
struct OfferChoice {
  let offer: SupplierOffer
  let reasons: [ReorderReason]

  init?(_ question: ReorderQuestion) {
    let byCost = question.offers.sorted {
      ($0.cost ?? Self.dearest, $0.leadDays) < ($1.cost ?? Self.dearest, $1.leadDays)
    }
    guard let cheapest = byCost.first else { return nil }
    let left = question.daysLeft ?? .infinity
    guard Double(cheapest.leadDays) > left,
      let faster = byCost.first(where: { Double($0.leadDays) <= left })
        ?? byCost.min(by: { $0.leadDays < $1.leadDays }),
      faster.leadDays < cheapest.leadDays
    else {
      offer = cheapest
      reasons = []
      return
    }
    offer = faster
    reasons = [.faster(extraPerUnit: (faster.cost ?? .zero) - (cheapest.cost ?? .zero))]
  }

  private static let dearest = Money(paise: .max)
}
