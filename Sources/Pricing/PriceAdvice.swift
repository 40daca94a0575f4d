package import Measures

/// What is advised for a price, and why. Nothing is applied by itself.
package struct PriceAdvice: Hashable, Sendable {
  /// The price to take from now on; the present one where no other is clearly better.
  package let price: Money
  package let present: Money
  package let reasons: [PriceReason]
  /// What a unit leaves at the present price and at the advised one; nil where the cost is not known.
  package let marginBefore: Margin?
  package let marginAfter: Margin?
  /// Profit of thirty days (of a batch that spoils: until then) at either price; nil where the cost is not known.
  package let profitBefore: ProfitOutlook?
  package let profitAfter: ProfitOutlook?
  /// A markdown goes down in steps: this price now, the others later if the goods are still there.
  package let steps: [MarkdownStep]

  package var isChange: Bool { price != present }
}

/// One step of a markdown.
package struct MarkdownStep: Hashable, Sendable {
  package let inDays: Int
  package let price: Money
}

/// A profit that is to come: expected, and the range in which it lies eight times in ten.
package struct ProfitOutlook: Hashable, Sendable {
  package let expected: Money
  package let low: Money
  package let high: Money
}

/// Why a price is advised, with its numbers; the words are the phrasebook's.
package enum PriceReason: Hashable, Sendable {
  /// The present price is above what is printed on the packs: it has to come down.
  case aboveMRP(Money)
  /// It would be more, but for the MRP.
  case heldByMRP(Money)
  /// A unit at the advised price (or at the last step) loses so much.
  case belowCost(lossPerUnit: Money)
  /// The present price does not cover the cost.
  case presentBelowCost(lossPerUnit: Money)
  case costUnknown
  /// No change of the price was ever seen, or too little followed from those that were: own sales say nothing.
  case responseUnknown(changesSeen: Int)
  /// Own sales have shown it: one percent more on the price, so many percent less sold (a positive number, with its range).
  case response(percentLost: Double, low: Double, high: Double, changesSeen: Int)
  /// The margin is below the owner's least.
  case thinMargin(basisPoints: Int, least: Int)
  /// A small step, to see what customers do.
  case trial
  /// More will be asked for than there is until the next delivery.
  case highDemand(expected: Double, stock: Double, days: Int)
  /// At the present price the stock lasts for so long.
  case slowStock(stock: Double, days: Double)
  /// Goods that spoil: how many would be sold till then at the present price, and how many by this advice.
  case spoiling(stock: Double, days: Int, soldBefore: Double, soldAfter: Double)
  /// What the other shop takes, and how long ago that was heard.
  case competitor(Money, daysAgo: Int)
  /// No other price is expected to bring clearly more.
  case noBetterPrice
}
