import Foundation
import Measures
import Sheets
import Testing

@testable import Commerce

/// Lists as people make them: which column is what, and what a line says.
@Suite struct GoodsListTests {
  private func read(_ text: String) throws -> GoodsList { GoodsList(reading: try Table(reading: Array(text.utf8))) }

  /// “name quantity unit price”, a dash for what is not said.
  private func said(_ goods: GoodsLine) -> String {
    [goods.name, goods.quantity?.plain ?? "-", goods.unit?.rawValue ?? "-", goods.price?.description ?? "-"]
      .joined(separator: " ")
  }

  @Test(arguments: [
    "Item,Qty,Unit,Rate\nChini,50,kg,44", "ITEM NAME;Closing Stock;UOM;Selling Price\nChini;50;KG;44.00",
    "सामान\tमात्रा\tइकाई\tभाव\nChini\t५०\tकिलो\t₹४४", "वस्तू,साठा,एकक,विक्री दर\nChini,50,किलो,44",
    "maal,kitna,unit,bhav\nChini,50,kilo,44/-", "Rate,Unit,Particulars,Qty.\nRs. 44,kg,Chini,50",
    "Sharma Store,,,\nAs on 21/11,,,\nS.No,Product Name,Stock (kg),MRP,Rate\n1,Chini,50 kg,48,44",
    "Chini,50 kg,44", "Chini,50,kg,44", "1,Chini,50,kg,44\n2,Dal,20,kg,140", "chini 50 kilo 44",
    "Chini - 50 kg @44".replacing("@", with: ""),
  ])
  func `whatever the columns are called, a line says the same`(file: String) throws {
    let list = try read(file)
    #expect(list.lines.first.map(said)?.lowercased() == "chini 50 kg ₹44", "\(list)")
    #expect(list.unreadable.isEmpty, "\(list.unreadable)")
  }

  @Test func `a line of sums is no goods, and our own quotes are taken off`() throws {
    let list = try read("Item,Qty\nChini,50\nGrand Total,50\n'=Dal,20\n,\n")
    #expect(list.lines.map(said) == ["Chini 50 - -", "=Dal 20 - -"])
    #expect(list.unreadable.isEmpty)
  }

  @Test(arguments: [
    ("Item,Qty\nChini,-5", UnreadableLine.Reason.badNumber("-5")), ("Item,Qty\nChini,lots", .badNumber("lots")),
    ("Item,Qty\nChini,99999999999", .badNumber("99999999999")), ("Item,Rate\nChini,4.555", .badNumber("4.555")),
    ("Item,Qty,Unit\nChini,5,parsec", .badUnit("parsec")), ("Item,Qty,Rate\n,5,44", .noName),
    ("Item,Qty\n12345,5", .noName), ("soap 44\nchini 50 kilo 44", .badNumber("soap 44")),
  ])
  func `what cannot be read is told with its line and its reason`(file: String, reason: UnreadableLine.Reason) throws {
    let line = file.hasPrefix("Item") ? 2 : 1
    #expect(try read(file).unreadable == [UnreadableLine(line: line, reason: reason)])
  }

  @Test(arguments: 0..<30) func `no table brings it down, and each line is told once at most`(seed: UInt64) throws {
    var state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1
    func dice(_ sides: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(sides))
    }
    let words = [
      "Item", "Qty", "चीनी", "50", "50 kg", "₹44", "-5", "", "kg", "Rate", "chini 50 kilo 44", "=1+1", "9999999999999",
      "\u{94D}", "👍", "1,2,3", "-", "total", "'", "१२", "0.0001", "@", "  ", "रु",
    ]
    for _ in 0..<200 {
      let rows = (0...dice(8)).map { line in
        Table.Row(line: line + 1, cells: (0...dice(6)).map { _ in words[dice(words.count)] })
      }
      let list = GoodsList(reading: Table(rows: rows))
      #expect(list.lines.allSatisfy { !$0.name.isEmpty && $0.quantity ?? .zero >= .zero && $0.price ?? .zero >= .zero })
      #expect(list.lines.allSatisfy { (1...rows.count).contains($0.line) })
    }
  }
}
