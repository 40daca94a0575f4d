import Foundation
import Measures
import Testing

@testable import Sheets

@Suite struct WritingTests {
  static let sheet = Sheet(
    title: "स्टॉक [21/11]", columns: ["सामान", "Unit", "Stock", "Rate", "Day"],
    rows: [
      [
        .text("चीनी, मोटी"), .text("kilo"), .quantity(Quantity(thousandths: 12_500)), .money(Money(paise: 12_500_050)),
        .day(Day(number: 20_778)),
      ],
      [.text("=HYPERLINK(\"http://x\")"), .text("a\nb"), .quantity(Quantity(-3)), .unknown, .unknown],
      [.text("क्\u{200D}ष \"50\""), .text("किलो"), .number(7), .money(.zero), .unknown],
    ])

  @Test func `a workbook read again says what was written`() throws {
    let table = try Table(reading: try Workbook.bytes(of: [Self.sheet]))
    #expect(table.rows.map(\.line) == [1, 2, 3, 4])
    #expect(table.rows[0].cells == Self.sheet.columns)
    #expect(table.rows[1].cells == ["चीनी, मोटी", "kilo", "12.5", "125000.5", "46347"])
    #expect(table.rows[2].cells == ["=HYPERLINK(\"http://x\")", "a\nb", "-3"])
    #expect(table.rows[3].cells == ["क्\u{200D}ष \"50\"", "किलो", "7", "0"])
  }

  @Test func `a workbook's first row stays, money has Indian commas, and a formula is a text`() throws {
    let archive = try ZipReader(try Workbook.bytes(of: [Self.sheet]))
    let page = String(decoding: try #require(try archive.entry("xl/worksheets/sheet1.xml")), as: UTF8.self)
    #expect(page.contains("<pane ySplit=\"1\"") && page.contains("state=\"frozen\""))
    #expect(!page.contains("<f>"))
    let styles = String(decoding: try #require(try archive.entry("xl/styles.xml")), as: UTF8.self)
    #expect(styles.contains(#"[&gt;=100000]&quot;₹&quot;##\,##\,##0.00"#))
  }

  @Test func `columns are wide enough for Devanagari and never too wide`() throws {
    let names = ["चीनी", String(repeating: "क्षि", count: 12), String(repeating: "x", count: 400)]
    let sheet = Sheet(title: "a", columns: ["1", "2", "3"], rows: [names.map(Sheet.Cell.text)])
    let archive = try ZipReader(try Workbook.bytes(of: [sheet]))
    let page = String(decoding: try #require(try archive.entry("xl/worksheets/sheet1.xml")), as: UTF8.self)
    let widths = page.matches(of: /width="([0-9.]+)"/).compactMap { Double($0.1) }
    #expect(widths.count == 3)
    #expect(widths[0] >= 8 && widths[1] >= 20 && widths[2] <= 50, "\(widths)")
  }

  @Test func `a sheet without rows is a sheet with headings`() throws {
    let bytes = try Workbook.bytes(of: [Sheet(title: "", columns: ["a"], rows: [])])
    #expect(try Table(reading: bytes).rows.map(\.cells) == [["a"]])
  }

  @Test func `CSV begins with its mark, and nothing in it is run`() {
    let lines = [
      "\u{FEFF}सामान,Unit,Stock,Rate,Day", "\"चीनी, मोटी\",kilo,12.5,125000.50,2026-11-21",
      "\"'=HYPERLINK(\"\"http://x\"\")\",\"a\nb\",-3,,", "\"क्\u{200D}ष \"\"50\"\"\",किलो,7,0,", "",
    ]
    #expect(CommaSeparated.bytes(of: Self.sheet) == Array(lines.joined(separator: "\r\n").utf8))
  }

  @Test(arguments: ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"])
  func `a text that a spreadsheet would run is marked as text`(text: String) {
    let sheet = Sheet(title: "a", columns: ["b"], rows: [[.text(text)]])
    let bytes = CommaSeparated.bytes(of: sheet)
    #expect(bytes == [0xEF, 0xBB, 0xBF] + Array("b\r\n\"'\(text)\"\r\n".utf8))
  }
}
