import Language

/// A minus before a number: “stock -10 kar do”, “ramesh ne -500 diye”. No amount here is below zero, and to take it for ten
/// would write what nobody said: the number shows what is meant to be done, and how much is asked for.
///
/// Behind goods, a name, a number or a unit, and where one of several lines begins, a dash only parts what it stands
/// between: “chini -10 kilo, dal -5 kilo”.
enum MinusSign {
  static func stands(before index: Int, in tokens: [Token], after spans: [Span]) -> Bool {
    guard index > 0, tokens[index].number != nil, tokens[index].isAttached, signs.contains(tokens[index - 1].spoken),
      !tokens[index - 1].isAttached || index == 1
    else { return false }
    guard let before = spans.dropLast().last else { return !tokens.contains { $0.spoken == "\n" } }
    switch before.content {
    case .particle, .honorific, .period: return true
    case .cue: return !before.cues.isEmpty
    case .mark(let mark): return mark == .rupee || mark == .equals
    case .item, .measure, .unit, .clock, .lot, .person, .word: return false
    }
  }

  /// The spans without what is below zero; nil where nothing is.
  static func settled(_ spans: [Span]) -> [Span]? {
    guard spans.contains(where: \.isBelowZero) else { return nil }
    return spans.map { $0.isBelowZero ? Span(content: .cue, range: $0.range) : $0 }
  }

  private static let signs: Set<String> = ["-", "−"]
}
