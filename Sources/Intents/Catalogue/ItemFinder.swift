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
    var sounding = catalogue.index.items(sounding: NameIndex.sound(part))
    if sounding.isEmpty { sounding = withoutNasal(part) }
    guard !sounding.isEmpty else { return nil }
    return Match(items: sounding, length: part.count, ending: nil, isFaint: sounds <= Self.soundMin)
  }

  /// The n of “gehun” is only breathed: गेहूं.
  private func withoutNasal(_ part: ArraySlice<Token>) -> [Int] {
    guard let last = part.last, last.isRoman, last.key.utf8.last == UInt8(ascii: "n"),
      CategoryWords.category(of: last, in: catalogue.categories) == nil  // sabun is soap, and not sabudana
    else { return [] }
    let bare = String(last.sound.text.dropLast())
    guard bare.utf8.count >= Self.soundMin else { return [] }
    return catalogue.index.items(sounding: NameIndex.sound(part.dropLast()).appending(bare))
  }

  /// The last word carries a Marathi ending, its stem perhaps changed: साखरेचा, शेंगदाण्याचा, maidyacha.
  private func inflected(_ part: ArraySlice<Token>) -> Match? {
    guard let last = part.last, last.isWord else { return nil }
    let head = part.dropLast()
    if let match = plural(last, after: head) ?? emphasised(last, after: head) { return match }
    guard hasOwnSound(part) else { return nil }
    let spelt = head.isEmpty ? WordKey.empty : NameIndex.spelt(head).appending(" ")
    let sounding = NameIndex.sound(head)
    for cut in last.cuts {
      let items = catalogue.index.items(spelt: spelt.appending(cut.stem))
      if !items.isEmpty { return Match(items: items, length: part.count, ending: cut.ending) }
      let stem = SoundKey(folded: cut.stem)
      for sound in ObliqueStem.sounds(of: stem) + ObliqueStem.withVowelBack(stem)
      where sound.text.utf8.count >= 2 || !head.isEmpty {
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

  /// “साखरच”: sugar and nothing else.
  private func emphasised(_ last: Token, after head: ArraySlice<Token>) -> Match? {
    guard let stem = Emphasis.bare(last.key), stem.unicodeScalars.count > Self.soundMin else { return nil }
    let before = head.isEmpty ? WordKey.empty : NameIndex.spelt(head).appending(" ")
    let spelt = catalogue.index.items(spelt: before.appending(stem))
    return spelt.isEmpty ? nil : Match(items: spelt, length: head.count + 1, ending: nil)
  }

  /// Matching by sound begins and ends on words that mean nothing else.
  private func hasOwnSound(_ part: ArraySlice<Token>) -> Bool {
    guard let first = part.first, let last = part.last else { return false }
    guard part.count == 1 || !part.contains(where: { NumberWords.isNumber($0) }) else { return false }
    guard part.count > 1 else { return !isFunctionWord(first) }
    return isNameWord(first) && isNameWord(last) && !(cues.holds(first) && cues.holds(last))
  }

  /// A verb may be a word of a name (daal: pour, dal: pulse) where some name is spelt with it: not the “liya” of
  /// “chawal liya”. Respect may be one too: पारले जी.
  private func isNameWord(_ token: Token) -> Bool {
    if Particles.isHonorific(token) { return !catalogue.index.items(spelling: token.word).isEmpty }
    return !isSmallWord(token) && (!cues.holds(token) || !catalogue.index.items(spelling: token.word).isEmpty)
  }

  func isFunctionWord(_ token: Token) -> Bool {
    cues.holds(token) || isSmallWord(token)
  }

  /// Words of grammar and of respect, and names of people.
  private func isSmallWord(_ token: Token) -> Bool {
    Particles.ending(of: token) != nil || FillerWords.holds(token) || Particles.isHonorific(token)
      || CommonNames.holds(token)
  }

  private static let soundMin = 3

  /// An item known by one word of its name only (“everest”), or by a name that is misspelt (“moneco”). A word that is
  /// merely near to one is no item: “lemonzo” is a brand that we do not have, and Lemon is offered for it.
  func guessed(_ token: Token) -> Match? {
    let spelt = catalogue.index.items(spelling: token.word)
    if !spelt.isEmpty, spelt.count <= NearIndex.holdersMax { return Match(items: spelt, length: 1, ending: nil) }
    let sound = token.sound.text
    guard sound.utf8.count >= Self.soundMin else { return nil }
    let holders = catalogue.index.items(containing: token.sound)
    if !holders.isEmpty, holders.count <= NearIndex.holdersMax { return Match(items: holders, length: 1, ending: nil) }
    let limit = sound.utf8.count >= 6 ? 0.25 : 0.2
    let neighbours = catalogue.near.neighbours(of: sound, atMost: 2, within: limit).filter(\.isSameWord)
    guard let best = neighbours.first else { return nil }
    let equals = neighbours.filter { $0.distance <= best.distance + 0.05 }
    return Match(items: equals.map(\.item), length: 1, ending: nil)
  }

  /// Up to three ids for an unknown name, best first: what is called like its last word (an unknown brand of salt is a
  /// salt), what bears its brand, what sounds somewhat like it.
  func nearest(to tokens: ArraySlice<Token>) -> [String] {
    var found: [Int] = []
    if let last = tokens.last, let word = catalogue.index.word(last.sound) {
      found += word.named.prefix(2) + word.closed.prefix(3)
    }
    if let first = tokens.first, let word = catalogue.index.word(first.sound) { found += word.opened.prefix(3) }
    for token in tokens {
      let neighbours = catalogue.near.neighbours(of: token.sound.text, atMost: 2, within: 0.25)
      found += neighbours.filter { $0.distance > 0 }.map(\.item)
    }
    var ids: [String] = []
    for item in found where !ids.contains(catalogue.item(item).id) { ids.append(catalogue.item(item).id) }
    return Array(ids.prefix(3))
  }

  /// A name that no item has, with the items to offer instead.
  func unknown(_ tokens: ArraySlice<Token>, first: [String] = []) -> ItemReference {
    let others = nearest(to: tokens).filter { !first.contains($0) }
    return .unknown(
      spoken: tokens.map(\.spoken).joined(separator: " "), nearest: Array((first + others).prefix(3)))
  }

  func reference(_ match: Match, spoken: String) -> ItemReference {
    let ids = match.items.map { catalogue.item($0).id }
    return ids.count == 1 ? .known(ids[0]) : .several(Array(ids.prefix(3)), spoken: spoken)
  }
}
