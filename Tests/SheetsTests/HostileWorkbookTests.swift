import Foundation
import Testing

@testable import Sheets

/// Workbooks that somebody made to harm us.
@Suite struct HostileWorkbookTests {
  private static let workbook = """
    <workbook xmlns:r="x"><sheets><sheet name="a" sheetId="1" r:id="r1"/></sheets></workbook>
    """
  private static let relations = """
    <Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/></Relationships>
    """

  private func workbook(_ sheet: String, words: String? = nil) async throws -> [UInt8] {
    var entries = [
      ("xl/workbook.xml", Self.workbook), ("xl/_rels/workbook.xml.rels", Self.relations),
      ("xl/worksheets/sheet1.xml", sheet),
    ]
    if let words { entries.append(("xl/sharedStrings.xml", words)) }
    return try await zipped(entries.map { ($0.0, [Array($0.1.utf8)]) })
  }

  private func zipped(_ entries: [(String, [[UInt8]])]) async throws -> [UInt8] {
    let file = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: file) }
    let archive = try ZipWriter(to: file)
    for (name, pieces) in entries {
      var rest = pieces[...]
      try await archive.add(name, at: Date(timeIntervalSince1970: 1_795_237_200)) { rest.popFirst() }
    }
    try archive.close()
    return Array(try Data(contentsOf: file))
  }

  private func page(_ rows: String) -> String { "<worksheet><sheetData>\(rows)</sheetData></worksheet>" }

  @Test func `cells of every kind are read`() async throws {
    let sheet = page(
      """
      <row r="2"><c r="A2" t="s"><v>1</v></c><c r="C2"><v>44.100000000000001</v></c><c r="D2" t="e"><v>#N/A</v></c></row>
      <row r="7"><c r="A7" t="inlineStr"><is><t>चीनी &amp; गुड़</t></is></c><c t="str"><v>x</v></c><c t="s"><v>9</v></c></row>
      """)
    let words = "<sst><si><t>no</t></si><si><r><t>Su</t></r><r><t>gar</t></r><rPh><t>shuga</t></rPh></si></sst>"
    let table = try Table(reading: try await workbook(sheet, words: words))
    #expect(table.rows.map(\.line) == [2, 7])
    #expect(table.rows.map(\.cells) == [["Sugar", "", "44.1", ""], ["चीनी & गुड़", "x", ""]])
  }

  @Test(arguments: [
    "<!DOCTYPE w [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;\">]>", "<!DOCTYPE w SYSTEM \"file:///etc/passwd\">",
    "<!DOCTYPE w [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>", "<!DOCTYPE w>",
  ])
  func `a document type is refused, whatever it wants`(type: String) async throws {
    let sheet = type + page("<row r=\"1\"><c t=\"str\"><v>&b;&x;</v></c></row>")
    await #expect(throws: UnreadableFile.damaged) { try Table(reading: try await workbook(sheet)) }
  }

  @Test(arguments: [
    "<worksheet><sheetData><row r=\"1\">", "not XML", "", "<worksheet>&nosuch;</worksheet>",
    String(repeating: "<a>", count: 500) + String(repeating: "</a>", count: 500),
  ])
  func `what is no XML is refused`(sheet: String) async throws {
    await #expect(throws: UnreadableFile.damaged) { try Table(reading: try await workbook(sheet)) }
  }

  @Test func `a small file that swells is refused before it fills the memory`() async throws {
    let piece = [UInt8](repeating: UInt8(ascii: " "), count: 1 << 20)
    let bytes = try await zipped([
      ("xl/workbook.xml", [Array(Self.workbook.utf8)]), ("xl/_rels/workbook.xml.rels", [Array(Self.relations.utf8)]),
      ("xl/worksheets/sheet1.xml", Array(repeating: piece, count: 80)),
    ])
    #expect(bytes.count < 1 << 20)
    #expect(throws: UnreadableFile.tooLarge) { try Table(reading: bytes) }
  }

  @Test func `more rows than a shop has goods are refused`() async throws {
    let row = "<row><c t=\"str\"><v>a</v></c></row>"
    let sheet = page(String(repeating: row, count: 20_001))
    await #expect(throws: UnreadableFile.tooLarge) { try Table(reading: try await workbook(sheet)) }
  }

  @Test func `cells far to the right are left out, and no row is made wide by one`() async throws {
    let sheet = page("<row r=\"1\"><c r=\"A1\" t=\"str\"><v>a</v></c><c r=\"XFD1\" t=\"str\"><v>b</v></c></row>")
    #expect(try Table(reading: try await workbook(sheet)).rows.map(\.cells) == [["a"]])
  }

  @Test func `an archive that is no workbook is no table`() async throws {
    let bytes = try await zipped([("readme.txt", [[65]])])
    #expect(throws: UnreadableFile.notATable) { try Table(reading: bytes) }
  }
}
