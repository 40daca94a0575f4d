/// `bytea`: sent as it is, read from the hexadecimal text form `\x0aff`.
extension UInt8: SQLArrayElement, SQLDecodableElement {
  package static var sqlArrayType: SQLType { .bytea }

  package static func sqlParameter(of array: [UInt8]) -> SQLParameter { SQLParameter(.bytea, .bytes(array)) }

  package static func array(sqlText: String) throws -> [UInt8] {
    guard sqlText.hasPrefix("\\x"), sqlText.utf8.count.isMultiple(of: 2) else {
      throw DatabaseError.decoding("not a bytea")
    }
    let digits = Array(sqlText.utf8.dropFirst(2))
    return try stride(from: 0, to: digits.count, by: 2).map { position in
      try nibble(digits[position]) << 4 | nibble(digits[position + 1])
    }
  }

  private static func nibble(_ digit: UInt8) throws -> UInt8 {
    switch digit {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
    default: throw DatabaseError.decoding("not a bytea")
    }
  }

  static func hexadecimal(_ bytes: [UInt8]) -> String {
    let digits = Array("0123456789abcdef".utf8)
    let text = bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
    return "\\x" + String(decoding: text, as: UTF8.self)
  }
}
