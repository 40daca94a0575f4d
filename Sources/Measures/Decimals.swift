/// Exact arithmetic on decimals that are kept as whole thousandths.
enum Decimals {
  /// “2”, “2.5”, “1,250.75”, “-3” as thousandths; nil for more than three decimals, other characters or overflow.
  static func thousandths(of text: some StringProtocol) -> Int64? {
    var digits = Substring(text.filter { $0 != "," })
    let isNegative = digits.first == "-"
    if isNegative { digits = digits.dropFirst() }
    let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count <= 2, let whole = parts.first else { return nil }
    let fraction = parts.count == 2 ? parts[1] : ""
    guard !(whole.isEmpty && fraction.isEmpty), fraction.count <= 3 || fraction.dropFirst(3).allSatisfy({ $0 == "0" })
    else { return nil }
    let padded = fraction.prefix(3) + String(repeating: "0", count: max(0, 3 - fraction.count))
    let all = whole + padded
    guard all.utf8.allSatisfy({ (48...57).contains($0) }), let value = Int64(all) else { return nil }
    return isNegative ? -value : value
  }

  /// `a × b ÷ divisor` at full width, rounded half away from zero; nil when the result leaves the range of Int64.
  static func product(_ a: Int64, _ b: Int64, dividedBy divisor: Int64) -> Int64? {
    let isNegative = (a < 0) != (b < 0) && a != 0 && b != 0
    let wide = a.magnitude.multipliedFullWidth(by: b.magnitude)
    let by = divisor.magnitude
    guard wide.high < by else { return nil }
    let (quotient, remainder) = by.dividingFullWidth(wide)
    let rounded = remainder >= by - remainder ? quotient.addingReportingOverflow(1) : (quotient, false)
    guard !rounded.1, let magnitude = Int64(exactly: rounded.0) else { return nil }
    return isNegative != (divisor < 0) ? -magnitude : magnitude
  }
}
