/// A language, whatever its script: what somebody chose to be spoken to in. How they write decides the script.
package enum AnswerLanguage: String, Hashable, Sendable, Codable, CaseIterable {
  case english = "en"
  case hindi = "hi"
  case marathi = "mr"

  /// The voice that answers `words`; where they have no letters (a tap, “5”) the script stays as it was before.
  package func voice(answering words: String?, before: Voice?) -> Voice {
    let isRoman = words.flatMap(Self.isRoman) ?? before.map { $0 == .romanHindi || $0 == .romanMarathi } ?? false
    return switch self {
    case .english: .english
    case .hindi: isRoman ? .romanHindi : .hindi
    case .marathi: isRoman ? .romanMarathi : .marathi
    }
  }

  /// Nil where nothing was written.
  private static func isRoman(_ words: String) -> Bool? {
    var (roman, devanagari) = (0, 0)
    for scalar in words.unicodeScalars {
      if (0x900...0x97F).contains(scalar.value) {
        devanagari += 1
      } else if scalar.properties.isAlphabetic {
        roman += 1
      }
    }
    return roman + devanagari == 0 ? nil : roman > devanagari
  }
}

extension Voice {
  package var language: AnswerLanguage {
    switch self {
    case .english: .english
    case .hindi, .romanHindi: .hindi
    case .marathi, .romanMarathi: .marathi
    }
  }
}
