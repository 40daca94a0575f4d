/// What a word or phrase hints at, whatever the language: “becha”, “sold” and “विकले” are all `sold`. Cues are data of
/// the decision, not decisions: “diya” (gave) speaks of a sale with goods and of a repayment with money.
enum Cue: UInt8, CaseIterable {
  // grammar
  case howMuch, what, which, who, when, place, how, exists, question, past, future, condition, must, negation
  /// A deed that is told as done, the word for now, a verb of writing, “can”, and a plain statement without a question.
  case happened, now, write, able, stated
  case imperative, every, mine, pronoun, and, correction
  // goods
  case sold, gave, took, received, purchased, add, set, remove, remaining, low, finished, stock, list, show, returned
  case damaged, expired, stolen, ownUse, missing, new, item, name, actually, threshold, below, above, notify, minus,
    available
  // money
  case price, priceAsk, cost, mrp, raise, lower, shouldSell, sales, profit, expense, money, rupees, cash, upi, card,
    total, discount
  case credit, account, paid, balance, remind, give, competitor
  // insight
  case most, best, top, slow, sells, willSell, forecast, order, bring, reorder, report, pdf, excel,
    whichDay, loss, rush
  // settings and alerts
  case alert, seen, language, english, hindi, marathi, daily, off, on, turn
  // dialogue
  case undo, takeBack, mistake, last, help, canDo, use, greet, thanks, yes, no, cancel, ordinal, about, please, right,
    oneOf
  // customers
  case cart, want, pay, placeOrder, track, recommend, good, delivery, shop, open, rule, bill, finish, my
  // staff
  case task, done, tell, shift, leave, assign
  // the structure of the message, found by the grammar
  case hasItem, hasItems, hasUnknown, hasQuantity, hasUnit, hasBare, hasMoney, hasPrice, hasAmount, hasPerson,
    hasSupplier
  case hasPeriod, hasTime, hasCategory, hasNumber, hasReplaced, itemAsked, asksYesNo, short, isSingle, unread
  case opensWithNo, opensWithYes, hasPronoun
  case atConfirmation, atChoice, atSlot, atReport, byOwner, byCustomer, byStaff, customer
  // away
  case erase, data, human, talk, weather, fun, sport, travel, medicine, finance, secret, ignore, recipe, general
  /// What is noted of an item beside its name and prices: tax, HSN, barcode, how soon it is delivered.
  case particular
}

/// A set of cues, as bits: it is built for every message and asked some hundreds of times.
struct CueSet: Hashable, Sendable {
  private var low: UInt64 = 0
  private var middle: UInt64 = 0
  private var high: UInt64 = 0

  init(_ cues: [Cue] = []) { for cue in cues { insert(cue) } }

  mutating func insert(_ cue: Cue) {
    let bit: UInt64 = 1 << UInt64(cue.rawValue % 64)
    switch cue.rawValue / 64 {
    case 0: low |= bit
    case 1: middle |= bit
    default: high |= bit
    }
  }

  mutating func formUnion(_ other: CueSet) {
    low |= other.low
    middle |= other.middle
    high |= other.high
  }

  mutating func subtract(_ other: CueSet) {
    low &= ~other.low
    middle &= ~other.middle
    high &= ~other.high
  }

  mutating func remove(_ cue: Cue) { subtract(CueSet([cue])) }

  func contains(_ cue: Cue) -> Bool { isSuperset(of: CueSet([cue])) }

  func isSuperset(of other: CueSet) -> Bool {
    low & other.low == other.low && middle & other.middle == other.middle && high & other.high == other.high
  }

  func intersects(_ other: CueSet) -> Bool {
    low & other.low != 0 || middle & other.middle != 0 || high & other.high != 0
  }

  var all: [Cue] { Cue.allCases.filter(contains) }

  var isEmpty: Bool { low == 0 && middle == 0 && high == 0 }
}
