import Language
package import Measures

/// How goods that came in were settled with whoever brought them: “udhaar par”, “cash diye”.
package enum Settlement: String, Hashable, Sendable, Codable { case owed, cash, upi, card }

/// What stands on the packs of one delivery: “batch A12, expiry 12 march”.
package struct Lot: Hashable, Sendable, Codable {
  package var expiry: ExpiryDate?
  package var batch: String?

  package init(expiry: ExpiryDate? = nil, batch: String? = nil) {
    self.expiry = expiry
    self.batch = batch
  }
}

/// A date as it is printed on a pack: often without its day, and said without its year.
package struct ExpiryDate: Hashable, Sendable, Codable {
  package let day: Int?
  package let month: Int
  package let year: Int?

  package init(day: Int?, month: Int, year: Int?) {
    self.day = day
    self.month = month
    self.year = year
  }

  /// The last day on which it is good: a month without a day ends with its last one, a date without a year is the next
  /// one. Nil for a date that does not exist.
  package func lastDay(from today: Day) -> Day? {
    let years = year.map { [$0] } ?? Array(today.parts.year...(today.parts.year + 4))
    return years.lazy.compactMap { on(year: $0) }.first { year != nil || $0 >= today }
  }

  private func on(year: Int) -> Day? {
    day.map { Day(year: year, month: month, day: $0) } ?? Day(year: year, month: month, day: 1)?.monthEnd
  }
}

/// Something that is noted of an item beside its name and its prices.
package enum ItemDetail: Hashable, Sendable, Codable {
  /// In basis points: 5% is 500.
  case taxRate(Int)
  case hsn(String)
  case category(String)
  case barcode(String)
  case supplier(String)
  /// How many days after an order the goods come.
  case leadDays(Int)
  /// Another name by which it is called.
  case alias(String)

  /// It holds for all that the supplier brings.
  package var isOfSupplier: Bool { if case .leadDays = self { true } else { false } }
}

/// “10 se kam”: less than so much of it is there.
package struct StockLimit: Hashable, Sendable, Codable {
  package let quantity: Quantity
  /// Nil where any unit is meant.
  package let unit: Unit?

  package init(quantity: Quantity, unit: Unit?) {
    self.quantity = quantity
    self.unit = unit
  }
}
