import Language
import Measures

/// Finds the words of a message that mean two things, and says nothing of those that the sentence itself settles.
struct AmbiguousWords {
  let reading: Reading
  let catalogue: Catalogue

  func ambiguities(of intent: Intent, _ slots: Slots) -> [Ambiguity] {
    day(of: intent, slots).map { [$0] } ?? []
  }

  // MARK: कल, परसों

  /// A verb says which way कल points, or what is talked of does.
  private func day(of intent: Intent, _ slots: Slots) -> Ambiguity? {
    guard slots.period != nil, intent.direction == nil, !hasTense else { return nil }
    let meaning = reading.spans.lazy.compactMap { span in
      if case .period(let meaning) = span.content { meaning } else { nil }
    }.first
    switch meaning {
    case .oneDayOff: return .day(back: "yesterday", ahead: "tomorrow")
    case .twoDaysOff: return .day(back: "day_before_yesterday", ahead: "day_after_tomorrow")
    case .fixed, nil: return nil
    }
  }

  private var hasTense: Bool {
    reading.spans.contains { $0.cues.intersects(Self.tensed) } || reading.tokens.contains { isFutureForm($0.key) }
  }

  private static let tensed = CueSet([
    .past, .future, .sold, .gave, .took, .received, .purchased, .happened, .returned, .willSell, .bring, .leave, .must,
    .order, .tell, .reorder, .damaged, .expired, .finished, .write, .add, .sales, .profit, .report, .forecast,
  ])

  private func isFutureForm(_ word: String) -> Bool {
    word.unicodeScalars.count > 4 && Self.futureEndings.contains(where: word.ends(withLetters:))
  }

  private static let futureEndings = ["ega", "egi", "enge", "nar", "ेगा", "ेगी", "ेंगे", "णार", "ील"]
}
