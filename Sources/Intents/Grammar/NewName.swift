import Language

/// “papad ka naam masala papad kar do”: what stands between the word for name and the verb.
enum NewName {
  static func read(_ reading: Reading) -> String? {
    let tokens = reading.tokens
    guard let start = start(in: reading) else { return nil }
    let words = tokens[start...].prefix { !stops.contains($0.key) && $0.isWord }
    return words.isEmpty ? nil : words.map(\.spoken).joined(separator: " ")
  }

  private static func start(in reading: Reading) -> Int? {
    let tokens = reading.tokens
    if let to = tokens.lastIndex(where: { ["to", "as"].contains($0.key) }) { return to + 1 }
    guard let name = reading.spans.last(where: { $0.cues.contains(.name) }) else { return nil }
    return name.range.upperBound < tokens.count ? name.range.upperBound : nil
  }

  private static let stops: Set<String> = Set(
    "kar karo kara karna kardo do rakho rakh thev theva कर करो करा करना दो रखो रख ठेव ठेवा please de कर".split(separator: " ")
      .map { Spelling.folded($0) })
}
