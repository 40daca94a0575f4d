import Language

/// What a plural may be the plural of: potatoes → potato, अंडों → अंडा, मैदे → मैदा.
enum Plurals {
  static func singulars(of word: String) -> [String] {
    for (ending, singulars) in endings where word.ends(withLetters: ending) {
      let stem = word.droppingLetters(ending.unicodeScalars.count)
      if stem.unicodeScalars.count >= 2 { return singulars.map { stem + $0 } }
    }
    return []
  }

  /// The longest ending first.
  private static let endings: [(String, [String])] = [
    ("ies", ["y"]), ("es", ["", "e"]), ("s", [""]), ("ों", ["ा", "", "े"]), ("ें", ["", "ी"]), ("े", ["ा"]),
    ("on", ["", "a", "e"]), ("yan", ["i"]), ("ya", ["i", "a"]), ("्या", ["ी", "ा"]), ("e", ["a"]),
  ]
}
