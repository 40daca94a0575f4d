import Intents
import Testing

/// One line of a table of whole frames: “what it means | what is written | who writes, or what we asked”. Every slot counts: what stands there must be
/// found, and nothing else.
struct WholeSentence: CustomTestStringConvertible {
  let meaning: String
  let text: String
  var role = Role.owner
  var awaited = Awaited.none

  var testDescription: String { text }

  static func read(_ table: String) -> [WholeSentence] {
    table.split(separator: "\n").compactMap { line in
      let parts = line.split(separator: "|").map { $0.split(separator: " ").joined(separator: " ") }
      guard parts.count >= 2 else { return nil }
      let standing = parts.count > 2 ? parts[2] : ""
      return WholeSentence(
        meaning: parts[0], text: parts[1], role: Role(rawValue: standing) ?? .owner,
        awaited: Awaited(rawValue: standing) ?? .none)
    }
  }

  /// Intent and goods first, the other slots in any order.
  static func parts(of meaning: String) -> (goods: String, others: Set<String>) {
    let parts = meaning.split(separator: ";").map { $0.split(separator: " ").joined(separator: " ") }
    return (parts.first ?? "", Set(parts.dropFirst()))
  }
}

struct WholeFrameTests {
  @Test(arguments: EnglishSentences.all) func `English is understood whole`(_ row: WholeSentence) throws {
    try check(row)
  }
  @Test(arguments: HindiSentences.all) func `Hindi is understood whole`(_ row: WholeSentence) throws { try check(row) }
  @Test(arguments: RomanHindiSentences.all) func `roman Hindi is understood whole`(_ row: WholeSentence) throws {
    try check(row)
  }
  @Test(arguments: MarathiSentences.all) func `Marathi is understood whole`(_ row: WholeSentence) throws {
    try check(row)
  }
  @Test(arguments: RomanMarathiSentences.all) func `roman Marathi is understood whole`(_ row: WholeSentence) throws {
    try check(row)
  }
  @Test(arguments: SpokenSentences.all) func `what was spoken and written down is understood whole`(
    _ row: WholeSentence
  ) throws { try check(row) }

  @Test(arguments: OtherSentences.all) func `customers, helpers and answers are understood whole`(_ row: WholeSentence)
    throws
  { try check(row) }

  @Test(arguments: ListSentences.all) func `lists of goods are understood in every order`(_ row: WholeSentence) throws {
    try check(row)
  }

  @Test(arguments: HardSentences.all) func `the hard ones are understood whole`(_ row: WholeSentence) throws {
    try check(row)
  }

  @Test(arguments: GoodsSentences.all) func `suppliers, deliveries and details are understood whole`(
    _ row: WholeSentence
  ) throws { try check(row) }

  private func check(_ row: WholeSentence) throws {
    let understood = WholeSentence.parts(
      of: try CornerShop.understand(row.text, role: row.role, awaited: row.awaited).written())
    let meant = WholeSentence.parts(of: row.meaning)
    #expect(understood.goods == meant.goods)
    #expect(understood.others == meant.others)
  }
}
