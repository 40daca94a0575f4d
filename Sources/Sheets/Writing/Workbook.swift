internal import CXLSXWriter
internal import Foundation
internal import Measures

/// Sheets as an Excel workbook (XLSX): headings that stay in sight, columns as wide as what stands in them, money as
/// people here write it.
package enum Workbook {
  package struct CouldNotWrite: Error { package let reason: String }

  package static func bytes(of sheets: [Sheet]) throws -> [UInt8] {
    let path = try temporaryFile()
    defer { unlink(path) }
    guard let workbook = workbook_new(path) else { throw CouldNotWrite(reason: "no memory") }
    let formats = Formats(workbook)
    for sheet in sheets {
      guard let page = workbook_add_worksheet(workbook, tabName(sheet.title)) else {
        workbook_close(workbook)
        throw CouldNotWrite(reason: "a sheet cannot be named")
      }
      Page(page, formats).write(sheet)
    }
    let outcome = workbook_close(workbook)
    guard outcome == LXW_NO_ERROR else { throw CouldNotWrite(reason: String(cString: lxw_strerror(outcome))) }
    return Array(try Data(contentsOf: URL(filePath: path)))
  }

  /// libxlsxwriter writes to a path only.
  private static func temporaryFile() throws -> String {
    var template = Array((NSTemporaryDirectory() + "/sheet-XXXXXX").utf8CString)
    let file = mkstemp(&template)
    guard file >= 0 else { throw CouldNotWrite(reason: "no temporary file") }
    close(file)
    return String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  /// Excel's limit; what it forbids is left out.
  private static func tabName(_ title: String) -> String {
    let kept = title.unicodeScalars.filter { !"[]:*?/\\'".unicodeScalars.contains($0) }.prefix(31)
    return kept.isEmpty ? "1" : String(String.UnicodeScalarView(kept))
  }
}

/// How cells look. They belong to the workbook and die with it.
private struct Formats {
  let heading: UnsafeMutablePointer<lxw_format>?
  let money: UnsafeMutablePointer<lxw_format>?
  let day: UnsafeMutablePointer<lxw_format>?

  /// ₹1,25,000.50: spreadsheets group by thousands unless each size of number has a pattern of its own.
  private static let rupees = [
    "[>=10000000]\"₹\"##\\,##\\,##\\,##0.00", "[>=100000]\"₹\"##\\,##\\,##0.00", "\"₹\"##,##0.00",
  ].joined(separator: ";")

  init(_ workbook: UnsafeMutablePointer<lxw_workbook>) {
    heading = workbook_add_format(workbook)
    format_set_bold(heading)
    format_set_bg_color(heading, 0xE7F0E4)
    format_set_bottom(heading, UInt8(LXW_BORDER_THIN.rawValue))
    money = workbook_add_format(workbook)
    format_set_num_format(money, Self.rupees)
    day = workbook_add_format(workbook)
    format_set_num_format(day, "dd-mm-yyyy")
  }
}

private struct Page {
  let page: UnsafeMutablePointer<lxw_worksheet>
  let formats: Formats

  /// Excel's limits.
  private static let rowsMax = 1_048_575
  private static let textUnitsMax = 32_767

  init(_ page: UnsafeMutablePointer<lxw_worksheet>, _ formats: Formats) {
    self.page = page
    self.formats = formats
  }

  func write(_ sheet: Sheet) {
    precondition(sheet.rows.count <= Self.rowsMax, "more rows than a sheet holds")
    for (column, title) in sheet.columns.enumerated() {
      worksheet_write_string(page, 0, UInt16(column), title, formats.heading)
      let cells = sheet.rows.map { $0.indices.contains(column) ? $0[column] : .unknown }
      worksheet_set_column(page, UInt16(column), UInt16(column), width(of: title, cells), nil)
    }
    for (index, row) in sheet.rows.enumerated() {
      for (column, cell) in row.enumerated() { write(cell, UInt32(index + 1), UInt16(column)) }
    }
    worksheet_freeze_panes(page, 1, 0)
    if !sheet.rows.isEmpty, !sheet.columns.isEmpty {
      worksheet_autofilter(page, 0, 0, UInt32(sheet.rows.count), UInt16(sheet.columns.count - 1))
    }
  }

  private func write(_ cell: Sheet.Cell, _ row: UInt32, _ column: UInt16) {
    switch cell {
    // As a string it is never run, whatever it begins with.
    case .text(let text): worksheet_write_string(page, row, column, fitted(text), nil)
    case .number(let number): worksheet_write_number(page, row, column, Double(number), nil)
    case .quantity(let quantity):
      worksheet_write_number(page, row, column, Double(quantity.thousandths) / 1000, nil)
    case .money(let money): worksheet_write_number(page, row, column, Double(money.paise) / 100, formats.money)
    case .day(let day):
      // Days since 30 December 1899.
      worksheet_write_number(page, row, column, Double(day.number + 25_569), formats.day)
    case .unknown: break
    }
  }

  private func fitted(_ text: String) -> String {
    guard text.utf16.count > Self.textUnitsMax else { return text }
    return String(text.prefix(Self.textUnitsMax / 4))
  }

  /// In the width of a digit. A syllable of Devanagari is one cluster, and about half as wide again as a Latin letter.
  private func width(of title: String, _ cells: [Sheet.Cell]) -> Double {
    let widest = cells.reduce(clusters(title) + 3) { max($0, clusters($1)) }
    return min(max(widest + 2, 8), 48)
  }

  private func clusters(_ cell: Sheet.Cell) -> Double {
    switch cell {
    case .text(let text): clusters(text)
    case .number, .quantity: Double(cell.plain.count)
    case .money: Double(cell.plain.count + 5)
    case .day: 10
    case .unknown: 0
    }
  }

  private func clusters(_ text: String) -> Double {
    text.reduce(0) { $0 + ($1.isASCII ? 1 : 1.5) }
  }
}
