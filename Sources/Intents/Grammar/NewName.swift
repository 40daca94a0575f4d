import Language

/// “sev ka naam ratlami sev kar do”, “candle la moothi menbatti mhana”: what stands in quotation marks, behind the word
/// for name, or between “X ko” and the verb of calling.
enum NewName {
  static func read(_ reading: Reading) -> String? {
    let tokens = reading.tokens
    if let quoted = Quotation.first(in: tokens) { return quoted }
    guard let start = start(in: reading) else { return nil }
    let words = tokens[start...].drop(while: changing.contains).prefix {
      !stops.contains($0) && ($0.isWord || $0.number != nil)
    }
    return words.isEmpty ? nil : words.map(\.spoken).joined(separator: " ")
  }

  private static func start(in reading: Reading) -> Int? {
    let tokens = reading.tokens
    if let to = tokens.lastIndex(where: toNames.contains) { return to + 1 }
    if let name = reading.spans.last(where: { $0.cues.contains(.name) }) {
      return name.range.upperBound < tokens.count ? name.range.upperBound : nil
    }
    guard tokens.contains(where: callings.contains) else { return nil }
    return reading.spans.first { $0.ending == .to && $0.item == nil }?.range.upperBound
      ?? reading.spans.first { $0.ending == .to }?.range.upperBound
  }

  /// “naam badal ke pepsi rakho”
  private static let changing: WordSet = "badal badalkar badlun badlo ke kar बदल बदलकर बदलून के कर"
  private static let toNames: WordSet = "to as"
  private static let callings: WordSet = "mhana mhan bolo bola kaho kehna bulao म्हणा म्हण बोलो कहो कहना बोला"
  private static let stops: WordSet = """
    kar karo kara karna kardo do rakho rakh thev theva कर करो करा करना दो रखो रख ठेव ठेवा please de mhana mhan bolo bola
    kaho kehna म्हणा म्हण बोलो कहो कहना असं asa ase असे
    """
}

/// What somebody put in quotation marks.
enum Quotation {
  static func first(in tokens: [Token]) -> String? {
    guard let open = tokens.firstIndex(where: isMark), let close = tokens[(open + 1)...].firstIndex(where: isMark)
    else {
      return nil
    }
    let words = tokens[(open + 1)..<close].filter { $0.isWord || $0.number != nil }
    return words.isEmpty ? nil : words.map(\.spoken).joined(separator: " ")
  }

  private static func isMark(_ token: Token) -> Bool { ["\"", "“", "”", "„", "«", "»"].contains(token.spoken) }
}
