import Language

/// What an owner called an item may become one more name of it, when he showed us which one he meant. What means
/// something else never does: a function word, a number, a unit, a day, a group of goods, a person, or what any item is
/// called already.
extension Interpreter {
  /// The name to keep; nil where nothing may be learnt from these words.
  package func learnableName(_ heard: String) -> String? {
    let tokens = SpokenText(heard).tokens
    guard tokens.allSatisfy({ isName($0) || finder.isFunctionWord($0) }), !isNameOfAnItem(tokens[...]) else {
      return nil
    }
    let name = trimmed(tokens)
    guard !name.isEmpty, name.count <= Self.wordsMax, name.contains(where: { isTelling($0) }) else { return nil }
    guard finder.cues.phrase(in: Array(name), at: 0) == nil, people.known(Array(name), at: 0) == nil,
      !isNameOfAnItem(name)
    else { return nil }
    let text = name.map(\.spoken).joined(separator: " ")
    return text.unicodeScalars.count <= Self.scalarsMax ? text : nil
  }

  private static let wordsMax = 4
  private static let scalarsMax = 40
  private static let lettersMin = 3

  /// A word that says nothing by itself.
  private func isName(_ token: Token) -> Bool {
    token.isWord && !NumberWords.isNumber(token) && UnitWords.read(token) == nil
      && PeriodWords.read([token], at: 0) == nil
      && CategoryWords.category(of: token, in: finder.catalogue.categories) == nil
  }

  /// “sugr ka” is “sugr”.
  private func trimmed(_ tokens: [Token]) -> ArraySlice<Token> {
    guard let first = tokens.firstIndex(where: { !finder.isFunctionWord($0) }),
      let last = tokens.lastIndex(where: { !finder.isFunctionWord($0) })
    else { return [] }
    return tokens[first...last]
  }

  private func isTelling(_ token: Token) -> Bool {
    !finder.isFunctionWord(token) && token.key.unicodeScalars.count >= Self.lettersMin
  }

  private func isNameOfAnItem(_ name: ArraySlice<Token>) -> Bool {
    finder.named(Array(name), at: 0)?.length == name.count
  }
}

extension Slots {
  /// Notes the words for goods that were guessed, so that they can be learnt when somebody puts them right.
  mutating func noteHeard(in reading: Reading) {
    for span in reading.spans where span.isGuess {
      guard let item = span.item, let line = items.firstIndex(where: { $0.item == item && $0.heard == nil }) else {
        continue
      }
      items[line].heard = reading.tokens[span.range].map(\.spoken).joined(separator: " ")
    }
  }
}
