import Commerce
import Intents
import Language
import Measures

/// What an answer makes of an open question.
enum Continuation: Hashable, Sendable {
  case perform(Request)
  /// Make the item of this line first, under the name that was typed.
  case create(line: Int, name: String)
  /// “50 kilo”, after “how many kg in 1 bag?”.
  case learnPack(item: Int64, unit: Unit, holds: Quantity, of: Unit?)
  /// The UPI address was told.
  case payments(at: UPIAddress)
  /// What was written goes to the customer who asked.
  case relay(String, readAs: Frame, to: Int64)
  case dropped
  case askAgain
}

extension OpenQuestion {
  /// What stands on a button may also be typed; a name is whatever is no request of its own.
  func continued(byWords words: String, readAs frame: Frame) -> Continuation? {
    switch kind {
    case .oneOf(let choices):
      let typed = SoundKey(words)
      return choices.firstIndex { SoundKey($0.title) == typed }.map { picked($0) }
    case .customer: return named(words, frame, \.customer)
    case .supplier: return named(words, frame, \.supplier)
    case .upiAddress:
      guard words.contains("@") else { return nil }
      return UPIAddress(among: words).map { .payments(at: $0) } ?? .askAgain
    case .answer(let question):
      return frame.callsOff(words) ? .dropped : .relay(words, readAs: frame, to: question)
    case .whichItem, .unknownItem, .item, .quantity, .price, .packSize, .amount, .sure: return nil
    }
  }

  /// “ramesh” after “whose account?”, “gupta agency” after “which supplier?”.
  private func named(
    _ words: String, _ frame: Frame, _ who: WritableKeyPath<Slots, String?>
  ) -> Continuation? {
    switch frame.intent {
    case .cancel, .no, .yes, .undo, .help, .greet, .thanks: return nil
    case .followUp, .correct, .choose, .outOfScope: break
    default: guard frame.confidence < Self.surenessOfAnother else { return nil }
    }
    let name =
      frame.slots.customer ?? frame.slots.supplier ?? words.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    guard (1...Self.nameMax).contains(name.unicodeScalars.count), name.contains(where: \.isLetter),
      !name.contains(where: \.isNumber), frame.slots.amount == nil
    else { return nil }
    var next = request
    (next.frame.slots[keyPath: who], next.frame.voice) = (name, frame.voice)
    return .perform(next)
  }

  /// So sure of something else, that it is no answer.
  private static let surenessOfAnother = 0.6
  private static let nameMax = 60

  /// Nil when the frame is no answer but something new, which wins over the question.
  func continued(by frame: Frame) -> Continuation? {
    switch frame.intent {
    case .yes: isConfirmation ? .perform(confirmed()) : .askAgain
    case .no, .cancel: withoutUPI ?? .dropped
    // Before “write it?” or “which of the two?” is answered nothing stands that could be meant.
    case .undo: isBeforeWriting ? .dropped : nil
    case .choose:
      // “2 surf becha” begins with a number and picks nothing.
      if frame.asides.contains(where: { $0.item.isNamed && $0.quantity != nil }) {
        nil
      } else {
        frame.slots.number.map { chosen(number: $0) } ?? named(by: frame.asides)
      }
    case .followUp, .correct: filled(from: frame)
    default: isAnsweredByItem ? named(in: frame) : nil
    }
  }

  func continued(by tap: Tap) -> Continuation {
    switch tap {
    case .yes: isConfirmation ? .perform(confirmed()) : .askAgain
    case .no: withoutUPI ?? .dropped
    case .pick(_, let index): picked(index)
    case .newItem:
      if case .unknownItem(let line, _, let spoken) = kind { .create(line: line, name: spoken) } else { .askAgain }
    case .undo, .listPage, .duesPage, .keepData, .remind, .answer, .spike, .setup, .setupSkip, .shop, .order, .price,
      .seen:
      .askAgain
    }
  }

  /// Nobody must tell where the money goes: the reminder goes without it.
  private var withoutUPI: Continuation? { if case .upiAddress = kind { .perform(request) } else { nil } }

  private var isConfirmation: Bool { if case .sure = kind { true } else { false } }

  private var isBeforeWriting: Bool { if case .oneOf = kind { true } else { isConfirmation } }

  private var isAnsweredByItem: Bool {
    switch kind {
    case .item, .whichItem, .unknownItem: true
    case .quantity, .price, .packSize, .customer, .supplier, .amount, .sure, .upiAddress, .answer, .oneOf: false
    }
  }

  private func confirmed() -> Request {
    guard case .sure(let doubt) = kind else { return request }
    var next = request
    next.settled.insert(doubt)
    return next
  }

  /// “2” answers a choice by its number, and “how much?” by its amount.
  private func chosen(number: Int) -> Continuation {
    switch kind {
    case .whichItem, .unknownItem, .oneOf: return picked(number - 1)
    case .quantity(let line): return .perform(changed(line) { $0.quantity = Quantity(Int64(number)) })
    case .price(let line): return .perform(changed(line) { $0.price = Money(rupees: Int64(number)) })
    case .packSize(_, let item, let unit):
      return .learnPack(item: item, unit: unit, holds: Quantity(Int64(number)), of: nil)
    case .amount:
      var next = request
      next.frame.slots.amount = Money(rupees: Int64(number))
      return .perform(next)
    case .item, .customer, .supplier, .sure, .upiAddress, .answer: return .askAgain
    }
  }

  private func picked(_ index: Int) -> Continuation {
    let (line, ids): (Int, [Int64])
    switch kind {
    case .whichItem(let at, let candidates): (line, ids) = (at, candidates)
    case .unknownItem(let at, let nearest, _): (line, ids) = (at, nearest)
    case .oneOf(let choices):
      return choices.indices.contains(index) ? .perform(choices[index].request) : .askAgain
    case .item, .quantity, .price, .packSize, .customer, .supplier, .amount, .sure, .upiAddress, .answer:
      return .askAgain
    }
    guard ids.indices.contains(index) else { return .askAgain }
    return .perform(changed(line) { $0.item = .known(String(ids[index])) })
  }

  /// “15 kilo” after “how much?”, “toor dal” after “which one?”, “nahi 15” before the write.
  private func filled(from frame: Frame) -> Continuation {
    if case .upiAddress = kind { return .askAgain }
    if case .packSize(_, let item, let unit) = kind {
      let said = frame.slots.items.first
      guard let quantity = said?.quantity, said?.unit != unit else { return .askAgain }
      return .learnPack(item: item, unit: unit, holds: quantity, of: said?.unit)
    }
    switch resolve(frame, after: Last(request.frame, .open(missing))) {
    case .completed(let next):
      var request = request
      request.frame = next
      return .perform(request)
    case .amended(let next):
      var request = request
      request.frame = next
      request.settled = []  // what was doubtful is asked about anew
      return .perform(request)
    case .again(let next): return .perform(Request(next))
    case .whole, .unresolved: return .askAgain
    }
  }

  /// What understanding is told that the request lacks.
  private var missing: Missing {
    switch kind {
    case .item(let line), .whichItem(let line, _), .unknownItem(let line, _, _): .item(line: line)
    case .quantity(let line), .packSize(let line, _, _): .quantity(line: line)
    case .price(let line): .price(line: line)
    case .customer: .customer
    case .supplier: .supplier
    case .amount: .amount
    case .sure, .upiAddress, .answer, .oneOf: .confirmation
    }
  }

  /// “chini”, where several were offered or none.
  private func named(by goods: [ItemLine]) -> Continuation {
    guard isAnsweredByItem, let said = goods.first else { return .askAgain }
    var answer = Frame(intent: .followUp, confidence: 1, voice: request.frame.voice)
    answer.slots.items = [said]
    return filled(from: answer)
  }

  /// A whole sentence that only names an item answers “which item?”.
  private func named(in frame: Frame) -> Continuation? {
    guard frame.slots.items.count == 1, let said = frame.slots.items.first, case .known = said.item,
      said.quantity == nil, frame.confidence < 0.6
    else { return nil }
    var answer = frame
    answer.intent = .followUp
    return filled(from: answer)
  }

  private func changed(_ line: Int, _ change: (inout ItemLine) -> Void) -> Request {
    var next = request
    next.frame = request.frame.changed(line, change)
    return next
  }
}

extension Frame {
  /// “undo”, “rehne do”: so short and so sure that it is said to us. “we will take it back” is said to the customer.
  fileprivate func callsOff(_ words: String) -> Bool {
    (intent == .cancel || intent == .undo) && confidence >= Self.callingOffMin
      && words.split(whereSeparator: \.isWhitespace).count <= Self.callingOffWordsMax
  }

  private static let callingOffMin = 0.8
  private static let callingOffWordsMax = 3
}
