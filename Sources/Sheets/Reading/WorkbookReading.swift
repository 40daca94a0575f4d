/// The first sheet of an Excel workbook (XLSX, ECMA-376) as rows of text, as far as a list of goods needs it: no
/// formulas are worked out (their last values count), no formats, no charts.
enum WorkbookReading {
  static func table(in bytes: [UInt8]) throws(UnreadableFile) -> Table {
    let archive = try ZipReader(bytes)
    guard let workbook = try archive.entry("xl/workbook.xml") else { throw .notATable }
    let path = try sheetPath(in: workbook, archive)
    let words = try archive.entry("xl/sharedStrings.xml").map(sharedWords) ?? []
    guard let sheet = try archive.entry(path) else { throw .damaged }
    return Table(rows: try rows(of: sheet, words))
  }

  /// Of the first sheet that is shown.
  private static func sheetPath(in workbook: [UInt8], _ archive: ZipReader) throws(UnreadableFile) -> String {
    var sheets: [(relation: String, isShown: Bool)] = []
    let reader = ElementReader()
    reader.onBegin = { name, attributes in
      guard name == "sheet", let relation = attributes["id"] else { return }
      sheets.append((relation, attributes["state"] == nil || attributes["state"] == "visible"))
    }
    try reader.read(workbook)
    guard let sheet = sheets.first(where: \.isShown) ?? sheets.first else { throw .empty }
    guard let relations = try archive.entry("xl/_rels/workbook.xml.rels") else { return "xl/worksheets/sheet1.xml" }
    var target: String?
    let relationReader = ElementReader()
    relationReader.onBegin = { name, attributes in
      if name == "Relationship", attributes["Id"] == sheet.relation { target = attributes["Target"] }
    }
    try relationReader.read(relations)
    guard let target else { throw .damaged }
    return target.hasPrefix("/") ? String(target.dropFirst()) : "xl/" + target
  }

  /// Texts that cells name by their place; `rPh` is how an East Asian reader says them, and no part of them.
  private static func sharedWords(_ document: [UInt8]) throws(UnreadableFile) -> [String] {
    var words: [String] = []
    var (word, isText, isPhonetic) = ("", false, false)
    let reader = ElementReader()
    reader.onBegin = { name, _ in
      switch name {
      case "si": word = ""
      case "t": isText = !isPhonetic
      case "rPh": isPhonetic = true
      default: break
      }
    }
    reader.onText = { text in if isText, word.utf8.count < Table.Limit.cell * 8 { word += text } }
    reader.onEnd = { name throws(UnreadableFile) in
      switch name {
      case "si":
        words.append(word.cellText)
        guard words.count <= Table.Limit.rows * Table.Limit.columns else { throw .tooLarge }
      case "t": isText = false
      case "rPh": isPhonetic = false
      default: break
      }
    }
    try reader.read(document)
    return words
  }

  private static func rows(of document: [UInt8], _ words: [String]) throws(UnreadableFile) -> [Table.Row] {
    var rows: [Table.Row] = []
    var (line, cells): (Int, [String]) = (0, [])
    var (column, kind, value, isValue) = (0, "n", "", false)
    let reader = ElementReader()
    reader.onBegin = { name, attributes throws(UnreadableFile) in
      switch name {
      case "row":
        line = attributes["r"].flatMap { Int($0) } ?? line + 1
        (cells, column) = ([], -1)
      case "c":
        column = attributes["r"].flatMap(columnNumber) ?? column + 1
        (kind, value) = (attributes["t"] ?? "n", "")
      case "v", "t": isValue = true
      default: break
      }
    }
    reader.onText = { text in if isValue, value.utf8.count < Table.Limit.cell * 8 { value += text } }
    reader.onEnd = { name throws(UnreadableFile) in
      switch name {
      case "v", "t": isValue = false
      case "c":
        guard (0..<Table.Limit.columns).contains(column) else { return }
        while cells.count <= column { cells.append("") }
        cells[column] = said(value, kind, words)
      case "row":
        rows.append(Table.Row(line: line, cells: cells))
        guard rows.count <= Table.Limit.rows else { throw .tooLarge }
      default: break
      }
    }
    try reader.read(document)
    return rows
  }

  private static func said(_ value: String, _ kind: String, _ words: [String]) -> String {
    switch kind {
    case "s": Int(value).flatMap { words.indices.contains($0) ? words[$0] : nil } ?? ""
    case "e": ""  // #N/A and its like
    case "n": number(value)
    default: value.cellText
    }
  }

  /// 44.10000000000000142 is what Excel keeps of 44.10.
  private static func number(_ text: String) -> String {
    guard let number = Double(text), number.isFinite, abs(number) < 1e15 else { return text.cellText }
    if number == number.rounded() { return String(Int64(number)) }
    let thousandths = (number * 1000).rounded()
    return abs(thousandths) < 1e18 ? decimal(Int64(thousandths)) : text.cellText
  }

  private static func decimal(_ thousandths: Int64) -> String {
    let digits = String(thousandths.magnitude)
    let padded = String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    let fraction = padded.suffix(3).reversed().drop { $0 == "0" }.reversed()
    let whole = (thousandths < 0 ? "-" : "") + padded.dropLast(3)
    return fraction.isEmpty ? whole : whole + "." + String(fraction)
  }

  /// “AB12” is column 27, counted from 0.
  private static func columnNumber(_ reference: String) -> Int? {
    var number = 0
    for byte in reference.utf8.prefix(3) where (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) {
      number = number * 26 + Int(byte - UInt8(ascii: "A")) + 1
    }
    return number == 0 ? nil : number - 1
  }
}

extension String {
  /// Of bearable length and without blanks around it.
  fileprivate var cellText: String {
    String(String.UnicodeScalarView(trimmed.unicodeScalars.prefix(Table.Limit.cell)))
  }
}
