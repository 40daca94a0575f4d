import Language

/// A message as the classifier hears it: items, numbers, units, people and days are replaced by what they are, words
/// stand by their sound, case endings by what they say, whether they hang on the word or stand alone.
/// “रमेशला 5 किलो साखर दिली” and “ramesh ko 2kg chini di” begin alike: person, to, number, unit, item.
struct MaskedText: Hashable, Sendable {
  struct Word: Hashable, Sendable {
    /// Small letters for sounds, capital ones for what was replaced.
    let sound: String
    /// As it is spelt; the same as `sound` where nothing is spelt.
    let key: String
  }

  private(set) var words: [Word] = []

  init(_ reading: Reading) {
    for span in reading.spans {
      add(span, reading.tokens)
      if let ending = span.ending { add(Self.mask(ending)) }
    }
  }

  /// The whole line in one string: two lines with the same mask teach the same.
  var text: String { words.map(\.sound).joined(separator: " ") }

  private mutating func add(_ span: Span, _ tokens: [Token]) {
    switch span.content {
    case .item(.pronoun): add("R")
    case .item: add("I", spoken: span.isGuess ? tokens[span.range] : [])
    case .measure(let measure):
      add("N")
      if measure.unit != nil { add("U") }
    case .unit: add("U")
    case .period(let meaning): add(Word(sound: "D", key: Self.name(meaning)))
    case .clock: add("C")
    case .person: add("P", spoken: tokens[span.range])
    case .honorific: add("H")
    case .lot: add("Z")
    case .particle: for token in tokens[span.range] { add(Word(sound: "", key: token.key)) }
    case .cue, .word: for token in tokens[span.range] { add(Word(sound: token.sound.text, key: token.key)) }
    case .mark(let mark): add(mark, tokens[span.range.lowerBound])
    }
  }

  private mutating func add(_ mark: Token.Mark, _ token: Token) {
    switch mark {
    case .rupee: add("L")
    case .at, .equals: add("E")
    case .dash, .pause: break
    case .question: add("Q")
    case .sign: add(Word(sound: token.key, key: token.key))
    }
  }

  /// What was only guessed to be a name or goods is kept beside its mask, in case that it was another word.
  private mutating func add(_ mask: String, spoken: ArraySlice<Token> = []) {
    add(Word(sound: mask, key: mask))
    for token in spoken { add(Word(sound: "", key: token.key)) }
  }

  private mutating func add(_ word: Word) { words.append(word) }

  private static func name(_ meaning: PeriodWords.Meaning) -> String {
    switch meaning {
    case .fixed(let name): "D" + name
    case .oneDayOff: "D1"
    case .twoDaysOff: "D2"
    }
  }

  private static func mask(_ ending: CaseEnding) -> String {
    switch ending {
    case .to: "T"
    case .by: "B"
    case .of: "O"
    case .from: "F"
    case .at: "A"
    case .on: "V"
    case .within: "W"
    case .than: "X"
    case .until: "Y"
    case .sake: "S"
    }
  }
}
