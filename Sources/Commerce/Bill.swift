package import Measures

/// The lines of a sale and what was let off: what the customer pays, as far as it is known.
package struct Bill: Hashable, Sendable {
  package let lines: [SaleLine]
  /// What was let off the whole bill; zero as a rule.
  package let discount: Money
  /// What is paid; nil while it is not known.
  package let total: Money?

  package init(_ lines: [SaleLine], discount: Money = .zero) {
    self.lines = lines
    self.discount = discount
    total = Self.sum(of: lines).map { $0 - discount }
  }

  /// A total that was said for lines with prices of their own. What is less than their sum was let off; a single line
  /// without a price has what the others leave.
  package init(_ lines: [SaleLine], total: Money) {
    let known = lines.compactMap(\.amount).reduce(.zero, +)
    let unpriced = lines.indices.filter { lines[$0].amount == nil }
    var all = lines
    if let only = unpriced.first, unpriced.count == 1, total > known {
      let (line, rest) = (lines[only], total - known)
      all[only] = SaleLine(
        item: line.item, quantity: line.quantity, price: rest.divided(by: line.quantity), amount: rest)
    }
    self.lines = all
    self.total = total
    discount = Self.sum(of: all).map { $0 - total } ?? .zero
  }

  /// What the lines come to; nil while the price of one is not known.
  package var sum: Money? { Self.sum(of: lines) }

  private static func sum(of lines: [SaleLine]) -> Money? {
    let amounts = lines.compactMap(\.amount)
    return amounts.count == lines.count ? amounts.reduce(.zero, +) : nil
  }

  /// More than a third let off, or more asked than the lines come to: nobody does that without a word.
  package var isDoubtful: Bool {
    guard let sum else { return false }
    return discount < .zero || discount.times(Quantity(3)).map { $0 > sum } ?? true
  }
}
