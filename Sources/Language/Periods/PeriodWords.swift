/// Dates and spans as they are said, by their names in the ontology: “pichle hafte” is `last_week`, “15 august”
/// `date_15_08`. कल and परसों point both ways; the verb decides, so they come out undecided.
package enum PeriodWords {
  package enum Meaning: Hashable, Sendable {
    case fixed(String)
    /// कल: yesterday or tomorrow.
    case oneDayOff
    /// परसों, परवा: two days off.
    case twoDaysOff

    package func named(isFuture: Bool) -> String {
      switch self {
      case .fixed(let name): name
      case .oneDayOff: isFuture ? "tomorrow" : "yesterday"
      case .twoDaysOff: isFuture ? "day_after_tomorrow" : "day_before_yesterday"
      }
    }
  }

  package struct Reading: Hashable, Sendable {
    package let meaning: Meaning
    package let length: Int
  }

  /// The period that begins at `start`, longest first.
  package static func read(_ tokens: [Token], at start: Int) -> Reading? {
    if let counted = CountedPeriods.read(tokens, at: start) { return counted }
    if let near = neighbouring(tokens, at: start) { return near }
    guard let meaning = single(tokens[start]) else { return nil }
    return Reading(meaning: meaning, length: 1)
  }

  private static func single(_ token: Token) -> Meaning? {
    if case .dayMonth(let day, let month) = token.kind { return .fixed("date_\(two(day))_\(two(month))") }
    guard token.isWord else { return nil }
    if let meaning = PeriodTable.days[token] { return meaning }
    for cut in token.cuts {
      if let meaning = PeriodTable.days[cut.word] ?? PeriodTable.days[cut.word.appending("ा")] { return meaning }
    }
    return nil
  }

  /// “last week”, “is mahine”, “पुढच्या आठवड्यात”.
  private static func neighbouring(_ tokens: [Token], at start: Int) -> Reading? {
    guard start + 1 < tokens.count, let side = PeriodTable.sides[tokens[start]],
      let span = PeriodTable.span(of: tokens[start + 1])
    else { return nil }
    guard span != "day" else { return nil }
    return Reading(meaning: .fixed("\(side)_\(span)"), length: 2)
  }

  static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
