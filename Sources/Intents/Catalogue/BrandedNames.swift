import Language

extension ItemFinder {
  /// “tata namak”, “surf bada”: two words side by side that no name has in this order, but that only one item has both
  /// of. One of them is no item by itself, or they would be two lines of goods.
  func branded(_ tokens: [Token], at start: Int) -> Match? {
    guard start + 1 < tokens.count else { return nil }
    let pair = tokens[start...(start + 1)]
    guard pair.allSatisfy({ $0.isWord && $0.key.unicodeScalars.count >= Self.lettersMin && !isFunctionWord($0) }) else {
      return nil
    }
    guard !pair.contains(where: { UnitWords.read($0) != nil || NumberWords.isNumber($0) }) else { return nil }
    let names = pair.map { catalogue.index.items(sounding: WordKey($0.sound.text)) }
    guard names.contains(where: \.isEmpty) else { return nil }
    let holders = pair.map(holders(of:))
    let both = holders[0].intersection(holders[1]).sorted()
    guard !both.isEmpty, both.count <= Self.brandsMax else { return nil }
    return Match(items: both, length: 2, ending: nil)
  }

  /// The items in whose names a word occurs, or another short name of what it names: namak is salt, so Tata Salt is a namak.
  private func holders(of word: Token) -> Set<Int> {
    var holders = Set(catalogue.index.items(containing: word.sound.text))
    for item in catalogue.index.items(sounding: WordKey(word.sound.text)) {
      for name in catalogue.index.shortNames(of: item) { holders.formUnion(catalogue.index.items(containing: name)) }
    }
    return holders
  }

  /// Items of a group whose names have its word: “5 litre oil” is one of the oils, and we ask which.
  func group(_ token: Token, of category: String) -> Match? {
    let holders = Set(catalogue.index.items(containing: token.sound.text))
    let items = catalogue.items.indices.filter { catalogue.item($0).category == category }
    let named = items.filter(holders.contains)
    return items.isEmpty ? nil : Match(items: named.isEmpty ? items : named, length: 1, ending: nil)
  }

  private static let lettersMin = 3
  /// More items than this that share both words are a group of goods, not a choice to offer.
  private static let brandsMax = 3
}
