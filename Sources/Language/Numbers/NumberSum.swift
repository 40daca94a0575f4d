import Measures

/// What one word adds to a number.
enum NumberPart: Hashable, Sendable {
  /// 0 to 99.
  case small(Int64)
  /// English tens, which units may follow: twenty (five).
  case tens(Int64)
  /// Thousandths that were typed in digits.
  case digits(Int64)
  /// A whole amount in thousandths by itself: aadha, dedh, dhai.
  case fraction(Int64)
  /// sava, sadhe, paune: thousandths added to the number that follows.
  case shift(Int64)
  case hundred
  /// A hundred that must be counted: “don she”, but “she” alone is a woman.
  case boundHundred
  /// Hundreds in one word, in thousandths: दोनशे.
  case hundreds(Int64)
  case scale(Int64)
  case and
  /// The “a” of “two and a half”.
  case article

  static let words: WordTable<NumberPart> = {
    var table = WordTable<NumberPart>()
    func add(_ part: NumberPart, _ words: String) { table.add(part, words) }
    add(.fraction(250), "पाव चौथाई pav pao paav chauthai")
    add(.fraction(250), "quarter")
    add(.article, "a")
    add(.fraction(500), "आधा आधी आधे अर्धा अर्धी अर्धे अर्ध adha aadha adhi aadhi adhe aadhe ardha ardhi ardhe half")
    add(.fraction(750), "पौन पौना पाऊण paun pauna")
    add(.fraction(1_500), "डेढ़ दीड दिड dedh ded derh deed did deedh")
    add(.fraction(2_500), "ढाई अढ़ाई अडीच dhai dhaai adhai adich adeech addich")
    add(.shift(250), "सवा सव्वा sava sawa savva sawwa")
    add(.shift(500), "साढ़े साडे sadhe saade sade saadhe sadey")
    add(.shift(-250), "पौने पावणे पौणे paune pone pavne poune")
    add(.hundred, "सौ शंभर sau shambhar shambar sambhar hundred")
    add(.boundHundred, "शे she")
    add(.scale(1_000), "हज़ार hazar hajar hazaar hajaar thousand")
    add(.scale(100_000), "लाख lakh lac lakhs lacs")
    add(.scale(10_000_000), "करोड़ कोटी crore karod koti crores")
    add(.and, "and")
    for (index, word) in "twenty thirty forty fifty sixty seventy eighty ninety".split(separator: " ").enumerated() {
      add(.tens(Int64(index + 2) * 10), String(word))
    }
    return table
  }()
}

/// Adds the words of one number up, left to right, and refuses a word that cannot follow.
struct NumberSum {
  private var total: Int64 = 0
  /// The group that is being said, in thousandths; nil before its first word.
  private var group: Int64?
  private var shift: Int64?
  private var lastScale = Int64.max
  /// What may still be added to the group: nothing, units after English tens, or 1…99 after a hundred.
  private var room: Int64 = 0
  private var isOpen = false
  private var before: [NumberSumState] = []

  private struct NumberSumState {
    var total: Int64
    var group: Int64?
    var shift: Int64?
    var lastScale: Int64
    var room: Int64
    var isOpen: Bool
  }

  /// False when `part` begins something else.
  mutating func take(_ part: NumberPart) -> Bool {
    let state = NumberSumState(
      total: total, group: group, shift: shift, lastScale: lastScale, room: room, isOpen: isOpen)
    guard add(part) else { return false }
    isOpen = part == .and || part == .article || shift == 500
    before.append(state)
    return true
  }

  var endsOpen: Bool { isOpen }

  /// Forgets the last word.
  mutating func dropLast() {
    guard let state = before.popLast() else { return }
    (total, group, shift) = (state.total, state.group, state.shift)
    (lastScale, room, isOpen) = (state.lastScale, state.room, state.isOpen)
  }

  /// Nil before a whole number was said, and beyond what the books hold.
  var value: Quantity? {
    guard !before.isEmpty else { return nil }
    let (sum, overflow) = total.addingReportingOverflow(shift.map(Self.alone) ?? group ?? 0)
    guard !overflow, Quantity(thousandths: sum) <= .max else { return nil }
    return Quantity(thousandths: sum)
  }

  /// “sava” alone is 1¼, “paune” alone ¾.
  private static func alone(_ shift: Int64) -> Int64 { 1_000 + shift }

  private mutating func add(_ part: NumberPart) -> Bool {
    switch part {
    case .small(let value): addSmall(value, room: 0)
    case .tens(let value): addSmall(value, room: 9)
    case .digits(let thousandths): start(thousandths, room: 0)
    case .fraction(let thousandths): addFraction(thousandths)
    case .shift(let thousandths): addShift(thousandths)
    case .hundred: multiply(by: 100)
    case .boundHundred: (group != nil || shift != nil) && multiply(by: 100)
    case .hundreds(let thousandths): addHundreds(thousandths)
    case .scale(let scale): close(scale)
    case .and: group != nil && !isOpen
    case .article: before.isEmpty || isOpen && shift == nil
    }
  }

  private mutating func start(_ thousandths: Int64, room: Int64) -> Bool {
    guard group == nil else { return false }
    group = thousandths + (shift ?? 0)
    shift = nil
    self.room = room
    return true
  }

  private mutating func addSmall(_ value: Int64, room after: Int64) -> Bool {
    guard let group else { return start(value * 1_000, room: after) }
    guard value > 0, value <= room else { return false }
    self.group = group + value * 1_000
    room = after
    return true
  }

  /// “two and half” adds; anywhere else a fraction begins a number.
  private mutating func addFraction(_ thousandths: Int64) -> Bool {
    if let group, isOpen, thousandths < 1_000 {
      self.group = group + thousandths
      room = 0
      return true
    }
    return start(thousandths, room: 0)
  }

  private mutating func addShift(_ thousandths: Int64) -> Bool {
    guard group == nil, shift == nil else { return false }
    shift = thousandths
    return true
  }

  /// “sade barashe” is twelve and a half hundreds: the shift counts hundreds too.
  private mutating func addHundreds(_ thousandths: Int64) -> Bool {
    guard group == nil else { return false }
    let shifted = thousandths + (shift ?? 0) * 100
    shift = nil
    return start(shifted, room: 99)
  }

  private mutating func multiply(by factor: Int64) -> Bool {
    guard room != 99 else { return false }
    let base = shift.map(Self.alone) ?? group ?? 1_000
    guard base < 100_000, let product = Self.product(base, factor) else { return false }
    (group, shift, room) = (product, nil, 99)
    return true
  }

  private mutating func close(_ scale: Int64) -> Bool {
    let base = shift.map(Self.alone) ?? group ?? 1_000
    guard scale < lastScale, let product = Self.product(base, scale) else { return false }
    let (sum, overflow) = total.addingReportingOverflow(product)
    guard !overflow else { return false }
    (total, group, shift, room, lastScale) = (sum, nil, nil, 0, scale)
    return true
  }

  private static func product(_ left: Int64, _ right: Int64) -> Int64? {
    let (product, overflow) = left.multipliedReportingOverflow(by: right)
    return overflow ? nil : product
  }
}
