import Language

/// Finds people and businesses whom the shop knows, in any script: “रमेश”, “Ramesh”, “रमेशला”.
struct PeopleFinder: Sendable {
  private let bySound: [String: String]
  private let wordsMax: Int

  init(_ names: KnownNames) {
    var bySound: [String: String] = [:]
    var wordsMax = 0
    for name in names.customers + names.suppliers + names.staff {
      let words = SpokenText(name).tokens.filter(\.isWord)
      guard !words.isEmpty else { continue }
      wordsMax = max(wordsMax, words.count)
      bySound[words.map(\.sound.text).joined(separator: " ")] = name
      if bySound[words[0].sound.text] == nil { bySound[words[0].sound.text] = words[0].spoken }
    }
    self.bySound = bySound
    self.wordsMax = wordsMax
  }

  /// The name as it is spoken, without its case ending.
  func known(_ tokens: [Token], at start: Int) -> Span? {
    guard wordsMax > 0 else { return nil }
    for length in stride(from: min(wordsMax, tokens.count - start), through: 1, by: -1) {
      let part = tokens[start..<(start + length)]
      guard part.allSatisfy(\.isWord), part.allSatisfy({ Particles.ending(of: $0) == nil }) else { continue }
      if let span = span(part, start: start) { return span }
    }
    return nil
  }

  private func span(_ part: ArraySlice<Token>, start: Int) -> Span? {
    guard let last = part.last else { return nil }
    let range = start..<(start + part.count)
    let head = part.dropLast().map(\.sound.text)
    if bySound[(head + [last.sound.text]).joined(separator: " ")] != nil, last.sound.text.utf8.count >= 2 {
      return Span(content: .person(part.map(\.spoken).joined(separator: " ")), range: range)
    }
    for cut in last.cuts {
      guard bySound[(head + [SoundKey(folded: cut.stem).text]).joined(separator: " ")] != nil else { continue }
      let name = (part.dropLast().map(\.spoken) + [cut.stem]).joined(separator: " ")
      return Span(content: .person(name), range: range, ending: cut.ending)
    }
    return nil
  }
}
