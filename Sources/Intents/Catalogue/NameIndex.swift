import Language

/// From the words of a name to the items that bear it: by spelling, by sound, and by single words of longer names.
/// Items are numbers; every list of them is in order.
struct NameIndex: Sendable {
  private(set) var wordsMax = 1
  private var spelt = WordTable<[Int]>()
  private var sounding = WordTable<[Int]>()
  /// Items in whose names a word occurs, as it is spelt: short words sound like too many others.
  private var spelling = WordTable<[Int]>()
  private var words = WordTable<Word>()
  /// The names of one word that each item has, by their sounds.
  private var short: [[SoundKey]] = []

  /// A word of some names, by its sound.
  struct Word: Sendable {
    let sound: String
    /// Items in whose names it occurs, and those of whose names it is the first, the last, or all.
    var holders: [Int] = []
    var opened: [Int] = []
    var closed: [Int] = []
    var named: [Int] = []
  }

  init(_ items: [CatalogueItem]) {
    for (number, item) in items.enumerated() { add(item, as: number) }
  }

  mutating func add(_ item: CatalogueItem, as number: Int) {
    while short.count <= number { short.append([]) }
    for name in item.names { change(name, of: number, by: Self.insert) }
  }

  mutating func remove(_ item: CatalogueItem, of number: Int) {
    short[number] = []
    for name in item.names { change(name, of: number, by: Self.withdraw) }
  }

  private static let nameWordsMax = 8

  private mutating func change(_ name: String, of item: Int, by edit: (Int, inout [Int]) -> Void) {
    let tokens = SpokenText(name).tokens.filter { $0.isWord || $0.number != nil }
    guard let first = tokens.first, let last = tokens.last, tokens.count <= Self.nameWordsMax else { return }
    wordsMax = max(wordsMax, tokens.count)
    for part in [tokens[...], Self.withoutPack(tokens)] where !part.isEmpty {
      edit(item, &spelt[Self.spelt(part), default: []])
      if part.count > 1 { edit(item, &spelt[WordKey(part.map(\.key).joined()), default: []]) }
      edit(item, &sounding[Self.sound(part), default: []])
    }
    for token in tokens where UnitWords.read(token) == nil || tokens.count == 1 {
      edit(item, &spelling[token.word, default: []])
      edit(item, &words[token.sound.word, default: Word(sound: token.sound.text)].holders)
    }
    edit(item, &words[first.sound.word, default: Word(sound: first.sound.text)].opened)
    edit(item, &words[last.sound.word, default: Word(sound: last.sound.text)].closed)
    guard tokens.count == 1 else { return }
    edit(item, &words[first.sound.word, default: Word(sound: first.sound.text)].named)
    if words[first.sound.word]?.named.contains(item) == true { short[item].append(first.sound) }
  }

  /// “Parle G 10”, “Surf Excel 1kg” are also called Parle G and Surf Excel; empty where no size was named.
  private static func withoutPack(_ tokens: [Token]) -> ArraySlice<Token> {
    guard let size = tokens.lastIndex(where: { $0.number != nil }), size >= 2 else { return [] }
    let isPack = tokens[(size + 1)...].allSatisfy { UnitWords.read($0) != nil }
    return isPack ? tokens[..<size] : []
  }

  private static func insert(_ item: Int, into items: inout [Int]) {
    guard let last = items.last, last >= item else { return items.append(item) }
    if let place = items.firstIndex(where: { $0 >= item }), items[place] != item { items.insert(item, at: place) }
  }

  private static func withdraw(_ item: Int, from items: inout [Int]) { items.removeAll { $0 == item } }

  /// The key of some words side by side.
  static func spelt(_ tokens: ArraySlice<Token>) -> WordKey {
    var key = WordKey.empty
    for (number, token) in tokens.enumerated() { key = key.appending(number == 0 ? "" : " ").appending(token.key) }
    return key
  }

  /// Of some words as one: “colddrink”, “cold drink”.
  static func sound(_ tokens: ArraySlice<Token>) -> WordKey {
    var key = WordKey.empty
    var last: UInt8?
    for token in tokens {
      // A sound that ends one word and begins the next is heard once: “good day”, “goodday”.
      let text = token.sound.text
      key = key.appending(last != nil && text.utf8.first == last ? String(text.dropFirst()) : text)
      last = text.utf8.last ?? last
    }
    return key
  }

  func items(spelt key: WordKey) -> [Int] { spelt[key] ?? [] }

  func items(sounding sound: WordKey) -> [Int] { sounding[sound] ?? [] }

  func items(spelling word: WordKey) -> [Int] { spelling[word] ?? [] }

  func items(containing sound: SoundKey) -> [Int] { words[sound.word]?.holders ?? [] }

  func word(_ sound: SoundKey) -> Word? { words[sound.word] }

  var allWords: [Word] { words.values.filter { !$0.holders.isEmpty } }

  func shortNames(of item: Int) -> [SoundKey] { short[item] }
}
