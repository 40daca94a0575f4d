import Language
import Measures

/// A message after the grammar: its spans with corrections settled, its people, its lines of goods.
struct Reading: Sendable {
  let tokens: [Token]
  let spans: [Span]
  let isReplaced: Bool
  let lines: [DraftLine]
  let total: Quantity?
  let loose: [(quantity: Quantity, unit: Unit?, role: NumberRole)]
  /// Unknown words as goods, where a message is about goods and names none.
  let unclaimed: ItemReference?
  let unclaimedText: String?

  init(tokens: [Token], spans: [Span], finder: ItemFinder) {
    var settled = spans
    Quarters(tokens: tokens, finder: finder).settle(&settled)
    Times.settle(&settled, tokens: tokens)
    People.settle(&settled, tokens: tokens)
    isReplaced = Corrections.settle(&settled, tokens: tokens)
    let builder = LineBuilder(settled, tokens: tokens, finder: finder)
    self.tokens = tokens
    self.spans = settled
    lines = builder.lines
    total = builder.total
    loose = builder.loose
    unclaimed = builder.unclaimed.map(builder.unknown)
    unclaimedText = builder.unclaimed.map { tokens[$0].map(\.spoken).joined(separator: " ") }
  }

  var people: [(name: String, marker: CaseEnding)] {
    spans.compactMap { span in span.person.map { ($0, span.ending ?? .by) } }
  }
}
