import Foundation
import Testing

@testable import Intents

/// The lines that the classifier learns from: whoever adds one is told what is wrong with it.
struct TrainingLineTests {
  private static let standing = Result { try TrainingFolder.read(TrainingFolder.standing) }

  private func read() throws -> TrainingSet { try Self.standing.get() }

  /// The letters and digits of a line; what stands between them makes no new line.
  private func core(_ text: String) -> String {
    let kept = text.precomposedStringWithCanonicalMapping.lowercased().unicodeScalars.filter {
      $0.properties.isAlphabetic || $0.properties.numericType != nil || $0.properties.generalCategory == .nonspacingMark
    }
    return kept.isEmpty ? text : String(String.UnicodeScalarView(kept))
  }

  @Test func `at least four thousand lines teach something of their own`() throws {
    #expect(Set(try read().masks).count >= 4_000)
  }

  /// What differs only in goods, numbers and names is a template, filled.
  @Test func `at most a quarter of the lines is made from another`() throws {
    let set = try read()
    #expect(Double(Set(set.masks).count) >= 0.75 * Double(set.lines.count))
  }

  @Test func `no line stands twice where it could be said`() throws {
    let said = try read().lines.map { "\($0.role) \($0.awaited) \(core($0.text))" }
    let twice = Dictionary(grouping: said, by: \.self).filter { $0.value.count > 1 }.keys
    #expect(twice.sorted() == [])
  }

  /// Every table of sentences that these tests read.
  private var tested: [String] {
    let sentences =
      StockSentences.all + TradeSentences.all + PriceSentences.all + TalkSentences.all + PeopleSentences.all
    let whole =
      EnglishSentences.all + HindiSentences.all + RomanHindiSentences.all + MarathiSentences.all
      + RomanMarathiSentences.all + SpokenSentences.all + OtherSentences.all + HardSentences.all + ListSentences.all
      + GoodsSentences.all
    return sentences.map(\.text) + whole.map(\.text) + Exchanges.all.map(\.message)
  }

  @Test func `no line of the tests is learnt by heart`() throws {
    let learnt = Set(try read().lines.map { core($0.text) })
    // One word cannot be said otherwise: “ho”, “nahi”, “undo”.
    let both = tested.filter { $0.split(separator: " ").count > 1 && learnt.contains(core($0)) }
    #expect(Set(both).sorted() == [])
  }

  @Test(arguments: Intent.allCases) func `every meaning has lines in every language`(_ intent: Intent) throws {
    let lines = try read().lines.filter { $0.intent == intent }
    #expect(lines.count >= 40)
    #expect(Set(lines.map(\.tongue)) == Set(TrainingLine.Tongue.allCases))
  }
}

/// What is said of a file that somebody broke.
struct TrainingFaultTests {
  private func lines(_ text: String, _ intent: Intent = .undo) throws(TrainingFault) -> [TrainingLine] {
    try TrainingFile.lines(of: text, intent: intent)
  }

  @Test func `a line belongs to the heading above it`() throws {
    let lines = try lines("# take it back\n\n[hi-Latn staff]\nwo hata do\n[en await_confirm]\nundo that\n")
    #expect(lines.map(\.text) == ["wo hata do", "undo that"])
    #expect(lines.map(\.role) == [.staff, .owner])
    #expect(lines.map(\.awaited) == [.none, .confirmation])
    #expect(lines.map(\.tongue) == [.romanHindi, .english])
  }

  @Test(arguments: [
    ("[en]\nundo\n[english]\nundo it", TrainingFault.heading("undo.txt", line: 3)),
    ("# what it means\nundo it", .noHeading("undo.txt", line: 2)), ("# what it means\n[en]\n", .empty("undo.txt")),
    ("[en customer]\nundo it", .closed("undo.txt", line: 2)),
  ])
  func `a broken file is named with its line`(_ text: String, _ fault: TrainingFault) {
    #expect(throws: fault) { try lines(text) }
  }

  @Test func `a folder that is missing is named`() {
    #expect(throws: TrainingFault.noFolder("/nowhere")) { try TrainingFolder.read(URL(filePath: "/nowhere")) }
  }

  @Test func `a program without the folder beside it says so in one line`() {
    let place = TrainingFolder.standing(beside: URL(filePath: "/nowhere"))
    #expect(throws: TrainingFault.noFolder("/nowhere/RetailMind_Intents.resources/Training")) {
      try TrainingFolder.read(place)
    }
    #expect(!"\(TrainingFault.noFolder(place.path))".contains("\n"))
  }

  @Test func `goods without a unit are named with their line`() {
    #expect(throws: TrainingFault.goods(line: 2)) { try TrainingGoods.catalogue("# goods\nsugar | sweet | Sugar") }
  }
}
