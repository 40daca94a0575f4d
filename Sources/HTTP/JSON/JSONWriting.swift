extension JSON {
  /// The value in JSON's letters: no spaces, members in the order of their names, so that equal values give equal bytes.
  ///
  /// A real number that JSON cannot hold (infinity, not a number) is written as null.
  package func encoded() -> [UInt8] {
    var bytes: [UInt8] = []
    write(to: &bytes)
    return bytes
  }

  fileprivate func write(to bytes: inout [UInt8]) {
    switch self {
    case .null: bytes += "null".utf8
    case .bool(let flag): bytes += (flag ? "true" : "false").utf8
    case .integer(let number): bytes += String(number).utf8
    case .real(let number): bytes += (number.isFinite ? String(number) : "null").utf8
    case .string(let text): writeString(text, to: &bytes)
    case .array(let elements): writeArray(elements, to: &bytes)
    case .object(let members): writeObject(members, to: &bytes)
    }
  }
}

private func writeArray(_ elements: [JSON], to bytes: inout [UInt8]) {
  bytes.append(UInt8(ascii: "["))
  for (index, element) in elements.enumerated() {
    if index > 0 { bytes.append(UInt8(ascii: ",")) }
    element.write(to: &bytes)
  }
  bytes.append(UInt8(ascii: "]"))
}

private func writeObject(_ members: [String: JSON], to bytes: inout [UInt8]) {
  bytes.append(UInt8(ascii: "{"))
  for (index, member) in members.sorted(by: { $0.key < $1.key }).enumerated() {
    if index > 0 { bytes.append(UInt8(ascii: ",")) }
    writeString(member.key, to: &bytes)
    bytes.append(UInt8(ascii: ":"))
    member.value.write(to: &bytes)
  }
  bytes.append(UInt8(ascii: "}"))
}

private func writeString(_ text: String, to bytes: inout [UInt8]) {
  bytes.append(UInt8(ascii: "\""))
  for byte in text.utf8 {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), byte]
    case UInt8(ascii: "\n"): bytes += "\\n".utf8
    case UInt8(ascii: "\r"): bytes += "\\r".utf8
    case UInt8(ascii: "\t"): bytes += "\\t".utf8
    case 0..<0x20: bytes += ("\\u00" + (byte < 16 ? "0" : "") + String(byte, radix: 16)).utf8
    default: bytes.append(byte)
    }
  }
  bytes.append(UInt8(ascii: "\""))
}
