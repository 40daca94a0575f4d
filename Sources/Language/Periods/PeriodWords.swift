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
    if let phrase = phrase(tokens, at: start) { return phrase }
    if let counted = CountedPeriods.read(tokens, at: start) { return counted }
    if let near = neighbouring(tokens, at: start) { return near }
    if let festival = festival(tokens, at: start) { return festival }
    guard let meaning = single(tokens[start]) ?? current(tokens, at: start) else { return nil }
    return Reading(meaning: meaning, length: 1)
  }

  private static func phrase(_ tokens: [Token], at start: Int) -> Reading? {
    let found = PeriodTable.phrases.first { phrase in
      phrase.words.count <= tokens.count - start && zip(phrase.words, tokens[start...]).allSatisfy { $0 == $1.key }
    }
    return found.map { Reading(meaning: $0.meaning, length: $0.words.count) }
  }

  /// “mahinyacha report”, “हफ्ते का हिसाब”: the one that runs.
  private static func current(_ tokens: [Token], at start: Int) -> Meaning? {
    if PeriodTable.financialYears.contains(tokens[start]) { return .fixed("this_financial_year") }
    guard let span = PeriodTable.span(of: tokens[start]), span != "day" else { return nil }
    let next = start + 1 < tokens.count ? tokens[start + 1] : nil
    let isOwner = tokens[start].cuts.contains { $0.ending == .of } || next.map(PeriodTable.genitives.contains) ?? false
    return isOwner ? .fixed("this_\(span)") : nil
  }

  private static func single(_ token: Token) -> Meaning? {
    if case .dayMonth(let day, let month) = token.kind { return .fixed("date_\(two(day))_\(two(month))") }
    guard token.isWord else { return nil }
    if let meaning = PeriodTable.days[token] { return meaning }
    for cut in token.cuts {
      if let meaning = PeriodTable.days[cut.word] ?? PeriodTable.days[cut.word.appending("ा")] { return meaning }
    }
    return PeriodTable.heard(token)
  }

  /// “last week”, “is mahine”, “पुढच्या आठवड्यात”.
  private static func neighbouring(_ tokens: [Token], at start: Int) -> Reading? {
    if let year = financialYear(tokens, at: start) { return year }
    guard start + 1 < tokens.count, let side = PeriodTable.sides[tokens[start]] else { return nil }
    let next = tokens[start + 1]
    if let span = PeriodTable.span(of: next) {
      return span == "day" ? nil : Reading(meaning: .fixed("\(side)_\(span)"), length: 2)
    }
    if PeriodTable.financialYears.contains(next) {
      return Reading(meaning: .fixed("\(side)_financial_year"), length: 2)
    }
    // “pichle mangalvar”, “last Diwali”: the day says it, and the tense says which.
    if let festival = festival(tokens, at: start + 1) {
      return Reading(meaning: festival.meaning, length: 1 + festival.length)
    }
    guard let meaning = single(next), case .fixed(let name) = meaning, name.begins(withLetters: "weekday") else {
      return nil
    }
    return Reading(meaning: meaning, length: 2)
  }

  /// “makar sankranti”, “होळीपर्यंत”.
  private static func festival(_ tokens: [Token], at start: Int) -> Reading? {
    FestivalWords.read(tokens, at: start).map {
      Reading(meaning: .fixed(FestivalWords.period(of: $0.festivals)), length: $0.length)
    }
  }

  /// “is vitta varsh”, “last financial year”.
  private static func financialYear(_ tokens: [Token], at start: Int) -> Reading? {
    let side = PeriodTable.sides[tokens[start]]
    let first = side == nil ? start : start + 1
    guard first + 1 < tokens.count, PeriodTable.ofMoney.contains(tokens[first]),
      PeriodTable.span(of: tokens[first + 1]) == "year"
    else { return nil }
    return Reading(meaning: .fixed("\(side ?? "this")_financial_year"), length: first + 2 - start)
  }

  static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
