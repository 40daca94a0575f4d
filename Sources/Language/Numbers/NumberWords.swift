package import Measures

/// Numbers as they are said: “dhai sau” is 250, “पावणेदोनशे” 175, “sadhe teen” 3½, “two hundred and five” 205.
package enum NumberWords {
  /// A number that begins at a token.
  package struct Reading: Hashable, Sendable {
    package let value: Quantity
    /// How many tokens it takes.
    package let length: Int
    /// What hung on its last word: दोनशेला → `.to`.
    package let ending: CaseEnding?
    /// A single word that is another word at least as often: do (give), tin (can), one, tera (yours).
    package let isDoubtful: Bool
  }

  /// The longest number that begins at `start`; nil where none does.
  package static func read(_ tokens: [Token], at start: Int) -> Reading? {
    var sum = NumberSum()
    var index = start
    var ending: CaseEnding?
    var lengths: [Int] = []
    while index < tokens.count, ending == nil, let (part, cut, length) = step(tokens, at: index) {
      guard sum.take(part) else { break }
      ending = cut
      index += length
      lengths.append(length)
    }
    while sum.endsOpen, let length = lengths.popLast() {  // a trailing “and” or a lone “sadhe” is not part of a number
      index -= length
      sum.dropLast()
    }
    guard index > start, let value = sum.value else { return nil }
    let isDoubtful = index == start + 1 && (doubtful.contains(tokens[start]) || isOnlyHeard(tokens[start]))
    return Reading(value: value, length: index - start, ending: ending, isDoubtful: isDoubtful)
  }

  /// Whether a token says a number or a part of one.
  package static func isNumber(_ token: Token) -> Bool {
    switch part(of: token)?.0 {
    case .and, .article, nil: false
    case .small, .tens, .digits, .fraction, .shift, .hundred, .boundHundred, .hundreds, .scale: true
    }
  }

  /// “three quarters” are said in two words and are one part.
  private static func step(_ tokens: [Token], at index: Int) -> (NumberPart, CaseEnding?, Int)? {
    if index + 1 < tokens.count, three.contains(tokens[index]), quarters.contains(tokens[index + 1]) {
      return (.fraction(750), nil, 2)
    }
    return part(of: tokens[index]).map { ($0.0, $0.1, 1) }
  }

  private static let three: WordSet = "three 3"
  private static let quarters: WordSet = "quarter quarters"

  /// What one word or digit group adds to a number.
  private static func part(of token: Token) -> (NumberPart, CaseEnding?)? {
    if let number = token.number { return (.digits(number.thousandths), nil) }
    guard token.isWord else { return nil }
    if let part = part(word: token.word) { return (part, nil) }
    for cut in token.cuts where cut.ending != .within {
      if let part = part(word: cut.word) ?? obliqueHundreds[cut.word], part != .and { return (part, cut.ending) }
    }
    return heard(token).map { ($0, nil) }
  }

  /// Long number words have many spellings (chauraanave, adhich) and few others sound like them.
  private static func heard(_ token: Token) -> NumberPart? {
    token.sound.text.utf8.count >= soundMin ? sounds[token.sound.word] : nil
  }

  private static func isOnlyHeard(_ token: Token) -> Bool {
    token.isWord && part(word: token.word) == nil && !token.cuts.contains { part(word: $0.word) != nil }
  }

  private static let soundMin = 4

  private static let sounds: WordTable<NumberPart> = {
    var table = WordTable<NumberPart>()
    for (word, value) in NumberTable.words {
      let sound = SoundKey(folded: word).text
      if sound.utf8.count >= soundMin { table[WordKey(sound)] = .small(value) }
    }
    for (word, part) in [
      ("adich", NumberPart.fraction(2_500)), ("hazar", .scale(1_000)), ("karod", .scale(10_000_000)),
    ] {
      let sound = SoundKey(folded: word).text
      if sound.utf8.count >= soundMin { table[WordKey(sound)] = part }
    }
    return table
  }()

  private static func part(word: WordKey) -> NumberPart? {
    NumberPart.words[word] ?? within[word] ?? NumberTable.small[word].map(NumberPart.small) ?? BoundNumbers.table[word]
  }

  /// “हजाराला”, “lakhala”: the scale words before an ending.
  private static let obliqueHundreds = WordTable<NumberPart>([
    (.scale(1_000), "हजारा hajara hazara"), (.scale(100_000), "लाखा lakha"), (.hundred, "शंभरा shambhara"),
  ])

  /// “दोन हजारात”: the locative is too short to be cut off every number.
  private static let within = WordTable<NumberPart>([
    (.scale(1_000), "हजारात हजारांत hajarat hazarat"), (.scale(100_000), "लाखात lakhat"), (.hundred, "शंभरात shambharat"),
  ])

  private static let doubtful: WordSet = """
    do tin one tera bara sat sath saath nav chavan ath das did ded sau pav pao paav पाव ek एक sola char half quarter tis
    दो pone तेरा ten nao man bis pach assi
    """
}
