/// `text` cut for a button or a row title, which hold `scalarsMax` Unicode scalars: at a whole word, and where one word
/// is too long already, between two characters, never inside one (“स्त्री” is six scalars and one character).
/// Empty only when the first character alone is too long.
package func fitted(_ text: String, scalarsMax: Int) -> String {
  guard text.unicodeScalars.count > scalarsMax else { return text }
  let end = endOfLastWholeCharacter(in: text, scalarsMax: scalarsMax)
  let head = text[..<end]
  let wordsEnd = text[end].isWhitespace ? end : head.lastIndex(where: \.isWhitespace)
  let cut = trimmedAtEnd(head[..<(wordsEnd ?? end)])
  return String(cut.isEmpty ? head : cut)
}

/// Never the end of `text`, which holds more scalars than allowed.
private func endOfLastWholeCharacter(in text: String, scalarsMax: Int) -> String.Index {
  var room = scalarsMax
  return text.indices.first { index in
    room -= text[index].unicodeScalars.count
    return room < 0
  } ?? text.endIndex
}

private func trimmedAtEnd(_ text: Substring) -> Substring {
  guard let last = text.lastIndex(where: { !$0.isWhitespace }) else { return "" }
  return text[...last]
}
