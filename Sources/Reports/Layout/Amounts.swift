internal import Measures

/// What the numbers of a chart are, which says how they are written: “₹1,98,253”, “1,250.5”.
package enum Amounts: Equatable, Sendable {
  case rupees
  /// Kilos, packets, bills: the unit stands in the words beside.
  case numbers

  /// Beyond it no shop sells, and figures would run out of space: ten lakh crore.
  private static let magnitudeMax = 1e13

  /// Rounded to what can be read: whole rupees, at most two decimals of other things.
  func text(_ value: Double) -> String { text(value, decimals: value.magnitude >= 100 ? 1 : 100) }

  /// No more figures than an expectation deserves: “34”, “3.4”, “0.34”.
  func roughText(_ value: Double) -> String {
    text(value, decimals: value.magnitude >= 10 ? 1 : value.magnitude >= 1 ? 10 : 100)
  }

  private func text(_ value: Double, decimals: Double) -> String {
    let value = Self.tamed(value) ?? 0
    let decimals = self == .rupees ? 1 : decimals
    let rounded = (value.magnitude * decimals).rounded() / decimals
    let whole = rounded.rounded(.down)
    let hundredths = Int(((rounded - whole) * 100).rounded())
    let sign = value < 0 && rounded > 0 ? "-" : ""
    return sign + (self == .rupees ? "₹" : "") + IndianDigits.grouped(UInt64(whole)) + Self.fraction(hundredths)
  }

  private static func fraction(_ hundredths: Int) -> String {
    switch hundredths {
    case 0: ""
    case let tens where tens % 10 == 0: ".\(tens / 10)"
    case 1..<10: ".0\(hundredths)"
    default: ".\(hundredths)"
    }
  }

  /// Nil for what is no number; what is too large becomes the largest.
  static func tamed(_ value: Double?) -> Double? {
    guard let value, !value.isNaN else { return nil }
    return min(max(value, -magnitudeMax), magnitudeMax)
  }
}
