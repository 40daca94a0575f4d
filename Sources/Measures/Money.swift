/// An amount of Indian rupees, exact to the paisa: “₹45”, “₹1,25,000”, “₹12.50”.
///
/// Stored as whole paise, so that sums of any length are exact.
package struct Money: Hashable, Comparable, Sendable, Codable {
  package let paise: Int64

  package init(paise: Int64) { self.paise = paise }

  package init(rupees: Int64) { self.paise = rupees * 100 }

  /// Rupees with at most two decimals, as people type them: “45”, “45.5”, “1,250.75”. Nil for anything else.
  package init?(text: some StringProtocol) {
    guard let thousandths = Decimals.thousandths(of: text), thousandths % 10 == 0 else { return nil }
    paise = thousandths / 10
  }

  package static let zero = Money(paise: 0)

  package static func < (left: Money, right: Money) -> Bool { left.paise < right.paise }
  package static func + (left: Money, right: Money) -> Money { Money(paise: left.paise + right.paise) }
  package static func - (left: Money, right: Money) -> Money { Money(paise: left.paise - right.paise) }
  package static prefix func - (money: Money) -> Money { Money(paise: -money.paise) }

  /// The price of `quantity` at this rate, rounded half away from zero to the paisa; nil when it leaves the range of Int64.
  package func times(_ quantity: Quantity) -> Money? {
    Decimals.product(paise, quantity.thousandths, dividedBy: 1000).map(Money.init(paise:))
  }

  /// So many ten-thousandths of it, rounded half away from zero to the paisa.
  package func part(_ share: Int64) -> Money? {
    Decimals.product(paise, share, dividedBy: 10_000).map(Money.init(paise:))
  }

  /// What one unit costs when `quantity` of them cost this much, rounded half away from zero to the paisa.
  package func divided(by quantity: Quantity) -> Money? {
    guard quantity.thousandths != 0 else { return nil }
    return Decimals.product(paise, 1000, dividedBy: quantity.thousandths).map(Money.init(paise:))
  }
}

extension Money: CustomStringConvertible {
  /// With the rupee sign, Indian commas, and paise only where there are any: “₹1,25,000”, “-₹12.50”.
  package var description: String {
    let (rupees, rest) = paise.magnitude.quotientAndRemainder(dividingBy: 100)
    let fraction = rest == 0 ? "" : "." + (rest < 10 ? "0" : "") + String(rest)
    return (paise < 0 ? "-₹" : "₹") + IndianDigits.grouped(rupees) + fraction
  }
}

/// Digits as they are grouped in India: three, then twos (12,34,567).
package enum IndianDigits {
  package static func grouped(_ number: UInt64) -> String {
    let digits = String(number)
    guard digits.count > 3 else { return digits }
    var head = digits.dropLast(3)
    var groups = [digits.suffix(3)]
    while head.count > 2 {
      groups.append(head.suffix(2))
      head = head.dropLast(2)
    }
    if !head.isEmpty { groups.append(head) }
    return groups.reversed().joined(separator: ",")
  }
}
