import Database
import Intents
import Inventory
import Language
import Measures
import Messages

/// “nahi 15 kilo”, “aur maggi?”: what is said with the last request in mind.
extension Turn {
  /// The last request that wrote, with the new value; what it wrote is taken back in the same transaction.
  func correct(with frame: Frame) async throws -> Answer {
    guard let last = state.lastWrite, let group = state.lastGroup,
      try await books.group(group)?.isReversed == false,
      case .amended(let amended) = resolve(frame, after: Last(last.frame))
    else { return try await unclear(frame) }
    var next = last
    next.frame = amended
    next.settled = [.unsure]
    // Nobody is asked twice on which side the same name stands.
    if last.settled.contains(.side), amended.party == last.frame.party { next.settled.insert(.side) }
    next.replaces = group
    return try await perform(next, insteadOf: last.frame)
  }

  /// The last kind of request for something else: “aur maggi?”, “aur kal ka?”; or more of the same: “ramesh ko”.
  func followUp(with frame: Frame) async throws -> Answer {
    switch resolve(frame, after: state.lastRequest.map { Last($0.frame) }) {
    case .whole(let next), .completed(let next), .again(let next): try await perform(Request(next))
    // A reminder writes nothing that could be put right: “aur sunita ko?” asks for another.
    case .amended(let next) where next.intent == .creditRemind: try await perform(Request(next))
    case .amended: try await correct(with: frame)
    case .unresolved: try await unclear(frame)
    }
  }

  /// Takes the old entries back and writes the new ones, or does neither: a question in between leaves the old ones.
  func performCorrection(_ request: Request, of groupID: Int64) async throws -> Answer {
    var plain = request
    plain.replaces = nil
    guard let (group, isReversed) = try await books.group(groupID), !isReversed else { return try await perform(plain) }
    try await books.execute("savepoint correction")
    guard case .undone = try await reverse(group) else { return .say(say(.undoTooLate)) }
    var answer = try await perform(plain)
    guard let written = answer.group else {
      try await books.execute("rollback to savepoint correction")
      answer.request = request
      answer.question = answer.question?.replacing(groupID)
      return answer
    }
    let text = try await corrected(request, was: state.lastWrite)
    return text.map { .wrote($0, written, for: plain, in: self) } ?? answer
  }

  /// “Corrected: sugar 5 kg → 15 kg”, for the plain case of one item whose quantity changed. Where somebody is owed for
  /// it, more has changed than that.
  private func corrected(_ request: Request, was: Request?) async throws -> String? {
    guard request.frame.slots.supplier == nil, let new = request.frame.slots.items.first,
      let old = was?.frame.slots.items.first,
      request.frame.slots.items.count == 1, was?.frame.slots.items.count == 1, old.item == new.item,
      case .known(let id) = new.item, let number = Int64(id), let item = try await books.item(number),
      let oldQuantity = old.quantity, let newQuantity = new.quantity,
      case .exactly(let oldOwn) = item.own(oldQuantity, old.unit),
      case .exactly(let newOwn) = item.own(newQuantity, new.unit), oldOwn != newOwn
    else { return nil }
    return say(
      .corrected,
      [
        .item: name(item), .old: measure(oldOwn, of: item), .new: measure(newOwn, of: item),
        .left: measure(item.onHand, of: item),
      ])
  }
}

extension OpenQuestion.Kind {
  /// Whatever is chosen stands in place of what a group wrote, and not beside it.
  fileprivate func replacing(_ group: Int64) -> OpenQuestion.Kind {
    guard case .oneOf(let choices) = self else { return self }
    return .oneOf(
      choices.map { choice in
        var request = choice.request
        request.replaces = group
        return Choice(title: choice.title, request: request)
      })
  }
}
