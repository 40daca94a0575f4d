/// How much of something, exact to three decimals: 5, 2.5, 0.250. The unit stands beside it (`Measure`).
package struct Quantity: Hashable, Comparable, Sendable, Codable {
  package let thousandths: Int64

  package init(thousandths: Int64) { self.thousandths = thousandths }

  package init(_ whole: Int64) { thousandths = whole * 1000 }

  /// A decimal with at most three places: “5”, “2.5”, “1,250”. Nil for anything else.
  package init?(text: some StringProtocol) {
    guard let value = Decimals.thousandths(of: text) else { return nil }
    thousandths = value
  }

  package static let zero = Quantity(thousandths: 0)

  /// The largest quantity that the books hold: numeric(14,3).
  package static let max = Quantity(thousandths: 99_999_999_999_999)

  package static func < (left: Quantity, right: Quantity) -> Bool { left.thousandths < right.thousandths }
  package static func + (left: Quantity, right: Quantity) -> Quantity {
    Quantity(thousandths: left.thousandths + right.thousandths)
  }
  package static func - (left: Quantity, right: Quantity) -> Quantity {
    Quantity(thousandths: left.thousandths - right.thousandths)
  }
  package static prefix func - (quantity: Quantity) -> Quantity { Quantity(thousandths: -quantity.thousandths) }

  /// Product, rounded half away from zero to three decimals; nil on overflow.
  package func times(_ other: Quantity) -> Quantity? {
    Decimals.product(thousandths, other.thousandths, dividedBy: 1000).map(Quantity.init(thousandths:))
  }

  /// `self × numerator ÷ denominator`; nil when that is not exact in three decimals, or overflows.
  package func scaled(by numerator: Int64, over denominator: Int64) -> Quantity? {
    let (product, overflow) = thousandths.multipliedReportingOverflow(by: numerator)
    guard !overflow, product % denominator == 0 else { return nil }
    return Quantity(thousandths: product / denominator)
  }
}

extension Quantity: CustomStringConvertible {
  /// Without needless zeros: “5”, “2.5”, “1,250”.
  package var description: String {
    let (whole, rest) = thousandths.magnitude.quotientAndRemainder(dividingBy: 1000)
    return (thousandths < 0 ? "-" : "") + IndianDigits.grouped(whole) + Self.fraction(rest)
  }

  /// For machines: no grouping, “1250.5”.
  package var plain: String {
    let (whole, rest) = thousandths.magnitude.quotientAndRemainder(dividingBy: 1000)
    return (thousandths < 0 ? "-" : "") + String(whole) + Self.fraction(rest)
  }

  private static func fraction(_ thousandths: UInt64) -> String {
    guard thousandths > 0 else { return "" }
    var digits = String(thousandths + 1000).dropFirst()
    while digits.last == "0" { digits = digits.dropLast() }
    return "." + digits
  }
}
