import HTTP
import Intents

extension JSON {
  /// What `understand --explain` adds to a line.
  init(_ explanation: Explanation) {
    self = .object([
      "normalised": .string(explanation.normalised),
      "tokens": .array(explanation.words.map(JSON.init(word:))),
      "candidates": .array(explanation.candidates.map(JSON.init(candidate:))),
      "intents": .array(
        explanation.intents.map {
          .object(["intent": .string($0.intent.rawValue), "confidence": .real($0.confidence)])
        }),
      "doubts": .array(explanation.ambiguities.map { .string($0.rule.rawValue) }),
      "why": .array(explanation.why.map(JSON.string)),
    ])
  }

  private init(word: Explanation.Word) {
    self = .object([
      "spoken": .string(word.spoken), "key": .string(word.key), "sound": .string(word.sound),
      "kind": .string(word.kind),
    ])
  }

  private init(candidate: Explanation.Candidate) {
    self = .object([
      "words": .string(candidate.words),
      "items": .array(candidate.items.map { .object(["id": .string($0.id), "score": .real($0.score)]) }),
    ])
  }
}
