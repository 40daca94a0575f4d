/// A folded word as a number, to look it up by. Comparing text is what understanding would spend most of its time on:
/// Swift compares Devanagari by Unicode's rules of equality, letter by letter, and folded words need none of that.
///
/// It is the 64-bit FNV-1a hash of the word's UTF-8, which can go on where it stopped: the key of “toor dal” is that of
/// “toor” with “ dal” appended. That two words of a shop's list fall on one key is to be expected once in some hundred
/// million shops, and one of them would then be taken for the other.
package struct WordKey: Hashable, Sendable {
  fileprivate var bits: UInt64 = 0xCBF2_9CE4_8422_2325

  package static let empty = WordKey()

  private init() {}

  package init(_ folded: String) { append(folded) }

  package func appending(_ text: String) -> WordKey {
    var key = self
    key.append(text)
    return key
  }

  private mutating func append(_ text: String) {
    for byte in text.utf8 { bits = (bits ^ UInt64(byte)) &* 0x100_0000_01B3 }
  }
}

/// What each of many words means: `WordTable([(.kilogram, "kilo kg किलो"), …])`. Of a word that is listed twice the last
/// line counts.
///
/// A hash table of its own, because the key is a good hash already: a dictionary would hash it again, at four times the
/// cost of the look-up. Nobody gains by words that collide here: a message looks up its few words and adds none.
package struct WordTable<Value: Sendable>: Sendable {
  /// Where in `keys` the word of a place is; negative where the place is free. At most half of the places are taken.
  private var places: [Int32] = [Int32](repeating: -1, count: 16)
  private var keys: [WordKey] = []
  package private(set) var values: [Value] = []

  package init(_ lines: [(Value, String)] = []) {
    for (value, words) in lines { add(value, words) }
  }

  package mutating func add(_ value: Value, _ words: String) {
    for word in words.split(whereSeparator: \.isWhitespace) { self[WordKey(Spelling.folded(word))] = value }
  }

  package subscript(token: Token) -> Value? { self[token.word] }

  package subscript(word: WordKey) -> Value? {
    get {
      let found = places[place(of: word)]
      return found < 0 ? nil : values[Int(found)]
    }
    set {
      guard let newValue else { return }
      values[position(of: word, orAdding: newValue)] = newValue
    }
  }

  /// For changing a value in place.
  package subscript(word: WordKey, default fallback: @autoclosure () -> Value) -> Value {
    get { self[word] ?? fallback() }
    _modify {
      let position = position(of: word, orAdding: fallback())
      yield &values[position]
    }
  }

  /// The place at which the word is, or would be.
  private func place(of word: WordKey) -> Int {
    let mask = places.count - 1
    var place = Int(truncatingIfNeeded: word.bits ^ (word.bits >> 32)) & mask
    while places[place] >= 0, keys[Int(places[place])] != word { place = (place + 1) & mask }
    return place
  }

  private mutating func position(of word: WordKey, orAdding value: @autoclosure () -> Value) -> Int {
    let found = places[place(of: word)]
    if found >= 0 { return Int(found) }
    keys.append(word)
    values.append(value())
    if keys.count * 2 > places.count { makeRoom() }
    places[place(of: word)] = Int32(keys.count - 1)
    return keys.count - 1
  }

  private mutating func makeRoom() {
    places = [Int32](repeating: -1, count: places.count * 2)
    for position in keys.indices.dropLast() { places[place(of: keys[position])] = Int32(position) }
  }
}

/// A list of words, any of which a token may be: `let per: WordSet = "each har प्रति"`.
package struct WordSet: Sendable, ExpressibleByStringLiteral {
  private var words = WordTable<Void>()

  package init(_ words: String) { self.words.add((), words) }

  package init(stringLiteral words: StringLiteralType) { self.init(words) }

  package func contains(_ token: Token) -> Bool { words[token.word] != nil }

  package func contains(_ word: WordKey) -> Bool { words[word] != nil }

  package mutating func insert(_ word: WordKey) { words[word] = () }
}
