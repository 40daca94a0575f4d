import Foundation

/// An Indian mobile number as people write it: “9822012345”, “98220 12345”, “+91-98220-12345”, “०९८२२०१२३४५”.
struct PhoneNumber: Hashable, Sendable {
  /// With the country code, as WhatsApp gives it.
  let digits: String

  /// The first in a message.
  init?(in words: String) {
    var run = ""
    for scalar in words.unicodeScalars {
      if let value = scalar.properties.numericType == .decimal ? scalar.properties.numericValue : nil {
        run += String(Int(value))
      } else if !Self.separators.contains(scalar) {
        if let found = PhoneNumber(run: run) {
          self = found
          return
        }
        run = ""
      }
    }
    guard let found = PhoneNumber(run: run) else { return nil }
    self = found
  }

  init(digits: String) { self.digits = digits }

  private init?(run: String) {
    let own = run.suffix(10)
    guard own.count == 10, let first = own.first, ("6"..."9").contains(first),
      ["", "0", "91", "091", "0091"].contains(run.dropLast(10))
    else { return nil }
    digits = "91" + own
  }

  /// “98220 12345”.
  var shown: String {
    guard digits.hasPrefix("91"), digits.count == 12 else { return digits }
    return "\(digits.dropFirst(2).prefix(5)) \(digits.suffix(5))"
  }

  private static let separators: Set<Unicode.Scalar> = [" ", "-", "+", "(", ")", "."]
}
