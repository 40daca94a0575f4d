import Language

/// Finds the people of a message: unknown words that stand where names stand (“ramesh ko”, “to anil”, “रमेशला”,
/// “yadav ji”), and goods that are a business here (“balaji se”).
enum People {
  static func settle(_ spans: inout [Span], tokens: [Token]) {
    let cues = spans.reduce(into: CueSet()) { $0.formUnion($1.cues) }
    keepUnfused(&spans, tokens: tokens)
    var index = 0
    while index < spans.count {
      let run = run(from: index, in: spans, tokens: tokens, cues: cues)
      guard !run.isEmpty else {
        index += 1
        continue
      }
      if let marker = marker(of: run, in: spans, tokens: tokens, cues: cues) {
        name(run, marker, in: &spans, tokens: tokens)
      }
      index = max(run.upperBound, index + 1)
    }
  }

  /// Only Marathi hangs its case endings on a roman name: “umbrella” and “xyzcola” are not to anybody.
  private static func keepUnfused(_ spans: inout [Span], tokens: [Token]) {
    let isMarathi = VoiceDetector.speaksMarathi(tokens)
    for index in spans.indices where spans[index].isWord && spans[index].ending != nil {
      let token = tokens[spans[index].range.lowerBound]
      let isCounted = index > 0 && spans[index - 1].measure != nil
      if isCounted || isInfinitive(token) || (token.isRoman && !isMarathi) { spans[index].ending = nil }
    }
  }

  /// “करायला”, “dyayla”: to do, and no name in the dative.
  private static func isInfinitive(_ token: Token) -> Bool {
    ["ायला", "ायचा", "ायची", "ायचे", "ayla", "aycha", "aychi", "ayche"].contains(where: token.key.ends(withLetters:))
  }

  /// Up to three words in a row that may be a name, a business word included.
  private static func run(from start: Int, in spans: [Span], tokens: [Token], cues: CueSet) -> Range<Int> {
    var end = start
    while end < spans.count, end - start < 3 {
      let span = spans[end]
      let isBusiness = tokens[span.range.lowerBound].isWord && Particles.isBusiness(tokens[span.range.lowerBound])
      if deeds.contains(tokens[span.range.lowerBound]) { break }
      guard
        span.isWord || span.person != nil || isBusiness
          || (end == start && mayBeName(end, in: spans, tokens: tokens, cues: cues))
      else { break }
      end += 1
      if span.ending != nil, span.isWord || isBusiness { break }
    }
    return start..<end
  }

  /// “paise dene ko bolo”: what somebody is told to do, and nobody's name.
  private static let deeds: WordSet =
    "dene dena chukane chukana karne bharne lautane देने देना चुकाने चुकाना करने भरने लौटाने"

  /// A known word that is a surname or a business here: an item beside other goods, or a word before “ji” or “agency”.
  private static func mayBeName(_ index: Int, in spans: [Span], tokens: [Token], cues: CueSet) -> Bool {
    let span = spans[index]
    guard span.range.count == 1 else { return false }
    guard index + 1 < spans.count else { return span.isItem && isSender(index, in: spans, tokens: tokens, cues: cues) }
    let next = spans[index + 1]
    let follows = next.isHonorific || Particles.isBusiness(tokens[next.range.lowerBound])
    if span.isItem {
      let hasOther = spans.indices.contains { $0 != index && spans[$0].isItem }
      let isPostposed = !Particles.standsBefore(tokens[next.range.lowerBound])
      let isFrom = isPostposed && (next.ending == .from || next.ending == .to)
      let isBehind = index > 0 && [CaseEnding.to, .from].contains(spans[index - 1].ending)
      let isCounted = index > 0 && spans[index - 1].measure != nil
      if span.isGuess, !isCounted, isFrom || next.ending == .by || asks(before: index, in: spans) { return true }
      return follows || (hasOther && !isCounted && (isFrom || isBehind) && cues.intersects(trade))
    }
    guard case .cue = span.content, !span.cues.intersects(neverNames) else { return false }
    return follows || (index == 0 && isParticle(next) && next.ending == .to && spans.contains { $0.measure != nil })
  }

  /// “order 5 boxes pepsi from balaji”: a name of goods behind “from”, where other goods are dealt in.
  private static func isSender(_ index: Int, in spans: [Span], tokens: [Token], cues: CueSet) -> Bool {
    guard index > 0, tokens[spans[index - 1].range.lowerBound].key == "from", cues.intersects(trade) else {
      return false
    }
    return spans[..<index].contains(where: \.isItem)
  }

  private static func asks(before index: Int, in spans: [Span]) -> Bool {
    index > 0 && spans[index - 1].cues.contains(.tell) && spans[index - 1].range.count == 1
  }

  /// Dealings in which a name that is also goods (Balaji) is a business.
  private static let trade = CueSet([
    .order, .placeOrder, .bring, .purchased, .received, .sold, .gave, .took, .tell, .add, .imperative,
  ])

  private static let neverNames = CueSet([
    .greet, .thanks, .yes, .no, .stock, .price, .account, .credit, .alert, .list, .cash, .upi, .must, .negation, .show,
    .mine, .pronoun, .data, .order, .shop, .customer, .imperative, .past, .sold, .gave, .took, .received, .purchased,
    .sales,
    .item, .report, .help, .and, .howMuch, .what, .task, .delivery, .money, .total, .competitor, .undo, .human,
    .expense,
    .every, .low, .cart, .condition, .threshold, .recommend, .good,
  ])

  private static func isParticle(_ span: Span) -> Bool { if case .particle = span.content { true } else { false } }

  /// What says that the run is a name, or nil when nothing does.
  private static func marker(of run: Range<Int>, in spans: [Span], tokens: [Token], cues: CueSet) -> CaseEnding? {
    guard let last = run.last else { return nil }
    let after = last + 1 < spans.count ? spans[last + 1] : nil
    let isKnown = spans[run.lowerBound].person != nil
    let isBusiness = Particles.isBusiness(tokens[spans[last].range.lowerBound])
    if let after, after.isHonorific { return after.ending ?? following(last + 2, in: spans) ?? .by }
    if let after, isPostposed(after, tokens), let ending = after.ending,
      marks(ending, cues: cues, isSure: isKnown || isBusiness)
    {
      return ending
    }
    if let ending = spans[last].ending, marks(ending, cues: cues, isSure: isKnown || isBusiness), !spans[last].isItem {
      return ending
    }
    if run.lowerBound > 0, let ending = english(before: run.lowerBound, in: spans, tokens: tokens, cues: cues) {
      return ending
    }
    if leads(run, in: spans, tokens: tokens, cues: cues) { return .by }
    if let after, owns(after, cues) { return .of }
    if let after, after.cues.intersects(doings), isUncounted(run, in: spans) { return .by }
    if run.count == 1, run.lowerBound == 0, after?.measure != nil, cues.intersects(CueSet([.returned, .took])) {
      return .by
    }
    if isKnown { return .by }
    return run.count == 1 && cues.intersects(dealt) && isCommonName(run.lowerBound, in: spans, tokens: tokens)
      ? .by : nil
  }

  /// “2 dahi wapas kar gaya salim”: a name that many bear needs no mark, unless it is counted.
  private static func isCommonName(_ index: Int, in spans: [Span], tokens: [Token]) -> Bool {
    isUncounted(index..<(index + 1), in: spans) && CommonNames.holds(tokens[spans[index].range.lowerBound])
  }

  /// “salma 2 kilo maida”: who bought stands first, when goods that have a name of their own follow.
  private static func leads(_ run: Range<Int>, in spans: [Span], tokens: [Token], cues: CueSet) -> Bool {
    guard run.lowerBound == 0, run.upperBound + 1 < spans.count, spans[run.upperBound].measure?.unit != nil,
      !isInfinitive(tokens[spans[0].range.lowerBound])
    else { return false }
    return spans[run.upperBound + 1].isItem
  }

  private static func isPostposed(_ span: Span, _ tokens: [Token]) -> Bool {
    isParticle(span) && !Particles.standsBefore(tokens[span.range.lowerBound])
  }

  /// “ganesh's account”, “anil balance”.
  private static func owns(_ after: Span, _ cues: CueSet) -> Bool {
    after.cues.intersects(CueSet([.account, .balance, .credit])) && after.measure == nil && !cues.contains(.new)
  }

  /// A number before an unknown word makes it goods.
  private static func isUncounted(_ run: Range<Int>, in spans: [Span]) -> Bool {
    run.lowerBound == 0 || spans[run.lowerBound - 1].measure == nil
  }

  private static func following(_ index: Int, in spans: [Span]) -> CaseEnding? {
    guard index < spans.count, isParticle(spans[index]) else { return nil }
    return spans[index].ending
  }

  /// ko, ne and se mark people; ka, pe and pas mark people only where money is owed.
  private static func marks(_ ending: CaseEnding, cues: CueSet, isSure: Bool) -> Bool {
    switch ending {
    case .to, .by, .from:
      isSure || cues.intersects(dealt) || !cues.intersects(CueSet([.price, .remove, .threshold, .priceAsk]))
    case .of, .on, .at:
      isSure || cues.intersects(CueSet([.credit, .account, .balance, .remind, .paid, .task, .shift, .leave]))
    case .sake: isSure || cues.contains(.credit)
    case .within, .than, .until: false
    }
  }

  private static let dealt = CueSet([.sold, .gave, .took, .returned])

  /// “to anil”, “from balaji”, “for anil”, “tell mohit”.
  private static func english(before start: Int, in spans: [Span], tokens: [Token], cues: CueSet) -> CaseEnding? {
    let key = tokens[spans[start].range.lowerBound - 1].key
    switch key {
    case "to":
      return cues.intersects(CueSet([.price, .set, .threshold])) && !cues.intersects(CueSet([.sold, .gave])) ? nil : .to
    case "from": return .from
    case "for": return cues.contains(.credit) || cues.contains(.remind) ? .to : nil
    case "tell", "ask", "assign", "remind", "nudge", "ping", "call", "message": return .to
    default: return nil
    }
  }

  private static let doings = CueSet([.gave, .took, .paid, .returned, .purchased, .credit])

  private static func name(_ run: Range<Int>, _ marker: CaseEnding, in spans: inout [Span], tokens: [Token]) {
    guard let first = run.first, let last = run.last else { return }
    let words = run.map {
      spoken(spans[$0], tokens: tokens, isFused: $0 == last && isFused(last, in: spans, tokens: tokens))
    }
    let person = Span(
      content: .person(words.joined(separator: " ")),
      range: spans[first].range.lowerBound..<spans[last].range.upperBound,
      ending: marker)
    spans.replaceSubrange(run, with: [person])
  }

  /// The case ending hangs on the name itself (रमेशला) and does not stand beside it: Meena in “meena ko” loses nothing.
  private static func isFused(_ last: Int, in spans: [Span], tokens: [Token]) -> Bool {
    if last + 1 < spans.count, isParticle(spans[last + 1]) || spans[last + 1].isHonorific { return false }
    let start = spans[last].range.lowerBound
    return start == 0 || !namers.contains(tokens[start - 1])
  }

  private static let namers: WordSet = "to from for tell ask remind assign"

  /// As typed, without a case ending that is fused with it.
  private static func spoken(_ span: Span, tokens: [Token], isFused: Bool) -> String {
    if let person = span.person { return person }
    let typed = tokens[span.range].map(\.spoken).joined(separator: " ")
    let word = tokens[span.range.upperBound - 1]
    guard isFused, span.ending != nil || Particles.isBusiness(word),
      let cut = word.cuts.first(where: { $0.letters >= 3 })
    else { return typed }
    return withoutPlural(cut.stem)
  }

  /// Respect is a plural in Marathi: पवारांना is पवार.
  private static func withoutPlural(_ stem: String) -> String {
    for plural in ["ां", "ं"] where stem.ends(withLetters: plural) {
      return stem.droppingLetters(plural.unicodeScalars.count)
    }
    return stem
  }
}
