import Intents
import Inventory
import Language
import Measures

/// “3 frooti toot gayi”: goods left the stock without being sold.
extension Turn {
  func stockReduce(_ request: Request) async throws -> Answer {
    try await withLines(of: request) { lines in
      if let doubt = doubtOfHearing(request, .whatReduced, lines) { return doubt }
      let onHand = try await books.lockedOnHand(of: lines.map(\.item.id))
      if let doubt = doubtOfStock(lines, onHand: onHand, request) { return doubt }

      let reason = request.frame.slots.reason ?? .other
      let (group, left) = try await books.move(
        lines.map {
          Movement(item: $0.item.id, kind: .reduction, quantity: -$0.quantity, reason: reason.rawValue)
        }, opening: .stockOut, by: author)
      let rows = zip(lines, left).map { line, left in
        say(
          .stockReduced,
          [
            .item: name(line.item), .qty: measure(line.quantity, of: line.item), .left: measure(left, of: line.item),
            .reason: .text(say(reason.phrase)),
          ])
      }
      return .wrote(together(rows), group, for: request, in: self)
    }
  }
}

extension ReductionReason {
  fileprivate var phrase: Phrase {
    switch self {
    case .damaged: .reasonDamaged
    case .expired: .reasonExpired
    case .theft: .reasonTheft
    case .ownUse: .reasonOwnUse
    case .other: .reasonOther
    }
  }
}
