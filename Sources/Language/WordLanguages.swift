/// The languages that a single word may belong to, as far as the word itself tells: “kitna” is Hindi, “kiti” Marathi,
/// “bhai” one of the two, “sold” English; a name or a number says nothing.
package struct WordLanguages: OptionSet, Hashable, Sendable {
  package let rawValue: UInt8

  package init(rawValue: UInt8) { self.rawValue = rawValue }

  package static let english = WordLanguages(rawValue: 1)
  package static let hindi = WordLanguages(rawValue: 2)
  package static let marathi = WordLanguages(rawValue: 4)
  package static let indian: WordLanguages = [.hindi, .marathi]
}

/// What letters a word is written in.
package enum Script: Hashable, Sendable {
  case devanagari, roman
}

extension Token {
  /// Nil for numbers and signs.
  package var script: Script? {
    guard isWord, let first = key.unicodeScalars.first else { return nil }
    return first.isDevanagari ? .devanagari : .roman
  }

  package var languages: WordLanguages {
    guard isWord else { return [] }
    var languages = listed
    if VoiceTable.shared.contains(self) { languages.formUnion(.indian) }
    return languages.isEmpty ? inflected : languages
  }

  /// By the lists of words that only one language has.
  var listed: WordLanguages {
    var languages: WordLanguages = []
    if VoiceTable.hindi.contains(self) { languages.insert(.hindi) }
    if VoiceTable.marathi.contains(self) { languages.insert(.marathi) }
    if VoiceTable.english.contains(self) { languages.insert(.english) }
    return languages
  }

  /// By its form: a verb that only one language builds so, letters and endings of Marathi; any other word in Devanagari
  /// is of one of the two.
  var inflected: WordLanguages {
    switch VerbTable.tongue(of: self) {
    case .hindi: .hindi
    case .marathi: .marathi
    case nil: script != .devanagari ? [] : VoiceTable.hasMarathiShape(self) ? .marathi : .indian
    }
  }
}

extension SpokenText {
  /// Two scripts in one message, or words of English beside words of Hindi or Marathi.
  package var isMixed: Bool {
    let words = tokens.filter(\.isWord)
    if Set(words.compactMap(\.script)).count > 1 { return true }
    let languages = words.map(\.languages)
    return languages.contains(.english) && languages.contains { !$0.isEmpty && $0.isSubset(of: .indian) }
  }
}
