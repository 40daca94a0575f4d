/// One of the five fields of an expression, and how it is read: `*`, `5`, `mon-fri`, `*/15`, `8-18/2`, `1,15`.
package enum CronField: String, Hashable, Sendable {
  case minute
  case hour
  case dayOfMonth = "day of month"
  case month
  case dayOfWeek = "day of week"

  var range: ClosedRange<Int> {
    switch self {
    case .minute: 0...59
    case .hour: 0...23
    case .dayOfMonth: 1...31
    case .month: 1...12
    case .dayOfWeek: 0...7  // both ends are Sunday
    }
  }

  private var names: [String] {
    switch self {
    case .minute, .hour, .dayOfMonth: []
    case .month: ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
    case .dayOfWeek: ["sun", "mon", "tue", "wed", "thu", "fri", "sat"]
    }
  }

  func read(_ text: Substring) throws(CronError) -> CronSet {
    var values: Set<Int> = []
    for part in text.split(separator: ",", omittingEmptySubsequences: false) { values.formUnion(try readPart(part)) }
    if self == .dayOfWeek, values.remove(7) != nil { values.insert(0) }
    return CronSet(values: values, beginsWithStar: text.hasPrefix("*"))
  }

  /// One part of a list: a value or a range, perhaps with a step.
  private func readPart(_ part: Substring) throws(CronError) -> [Int] {
    let pieces = part.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
    let span = try readSpan(pieces[0], isStepped: pieces.count == 2)
    guard pieces.count == 2 else { return Array(span) }
    guard let step = number(pieces[1]), step > 0 else { throw .badStep(String(pieces[1]), self) }
    return Array(stride(from: span.lowerBound, through: span.upperBound, by: step))
  }

  private func readSpan(_ text: Substring, isStepped: Bool) throws(CronError) -> ClosedRange<Int> {
    if text == "*" { return self == .dayOfWeek ? 0...6 : range }
    let ends = text.split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
    let first = try readValue(ends[0])
    guard ends.count == 2 else { return first...(isStepped ? range.upperBound : first) }
    var last = try readValue(ends[1])
    if self == .dayOfWeek, last == 0, first > 0 { last = 7 }  // fri-sun
    guard first <= last else { throw .backwards(String(text), self) }
    return first...last
  }

  private func readValue(_ text: Substring) throws(CronError) -> Int {
    if let place = names.firstIndex(of: text.lowercased()) { return place + range.lowerBound }
    guard let value = number(text) else { throw .unknownValue(String(text), self) }
    guard range.contains(value) else { throw .outOfRange(value, self) }
    return value
  }

  /// Digits only: `Int` would take a sign as well.
  private func number(_ text: Substring) -> Int? {
    text.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } ? Int(text) : nil
  }
}

/// The values that a field allows.
struct CronSet: Hashable, Sendable {
  private let bits: UInt64
  /// As in `*` and `*/5`: the field follows the clock rather than naming a time.
  let beginsWithStar: Bool

  init(values: Set<Int>, beginsWithStar: Bool) {
    bits = values.reduce(0) { $0 | 1 << UInt64($1) }
    self.beginsWithStar = beginsWithStar
  }

  func contains(_ value: Int) -> Bool { bits >> UInt64(value) & 1 == 1 }

  /// The first that is not below `value`.
  func first(from value: Int) -> Int? {
    guard value < UInt64.bitWidth else { return nil }
    let rest = bits >> UInt64(value)
    return rest == 0 ? nil : value + rest.trailingZeroBitCount
  }
}
