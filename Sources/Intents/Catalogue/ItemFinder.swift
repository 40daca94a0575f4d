import Language

/// Finds the item that a stretch of a message names. The longest, most specific name wins; function words never do.
struct ItemFinder: Sendable {
  let catalogue: Catalogue
  let cues: CueLexicon

  struct Match {
    let items: [Int]
    let length: Int
    let ending: CaseEnding?
    /// Only a few sounds agree and not the letters: “worry” sounds like “varai”.
    var isFaint = false
  }

  /// A name in full, by spelling or sound.
  func named(_ tokens: [Token], at start: Int) -> Match? {
    let longest = min(catalogue.index.wordsMax, tokens.count - start)
    guard longest >= 1 else { return nil }
    for length in stride(from: longest, through: 1, by: -1) {
      if length == 1, let match = branded(tokens, at: start) { return match }
      let part = tokens[start..<(start + length)]
      guard part.allSatisfy({ $0.isWord || $0.number != nil }) else { continue }
      if let match = whole(part) ?? inflected(part) { return match }
    }
    return nil
  }

  private func whole(_ part: ArraySlice<Token>) -> Match? {
    let spelt = catalogue.index.items(spelt: NameIndex.spelt(part))
    if !spelt.isEmpty { return Match(items: spelt, length: part.count, ending: nil) }
    guard hasOwnSound(part) else { return nil }
    let sounds = part.reduce(0) { $0 + $1.sound.text.utf8.count }
    guard sounds >= Self.soundMin || (sounds == 2 && part.count == 1) else { return nil }
    let sounding = catalogue.index.items(sounding: NameIndex.sound(part))
    guard !sounding.isEmpty else { return nil }
    return Match(items: sounding, length: part.count, ending: nil, isFaint: sounds <= Self.soundMin)
  }

  /// The last word carries a Marathi ending, its stem perhaps changed: साखरेचा, शेंगदाण्याचा, maidyacha.
  private func inflected(_ part: ArraySlice<Token>) -> Match? {
    guard let last = part.last, last.isWord else { return nil }
    let head = part.dropLast()
    if let match = plural(last, after: head) { return match }
    guard hasOwnSound(part) else { return nil }
    let spelt = head.isEmpty ? WordKey.empty : NameIndex.spelt(head).appending(" ")
    let sounding = NameIndex.sound(head)
    for cut in last.cuts {
      let items = catalogue.index.items(spelt: spelt.appending(cut.stem))
      if !items.isEmpty { return Match(items: items, length: part.count, ending: cut.ending) }
      for sound in ObliqueStem.sounds(of: SoundKey(folded: cut.stem)) where sound.text.utf8.count >= 2 || !head.isEmpty
      {
        let items = catalogue.index.items(sounding: sounding.appending(sound.text))
        if !items.isEmpty { return Match(items: items, length: part.count, ending: cut.ending) }
      }
    }
    return nil
  }

  /// “potatoes”, “biscuits”; and the Hindi form before ka, ko, se: मैदे का is of मैदा.
  private func plural(_ last: Token, after head: ArraySlice<Token>) -> Match? {
    let before = head.isEmpty ? WordKey.empty : NameIndex.spelt(head).appending(" ")
    for stem in Plurals.singulars(of: last.key) {
      let spelt = catalogue.index.items(spelt: before.appending(stem))
      if !spelt.isEmpty { return Match(items: spelt, length: head.count + 1, ending: nil) }
    }
    return nil
  }

  /// Matching by sound begins and ends on words that mean nothing else.
  private func hasOwnSound(_ part: ArraySlice<Token>) -> Bool {
    guard let first = part.first, let last = part.last else { return false }
    guard part.count == 1 || !part.contains(where: { NumberWords.isNumber($0) }) else { return false }
    return !isFunctionWord(first) && !isFunctionWord(last)
  }

  func isFunctionWord(_ token: Token) -> Bool {
    cues.holds(token) || Particles.ending(of: token) != nil || FillerWords.holds(token)
  }

  private static let soundMin = 3

  /// An item known by one word of its name only (“everest”), or by a name that is nearly right (“moneco”).
  func guessed(_ token: Token) -> Match? {
    let sound = token.sound.text
    guard sound.utf8.count >= Self.soundMin else { return nil }
    let holders = catalogue.index.items(containing: sound)
    if !holders.isEmpty, holders.count <= Self.choicesMax { return Match(items: holders, length: 1, ending: nil) }
    guard sound.utf8.count >= 4 else { return nil }
    let neighbours = catalogue.near.neighbours(of: sound, atMost: 2, within: sound.utf8.count >= 6 ? 0.25 : 0.2)
    guard let best = neighbours.first else { return nil }
    let equals = neighbours.filter { $0.distance <= best.distance + 0.05 }
    return Match(items: equals.map(\.item), length: 1, ending: nil)
  }

  /// More than this many holders of a word make it a generic word, not a hint.
  private static let choicesMax = 4

  /// Up to three ids that sound somewhat like an unknown name, or share a word with it.
  func nearest(to tokens: ArraySlice<Token>) -> [String] {
    var found: [Int] = []
    for token in tokens { found += catalogue.index.items(containing: token.sound.text).prefix(3) }
    let sound = tokens.map(\.sound.text).joined()
    found += catalogue.near.neighbours(of: sound, atMost: 3, within: 0.3).map(\.item)
    var ids: [String] = []
    for item in found where !ids.contains(catalogue.item(item).id) { ids.append(catalogue.item(item).id) }
    return Array(ids.prefix(3))
  }

  func reference(_ match: Match, spoken: String) -> ItemReference {
    let ids = match.items.map { catalogue.item($0).id }
    return ids.count == 1 ? .known(ids[0]) : .several(Array(ids.prefix(3)), spoken: spoken)
  }
}
