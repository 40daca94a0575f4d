import Foundation
import Language
import Measures
import Testing

struct PhrasebookTests {
  private let book: Phrasebook

  init() throws { book = try Phrasebook.ours() }

  /// Every phrase of one voice with believable values.
  private func everything(in voice: Voice) -> [(Phrase, String)] {
    Phrase.allCases.map { ($0, book.say($0, Sample.values(in: voice), in: voice)) }
  }

  @Test(arguments: Voice.allCases) func `every phrase is filled and tidy`(voice: Voice) {
    for (phrase, said) in everything(in: voice) {
      #expect(!said.contains { "{}⏎".contains($0) }, "\(phrase)")
      #expect(!said.contains("  ") && !said.contains(" \n") && !said.contains("\n "), "\(phrase)")
    }
  }

  @Test(arguments: Voice.allCases) func `an emoji stands first, and there is one at most`(voice: Voice) {
    for (phrase, said) in everything(in: voice) {
      let pictures = said.indices.filter { said[$0].unicodeScalars.contains { $0 == "✅" || $0 == "⚠" || $0 == "📈" } }
      #expect(pictures.isEmpty || pictures == [said.startIndex], "\(phrase)")
    }
  }

  @Test func `roman voices hold no Devanagari, Devanagari voices only MRP, UPI, GST and HSN in Latin letters`() throws {
    for (voice, text) in try Texts.ours() {
      let words = text.split(separator: "\n").filter { !$0.hasPrefix("#") }
        .map {
          $0.drop { $0 != "=" }.replacing(/\{[a-z_]+\}|MRP|UPI|GST|HSN/, with: "")
        }.joined()
      let foreign = words.unicodeScalars.first { scalar in
        voice.isDevanagari ? scalar.isASCII && scalar.properties.isAlphabetic : (0x900...0x97F).contains(scalar.value)
      }
      #expect(foreign == nil, "\(voice)")
    }
  }

  @Test func `no Hindi sentence ends in a full stop, no Marathi one in a danda`() {
    // The stop after the number of a row of a list ends no sentence.
    let hindi = everything(in: .hindi).map { ($0.0, $0.1.trimmingPrefix(#/\d+\. /#)) }
    #expect(hindi.filter { $0.1.hasSuffix(".") || $0.1.contains(". ") }.isEmpty)
    #expect(everything(in: .marathi).filter { $0.1.contains("।") }.isEmpty)
  }

  @Test func `what a name holds is never read as a placeholder`() {
    #expect(book.say(.stockNone, [.item: .text("{qty} ⏎")], in: .hindi) == "⚠️ माल खत्म: {qty} ⏎")
  }

  @Test func `nothing left is said in words, as a quantity it is a digit`() {
    let nothing = PhraseValue.measure(.of(0, .kilogram))
    #expect(book.say(.listLine, [.item: .text("साखर"), .left: nothing], in: .marathi) == "साखर – माल संपला")
    let set = book.say(
      .stockSet, [.item: .text("चीनी"), .old: nothing, .new: .measure(.of(5_000, .kilogram))], in: .hindi)
    #expect(set == "✅ चीनी: अब स्टॉक 5 किलो (पहले 0 किलो)")
  }

  @Test func `several sales are read back under one label`() {
    let lines = ["चीनी 2 किलो, ₹90 (अब स्टॉक: 18 किलो)", "दाल 500 ग्राम, ₹60 (अब स्टॉक: 4 किलो)"]
    let said = book.say(
      .soldMany, [.lines: .text(lines.joined(separator: "\n")), .total: .money(Money(rupees: 150))], in: .hindi)
    #expect(said == "✅ बिक्री:\n\(lines[0])\n\(lines[1])\nकुल: ₹150")
  }
}
