/// JSON's grammar (RFC 8259) once more and as plainly as possible, to be held against the parser of the product: what
/// this one calls JSON must be taken, what it does not must be refused.
struct Grammar {
  /// How deep brackets are nested in it; nil if this is no JSON.
  static func depth(of bytes: [UInt8]) -> Int? {
    guard String(validating: bytes, as: UTF8.self) != nil else { return nil }
    var grammar = Grammar(bytes: bytes)
    do {
      try grammar.value(depth: 0)
      grammar.skipSpaces()
    } catch { return nil }
    return grammar.next == bytes.count ? grammar.depthSeen : nil
  }

  private struct NotJSON: Error {}

  private let bytes: [UInt8]
  private var next = 0
  private var depthSeen = 0

  /// Deeper than the product takes anything, and shallower than a thread's stack.
  private static let depthMax = 2_000

  private init(bytes: [UInt8]) { self.bytes = bytes }

  private mutating func value(depth: Int) throws(NotJSON) {
    guard depth < Self.depthMax else { throw NotJSON() }
    depthSeen = max(depthSeen, depth)
    skipSpaces()
    guard next < bytes.count else { throw NotJSON() }
    switch bytes[next] {
    case UInt8(ascii: "{"): try sequence(closing: "}", depth: depth, named: true)
    case UInt8(ascii: "["): try sequence(closing: "]", depth: depth, named: false)
    case UInt8(ascii: "\""): try text()
    case UInt8(ascii: "t"): try word("true")
    case UInt8(ascii: "f"): try word("false")
    case UInt8(ascii: "n"): try word("null")
    default: try number()
    }
  }

  private mutating func sequence(closing: Unicode.Scalar, depth: Int, named: Bool) throws(NotJSON) {
    next += 1
    skipSpaces()
    if take(UInt8(ascii: closing)) {
      depthSeen = max(depthSeen, depth + 1)
      return
    }
    repeat {
      if named {
        skipSpaces()
        try text()
        skipSpaces()
        guard take(UInt8(ascii: ":")) else { throw NotJSON() }
      }
      try value(depth: depth + 1)
      skipSpaces()
    } while take(UInt8(ascii: ","))
    guard take(UInt8(ascii: closing)) else { throw NotJSON() }
  }

  private mutating func text() throws(NotJSON) {
    guard take(UInt8(ascii: "\"")) else { throw NotJSON() }
    while next < bytes.count {
      let byte = bytes[next]
      next += 1
      switch byte {
      case UInt8(ascii: "\""): return
      case UInt8(ascii: "\\"): try escape()
      case 0..<0x20: throw NotJSON()
      default: break
      }
    }
    throw NotJSON()
  }

  private mutating func escape() throws(NotJSON) {
    guard next < bytes.count else { throw NotJSON() }
    let letter = bytes[next]
    next += 1
    guard letter == UInt8(ascii: "u") else {
      guard #""\/bfnrt"#.utf8.contains(letter) else { throw NotJSON() }
      return
    }
    for _ in 0..<4 {
      guard next < bytes.count, "0123456789abcdefABCDEF".utf8.contains(bytes[next]) else { throw NotJSON() }
      next += 1
    }
  }

  private mutating func number() throws(NotJSON) {
    _ = take(UInt8(ascii: "-"))
    if !take(UInt8(ascii: "0")) { try digits() }
    if take(UInt8(ascii: ".")) { try digits() }
    if take(UInt8(ascii: "e")) || take(UInt8(ascii: "E")) {
      _ = take(UInt8(ascii: "+")) || take(UInt8(ascii: "-"))
      try digits()
    }
  }

  private mutating func digits() throws(NotJSON) {
    let start = next
    while next < bytes.count, 0x30...0x39 ~= bytes[next] { next += 1 }
    if next == start { throw NotJSON() }
  }

  private mutating func word(_ word: StaticString) throws(NotJSON) {
    let letters = "\(word)".utf8
    guard bytes[next...].starts(with: letters) else { throw NotJSON() }
    next += letters.count
  }

  private mutating func skipSpaces() {
    while next < bytes.count, " \t\n\r".utf8.contains(bytes[next]) { next += 1 }
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard next < bytes.count, bytes[next] == byte else { return false }
    next += 1
    return true
  }
}
