/// A sheet as CSV (RFC 4180) that every spreadsheet opens rightly: UTF-8 with its mark, without which Excel garbles
/// Devanagari, and no text that a spreadsheet would run as a formula.
package enum CommaSeparated {
  package static func bytes(of sheet: Sheet) -> [UInt8] {
    var bytes = head(sheet.columns)
    for row in sheet.rows {
      append(row.map(\.plain), areTexts: row.map(\.isText), to: &bytes)
    }
    return bytes
  }

  /// The mark and the line of headings.
  package static func head(_ columns: [String]) -> [UInt8] {
    var bytes: [UInt8] = [0xEF, 0xBB, 0xBF]
    append(columns, areTexts: columns.map { _ in true }, to: &bytes)
    return bytes
  }

  /// One line. What is no text is a number or a day, which needs no quotes and may begin with a minus.
  package static func append(_ fields: [String], areTexts: [Bool], to bytes: inout [UInt8]) {
    for (index, field) in fields.enumerated() {
      if index > 0 { bytes.append(comma) }
      if areTexts[index] { append(field, to: &bytes) } else { bytes += field.utf8 }
    }
    bytes += [carriageReturn, lineFeed]
  }

  private static let comma = UInt8(ascii: ",")
  private static let quote = UInt8(ascii: "\"")
  private static let carriageReturn = UInt8(ascii: "\r")
  private static let lineFeed = UInt8(ascii: "\n")

  /// By bytes: a comma and a vowel sign after it are one character to Swift, and two to every spreadsheet.
  private static func append(_ text: String, to bytes: inout [UInt8]) {
    let field = text.utf8
    let isFormula = field.first.map { "=+-@\t\r".utf8.contains($0) } ?? false
    let space = UInt8(ascii: " ")
    guard isFormula || field.contains(where: isSpecial) || field.first == space || field.last == space else {
      bytes += field
      return
    }
    bytes.append(quote)
    if isFormula { bytes.append(UInt8(ascii: "'")) }
    for byte in field {
      if byte == quote { bytes.append(quote) }
      bytes.append(byte)
    }
    bytes.append(quote)
  }

  private static func isSpecial(_ byte: UInt8) -> Bool {
    byte == comma || byte == quote || byte == lineFeed || byte == carriageReturn
  }
}

extension Sheet.Cell {
  fileprivate var isText: Bool { if case .text = self { true } else { false } }
}
