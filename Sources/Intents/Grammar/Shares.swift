import Language
import Measures

/// “chini aur dal 2-2 kilo”, “das das packet”, “दोन्ही अर्धा-अर्धा किलो”: an amount that is said twice, or of both, is
/// that much of each.
enum Shares {
  static func settle(_ spans: inout [Span], tokens: [Token]) {
    var index = 0
    while index < spans.count {
      if spans[index].measure != nil { join(&spans, at: index, tokens: tokens) }
      if spans[index].measure?.unit != nil, index + 1 < spans.count,
        eachBehind.contains(tokens[spans[index + 1].range.lowerBound])
      {
        spans[index].isOfEach = true
      }
      index += 1
    }
    let isOfAll = tokens.contains { ofAll.contains($0) }
    guard isOfAll, let only = spans.indices.filter({ spans[$0].measure != nil }).first else { return }
    spans[only].isOfEach = true
  }

  private static func join(_ spans: inout [Span], at index: Int, tokens: [Token]) {
    let isDashed = index + 1 < spans.count && spans[index + 1].isMark(.dash)
    let next = isDashed ? index + 2 : index + 1
    guard next < spans.count, let first = spans[index].measure, let second = spans[next].measure,
      first.quantity == second.quantity, first.unit == nil || first.unit == second.unit,
      first.unit != nil || second.unit != nil || isDashed || tokens[spans[index].range.lowerBound].isWord
    else { return }
    var joined = spans[next]
    joined.isOfEach = true
    spans.replaceSubrange(
      index...next,
      with: [
        Span(
          content: joined.content, range: spans[index].range.lowerBound..<joined.range.upperBound, cues: joined.cues,
          ending: joined.ending, isOfEach: true)
      ])
  }

  /// “one kg each of sugar, rice and besan”.
  private static let eachBehind: WordSet = "each apiece"

  private static let ofAll: WordSet = """
    dono donon donho doghe doghanche both teeno teenon tino दोनों दोनो दोन्ही तीनों तिन्ही donhi tinhi
    pratyeki प्रत्येकी
    """
}
