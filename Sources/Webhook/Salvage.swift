internal import HTTP

/// Reads a body, and if it is no JSON as it stands, once more with the broken characters in it replaced.
///
/// An emoji cut in half, as phones do when they shorten a name, leaves half a pair (`\ud83d`) or broken UTF-8 behind.
/// A strict reader refuses the whole POST for it, with up to a thousand messages of other people.
func parsed(_ body: [UInt8]) -> Result<JSON, JSON.Malformed> {
  reading(body).flatMapError { error in
    reading(replacingBrokenCharacters(in: body)).mapError { _ in error }
  }
}

private func reading(_ body: [UInt8]) -> Result<JSON, JSON.Malformed> {
  Result { () throws(JSON.Malformed) in try JSON(parsing: body) }
}

/// Both kinds become U+FFFD.
private func replacingBrokenCharacters(in body: [UInt8]) -> [UInt8] {
  let bytes = Array(String(decoding: body, as: UTF8.self).utf8)
  var mended: [UInt8] = []
  mended.reserveCapacity(bytes.count)
  var index = 0
  while index < bytes.count {
    let length = lengthOfEscape(in: bytes, at: index)
    let isHalf = length == 6 && isSurrogate(codeUnit(in: bytes, at: index))
    mended += isHalf ? Array("\\ufffd".utf8) : Array(bytes[index..<index + length])
    index += length
  }
  return mended
}

/// 12 for a whole pair of escapes, 6 for another escape of a code unit, 2 for `\n` and its like, 1 for a plain byte.
private func lengthOfEscape(in bytes: [UInt8], at index: Int) -> Int {
  guard bytes[index] == UInt8(ascii: "\\"), index + 1 < bytes.count else { return 1 }
  guard let unit = codeUnit(in: bytes, at: index) else { return 2 }
  guard 0xD800..<0xDC00 ~= unit, let next = codeUnit(in: bytes, at: index + 6), 0xDC00..<0xE000 ~= next
  else { return 6 }
  return 12
}

private func isSurrogate(_ unit: UInt16?) -> Bool {
  unit.map { 0xD800..<0xE000 ~= $0 } ?? false
}

/// The value of `\uXXXX` at this place.
private func codeUnit(in bytes: [UInt8], at index: Int) -> UInt16? {
  guard index + 6 <= bytes.count, bytes[index] == UInt8(ascii: "\\"), bytes[index + 1] == UInt8(ascii: "u")
  else { return nil }
  return UInt16(String(decoding: bytes[index + 2..<index + 6], as: UTF8.self), radix: 16)
}
