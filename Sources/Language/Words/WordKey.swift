/// A folded word as a number, to look it up by. Comparing text is what understanding would spend most of its time on:
/// Swift compares Devanagari by Unicode's rules of equality, letter by letter, and folded words need none of that.
///
/// It is the 64-bit FNV-1a hash of the word's UTF-8, which can go on where it stopped: the key of “toor dal” is that of
/// “toor” with “ dal” appended. That two words of a shop's list fall on one key is to be expected once in some hundred
/// million shops, and one of them would then be taken for the other.
package struct WordKey: Hashable, Sendable {
  private var bits: UInt64 = 0xCBF2_9CE4_8422_2325

  package static let empty = WordKey()

  private init() {}

  package init(_ folded: String) { append(folded) }

  package func appending(_ text: String) -> WordKey {
    var key = self
    key.append(text)
    return key
  }

  mutating func append(_ byte: UInt8) { bits = (bits ^ UInt64(byte)) &* 0x100_0000_01B3 }

  private mutating func append(_ text: String) {
    for byte in text.utf8 { append(byte) }
  }
}

/// A list of words, any of which a token may be: `let per: WordSet = "each har प्रति"`.
package struct WordSet: Sendable, ExpressibleByStringLiteral {
  private var keys: Set<WordKey> = []

  package init(_ words: String) {
    for word in words.split(whereSeparator: \.isWhitespace) { keys.insert(WordKey(Spelling.folded(word))) }
  }

  package init(stringLiteral words: StringLiteralType) { self.init(words) }

  package func contains(_ token: Token) -> Bool { keys.contains(token.word) }

  package func contains(_ word: WordKey) -> Bool { keys.contains(word) }
}

/// What each of many words means: `WordTable([(.kilogram, "kilo kg किलो"), …])`. Of a word that is listed twice the last
/// line counts.
package struct WordTable<Value: Sendable>: Sendable {
  private var values: [WordKey: Value] = [:]

  package init(_ lines: [(Value, String)]) {
    for (value, words) in lines { add(value, words) }
  }

  package mutating func add(_ value: Value, _ words: String) {
    for word in words.split(whereSeparator: \.isWhitespace) { values[WordKey(Spelling.folded(word))] = value }
  }

  package subscript(token: Token) -> Value? { values[token.word] }

  package subscript(word: WordKey) -> Value? {
    get { values[word] }
    set { values[word] = newValue }
  }
}
