/// The path and query that a request line names, decoded.
struct Target {
  let path: String
  let query: [String: String]

  /// Nil for what we do not serve (the forms for proxies) or cannot read without doubt: broken escapes, bytes that are
  /// not UTF-8, and U+0000, at which C would stop reading.
  init?(_ raw: String) {
    let parts = raw.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    guard raw.hasPrefix("/") || raw == "*", let path = decoded(parts[0]) else { return nil }
    self.path = path
    guard parts.count == 2 else {
      query = [:]
      return
    }
    guard let query = decodedQuery(parts[1]) else { return nil }
    self.query = query
  }
}

private func decodedQuery(_ raw: Substring) -> [String: String]? {
  var query: [String: String] = [:]
  for pair in raw.split(separator: "&") {
    let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard let name = decoded(parts[0], plusIsSpace: true),
      let value = parts.count == 2 ? decoded(parts[1], plusIsSpace: true) : ""
    else { return nil }
    if query[name] == nil { query[name] = value }
  }
  return query
}

private func decoded(_ raw: Substring, plusIsSpace: Bool = false) -> String? {
  var bytes: [UInt8] = []
  var rest = raw.utf8
  while let byte = rest.popFirst() {
    switch byte {
    case UInt8(ascii: "%"):
      guard let high = rest.popFirst().flatMap(hexDigit), let low = rest.popFirst().flatMap(hexDigit) else {
        return nil
      }
      bytes.append(high << 4 | low)
    case UInt8(ascii: "+") where plusIsSpace:
      bytes.append(UInt8(ascii: " "))
    default:
      bytes.append(byte)
    }
  }
  return bytes.contains(0) ? nil : String(validating: bytes, as: UTF8.self)
}

private func hexDigit(_ digit: UInt8) -> UInt8? {
  Character(UnicodeScalar(digit)).hexDigitValue.map(UInt8.init)
}
