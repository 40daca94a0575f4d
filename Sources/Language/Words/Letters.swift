/// Beginnings and ends of words letter by letter. Swift compares grapheme clusters, in which a vowel sign is one with
/// its consonant: by that, “आठवड्यात” does not begin with “आठवड”.
extension String {
  package func begins(withLetters start: String) -> Bool {
    utf8.prefix(start.utf8.count).elementsEqual(start.utf8)
  }

  package func ends(withLetters end: String) -> Bool {
    let start = utf8.count - end.utf8.count
    guard start >= 0 else { return false }
    return utf8.withContiguousStorageIfAvailable { own in
      end.utf8.withContiguousStorageIfAvailable { own[start...].elementsEqual($0) }
    } == true
  }

  package func droppingLetters(_ count: Int) -> String {
    String(String.UnicodeScalarView(unicodeScalars.dropLast(count)))
  }
}
