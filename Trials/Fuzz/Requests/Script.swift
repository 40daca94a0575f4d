/// What one client does with one connection: what it sends, with which pauses, how it takes leave, and what it may
/// expect for that. A script is an input like any other: bytes that can be kept in a file.
struct Script {
  enum Ending: UInt8 {
    /// Reads to the end; once nothing comes any more, says that nothing more will be sent either.
    case patient
    /// Hangs up at once, without a word.
    case reset
    /// Goes away to fetch water: the server must end it.
    case silent
  }

  struct Piece {
    var pauseMilliseconds: UInt16 = 0
    var bytes: [UInt8]
  }

  var pieces: [Piece]
  var ending = Ending.patient
  /// The answers in their order; nil where anything is well but a fault of the server.
  var expected: [UInt16]?

  init(_ bytes: [UInt8], expected: [UInt16]? = nil) {
    pieces = [Piece(bytes: bytes)]
    self.expected = expected
  }

  init(_ text: String, expected: [UInt16]? = nil) { self.init(Array(text.utf8), expected: expected) }
}

extension Script {
  var encoded: [UInt8] {
    var bytes: [UInt8] = [ending.rawValue, UInt8(expected.map { $0.count } ?? 0xFF)]
    for status in expected ?? [] { bytes += [UInt8(status >> 8), UInt8(status & 0xFF)] }
    for piece in pieces {
      let count = UInt32(piece.bytes.count)
      bytes += [UInt8(piece.pauseMilliseconds >> 8), UInt8(piece.pauseMilliseconds & 0xFF)]
      bytes += [24, 16, 8, 0].map { UInt8(count >> $0 & 0xFF) }
      bytes += piece.bytes
    }
    return bytes
  }

  /// Nil for a file that was not made by `encoded`.
  init?(encoded: [UInt8]) {
    var rest = encoded[...]
    guard let first = rest.popFirst(), let ending = Ending(rawValue: first), let count = rest.popFirst() else {
      return nil
    }
    self.ending = ending
    pieces = []
    if count < 0xFF {
      var expected: [UInt16] = []
      for _ in 0..<count { expected.append(UInt16(number(2, &rest))) }
      self.expected = expected
    }
    while !rest.isEmpty {
      let pause = number(2, &rest)
      let count = number(4, &rest)
      guard count <= rest.count else { return nil }
      pieces.append(Piece(pauseMilliseconds: UInt16(pause), bytes: Array(rest.prefix(count))))
      rest = rest.dropFirst(count)
    }
  }
}

private func number(_ bytes: Int, _ rest: inout ArraySlice<UInt8>) -> Int {
  defer { rest = rest.dropFirst(bytes) }
  return rest.prefix(bytes).reduce(0) { $0 << 8 | Int($1) }
}
