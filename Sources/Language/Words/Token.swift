package import Measures

/// One piece of a message: a word, a number in digits, or a mark that says something (₹, @, a comma).
package struct Token: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    case word
    /// Digits with their comma, point or fraction: “1,250”, “2.5”, “½”, “2k”.
    case number(Quantity)
    /// “8:30”.
    case clock(hour: Int, minute: Int)
    /// “15/08”: a day and a month.
    case dayMonth(day: Int, month: Int)
    case mark(Mark)
  }

  package enum Mark: Hashable, Sendable {
    case rupee, at, equals, dash, question
    /// Comma, full stop, semicolon, plus, ampersand, new line: one thing ends and another begins.
    case pause
    /// An emoji or any other sign; its key is the sign itself.
    case sign
  }

  package let kind: Kind
  /// As it was typed.
  package let spoken: String
  /// Folded for comparing; see `Spelling`.
  package let key: String
  /// The key as a number, for looking the word up.
  package let word: WordKey
  package let sound: SoundKey
  /// The ways to cut a case ending off, longest ending first; see `CaseEnding`.
  package let cuts: [CaseEnding.Cut]
  /// No space stands before it: the “kg” of “2kg”.
  package let isAttached: Bool

  init(_ kind: Kind, spoken: String, isAttached: Bool) {
    self.kind = kind
    self.spoken = spoken
    self.isAttached = isAttached
    key = Spelling.folded(spoken)
    word = WordKey(key)
    let isWord = kind == .word
    sound = SoundKey(folded: key)
    cuts = isWord ? CaseEnding.cuts(of: key) : []
  }

  package var isRoman: Bool { key.utf8.first.map { $0 < 0x80 } ?? false }

  package var isWord: Bool { kind == .word }

  /// “10th”: a day or a place in a row, no amount.
  package var isOrdinal: Bool {
    guard number != nil else { return false }
    return ["st", "nd", "rd", "th"].contains { key.ends(withLetters: $0) }
  }

  package var number: Quantity? {
    if case .number(let value) = kind { value } else { nil }
  }

  package var mark: Mark? {
    if case .mark(let mark) = kind { mark } else { nil }
  }
}
