import Language

/// Words that are two things as they are written, and what their neighbours say of them: “kam” is little or work, “to”
/// is English or the “then” of a condition.
enum Homographs {
  static func settle(_ spans: inout [Span], tokens: [Token]) {
    for index in spans.indices where spans[index].range.count == 1 {
      switch tokens[spans[index].range.lowerBound].key {
      case "kam": settleKam(&spans, at: index)
      case "to", "तो": settleTo(&spans, at: index, tokens: tokens)
      case "ki", "की": settleKi(&spans, at: index)
      default: break
      }
    }
  }

  /// “kami zala ki sang”: behind a verb and before “tell me” the ki of Marathi is a “when”.
  private static func settleKi(_ spans: inout [Span], at index: Int) {
    guard index > 0, spans[index - 1].cues.intersects(verbs) else { return }
    if spans[index...].contains(where: { $0.cues.contains(.notify) }) { spans[index].cues.insert(.condition) }
  }

  /// “aaj ka kam”, “mera kam” is work; “kaunsa maal kam hai” is little.
  private static func settleKam(_ spans: inout [Span], at index: Int) {
    let before = index > 0 ? spans[index - 1] : nil
    let isOwned = before.map { $0.ending == .of || $0.cues.contains(.mine) } ?? false
    let isOfGoods = spans.indices.contains { $0 != index && (spans[$0].isItem || spans[$0].cues.intersects(goods)) }
    if isOwned {
      spans[index].cues.subtract(CueSet([.low, .below, .lower]))
    } else if isOfGoods {
      spans[index].cues.remove(.task)
    }
  }

  private static let goods = CueSet([.stock, .item, .which, .remaining, .low, .finished, .price])

  /// A condition ends on a verb: “kam ho to”, “sampla tar”.
  private static func settleTo(_ spans: inout [Span], at index: Int, tokens: [Token]) {
    guard index > 0 else { return }
    let before = spans[index - 1]
    let isVerb = before.cues.intersects(verbs) || mayBe.contains(tokens[before.range.upperBound - 1])
    if !isVerb { spans[index].cues.remove(.condition) }
  }

  /// What may be: ho, jaye, rahe.
  private static let mayBe: WordSet =
    "ho hoye jaye jaaye jae jaae jai rahe aaye aae bache pahunche हो जाए जाये जाय रहे आए आये बचे पहुंचे"

  private static let verbs = CueSet([.past, .happened, .below, .finished, .remaining, .low, .exists, .future])
}
