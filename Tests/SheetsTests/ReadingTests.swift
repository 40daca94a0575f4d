import Foundation
import Measures
import Testing

@testable import Sheets

@Suite struct ReadingTests {
  private func cells(_ text: String) throws -> [[String]] { try Table(reading: Array(text.utf8)).rows.map(\.cells) }

  @Test(arguments: [",", ";", "\t", "|"])
  func `whatever stands between the cells, they come apart`(delimiter: String) throws {
    let lines = [["item", "qty", "rate"], ["Chini", "50", "44"], ["\"Dal\(delimiter) toor\"", "20", "140"]]
    let file = lines.map { $0.joined(separator: delimiter) }.joined(separator: "\r\n")
    #expect(
      try cells(file) == [["item", "qty", "rate"], ["Chini", "50", "44"], ["Dal\(delimiter) toor", "20", "140"]])
  }

  @Test func `lines are counted as an editor counts them`() throws {
    let table = try Table(reading: Array("a,b\n\n\"c\nd\",e\r\nf,g\rh,i".utf8))
    #expect(table.rows.map(\.line) == [1, 3, 5, 6])
    #expect(table.rows.map(\.cells) == [["a", "b"], ["c\nd", "e"], ["f", "g"], ["h", "i"]])
  }

  @Test func `quotes that mean inches or are never closed are letters`() throws {
    #expect(try cells("pipe 2\",10\nrod 3\",20") == [["pipe 2\"", "10"], ["rod 3\"", "20"]])
    #expect(try cells("\"pipe,10\nrod,20") == [["\"pipe", "10"], ["rod", "20"]])
  }

  private static let words = "item;₹\nचीनी;44\ncafé;10"

  private static let encodings: [[UInt8]] = {
    let units = Array(words.utf16)
    let little = units.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    let big = units.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    return [Array(words.utf8), [0xEF, 0xBB, 0xBF] + Array(words.utf8), [0xFF, 0xFE] + little, [0xFE, 0xFF] + big]
  }()

  @Test(arguments: encodings) func `whoever wrote it, the letters are right`(bytes: [UInt8]) throws {
    #expect(try Table(reading: bytes).rows.map(\.cells) == [["item", "₹"], ["चीनी", "44"], ["café", "10"]])
  }

  @Test func `UTF-16 without its mark and Windows-1252 are told apart`() throws {
    let little = Array("item,qty\nchini,50\n".utf16).flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    #expect(try Table(reading: little).rows.map(\.cells) == [["item", "qty"], ["chini", "50"]])
    let old: [UInt8] = Array("caf".utf8) + [0xE9, 0x2C, 0x80] + Array("5".utf8)
    #expect(try Table(reading: old).rows.map(\.cells) == [["café", "€5"]])
  }

  @Test(arguments: [
    ([UInt8](), UnreadableFile.empty), (Array(" , ,\n\n".utf8), .empty), (Array("%PDF-1.7".utf8), .notATable),
    ([0x89, 0x50, 0x4E, 0x47, 1], .notATable), ([0xD0, 0xCF, 0x11, 0xE0], .oldWorkbook),
    (Array("PK\u{3}\u{4}nonsense".utf8), .damaged), ([1, 0, 2, 7, 8], .notATable),
    (Array(String(repeating: "a\n", count: 20_001).utf8), .tooLarge),
  ])
  func `what is no table is refused by its reason`(bytes: [UInt8], reason: UnreadableFile) {
    #expect(throws: reason) { try Table(reading: bytes) }
  }

  @Test func `long cells and wide rows are cut`() throws {
    let row = try cells(String(repeating: "क,", count: 200) + String(repeating: "x", count: 5_000))[0]
    #expect(row.count == Table.Limit.columns)
    #expect(try cells(String(repeating: "क", count: 5_000))[0][0].unicodeScalars.count == Table.Limit.cell)
  }

  @Test(arguments: 0..<40) func `what is written as CSV is read as it was`(seed: UInt64) throws {
    var dice = Dice(seed: seed)
    let letters = Array("ab,;\t|\"\n\r 'चीनी ₹=+-@é👍0".unicodeScalars)
    for _ in 0..<50 {
      let width = dice.next(in: 1...6)
      let rows = (0..<dice.next(in: 1...8)).map { _ in
        (0..<width).map { _ in
          String(
            String.UnicodeScalarView(
              (0..<dice.next(in: 0...9)).map { _ in letters[dice.next(in: 0...(letters.count - 1))] }))
        }
      }
      let sheet = Sheet(title: "t", columns: (0..<width).map { "c\($0)" }, rows: rows.map { $0.map(Sheet.Cell.text) })
      let text = String(decoding: CommaSeparated.bytes(of: sheet), as: UTF8.self)
      let read = try DelimitedText.rows(of: Array(text.unicodeScalars), delimitedBy: ",").dropFirst().map(\.cells)
      let expected = rows.map { $0.map { ($0.isFormula ? "'" : "") + $0 }.map(\.trimmed) }
      #expect(Array(read) == expected)
    }
  }

  @Test(arguments: 0..<40) func `no bytes bring the reader down`(seed: UInt64) {
    var dice = Dice(seed: seed)
    let seeds: [[UInt8]] = Self.encodings + [(try? Workbook.bytes(of: [WritingTests.sheet])) ?? []]
    for _ in 0..<30 {
      var bytes = seeds[dice.next(in: 0...(seeds.count - 1))]
      for _ in 0..<dice.next(in: 1...12) where !bytes.isEmpty {
        let place = dice.next(in: 0...(bytes.count - 1))
        switch dice.next(in: 0...2) {
        case 0: bytes[place] = UInt8(dice.next(in: 0...255))
        case 1: bytes.remove(at: place)
        default: bytes.insert(UInt8(dice.next(in: 0...255)), at: place)
        }
      }
      do {
        let table = try Table(reading: bytes)
        #expect(zip(table.rows, table.rows.dropFirst()).allSatisfy { $0.line < $1.line } || bytes.starts(with: [0x50]))
      } catch {}  // refused is as good as read
    }
  }
}

extension String {
  fileprivate var isFormula: Bool { unicodeScalars.first.map { "=+-@\t\r".unicodeScalars.contains($0) } ?? false }
}

/// The same throws for the same seed (SplitMix64).
struct Dice {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1 }

  mutating func next(in range: ClosedRange<Int>) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return range.lowerBound + Int((mixed ^ (mixed >> 31)) % UInt64(range.count))
  }
}
