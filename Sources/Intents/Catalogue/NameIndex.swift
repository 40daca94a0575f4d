import Language

/// From the words of a name to the items that bear it: by spelling, by sound, and by single words of longer names.
struct NameIndex: Sendable {
  private(set) var wordsMax = 1
  private var spelt: [WordKey: [Int]] = [:]
  private var sounding: [WordKey: [Int]] = [:]
  private var words: [WordKey: Word] = [:]
  /// Items in whose names a word occurs, as it is spelt: short words sound like too many others.
  private var spelling: [WordKey: [Int]] = [:]
  /// The names of one word that an item has, by their sounds.
  private var short: [Int: [String]] = [:]

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
    for (number, item) in items.enumerated() {
      for name in item.names { add(name, of: number) }
    }
  }

  private mutating func add(_ name: String, of item: Int) {
    let tokens = SpokenText(name).tokens.filter { $0.isWord || $0.number != nil }
    guard let first = tokens.first, let last = tokens.last, tokens.count <= 8 else { return }
    wordsMax = max(wordsMax, tokens.count)
    if tokens.count == 1 { short[item, default: []].append(first.sound.text) }
    Self.append(item, to: &spelt[Self.spelt(tokens[...]), default: []])
    Self.append(item, to: &sounding[Self.sound(tokens[...]), default: []])
    for token in tokens where UnitWords.read(token) == nil || tokens.count == 1 {
      let sound = token.sound.text
      Self.append(item, to: &spelling[token.word, default: []])
      Self.append(item, to: &words[WordKey(sound), default: Word(sound: sound)].holders)
    }
    Self.append(item, to: &words[WordKey(first.sound.text), default: Word(sound: first.sound.text)].opened)
    Self.append(item, to: &words[WordKey(last.sound.text), default: Word(sound: last.sound.text)].closed)
    if tokens.count == 1 {
      Self.append(item, to: &words[WordKey(first.sound.text), default: Word(sound: first.sound.text)].named)
    }
  }

  /// Static, so that the dictionary is changed in place: a method would hold a second copy of it. Items come in their
  /// order, so that one that is there already is the last.
  private static func append(_ item: Int, to items: inout [Int]) {
    if items.last != item { items.append(item) }
  }

  /// The key of some words side by side.
  static func spelt(_ tokens: ArraySlice<Token>) -> WordKey {
    var key = WordKey.empty
    for (number, token) in tokens.enumerated() { key = key.appending(number == 0 ? "" : " ").appending(token.key) }
    return key
  }

  /// Of some words as one: “colddrink”, “cold drink”.
  static func sound(_ tokens: ArraySlice<Token>) -> WordKey {
    tokens.reduce(.empty) { $0.appending($1.sound.text) }
  }

  func items(spelt key: WordKey) -> [Int] { spelt[key] ?? [] }

  func items(sounding sound: WordKey) -> [Int] { sounding[sound] ?? [] }

  func shortNames(of item: Int) -> [String] { short[item] ?? [] }

  func items(containing sound: String) -> [Int] { words[WordKey(sound)]?.holders ?? [] }

  func items(spelling word: WordKey) -> [Int] { spelling[word] ?? [] }

  func word(_ sound: String) -> Word? { words[WordKey(sound)] }

  var allWords: [Word] { Array(words.values) }
}
