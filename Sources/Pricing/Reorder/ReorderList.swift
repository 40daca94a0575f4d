package import Measures

/// The orders for several items together, within the money that there is.
package enum ReorderList {
  /// Pack by pack, the one first that is expected to bring most for each rupee (a fractional knapsack, nearly: G. Dantzig,
  /// “Discrete-Variable Extremum Problems”, Operations Research 5, 1957). What has no known cost is advised as it is and
  /// takes no part of the money.
  package static func advice(for questions: [ReorderQuestion], cash: Money? = nil) -> [ReorderAdvice] {
    let wanted = questions.map { Reorder($0).advice() }
    guard let cash, wanted.reduce(.zero, { $0.adding($1.cost ?? .zero) }) > cash else { return wanted }
    let packs = affordable(questions, wanted, cash: max(cash, .zero))
    return zip(wanted, packs).map { advice, packs in advice.cut(to: packs) }
  }

  private static func affordable(_ questions: [ReorderQuestion], _ wanted: [ReorderAdvice], cash: Money) -> [Int] {
    var offers: [PackOffer] = []
    for (index, (question, advice)) in zip(questions, wanted).enumerated() {
      offers += PackOffer.all(index, question, advice)
    }
    // Each further pack of an item is worth less than the one before, so this order takes them in their turn.
    offers.sort { ($0.worth, -$0.index, -$0.through) > ($1.worth, -$1.index, -$1.through) }
    var packs = wanted.map { $0.cost == nil ? $0.packs : 0 }
    var left = cash
    for offer in offers where offer.cost <= left && packs[offer.index] + offer.count == offer.through {
      packs[offer.index] = offer.through
      left = left - offer.cost
    }
    return packs
  }
}

/// Some packs of one item, as one of many claims on the money.
private struct PackOffer {
  let index: Int
  let count: Int
  /// How many packs of the item there are with these.
  let through: Int
  let cost: Money
  /// What they are expected to bring for each paisa.
  let worth: Double

  /// An order of thousands of packs is cut into so many parts, not into thousands.
  private static let partsMax = 50

  static func all(_ index: Int, _ question: ReorderQuestion, _ advice: ReorderAdvice) -> [PackOffer] {
    guard let offer = advice.offer, let unitCost = offer.cost, advice.cost != nil, advice.packs > 0 else { return [] }
    let days = offer.leadDays + max(1, question.reviewDays)
    let totals = question.demand.over(days).scenarios
    let margin = max(0, question.tax.net(of: question.price).amount - unitCost.amount)
    let part = max(1, advice.packs / partsMax)
    return stride(from: 0, to: advice.packs, by: part).compactMap { before in
      let count = min(part, advice.packs - before)
      guard let cost = offer.cost(ofPacks: count) else { return nil }
      let have = max(0, question.position) + Double(before) * offer.pack.units
      let more = have + Double(count) * offer.pack.units
      let extra = totals.reduce(0) { $0 + min($1, more) - min($1, have) } / Double(max(1, totals.count))
      return PackOffer(
        index: index, count: count, through: before + count, cost: cost, worth: extra * margin / max(1, cost.amount))
    }
  }
}

extension ReorderAdvice {
  /// The same with fewer packs, for want of money.
  fileprivate func cut(to packs: Int) -> ReorderAdvice {
    guard packs < self.packs else { return self }
    return ReorderAdvice(
      item: item, offer: offer, packs: packs, quantity: offer?.pack.times(Quantity(Int64(packs))) ?? .zero,
      cost: offer?.cost(ofPacks: packs), serviceLevel: serviceLevel, orderInDays: orderInDays,
      reasons: reasons + [.cashLimit(wantedPacks: self.packs)])
  }
}

extension Money {
  /// A sum that stays at the end of the range of Int64 rather than leave it.
  fileprivate func adding(_ other: Money) -> Money {
    let (sum, overflow) = paise.addingReportingOverflow(other.paise)
    return Money(paise: overflow ? (other.paise > 0 ? .max : .min) : sum)
  }
}
