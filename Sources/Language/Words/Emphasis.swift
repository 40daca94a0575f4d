/// The -च of Marathi: “किलोच”, “साखरच”, “kiloch” say “just that”, and name what the bare word names. Looked for only
/// where the whole word is not known, because many words end like this: पाच is five.
package enum Emphasis {
  /// The word (folded) without its -च; nil where none hangs on it.
  package static func bare(_ word: String) -> String? {
    for (suffix, letters) in suffixes where word.ends(withLetters: suffix) {
      let stem = word.droppingLetters(letters)
      if stem.unicodeScalars.count >= stemMin { return stem }
    }
    return nil
  }

  private static let suffixes = [("च", 1), ("ch", 2)]
  /// नग is a stem, the “ma” of “mach” none.
  private static let stemMin = 2
}
