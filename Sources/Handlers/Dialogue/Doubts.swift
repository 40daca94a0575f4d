import Commerce
import Intents
import Inventory
import Language
import Measures
import Messages

/// What is asked about before it is written: doubtful hearing, unusual amounts, stock that would go below zero.
extension Turn {
  func sure(_ doubt: Doubt, _ text: String, _ request: Request) -> Answer {
    let yes = button(.buttonYes, .yes(question: questionID))
    let no = button(.buttonNo, .no(question: questionID))
    return .ask(text, .sure(doubt), request, .buttons([yes, no]))
  }

  /// Nil when the words were clear enough to act on.
  func doubtOfHearing(_ request: Request, _ what: Phrase, _ lines: [GroundedLine]) -> Answer? {
    guard isUnsure(request) else { return nil }
    let items = PhraseValue.list(lines.map { .words([name($0.item), measure($0.quantity, of: $0.item)]) })
    return sure(.unsure, say(.confirmWrite, [.what: .text(say(what, [.items: items]))]), request)
  }

  func doubtOfSale(_ lines: [GroundedLine], _ grounds: [SaleGround], _ request: Request) async throws -> Answer? {
    for (line, ground) in zip(lines, grounds) where !ground.isUsual && !request.settled.contains(.unusual) {
      let usual = try await books.usualSale(of: line.item.id, before: today)
      guard usual.makesUnusual(line.quantity) else { continue }
      let values: [Placeholder: PhraseValue] = [
        .item: name(line.item), .qty: measure(line.quantity, of: line.item),
        .usual: measure(usual.median, of: line.item),
      ]
      return sure(.unusual, say(.unusual, values), request)
    }
    return doubtOfStock(lines, onHand: grounds.map(\.onHand), request)
  }

  /// The lines of one item count together.
  func doubtOfStock(_ lines: [GroundedLine], onHand: [Quantity], _ request: Request) -> Answer? {
    guard !request.settled.contains(.belowZero) else { return nil }
    var taken: [Int64: Quantity] = [:]
    for (line, have) in zip(lines, onHand) {
      let total = (taken[line.item.id] ?? .zero) + line.quantity
      taken[line.item.id] = total
      if have < total {
        let values: [Placeholder: PhraseValue] = [
          .item: name(line.item), .have: measure(have, of: line.item), .qty: measure(total, of: line.item),
        ]
        let question: Phrase =
          have > .zero ? .belowZero : line.item.isCounted ? .belowZeroEmpty : .belowZeroUncounted
        return sure(.belowZero, say(question, values), request)
      }
    }
    return nil
  }
}
