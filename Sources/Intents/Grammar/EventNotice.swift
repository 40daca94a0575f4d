import Language

/// “12 तारखेला जत्रा आहे”, “eid 21 ko hai”: what is kept here, and on which days.
struct EventNotice {
  /// By the owner's own word; of a reckoned festival its period in the ontology (`festival_eid`).
  let name: String?
  let period: String?

  init(_ reading: Reading) {
    let periods = reading.spans.compactMap { span -> String? in
      if case .period(let meaning) = span.content { meaning.named(isFuture: true) } else { nil }
    }
    period = periods.first { !$0.hasPrefix(Self.festival) }
    name = periods.first { $0.hasPrefix(Self.festival) } ?? Self.known(in: reading) ?? Self.unknown(in: reading)
  }

  private static let festival = "festival_"

  private static func known(in reading: Reading) -> String? {
    reading.tokens.first { token in words.contains(token) || token.cuts.contains { words.contains(WordKey($0.stem)) } }?
      .spoken
  }

  /// The first words that mean nothing else here.
  private static func unknown(in reading: Reading) -> String? {
    let run = reading.spans.drop { !$0.isWord }.prefix(while: \.isWord)
    return run.isEmpty ? nil : run.flatMap { reading.tokens[$0.range].map(\.spoken) }.joined(separator: " ")
  }

  private static let words: WordSet = """
    jatra जत्रा yatra यात्रा mela मेला fair urs उर्स urus उरूस palkhi पालखी shaadi shadi शादी lagna लग्न vivah विवाह wedding
    exam exams pariksha परीक्षा utsav उत्सव bhandara भंडारा bhandaara satsang सत्संग haat हाट tournament bandh बंद band
    chunav चुनाव election matdan मतदान nivadnuk निवडणूक school schools शाळा स्कूल bazaar bazar bajar बाजार बाज़ार market
    festival
    """
}
