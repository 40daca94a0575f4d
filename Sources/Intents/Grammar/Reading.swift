import Language
import Measures

/// A message after the grammar: its spans with corrections settled, its people, its lines of goods.
struct Reading: Sendable {
  let tokens: [Token]
  let spans: [Span]
  let isReplaced: Bool
  let lines: [DraftLine]
  let total: Quantity?
  let discount: Discount?
  let loose: [(quantity: Quantity, unit: Unit?, role: NumberRole)]
  /// The tokens of unknown words that may be goods, where a message names none.
  let unclaimedRange: Range<Int>?
  private let finder: ItemFinder

  init(tokens: [Token], spans: [Span], finder: ItemFinder) {
    var settled = spans
    Lots.settle(&settled, tokens: tokens)
    Quarters(tokens: tokens, finder: finder).settle(&settled)
    Times.settle(&settled, tokens: tokens)
    Shares.settle(&settled, tokens: tokens)
    People.settle(&settled, tokens: tokens)
    isReplaced = Corrections.settle(&settled, tokens: tokens)
    let builder = LineBuilder(settled, tokens: tokens, finder: finder)
    self.tokens = tokens
    self.spans = settled
    lines = builder.lines
    total = builder.total
    discount = builder.discount
    loose = builder.loose
    unclaimedRange = builder.unclaimed
    self.finder = finder
  }

  var hasUnclaimed: Bool { unclaimedRange != nil }

  var unclaimedText: String? { unclaimedRange.map { tokens[$0].map(\.spoken).joined(separator: " ") } }

  /// The unknown words as goods, with what is near to them. Looked for only by who needs it: it takes a while.
  var unclaimed: ItemReference? {
    unclaimedRange.map { finder.unknown(tokens[$0]) }
  }

  /// The group that a generic item stands for.
  func group(ofGeneric id: String) -> String? { finder.group(ofGeneric: id) }

  func group(of id: String) -> String? { finder.group(of: id) }

  var people: [(name: String, marker: CaseEnding)] {
    spans.compactMap { span in span.person.map { ($0, span.ending ?? .by) } }
  }
}
