import Measures

/// Puts what a message leaves out back in, from what was said before it. Pure: it knows the two frames and nothing else.
package func resolve(_ frame: Frame, after last: Last?) -> Resolution {
  guard let last else { return frame.intent.isElliptical ? .unresolved : .whole(frame) }
  let said = frame.withReferences(to: last.frame).withDays(after: last.frame)
  switch frame.intent {
  case .correct: return correction(said, of: last)
  case .followUp: return continuation(said, of: last)
  default:
    if case .open(let missing) = last.standing, said.isEntryUnsaid, let whole = last.frame.completed(missing, by: said)
    {
      return .completed(whole)
    }
    return said.isMore(than: last.frame) ? continuation(said, of: last) : .whole(said)
  }
}

/// “nahi 15 kilo”. Where we had asked how much, it is as good an answer as “15 kilo”.
private func correction(_ said: Frame, of last: Last) -> Resolution {
  if case .open(let missing) = last.standing {
    if missing == .confirmation, said.isContinuing { return continuation(said, of: last) }
    if let completed = last.frame.completed(missing, by: said) { return .completed(completed) }
  }
  return last.frame.amended(by: said).map(Resolution.amended) ?? .unresolved
}

private func continuation(_ said: Frame, of last: Last) -> Resolution {
  switch last.standing {
  case .open(.confirmation):
    return last.frame.extended(by: said).map(Resolution.amended) ?? .unresolved
  case .open(let missing):
    if let completed = last.frame.completed(missing, by: said) { return .completed(completed) }
    return said.namesGoods ? .again(last.frame.again(with: said)) : .unresolved
  case .answered:
    if said.asksAnew(after: last.frame) { return .again(last.frame.again(with: said)) }
    guard last.frame.intent.isTold else { return .unresolved }
    return last.frame.amended(by: said).map(Resolution.amended) ?? .unresolved
  }
}

extension Intent {
  /// These mean nothing without the message before them.
  package var isElliptical: Bool { self == .correct || self == .followUp }

  /// It says something by itself; the rest answers us, or is small talk.
  fileprivate var isWhole: Bool {
    switch self {
    case .yes, .no, .cancel, .choose, .correct, .followUp, .outOfScope, .greet, .thanks, .help: false
    default: true
    }
  }

  /// What is told about goods or money, to be written down; the rest asks or talks.
  package var isTold: Bool {
    switch self {
    case .stockAdd, .stockSet, .stockReduce, .saleRecord, .saleReturn, .itemCreate, .itemDelete, .itemRename, .priceSet,
      .thresholdSet, .expenseAdd, .competitorPrice, .supplierOrder, .creditAdd, .creditReceive, .creditRemind,
      .alertAck, .settings, .cartEdit, .taskCreate, .taskDone, .timeoff, .memberAdd, .memberRemove,
      .customerPhone, .shopSwitch, .supplierPay, .itemDetail, .eventAdd:
      true
    case .stockCheck, .stockList, .lowStock, .priceCheck, .priceSuggest, .expiryCheck, .salesSummary, .profit,
      .topItems, .slowItems, .forecast, .reorderSuggest, .reportRequest, .creditBalance, .creditList, .alertList,
      .supplierBalance, .stockHistory,
      .undo, .help, .greet, .thanks, .yes, .no, .cancel, .choose, .correct, .followUp, .deleteMyData, .human,
      .outOfScope, .productSearch, .cartView, .checkout, .orderStatus, .recommend, .infoQuestion, .taskList,
      .scheduleView, .memberList:
      false
    }
  }
}

extension Frame {
  /// It would be understood without anything before it: surely meant, about goods that we know or a question.
  package var isClearRequest: Bool {
    guard confidence >= Self.clearFrom, intent.isWhole, !isContinuing, !isReplacing else {
      return false
    }
    return !intent.isTold || slots.items.contains { if case .known = $0.item { true } else { false } }
  }

  private static let clearFrom = 0.75

  /// “sakhar 6 kilo”: goods and an amount that do not say what became of them, and so answer what we asked.
  fileprivate var isEntryUnsaid: Bool {
    (intent == .saleRecord || intent == .stockAdd) && confidence <= Fragments.confidenceMax
  }

  /// Goods are named, known or not; a bare “15 kilo” and “uska” name none.
  fileprivate var namesGoods: Bool { slots.items.contains { $0.item.isNamed } }

  /// “aur 2 packet maggi” after goods were sold or came in: the same again, whatever it might mean alone.
  fileprivate func isMore(than last: Frame) -> Bool { isContinuing && last.intent.isTold && namesGoods }

  /// “aur maggi?” asks or tells of other goods; “kal ka?” asks again where something was asked. “ramesh ko” and
  /// “15 kilo” after what was told say more of the same.
  fileprivate func asksAnew(after last: Frame) -> Bool {
    if namesGoods || slots.category != nil || slots.kind != nil { return true }
    guard !last.intent.isTold else { return false }
    return slots.period != nil || slots.customer != nil || slots.number != nil || slots.assignee != nil
      || slots.priceKind != nil || slots.supplier != nil
  }

  /// The same intent for other goods, another day or another person. What was said of who and when holds on; amounts
  /// belonged to the old goods.
  fileprivate func again(with said: Frame) -> Frame {
    var next = said
    next.intent = intent
    if said.isContinuing { next.confidence = max(said.confidence, confidence) }  // “aur”: no other intent is meant
    next.slots = slots
    next.slots.items = said.slots.items.isEmpty ? slots.items : said.slots.items.map { meant($0) }
    next.slots.amount = said.slots.amount
    next.slots.number = said.slots.number ?? slots.number
    next.slots.category = said.namesGoods ? nil : said.slots.category ?? slots.category
    next.slots.kind = said.namesGoods ? nil : said.slots.kind ?? slots.kind
    if said.slots.kind != nil { next.slots.items = [] }
    if said.slots.period != nil { next.slots.isUntil = said.slots.isUntil }
    next.slots.take(said.slots)
    return next
  }

  /// Before the yes: “aur 2 maggi” goes onto the same bill, anything else changes what stands on it.
  fileprivate func extended(by said: Frame) -> Frame? {
    let new = said.slots.items.filter { line in line.item.isNamed && !slots.items.contains { $0.item == line.item } }
    guard new.count == said.slots.items.count, !new.isEmpty else { return amended(by: said) }
    var next = self
    next.slots.items += new.map { meant($0) }
    next.slots.amount = nil  // the total was that of the shorter bill
    next.slots.take(said.slots)
    next.voice = said.voice
    return next
  }
}

extension Slots {
  /// Takes over who, when and how, as far as they were said.
  mutating func take(_ said: Slots) {
    customer = said.customer ?? customer
    supplier = said.supplier ?? supplier
    assignee = said.assignee ?? assignee
    payment = said.payment ?? payment
    settlement = said.settlement ?? settlement
    below = said.below ?? below
    credit = said.credit ?? credit
    period = said.period ?? period
    due = said.due ?? due
    time = said.time ?? time
    priceKind = said.priceKind ?? priceKind
    reason = said.reason ?? reason
    if said.payment != nil, said.credit == nil { credit = nil }  // “nahi, cash diya” ends the udhaar
  }
}
