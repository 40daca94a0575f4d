import Language
import Measures

/// All that speaks for or against an intent: the cues of the words and what the grammar found, as one set.
struct Evidence: Sendable {
  private(set) var cues = CueSet()
  let isFuture: Bool

  init(_ reading: Reading, role: Role, awaited: Awaited) {
    for span in reading.spans { cues.formUnion(span.cues) }
    isFuture = Tense.isFuture(reading)
    addGoods(reading)
    addShape(reading)
    addStanding(role, awaited)
  }

  private mutating func addGoods(_ reading: Reading) {
    let lines = reading.lines
    add(.hasItem, if: lines.contains { $0.item != .unsaid && !$0.isUnknown && $0.item != .pronoun })
    add(.hasPronoun, if: lines.contains { $0.item == .pronoun })
    add(.hasItems, if: lines.count > 1)
    add(.hasUnknown, if: lines.contains { $0.isUnknown } || reading.hasUnclaimed)
    let isCounted = lines.contains { $0.quantity != nil } || reading.loose.contains { $0.role == .quantity }
    add(.hasQuantity, if: isCounted)
    add(.hasUnit, if: lines.contains { $0.unit != nil } || reading.loose.contains { $0.unit != nil })
    add(
      .hasBare,
      if: lines.contains { $0.bare != nil } || reading.loose.contains { $0.unit == nil && $0.role == .quantity })
    add(.hasPrice, if: lines.contains { $0.price != nil } || reading.loose.contains { $0.role == .price })
    add(.hasAmount, if: lines.contains { $0.amount != nil } || reading.loose.contains { $0.role == .amount })
    add(
      .hasMoney,
      if: lines.contains { $0.money != nil } || reading.total != nil || reading.loose.contains { $0.role != .quantity })
  }

  private mutating func addShape(_ reading: Reading) {
    let spans = reading.spans
    let people = reading.people
    add(.hasPerson, if: !people.isEmpty)
    add(.hasSupplier, if: people.contains { $0.marker == .from })
    add(.hasPeriod, if: spans.contains { if case .period = $0.content { true } else { false } })
    add(.hasTime, if: spans.contains { if case .clock = $0.content { true } else { false } })
    add(.hasCategory, if: spans.contains { $0.category != nil })
    add(.hasNumber, if: spans.contains { $0.measure?.unit == nil && $0.measure != nil })
    add(.hasReplaced, if: reading.isReplaced)
    add(.asksYesNo, if: Questions.asksYesNo(reading))
    add(.stated, if: !Questions.asks(reading))
    let opening = spans.first?.cues ?? CueSet()
    add(.opensWithNo, if: opening.intersects(CueSet([.no, .negation])))
    add(.opensWithYes, if: opening.contains(.yes))
    let said = spans.filter { !$0.isPause && !$0.isMark(.question) }
    add(.short, if: said.count <= 3)
    add(.isSingle, if: said.count == 1)
    add(.unread, if: !spans.isEmpty && spans.allSatisfy { $0.isWord || $0.isPause || $0.isMark(.sign) })
  }

  private mutating func addStanding(_ role: Role, _ awaited: Awaited) {
    switch role {
    case .owner: cues.insert(.byOwner)
    case .customer: cues.insert(.byCustomer)
    case .staff: cues.insert(.byStaff)
    }
    switch awaited {
    case .none: break
    case .confirmation: cues.insert(.atConfirmation)
    case .choice: cues.insert(.atChoice)
    case .slot: cues.insert(.atSlot)
    case .afterReport: cues.insert(.atReport)
    }
  }

  private mutating func add(_ cue: Cue, if holds: Bool) { if holds { cues.insert(cue) } }
}

extension DraftLine {
  var isUnknown: Bool { if case .unknown = item { true } else { false } }
}

/// Whether a message speaks of what comes: it settles which way कल points.
enum Tense {
  static func isFuture(_ reading: Reading) -> Bool {
    let cues = reading.spans.reduce(into: CueSet()) { $0.formUnion($1.cues) }
    if cues.intersects(CueSet([.willSell, .future, .bring, .leave, .must, .weather, .shift, .reorder])) {
      return !isPast(reading)
    }
    if cues.intersects(CueSet([.sales, .profit, .sold, .report, .past])) { return false }
    return reading.tokens.contains { isFutureForm($0.key) } || isWanted(cues)
  }

  private static func isFutureForm(_ word: String) -> Bool {
    word.unicodeScalars.count > 4 && futureEndings.contains(where: word.ends(withLetters:))
  }

  private static func isPast(_ reading: Reading) -> Bool {
    reading.spans.contains { $0.cues.contains(.past) && !$0.cues.contains(.future) && $0.cues.contains(.sold) }
  }

  private static func isWanted(_ cues: CueSet) -> Bool { cues.intersects(CueSet([.order, .tell, .task, .cart])) }

  private static let futureEndings = ["ega", "egi", "enge", "nar", "ेगा", "ेगी", "ेंगे", "णार", "ील"]
}

/// Whether a message asks, and whether for yes or no: “hai kya”, “ahe ka”, “is … available”, “क्या …”.
enum Questions {
  static func asks(_ reading: Reading) -> Bool {
    let cues = reading.spans.reduce(into: CueSet()) { $0.formUnion($1.cues) }
    return cues.intersects(CueSet([.howMuch, .what, .which, .who, .when, .place, .how, .priceAsk]))
      || reading.spans.contains { $0.isMark(.question) } || asksYesNo(reading)
  }

  static func asksYesNo(_ reading: Reading) -> Bool {
    let keys = reading.tokens.filter(\.isWord).map(\.key)
    guard let first = keys.first, let last = keys.last else { return false }
    if keys.count > 1, ["ka", "का", "kya", "क्या", "kay", "na", "ना"].contains(last) { return true }
    if keys.count > 1, ["hai", "ahe", "है", "आहे"].contains(last), keys.contains("kya") || keys.contains("क्या") {
      return true
    }
    return ["is", "are", "do", "does", "will", "can", "kya", "क्या", "any", "have"].contains(first) && keys.count > 1
  }
}
