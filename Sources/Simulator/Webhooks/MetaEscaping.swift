/// Meta's way of writing JSON: all ASCII, with slashes and some signs escaped. A server that checks signatures over
/// anything but the exact bytes fails here, as it would in production.
enum MetaEscaping {
  /// Rewrites JSON text; its meaning stays the same.
  static func escape(_ json: [UInt8]) -> [UInt8] {
    var escaped: [UInt8] = []
    escaped.reserveCapacity(json.count + json.count / 2)
    var followsBackslash = false
    for scalar in String(decoding: json, as: UTF8.self).unicodeScalars {
      // After a backslash the writer has decided already; escaping once more would change the meaning.
      if followsBackslash {
        followsBackslash = false
        escaped += String(scalar).utf8
        continue
      }
      followsBackslash = scalar == "\\"
      append(scalar, to: &escaped)
    }
    return escaped
  }

  private static func append(_ scalar: Unicode.Scalar, to escaped: inout [UInt8]) {
    switch scalar {
    case "/": escaped += "\\/".utf8
    // Outside strings none of these can stand. The capital is Meta's.
    case "<": escaped += "\\u003C".utf8
    case "%": escaped += "\\u0025".utf8
    case "@": escaped += "\\u0040".utf8
    case _ where scalar.isASCII: escaped.append(UInt8(scalar.value))
    default:
      for unit in String(scalar).utf16 { escaped += ("\\u" + fourDigits(unit)).utf8 }
    }
  }

  private static func fourDigits(_ unit: UInt16) -> String {
    let digits = String(unit, radix: 16)
    return String(repeating: "0", count: 4 - digits.count) + digits
  }
}
