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
    let names = pair.map { catalogue.index.items(sounding: $0.sound.word) }
    guard names.contains(where: \.isEmpty) else { return nil }
    let holders = pair.map(holders(of:))
    let both = holders[0].intersection(holders[1]).sorted()
    guard !both.isEmpty, both.count <= Self.brandsMax else { return nil }
    return Match(items: both, length: 2, ending: nil)
  }

  /// “doodh 30 packet, amul ka”, “amul ka doodh”: the one item that has the brand and is the goods.
  func item(ofBrand word: Token, among id: String) -> String? {
    guard word.isWord, !isFunctionWord(word), let item = catalogue.number(of: id) else { return nil }
    let branded = catalogue.index.items(containing: word.sound)
    guard !branded.isEmpty, !branded.contains(item) else { return nil }
    var ofGoods: Set<Int> = []
    for name in catalogue.index.shortNames(of: item) { ofGoods.formUnion(catalogue.index.items(containing: name)) }
    let both = branded.filter { ofGoods.contains($0) && $0 != item }
    return both.count == 1 ? catalogue.item(both[0]).id : nil
  }

  func group(of id: String) -> String? { catalogue.number(of: id).flatMap { catalogue.item($0).category } }

  /// The group of a generic item, by whose name other items of its group are called too: shampoo, but not Dove.
  func group(ofGeneric id: String) -> String? {
    guard let number = catalogue.number(of: id), let group = catalogue.item(number).category else { return nil }
    let isGeneric = catalogue.index.shortNames(of: number).contains { name in
      catalogue.index.items(containing: name).contains { $0 != number && catalogue.item($0).category == group }
    }
    return isGeneric ? group : nil
  }

  /// The items in whose names a word occurs, or another short name of what it names: namak is salt, so Tata Salt is a namak.
  private func holders(of word: Token) -> Set<Int> {
    var holders = Set(catalogue.index.items(containing: word.sound))
    for item in catalogue.index.items(sounding: word.sound.word) {
      for name in catalogue.index.shortNames(of: item) { holders.formUnion(catalogue.index.items(containing: name)) }
    }
    return holders
  }

  /// Items of a group whose names have its word: “5 litre oil” is one of the oils, and we ask which.
  func group(_ token: Token, of category: String) -> Match? {
    let holders = Set(catalogue.index.items(containing: token.sound))
    let items = catalogue.items.indices.filter { catalogue.item($0).category == category }
    let named = items.filter(holders.contains)
    return items.isEmpty ? nil : Match(items: named.isEmpty ? items : named, length: 1, ending: nil)
  }

  private static let lettersMin = 3
  /// More items than this that share both words are a group of goods, not a choice to offer.
  private static let brandsMax = 3
}
