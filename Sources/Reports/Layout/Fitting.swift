/// Text that must go into a space: broken into lines between words, or cut with “…”.
extension TextMeasuring {
  /// At most so many lines of about the same width, so that no word is left alone; the last one is cut where more would
  /// follow.
  func lines(of text: String, in style: TextStyle, width: Double, linesMax: Int) -> [String] {
    let words = Self.inseparable(text.prefix(charactersMax(linesMax)).split(whereSeparator: \.isWhitespace))
    let widths = words.map { size(of: $0, in: style).width }
    let breaking = LineBreaking(widths: widths, space: size(of: " ", in: style).width)
    return breaking.balanced(within: width, linesMax: linesMax).map { line in
      cut(words[line].joined(separator: " "), in: style, width: width)
    }
  }

  /// The words, a number together with what it counts: “180 kg”, “16 Nov”.
  private static func inseparable(_ words: [Substring]) -> [String] {
    words.reduce(into: []) { units, word in
      if let last = units.last, last.last?.isNumber == true, word.first?.isLetter == true {
        units[units.count - 1] = last + " " + word
      } else {
        units.append(String(word))
      }
    }
  }

  /// Whole words where that leaves most of the space filled, else whole characters: never a letter without its matra.
  func cut(_ text: String, in style: TextStyle, width: Double) -> String {
    let text = text.prefix(charactersMax(1)).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    guard size(of: text, in: style).width > width else { return text }
    let characters = Array(text)
    let fitting = longest(characters.count) { size(of: shortened(characters.prefix($0)), in: style).width <= width }
    guard fitting > 0 else { return "" }
    if let space = characters.prefix(fitting + 1).lastIndex(of: " "), space * 3 >= fitting * 2 {
      return shortened(characters.prefix(space))
    }
    return shortened(characters.prefix(fitting))
  }

  private func shortened(_ characters: ArraySlice<Character>) -> String {
    var kept = characters
    while let last = kept.last, last.isWhitespace || "-–,.;:/(&+".contains(last) { kept.removeLast() }
    return String(kept) + "…"
  }

  /// The largest count for which it holds; it holds for all below that.
  private func longest(_ count: Int, _ fits: (Int) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high + 1) / 2
      if fits(middle) { low = middle } else { high = middle - 1 }
    }
    return low
  }

  /// No line of ours holds more; what nobody will see need not be measured.
  private func charactersMax(_ lines: Int) -> Int { 160 * lines }
}
