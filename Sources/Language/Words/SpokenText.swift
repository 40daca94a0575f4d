import Measures

/// A message cut into tokens: “2kg chini @45” is 2 · kg · chini · @ · 45.
package struct SpokenText: Hashable, Sendable {
  /// More of a message than this is not read. The longest real orders are some thirty lines of five words.
  package static let tokensMax = 256

  package let tokens: [Token]

  package init(_ text: some StringProtocol) {
    var cutter = TokenCutter(text)
    tokens = cutter.cut()
  }
}

/// Walks over the scalars once and cuts.
private struct TokenCutter {
  private let scalars: [Unicode.Scalar]
  private var index = 0
  private var isAttached = false
  private var tokens: [Token] = []

  init(_ text: some StringProtocol) {
    scalars = Array(text.unicodeScalars.prefix(16_384))
  }

  mutating func cut() -> [Token] {
    while index < scalars.count, tokens.count < SpokenText.tokensMax {
      let before = index
      cutOne()
      isAttached = !scalars[before].isSpace
    }
    return tokens
  }

  private mutating func cutOne() {
    let scalar = scalars[index]
    if scalar.digit != nil {
      cutDigits()
    } else if let share = Self.shares[scalar] {
      cutShare(share)
    } else if scalar.isLetter {
      cutWord()
    } else {
      cutMark(scalar)
    }
  }

  // MARK: words

  private mutating func cutWord() {
    let start = index
    let isDevanagari = scalars[index].isDevanagari
    while index < scalars.count, continuesWord(scalars[index], isDevanagari: isDevanagari) { index += 1 }
    takeContraction()
    append(.word, from: start, to: index)
    skipPossessive()
  }

  private func continuesWord(_ scalar: Unicode.Scalar, isDevanagari: Bool) -> Bool {
    if scalar.isJoiner { return true }
    return scalar.isLetter && scalar.digit == nil && scalar.isDevanagari == isDevanagari
  }

  /// “don't”, “we've” are one word; a dash of feet (5') is none.
  private mutating func takeContraction() {
    guard index + 1 < scalars.count, scalars[index] == "'" || scalars[index] == "’" else { return }
    let tail = scalars[(index + 1)...].prefix(3).prefix { $0.isASCII && $0.isLetter }
    guard Self.contractions.contains(String(String.UnicodeScalarView(tail)).lowercased()) else { return }
    index += 1 + tail.count
  }

  private static let contractions: Set<String> = ["t", "re", "ve", "ll", "d", "m"]

  /// The “'s” of “anil's” says nothing by itself.
  private mutating func skipPossessive() {
    guard index + 1 < scalars.count, scalars[index] == "'" || scalars[index] == "’" else { return }
    let isAlone = index + 2 >= scalars.count || !scalars[index + 2].isLetter
    if isAlone, scalars[index + 1] == "s" || scalars[index + 1] == "S" { index += 2 }
  }

  // MARK: numbers

  private mutating func cutDigits() {
    let start = index
    let whole = digits()
    if let clock = clock(after: whole) { return append(clock, from: start, to: index) }
    if let pair = pair(after: whole) { return append(pair, from: start, to: index) }
    var text = whole + groups()
    if index + 1 < scalars.count, scalars[index] == ".", scalars[index + 1].digit != nil {
      index += 1
      text += "." + digits()
    }
    guard var value = Quantity(text: text), value <= .max else { return append(.word, from: start, to: index) }
    if let share = share() { value = value + share }
    if let thousand = thousands(value) { value = thousand }
    skipOrdinal()
    append(.number(value), from: start, to: index)
    skipPriceTail()
  }

  private mutating func digits() -> String {
    var text = ""
    while index < scalars.count, let digit = scalars[index].digit {
      text += String(digit)
      index += 1
    }
    return text
  }

  /// “,250” after “1”: groups of two or three digits of which the last has three (1,25,000).
  private mutating func groups() -> String {
    var end = index
    var found = ""
    var last = 0
    while end < scalars.count, scalars[end] == "," {
      let group = scalars[(end + 1)...].prefix { $0.digit != nil }
      guard group.count == 2 || group.count == 3 else { break }
      found += group.compactMap(\.digit).map { String($0) }.joined()
      last = group.count
      end += 1 + group.count
    }
    guard last == 3 else { return "" }
    index = end
    return found
  }

  private mutating func clock(after whole: String) -> Token.Kind? {
    guard index < scalars.count, scalars[index] == ":", let hour = Int(whole), hour < 24 else { return nil }
    let minutes = scalars[(index + 1)...].prefix { $0.digit != nil }
    guard minutes.count == 2, let minute = Int(minutes.compactMap(\.digit).map { String($0) }.joined()), minute < 60
    else { return nil }
    index += 3
    return .clock(hour: hour, minute: minute)
  }

  /// “1/2” is a half, “15/08” a date.
  private mutating func pair(after whole: String) -> Token.Kind? {
    guard index < scalars.count, scalars[index] == "/", let first = Int(whole) else { return nil }
    let second = scalars[(index + 1)...].prefix { $0.digit != nil }
    guard (1...2).contains(second.count), let other = Int(second.compactMap(\.digit).map { String($0) }.joined())
    else { return nil }
    if second.count == 1, let share = Self.fractions["\(first)/\(other)"] {
      index += 2
      return .number(share)
    }
    guard (1...31).contains(first), (1...12).contains(other) else { return nil }
    index += 1 + second.count
    return .dayMonth(day: first, month: other)
  }

  /// “½” or “ 1/2” directly behind a whole number.
  private mutating func share() -> Quantity? {
    guard index < scalars.count else { return nil }
    if let share = Self.shares[scalars[index]] {
      index += 1
      return share
    }
    guard scalars[index] == " ", index + 3 < scalars.count, scalars[index + 2] == "/",
      index + 4 == scalars.count || scalars[index + 4].digit == nil,
      let share = Self.fractions[String(String.UnicodeScalarView(scalars[(index + 1)...(index + 3)]))]
    else { return nil }
    index += 4
    return share
  }

  private mutating func cutShare(_ share: Quantity) {
    append(.number(share), from: index, to: index + 1)
    index += 1
  }

  /// “2k”, “2.5K”.
  private mutating func thousands(_ value: Quantity) -> Quantity? {
    guard index < scalars.count, scalars[index] == "k" || scalars[index] == "K",
      index + 1 == scalars.count || !scalars[index + 1].isLetter,
      let thousand = value.scaled(by: 1000, over: 1), thousand <= .max
    else { return nil }
    index += 1
    return thousand
  }

  /// The “th” of “10th”.
  private mutating func skipOrdinal() {
    let tail = scalars[index...].prefix { $0.isASCII && $0.isLetter }
    guard ["st", "nd", "rd", "th"].contains(String(String.UnicodeScalarView(tail)).lowercased()) else { return }
    index += tail.count
  }

  /// The “/-” of “45/-”: money.
  private mutating func skipPriceTail() {
    guard index + 1 < scalars.count, scalars[index] == "/", scalars[index + 1] == "-" || scalars[index + 1] == "="
    else { return }
    tokens.append(Token(.mark(.rupee), spoken: "/-", isAttached: true))
    index += 2
  }

  // MARK: marks

  private mutating func cutMark(_ scalar: Unicode.Scalar) {
    defer { index += 1 }
    if scalar == "\n" || scalar == "\r" { return append(.mark(.pause), from: index, to: index + 1) }
    guard !scalar.isSpace, !scalar.isJoiner, scalar.value >= 0x20 else { return }
    if scalar == "-", joinsLetters { return }
    if scalar == ".", let last = tokens.last, Self.shortened.contains(last) { return }
    append(.mark(Self.marks[scalar] ?? .sign), from: index, to: index + 1)
  }

  private mutating func append(_ kind: Token.Kind, from start: Int, to end: Int) {
    let spoken = String(String.UnicodeScalarView(scalars[start..<end]))
    tokens.append(Token(kind, spoken: spoken, isAttached: isAttached && !tokens.isEmpty))
  }

  /// “parle-g”, “अर्धा-अर्धा”: written together, it says nothing.
  private var joinsLetters: Bool {
    index > 0 && index + 1 < scalars.count && scalars[index - 1].isLetter && scalars[index + 1].isLetter
  }

  /// The point of “Rs.200” and “No. 5” ends nothing.
  private static let shortened: WordSet = "rs re no nos qty mrp रु"

  private static let marks: [Unicode.Scalar: Token.Mark] = [
    "₹": .rupee, "@": .at, "＠": .at, "=": .equals, "-": .dash, "–": .dash, "—": .dash, "−": .dash, "?": .question,
    "？": .question,
    ",": .pause, ".": .pause, ";": .pause, "+": .pause, "&": .pause, "।": .pause, "!": .pause, "，": .pause,
  ]

  private static let shares: [Unicode.Scalar: Quantity] = [
    "½": Quantity(thousandths: 500), "¼": Quantity(thousandths: 250), "¾": Quantity(thousandths: 750),
  ]

  private static let fractions: [String: Quantity] = [
    "1/2": Quantity(thousandths: 500), "1/4": Quantity(thousandths: 250), "3/4": Quantity(thousandths: 750),
    "१/२": Quantity(thousandths: 500), "१/४": Quantity(thousandths: 250), "३/४": Quantity(thousandths: 750),
  ]
}

extension Unicode.Scalar {
  // Nearly all that is typed is ASCII or Devanagari, and asking Unicode's tables of each letter is slow.

  fileprivate var isSpace: Bool {
    if isASCII { return value == 0x20 || (0x09...0x0D).contains(value) }
    return !isDevanagari && properties.isWhitespace
  }

  /// Letters and the signs that belong to them; digits of Devanagari are no letters, its full stop neither.
  fileprivate var isLetter: Bool {
    if isASCII { return (0x61...0x7A).contains(value | 0x20) }
    if isDevanagari { return digit == nil && value != 0x964 && value != 0x965 }
    return properties.isAlphabetic || (0x300...0x36F).contains(value) || isJoiner
  }
}
