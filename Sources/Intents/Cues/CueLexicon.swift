import Language

/// Finds the cues of words and phrases: by spelling, else by sound, else without a Marathi ending.
struct CueLexicon: Sendable {
  private var words = WordTable<CueSet>()
  private var sounds = WordTable<CueSet>()
  private var phrases = WordTable<CueSet>()
  private var phraseSounds = WordTable<CueSet>()
  /// The first words of the phrases, as they count within them: most words begin none.
  private var openings: WordSet = ""

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
    words[WordKey(key), default: CueSet()].formUnion(cues)
    let sound = SoundKey(folded: key).text
    if sound.utf8.count >= soundMin, key.unicodeScalars.count >= Self.lettersMin {
      sounds[WordKey(sound), default: CueSet()].formUnion(cues)
    }
  }

  private mutating func add(_ cue: Cue, phrase: [String]) {
    if let word = phrase.first, phrase.count == 1 { return add(cue, word: word) }
    let keys = phrase.map { Spelling.folded($0) }
    let loose = keys.map { Self.loose($0, SoundKey(folded: $0)) }
    openings.insert(WordKey(keys[0]))
    openings.insert(WordKey(loose[0]))
    phrases[WordKey(keys.joined(separator: " ")), default: CueSet()].insert(cue)
    phraseSounds[WordKey(loose.joined(separator: " ")), default: CueSet()].insert(cue)
  }

  /// How a word counts within a phrase: long ones by their sound, short ones (ka, kya, kam, kaam) as they are written.
  private static func loose(_ key: String, _ sound: SoundKey) -> String {
    sound.text.utf8.count >= soundMin ? sound.text : key
  }

  func cues(of token: Token) -> CueSet? {
    if let cues = words[token.word] { return cues }
    guard token.isWord, !CommonNames.holds(token) else { return nil }
    if token.sound.text.utf8.count >= Self.soundMin, let cues = sounds[token.sound.word] { return cues }
    return inflected(token)
  }

  /// Without a Marathi ending and with the oblique stem made straight: भावाने, udharichi; आलाय is आला.
  private func inflected(_ token: Token) -> CueSet? {
    if let cues = finished(token) { return cues }
    for cut in token.cuts where cut.letters >= 3 {
      if let cues = words[cut.word] ?? (cut.letters > 3 ? words[WordKey(cut.stem.droppingLetters(1))] : nil) {
        return cues
      }
      for sound in ObliqueStem.sounds(of: SoundKey(folded: cut.stem)) where sound.text.utf8.count >= Self.soundMin {
        if let cues = sounds[WordKey(sound.text)] { return cues }
      }
    }
    return nil
  }

  /// The y of a deed that is just done: आलाय is आला, “viklay” vikla. Vijay and Sanjay are people.
  private func finished(_ token: Token) -> CueSet? {
    guard token.key.utf8.count > 4, Self.doneEndings.contains(where: token.key.ends(withLetters:)) else { return nil }
    return words[WordKey(token.key.droppingLetters(1))]
  }

  private static let doneEndings = ["य", "lay", "ley", "hay"]

  /// The cues of a word as it is written, for words that already mean something else.
  func spelt(_ token: Token) -> CueSet { words[token.word] ?? CueSet() }

  /// True for a word that is in the tables as it is written.
  func holds(_ token: Token) -> Bool { words[token.word] != nil }

  /// The longest phrase of at least two words that begins at `start`.
  func phrase(in tokens: [Token], at start: Int) -> (cues: CueSet, length: Int)? {
    let longest = min(Self.phraseMax, tokens.count - start)
    guard longest >= 2, mayOpen(tokens[start]) else { return nil }
    var found: (cues: CueSet, length: Int)?
    var spelt = WordKey.empty
    var loose = WordKey.empty
    for length in 1...longest {
      let token = tokens[start + length - 1]
      guard token.isWord || token.number != nil else { break }
      spelt = spelt.appending(length == 1 ? "" : " ").appending(token.key)
      loose = loose.appending(length == 1 ? "" : " ").appending(Self.loose(token.key, token.sound))
      guard length > 1, let cues = phrases[spelt] ?? phraseSounds[loose] else { continue }
      found = (cues, length)
    }
    return found
  }

  private func mayOpen(_ token: Token) -> Bool {
    openings.contains(token.word) || openings.contains(token.sound.word)
  }
}
