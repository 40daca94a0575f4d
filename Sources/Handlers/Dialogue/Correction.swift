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
      try await books.group(group)?.isReversed == false
    else { return unclear() }
    var next = last.corrected(by: frame)
    next.settled = [.unsure]
    next.replaces = group
    return try await perform(next)
  }

  /// The last kind of request for something else: “aur maggi?”, “uska daam?”.
  func followUp(with frame: Frame) async throws -> Answer {
    guard let last = state.lastRequest, !frame.slots.items.isEmpty || frame.slots.period != nil else {
      return unclear()
    }
    if frame.slots.items.contains(where: { $0.item.isNamed }) {
      var next = Request(last.frame)
      next.frame.slots = frame.slots
      next.frame.confidence = frame.confidence
      return try await perform(next)
    }
    return try await correct(with: frame)
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
      return answer
    }
    let text = try await corrected(request, was: state.lastWrite)
    return text.map { .wrote($0, written, for: plain, in: self) } ?? answer
  }

  /// “Corrected: sugar 5 kg → 15 kg”, for the plain case of one item whose quantity changed.
  private func corrected(_ request: Request, was: Request?) async throws -> String? {
    guard let new = request.frame.slots.items.first, let old = was?.frame.slots.items.first,
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

extension ItemLine {
  /// “50” alone, as money: what a number means after a price.
  fileprivate var bareNumber: Money? {
    guard unit == nil, price == nil, amount == nil, let quantity else { return nil }
    return Money(rupees: 1).times(quantity)
  }
}

extension Request {
  /// This request with what `frame` says in place of what it said.
  func corrected(by frame: Frame) -> Request {
    var next = self
    let said = frame.slots.items.first ?? frame.slots.bareAmount
    if let said, let index = lineToCorrect(said) {
      if said.item.isNamed { next.frame.slots.items[index].item = said.item }
      if let price = said.bareNumber, frame.slots.items.count == 1, self.frame.intent == .priceSet {
        next.frame.slots.items[index].price = price
        next.frame.slots.items[index].delta = nil
      } else if let quantity = said.quantity {
        next.frame.slots.items[index].quantity = quantity
        next.frame.slots.items[index].unit = said.unit ?? next.frame.slots.items[index].unit
        next.frame.slots.items[index].amount = nil  // the money belonged to the old amount
      }
      if let price = said.price { next.frame.slots.items[index].price = price }
      if let amount = said.amount { next.frame.slots.items[index].amount = amount }
    }
    next.frame.slots.customer = frame.slots.customer ?? next.frame.slots.customer
    next.frame.slots.payment = frame.slots.payment ?? next.frame.slots.payment
    next.frame.voice = frame.voice
    return next
  }

  /// The line that names the same item, else the last one.
  private func lineToCorrect(_ said: ItemLine) -> Int? {
    let items = frame.slots.items
    if said.item.isNamed, let same = items.firstIndex(where: { $0.item == said.item }) { return same }
    return items.indices.last
  }
}
