import Language
import Measures

/// How a message was read, step by step, for whoever wonders why: `retailmind understand --explain`.
package struct Explanation: Sendable {
  package struct Word: Sendable {
    package let spoken: String
    /// Folded, as it is looked up, and how it sounds.
    package let key: String
    package let sound: String
    package let kind: String
  }

  /// Goods that a stretch of the message may be, likeliest first; 1 is a name in full.
  package struct Candidate: Sendable {
    package let words: String
    package let items: [(id: String, score: Double)]
  }

  package let normalised: String
  package let words: [Word]
  package let candidates: [Candidate]
  package let intents: [(intent: Intent, confidence: Double)]
  package let ambiguities: [Ambiguity]
  /// Each stretch with what it was taken for, then what spoke for the intents.
  package let why: [String]
}

extension Interpreter {
  package func explanation(of utterance: Utterance) -> Explanation {
    let text = SpokenText(utterance.text)
    let frame = understand(utterance)
    return Explanation(
      normalised: text.tokens.map(\.key).joined(separator: " "), words: text.tokens.map(Explanation.Word.init),
      candidates: reader.spans(of: text.tokens).compactMap { candidate($0, text.tokens) },
      intents: [(frame.intent, frame.confidence)] + frame.alternatives.map { ($0.intent, $0.confidence) },
      ambiguities: frame.ambiguities, why: explain(utterance))
  }

  /// Nil for a stretch that is no goods and sounds like none.
  private func candidate(_ span: Span, _ tokens: [Token]) -> Explanation.Candidate? {
    guard span.isItem || span.isWord else { return nil }
    var scores: [String: Double] = [:]
    let sound = tokens[span.range].map(\.sound.text).joined()
    for near in finder.catalogue.near.neighbours(of: sound, atMost: Self.candidatesMax, within: Self.distanceMax) {
      let id = finder.catalogue.item(near.item).id
      scores[id] = max(scores[id] ?? 0, 1 - near.distance)
    }
    for id in span.item?.ids ?? [] { scores[id] = max(scores[id] ?? 0, span.isGuess ? Self.guess : 1) }
    guard !scores.isEmpty else { return nil }
    let best = scores.sorted { ($0.value, $1.key) > ($1.value, $0.key) }.map { (id: $0.key, score: $0.value) }
    return Explanation.Candidate(
      words: tokens[span.range].map(\.spoken).joined(separator: " "), items: Array(best.prefix(Self.candidatesMax)))
  }

  private static let candidatesMax = 5
  private static let distanceMax = 0.5
  /// An item that is called by one word of its name only.
  private static let guess = 0.7
}

extension Explanation.Word {
  fileprivate init(_ token: Token) {
    self.init(spoken: token.spoken, key: token.key, sound: token.sound.text, kind: token.kind.name)
  }
}

extension Token.Kind {
  fileprivate var name: String {
    switch self {
    case .word: "word"
    case .number(let quantity): "number \(quantity.plain)"
    case .clock(let hour, let minute): "clock \(hour):\(minute)"
    case .dayMonth(let day, let month): "date \(day)/\(month)"
    case .mark(let mark): "\(mark)"
    }
  }
}

extension ItemReference {
  fileprivate var ids: [String] {
    switch self {
    case .known(let id): [id]
    case .several(let ids, _): ids
    case .unknown(_, let nearest): nearest
    case .pronoun, .unsaid: []
    }
  }
}

extension Ambiguity {
  /// As the rule that it falls under is called.
  package var rule: AskingRule {
    switch self {
    case .day: .dayEitherWay
    case .quarters: .quarterOrBread
    case .worth: .moneyOrMeasure
    case .sumOrRate: .sumOrRate
    }
  }
}
