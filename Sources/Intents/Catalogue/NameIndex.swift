import Language

/// From the words of a name to the items that bear it: by spelling, by sound, and by single words of longer names.
struct NameIndex: Sendable {
  /// One name of one item.
  struct Name: Sendable {
    let item: Int
    let sound: String
    let words: Int
  }

  private(set) var names: [Name] = []
  private var spelt: [WordKey: [Int]] = [:]
  private var sounding: [WordKey: [Int]] = [:]
  /// Items in whose names a word occurs, by its sound.
  private var containing: [WordKey: [Int]] = [:]
  private(set) var wordsMax = 1
  /// The names of one word that an item has, by their sounds.
  private var short: [Int: [String]] = [:]

  init(_ items: [CatalogueItem]) {
    for (number, item) in items.enumerated() {
      for name in item.names { add(name, of: number) }
    }
  }

  private mutating func add(_ name: String, of item: Int) {
    let tokens = SpokenText(name).tokens.filter { $0.isWord || $0.number != nil }
    guard !tokens.isEmpty, tokens.count <= 8 else { return }
    let sound = tokens.map(\.sound.text).joined()
    wordsMax = max(wordsMax, tokens.count)
    if tokens.count == 1 { short[item, default: []].append(sound) }
    names.append(Name(item: item, sound: sound, words: tokens.count))
    Self.append(item, to: &spelt[Self.spelt(tokens[...]), default: []])
    Self.append(item, to: &sounding[WordKey(sound), default: []])
    for token in tokens where UnitWords.read(token) == nil {
      Self.append(item, to: &containing[WordKey(token.sound.text), default: []])
    }
  }

  /// Static, so that the dictionary is changed in place: a method would hold a second copy of it.
  private static func append(_ item: Int, to items: inout [Int]) {
    if items.last != item, !items.contains(item) { items.append(item) }
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

  func items(containing sound: String) -> [Int] { containing[WordKey(sound)] ?? [] }
}
