import Intents
import Inventory
import Language
import Measures

/// “3 frooti toot gayi”: goods left the stock without being sold.
extension Turn {
  func stockReduce(_ request: Request) async throws -> Answer {
    try await withLines(of: request) { lines in
      if let doubt = doubtOfHearing(request, .whatReduced, lines) { return doubt }
      if let doubt = try await doubtOfStock(lines, request) { return doubt }

      let reason = request.frame.slots.reason ?? .other
      let group = try await books.openGroup(.stockOut, by: author)
      var rows: [String] = []
      for line in lines {
        let left = try await books.move(
          Movement(item: line.item.id, kind: .reduction, quantity: -line.quantity, reason: reason.rawValue),
          in: group, by: author)
        rows.append(
          say(
            .stockReduced,
            [
              .item: name(line.item), .qty: measure(line.quantity, of: line.item), .left: measure(left, of: line.item),
              .reason: .text(say(reason.phrase)),
            ]))
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
