internal import CSimdJSON

extension JSON {
  /// Why bytes are not a JSON value that we take.
  package enum Malformed: Error, Equatable {
    case tooLarge
    case tooDeep
    case notUTF8
    case notJSON
  }

  /// Nesting beyond this is an attack, not a message.
  package static let depthMax = 64

  /// Reads one value. Of members with the same name the last counts; a whole number beyond 64 bits becomes a real one,
  /// and a number beyond every range (`1e999`) stays as its letters, a string.
  package init(parsing bytes: [UInt8], bytesMax: Int = 16 << 20) throws(Malformed) {
    guard bytes.count <= bytesMax else { throw .tooLarge }
    // simdjson refuses numbers beyond its widths, and the whole of the text with them. They are rare, so only then is
    // the text gone through once more.
    if let value = try parse(bytes) {
      self = value
    } else if let value = try parse(takingInWideNumbers(bytes)) {
      self = value
    } else {
      throw .notJSON
    }
  }
}

/// Nil when simdjson stumbled over a number.
private func parse(_ bytes: [UInt8]) throws(JSON.Malformed) -> JSON? {
  var document: OpaquePointer?
  switch csimdjson_parse(bytes, bytes.count, JSON.depthMax, &document) {
  case .parsed: break
  case .oddNumber: return nil
  case .tooDeep: throw .tooDeep
  case .notUTF8: throw .notUTF8
  case .malformed: throw .notJSON
  }
  defer { csimdjson_free(document) }
  guard let words = csimdjson_tape(document), let strings = csimdjson_strings(document) else { throw .notJSON }
  var tape = Tape(words: words, strings: strings)
  return tape.value()
}

/// Writes numbers that are too wide in a way that simdjson takes.
private func takingInWideNumbers(_ bytes: [UInt8]) -> [UInt8] {
  var rewritten: [UInt8] = []
  var index = 0
  while index < bytes.count {
    let end = endOfToken(in: bytes, from: index)
    let token = bytes[index..<end]
    if isNumber(token), Double(String(decoding: token, as: UTF8.self))?.isInfinite == true {
      rewritten += Array("\"".utf8) + token + Array("\"".utf8)
    } else {
      rewritten += token
      // More digits than an `Int64` surely holds: with an exponent of zero it is a real number.
      let digits = token.drop { $0 == UInt8(ascii: "-") }
      if digits.count > 18, digits.allSatisfy(isDigit) { rewritten += Array("e0".utf8) }
    }
    index = end
  }
  return rewritten
}

/// By the grammar of JSON, which `Double` does not know: no plus in front, no needless zero, digits around the point.
private func isNumber(_ token: ArraySlice<UInt8>) -> Bool {
  var rest = token
  func take(_ choices: String) -> Bool {
    guard let byte = rest.first, choices.utf8.contains(byte) else { return false }
    rest = rest.dropFirst()
    return true
  }
  func takeDigits() -> Bool {
    let count = rest.prefix(while: isDigit).count
    rest = rest.dropFirst(count)
    return count > 0
  }
  _ = take("-")
  guard take("0") || takeDigits() else { return false }
  if take("."), !takeDigits() { return false }
  if take("eE") {
    _ = take("+-")
    guard takeDigits() else { return false }
  }
  return rest.isEmpty
}

private func isDigit(_ byte: UInt8) -> Bool { 0x30...0x39 ~= byte }

/// The end of the string, of the number, or of the single other character that begins here.
private func endOfToken(in bytes: [UInt8], from start: Int) -> Int {
  func isNumeric(_ byte: UInt8) -> Bool { "+-.0123456789eE".utf8.contains(byte) }
  var end = start + 1
  if bytes[start] == UInt8(ascii: "\"") {
    while end < bytes.count, bytes[end] != UInt8(ascii: "\"") { end += bytes[end] == UInt8(ascii: "\\") ? 2 : 1 }
    return min(end + 1, bytes.count)
  }
  guard isNumeric(bytes[start]) else { return end }
  while end < bytes.count, isNumeric(bytes[end]) { end += 1 }
  return end
}

/// Reads simdjson's tape: in each word the kind stands in the upper byte and a payload below.
private struct Tape {
  let words: UnsafePointer<UInt64>
  let strings: UnsafePointer<UInt8>
  /// The first word belongs to the tape itself.
  var next = 1

  mutating func value() -> JSON {
    let word = words[next]
    next += 1
    switch UInt8(word >> 56) {
    case UInt8(ascii: "{"): return .object(members(upTo: word))
    case UInt8(ascii: "["): return .array(elements(upTo: word))
    case UInt8(ascii: "\""): return .string(string(at: word))
    case UInt8(ascii: "l"): return .integer(Int64(bitPattern: number()))
    case UInt8(ascii: "u"): return .real(Double(number()))
    case UInt8(ascii: "d"): return .real(Double(bitPattern: number()))
    case UInt8(ascii: "t"): return .bool(true)
    case UInt8(ascii: "f"): return .bool(false)
    case UInt8(ascii: "n"): return .null
    case let kind: preconditionFailure("simdjson's tape has no kind \(kind)")
    }
  }

  private mutating func members(upTo opening: UInt64) -> [String: JSON] {
    var members: [String: JSON] = [:]
    members.reserveCapacity(count(in: opening))
    while next < end(in: opening) {
      let name = string(at: words[next])
      next += 1
      members[name] = value()
    }
    next += 1
    return members
  }

  private mutating func elements(upTo opening: UInt64) -> [JSON] {
    var elements: [JSON] = []
    elements.reserveCapacity(count(in: opening))
    while next < end(in: opening) { elements.append(value()) }
    next += 1
    return elements
  }

  private mutating func number() -> UInt64 {
    defer { next += 1 }
    return words[next]
  }

  /// The payload of a bracket: the index after its partner in 32 bits, then the count in 24.
  private func end(in opening: UInt64) -> Int { Int(opening & 0xFFFF_FFFF) - 1 }
  private func count(in opening: UInt64) -> Int { Int(opening >> 32 & 0xFF_FFFF) }

  private func string(at word: UInt64) -> String {
    let start = strings + Int(word & 0xFF_FFFF_FFFF_FFFF)
    let length = UnsafeRawPointer(start).loadUnaligned(as: UInt32.self)
    return String(decoding: UnsafeBufferPointer(start: start + 4, count: Int(length)), as: UTF8.self)
  }
}
