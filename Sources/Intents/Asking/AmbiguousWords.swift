import Language
import Measures

/// Finds the words of a message that mean two things, and says nothing of those that the sentence itself settles.
struct AmbiguousWords {
  let reading: Reading
  let finder: ItemFinder

  func ambiguities(of intent: Intent, _ slots: Slots) -> [Ambiguity] {
    [day(of: intent, slots), quarters(slots), worth(slots)].compactMap { $0 } + sumsOrRates(slots)
  }

  // MARK: पाव

  private func quarters(_ slots: Slots) -> Ambiguity? {
    guard let doubt = Quarters(tokens: reading.tokens, finder: finder).doubt(in: reading.spans),
      let line = slots.items.firstIndex(where: { $0.item == doubt.goods })
    else { return nil }
    return .quarters(line: line, count: doubt.count, bread: doubt.bread)
  }

  // MARK: “100 ka”

  /// A bare number tied to known goods by ka, ki, ke, चा: “100 ki chini”.
  private func worth(_ slots: Slots) -> Ambiguity? {
    let spans = reading.spans
    for index in spans.indices.dropFirst().dropLast() {
      guard isOf(spans[index]), let measure = spans[index - 1].measure, measure.unit == nil, measure.ending == nil,
        measure.quantity >= Self.worthMin, let goods = spans[index + 1].item ?? goodsBefore(index, in: spans),
        let line = slots.items.firstIndex(where: { $0.item == goods && $0.price == nil && $0.unit == nil })
      else { continue }
      return .worth(line: line, number: measure.quantity)
    }
    return nil
  }

  /// “chini 100 ki bechi”.
  private func goodsBefore(_ index: Int, in spans: [Span]) -> ItemReference? {
    guard index >= 2, spans[index + 1].cues.intersects(CueSet([.sold, .gave, .took])) else { return nil }
    return spans[index - 2].item
  }

  private func isOf(_ span: Span) -> Bool {
    guard case .particle = span.content, span.range.count == 1 else { return false }
    return Self.genitives.contains(reading.tokens[span.range.lowerBound].key)
  }

  /// “5 ki chini” is ₹5 or 5 g: neither is sold.
  private static let worthMin = Quantity(5)
  private static let genitives: Set<String> = Set(
    "ka ki ke ची चा चे च्या का की के cha chi che chya".split(separator: " ").map { Spelling.folded($0) })

  // MARK: “5 kilo 44”

  /// A second number with nothing beside it; of one, sum and rate are the same.
  private func sumsOrRates(_ slots: Slots) -> [Ambiguity] {
    guard slots.items.count == reading.lines.count else { return [] }
    return slots.items.indices.compactMap { index in
      let (line, draft) = (slots.items[index], reading.lines[index])
      guard let bare = draft.bare, line.amount == ItemSlots.money(bare), let quantity = line.quantity,
        quantity != Quantity(1), draft.amount == nil, draft.money == nil
      else { return nil }
      return .sumOrRate(line: index)
    }
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
