package import Measures

/// How much of an item to order from whom, and why. Nothing is ordered by itself.
package struct ReorderAdvice: Hashable, Sendable {
  package let item: Int64
  package let offer: SupplierOffer?
  package let packs: Int
  package let quantity: Quantity
  /// What the order costs; nil where the cost is not known.
  package let cost: Money?
  /// How often of a hundred times nobody should ask in vain until the order after this one.
  package let serviceLevel: Double
  /// In how many days to order at the latest; 0 is today. Nil where nothing sells.
  package let orderInDays: Int?
  package let reasons: [ReorderReason]
}

/// Why so much is advised, with its numbers; the words are the phrasebook's.
package enum ReorderReason: Hashable, Sendable {
  /// What is there lasts until the next order comes.
  case enough(daysLeft: Double)
  case noDemand
  case noSupplier
  /// The order covers so many days, in which so much is expected to be asked for.
  case covers(days: Int, expected: Double)
  /// The shelf will be empty before the goods can come.
  case emptyBefore(daysLeft: Double, leadDays: Int)
  /// The cheapest supplier would come too late; the other asks so much more for a unit.
  case faster(extraPerUnit: Money)
  /// It comes in packs, so it is more (or less) than is needed.
  case wholePacks(needed: Double)
  /// More would spoil before it is sold.
  case shelfLife(days: Int)
  /// One pack is more than will be sold before it spoils.
  case packSpoils(days: Int)
  /// There is no money for more; so many packs were wanted.
  case cashLimit(wantedPacks: Int)
  case costUnknown
}
