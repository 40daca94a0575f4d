import Foundation

/// One spelling for the many that mean the same word, for comparing only: “ज़ीरा” and “जीरा”, “शैम्पू” and “शैंपू”,
/// “ＭＡＧＧＩ” and “maggi”, “helloooo” and “hello”. What people typed is stored and shown as they typed it.
package enum Spelling {
  /// Lower case, no nukta, no joiners, one sign for every nasal, ASCII digits, no letter three times in a row.
  package static func folded(_ text: some StringProtocol) -> String {
    var scalars: [Unicode.Scalar] = []
    let isPlain = text.unicodeScalars.allSatisfy { $0.isASCII || $0.isDevanagari || $0.isJoiner }
    let source = isPlain ? String(text) : text.decomposedStringWithCanonicalMapping
    for scalar in source.unicodeScalars {
      guard let letter = letter(scalar) else { continue }
      scalars.append(letter)
    }
    return written(nasalsMerged(scalars))
  }

  /// The letter that stands for `scalar`, or nil where the sign is dropped.
  private static func letter(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar.value {
    case 0x41...0x5A: return Unicode.Scalar(scalar.value + 0x20)
    case 0x27, 0x2019: return nil  // don't, don’t, dont
    case 0x00...0x7F: return scalar
    case 0x93C, 0xAD, 0x200B...0x200D, 0xFEFF, 0xFE0E...0xFE0F, 0x300...0x36F: return nil
    case 0x901: return "ं"
    case 0x929: return "न"
    case 0x931: return "र"
    case 0x934: return "ळ"
    case 0x958...0x95F: return withoutNukta[Int(scalar.value - 0x958)]
    case 0x966...0x96F: return Unicode.Scalar(scalar.value - 0x966 + 0x30)
    case 0xFF01...0xFF5E: return Unicode.Scalar(scalar.value - 0xFEE0).flatMap(letter)
    default: return scalar.properties.lowercaseMapping.unicodeScalars.first
    }
  }

  private static let withoutNukta: [Unicode.Scalar] = ["क", "ख", "ग", "ज", "ड", "ढ", "फ", "य"]

  /// A nasal consonant that hangs on the following stop is written as anusvara: न्त, म्प, ण्ड → ंत, ंप, ंड.
  private static func nasalsMerged(_ scalars: [Unicode.Scalar]) -> [Unicode.Scalar] {
    guard scalars.contains(virama) else { return scalars }
    var merged: [Unicode.Scalar] = []
    var index = 0
    while index < scalars.count {
      let hangs = index + 2 < scalars.count && nasals.contains(scalars[index]) && scalars[index + 1] == virama
      if hangs, isStop(scalars[index + 2]) {
        merged.append("ं")
        index += 2
      } else {
        merged.append(scalars[index])
        index += 1
      }
    }
    return merged
  }

  private static let virama: Unicode.Scalar = "्"
  private static let nasals: Set<Unicode.Scalar> = ["ङ", "ञ", "ण", "न", "म"]

  private static func isStop(_ scalar: Unicode.Scalar) -> Bool {
    (0x915...0x92D).contains(scalar.value) && !nasals.contains(scalar)
  }

  /// Back to text; a letter that is stretched (“yesss”) is written once. Digits are never merged.
  private static func written(_ scalars: [Unicode.Scalar]) -> String {
    var text = String.UnicodeScalarView()
    var index = 0
    while index < scalars.count {
      var end = index + 1
      while end < scalars.count, scalars[end] == scalars[index] { end += 1 }
      let isDigit = (0x30...0x39).contains(scalars[index].value)
      let times = end - index >= 3 && !isDigit ? 1 : end - index
      for _ in 0..<times { text.append(scalars[index]) }
      index = end
    }
    return String(text)
  }
}

extension Unicode.Scalar {
  var isDevanagari: Bool { (0x900...0x97F).contains(value) }

  /// Zero-width joiner and non-joiner: they shape Devanagari and say nothing.
  var isJoiner: Bool { value == 0x200C || value == 0x200D }

  /// The value of a digit as people type it: ASCII, Devanagari or full width.
  var digit: UInt32? {
    switch value {
    case 0x30...0x39: value - 0x30
    case 0x966...0x96F: value - 0x966
    case 0xFF10...0xFF19: value - 0xFF10
    default: nil
    }
  }
}
