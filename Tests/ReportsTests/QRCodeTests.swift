import Reports
import Testing

@Suite struct QRCodeTests {
  private let link = "upi://pay?pa=laxmi@okaxis&pn=Laxmi%20Kirana&am=450.00&cu=INR&tn=Udhaar"

  @Test func `nothing, and more than a code holds, give no code`() {
    #expect(QRCode("") == nil)
    #expect(QRCode(String(repeating: "x", count: 2331)) != nil)
    #expect(QRCode(String(repeating: "x", count: 2332)) == nil)
  }

  @Test func `three corners carry the eyes by which a reader finds the code`() throws {
    let code = try #require(QRCode(link))
    for (top, left) in [(0, 0), (0, code.side - 7), (code.side - 7, 0)] {
      for step in 0..<7 {
        #expect(code.isDark(row: top, column: left + step))
        #expect(code.isDark(row: top + 6, column: left + step))
        #expect(code.isDark(row: top + step, column: left))
        #expect(code.isDark(row: top + step, column: left + 6))
      }
      #expect(!code.isDark(row: top + 1, column: left + 1))
      #expect(code.isDark(row: top + 3, column: left + 3))
    }
    #expect(!code.isDark(row: -1, column: 0))
    #expect(!code.isDark(row: 0, column: code.side))
  }

  @Test func `another text is another code, and the same text the same`() {
    #expect(QRCode(link) == QRCode(link))
    #expect(QRCode(link) != QRCode(link + "2"))
  }

  /// Read back with a camera's reader (zbar) when it was written down.
  @Test func `the square of a known text is known`() throws {
    let code = try #require(QRCode("₹ नमस्ते"))
    let drawn = (0..<code.side).map { row in
      (0..<code.side).map { code.isDark(row: row, column: $0) ? "#" : "." }.joined()
    }
    #expect(drawn == KnownSquare.rows)
  }

  @Test func `a terminal shows two rows in one, black on white, with the empty edge`() throws {
    let code = try #require(QRCode("A"))
    let lines = code.terminal().split(separator: "\n")
    #expect(code.side == 21)
    #expect(lines.count == 15)
    #expect(lines[0] == "\u{1B}[30;107m" + String(repeating: " ", count: 29) + "\u{1B}[0m")
    #expect(lines[2].hasPrefix("\u{1B}[30;107m    █▀▀▀▀▀█ "))
  }

  @Test func `a page's drawing has one square for each dark module`() throws {
    let code = try #require(QRCode("A"))
    let dark = (0..<21).map { row in (0..<21).count { code.isDark(row: row, column: $0) } }.reduce(0, +)
    #expect(code.svg().contains("viewBox=\"0 0 29 29\""))
    #expect(code.svg().split(separator: "h1v1h-1z").count - 1 == dark)
  }

  @Test func `a picture is a PNG of whole pixels, edge included`() throws {
    let picture = try #require(QRCode("A")).png(pixelsPerModule: 10)
    #expect(Array(picture.prefix(8)) == [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])
    // The header's width and height, big-endian: 21 modules and twice the edge of 4.
    #expect(Array(picture[16..<24]) == [0, 0, 1, 0x22, 0, 0, 1, 0x22])
    #expect(picture.suffix(8).prefix(4) == Array("IEND".utf8)[...])
  }
}
