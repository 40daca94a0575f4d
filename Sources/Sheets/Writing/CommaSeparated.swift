/// A sheet as CSV (RFC 4180) that every spreadsheet opens rightly: UTF-8 with its mark, without which Excel garbles
/// Devanagari, and no text that a spreadsheet would run as a formula.
package enum CommaSeparated {
  package static func bytes(of sheet: Sheet) -> [UInt8] {
    var text = "\u{FEFF}" + line(sheet.columns.map(Sheet.Cell.text))
    for row in sheet.rows { text += line(row) }
    return Array(text.utf8)
  }

  /// One line of texts, for what is too long to be a sheet.
  package static func line(of texts: [String]) -> String {
    // A number below zero begins like a formula and is none.
    texts.map { $0.wholeMatch(of: /-[0-9]+(\.[0-9]+)?/) == nil ? field(.text($0)) : $0 }.joined(separator: ",") + "\r\n"
  }

  private static func line(_ cells: [Sheet.Cell]) -> String { cells.map(field).joined(separator: ",") + "\r\n" }

  /// By scalars: a comma and a vowel sign after it are one character to Swift, and two to every spreadsheet.
  private static func field(_ cell: Sheet.Cell) -> String {
    guard case .text(let text) = cell else { return cell.plain }
    let scalars = text.unicodeScalars
    let isFormula = scalars.first.map { "=+-@\t\r".unicodeScalars.contains($0) } ?? false
    guard isFormula || scalars.contains(where: isSpecial) || scalars.first == " " || scalars.last == " " else {
      return text
    }
    var quoted = String.UnicodeScalarView()
    quoted.append("\"")
    if isFormula { quoted.append("'") }
    for scalar in scalars {
      if scalar == "\"" { quoted.append(scalar) }
      quoted.append(scalar)
    }
    quoted.append("\"")
    return String(quoted)
  }

  private static func isSpecial(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "," || scalar == "\"" || scalar == "\n" || scalar == "\r"
  }
}
