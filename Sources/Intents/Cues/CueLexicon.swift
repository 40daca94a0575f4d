import Language

/// Finds the cues of words and phrases: by spelling, else by sound, else without a Marathi ending.
struct CueLexicon: Sendable {
  private var words: [String: CueSet] = [:]
  private var sounds: [String: CueSet] = [:]
  private var phrases: [String: CueSet] = [:]
  private var phraseSounds: [String: CueSet] = [:]

  /// The longest phrase of the tables, in words.
  static let phraseMax = 4
  /// Shorter sounds are those of too many words (kam, kaam).
  private static let soundMin = 3
  /// Nor are words of three letters known by their sound: “min” is not Meena.
  private static let lettersMin = 4
  /// Built forms are many, so that fewer of them may be known by their sound: bharta is not Bharat.
  private static let verbSoundMin = 4

  static let standard = CueLexicon(
    [
      GrammarCues.words, GoodsCues.words, MoneyCues.words, InsightCues.words, DialogueCues.words, PeopleCues.words,
      AwayCues.words,
    ].flatMap { $0 }, verbs: VerbTable.forms)

  init(_ table: [(Cue, String)], verbs: [VerbForm] = []) {
    for (cue, line) in table {
      let parts = line.split(separator: "|", omittingEmptySubsequences: false)
      for word in parts.first?.split(whereSeparator: \.isWhitespace) ?? [] { add(cue, word: String(word)) }
      for phrase in parts.dropFirst() {
        add(cue, phrase: phrase.split(whereSeparator: \.isWhitespace).map(String.init))
      }
    }
    for form in verbs {
      let cues = DeedCues.cues(of: form)
      if !cues.isEmpty { add(CueSet(cues), key: form.word, soundMin: Self.verbSoundMin) }
    }
  }

  private mutating func add(_ cue: Cue, word: String) {
    add(CueSet([cue]), key: Spelling.folded(word), soundMin: Self.soundMin)
  }

  private mutating func add(_ cues: CueSet, key: String, soundMin: Int) {
    words[key, default: CueSet()].formUnion(cues)
    let sound = SoundKey(folded: key).text
    if sound.utf8.count >= soundMin, key.unicodeScalars.count >= Self.lettersMin {
      sounds[sound, default: CueSet()].formUnion(cues)
    }
  }

  private mutating func add(_ cue: Cue, phrase: [String]) {
    if let word = phrase.first, phrase.count == 1 { return add(cue, word: word) }
    let keys = phrase.map { Spelling.folded($0) }
    phrases[keys.joined(separator: " "), default: CueSet()].insert(cue)
    phraseSounds[keys.map { Self.loose($0, SoundKey(folded: $0)) }.joined(separator: " "), default: CueSet()].insert(
      cue)
  }

  /// How a word counts within a phrase: long ones by their sound, short ones (ka, kya, kam, kaam) as they are written.
  private static func loose(_ key: String, _ sound: SoundKey) -> String {
    sound.text.utf8.count >= soundMin ? sound.text : key
  }

  func cues(of token: Token) -> CueSet? {
    if let cues = words[token.key] { return cues }
    guard token.isWord else { return nil }
    if token.sound.text.utf8.count >= Self.soundMin, let cues = sounds[token.sound.text] { return cues }
    return inflected(token)
  }

  /// Without a Marathi ending and with the oblique stem made straight: भावाने, udharichi; आलाय is आला.
  private func inflected(_ token: Token) -> CueSet? {
    if let cues = words[token.key.droppingLetters(1)], token.key.unicodeScalars.count > 3,
      token.key.ends(withLetters: "य") || token.key.ends(withLetters: "y")
    {
      return cues
    }
    for (stem, _) in CaseEnding.cuts(of: token.key) where stem.unicodeScalars.count >= 3 {
      if let cues = words[stem] ?? (stem.unicodeScalars.count > 3 ? words[stem.droppingLetters(1)] : nil) {
        return cues
      }
      let sounding = ObliqueStem.sounds(of: SoundKey(folded: stem)).lazy.map(\.text)
      if let cues = sounding.filter({ $0.utf8.count >= Self.soundMin }).compactMap({ sounds[$0] }).first { return cues }
    }
    return nil
  }

  /// The cues of a word as it is written, for words that already mean something else.
  func spelt(_ token: Token) -> CueSet { words[token.key] ?? CueSet() }

  /// True for a word that is in the tables as it is written.
  func holds(_ token: Token) -> Bool { words[token.key] != nil }

  /// The longest phrase of at least two words that begins at `start`.
  func phrase(in tokens: [Token], at start: Int) -> (cues: CueSet, length: Int)? {
    let longest = min(Self.phraseMax, tokens.count - start)
    guard longest >= 2 else { return nil }
    for length in stride(from: longest, through: 2, by: -1) {
      let part = tokens[start..<(start + length)]
      guard part.allSatisfy({ $0.isWord || $0.number != nil }) else { continue }
      if let cues = phrases[part.map(\.key).joined(separator: " ")] { return (cues, length) }
      let sound = part.map { Self.loose($0.key, $0.sound) }.joined(separator: " ")
      if let cues = phraseSounds[sound] { return (cues, length) }
    }
    return nil
  }
}
