import Language
import Measures

/// Cuts a message into spans, left to right: the longest known name, number, period or phrase first.
struct Reader: Sendable {
  let finder: ItemFinder
  let people: PeopleFinder
  let cues: CueLexicon

  func spans(of tokens: [Token]) -> [Span] {
    var spans: [Span] = []
    var index = 0
    while index < tokens.count {
      var span = span(in: tokens, at: index, after: spans)
      if span.measure != nil { span.isBelowZero = MinusSign.stands(before: index, in: tokens, after: spans) }
      if case .cue = span.content, span.range.count == 1 { span.otherwise = homograph(in: tokens, at: index) }
      spans.append(span)
      index = span.range.upperBound
    }
    Homographs.settle(&spans, tokens: tokens)
    return IdleGuesses.dropped(from: spans)
  }

  private func span(in tokens: [Token], at index: Int, after spans: [Span]) -> Span {
    let token = tokens[index]
    if let mark = token.mark { return Span(content: .mark(mark), range: index..<(index + 1), cues: signCues(token)) }
    if case .clock(let hour, let minute) = token.kind {
      return Span(content: .clock(hour: hour, minute: minute), range: index..<(index + 1))
    }
    if isFreeOf(tokens, at: index) { return Span(content: .word, range: index..<(index + 2)) }
    if isHowOften(tokens, at: index) { return Span(content: .cue, range: index..<(index + 2)) }
    let phrase = cues.phrase(in: tokens, at: index)
    if let named = item(in: tokens, at: index, after: spans), named.range.count >= phrase?.length ?? 0 { return named }
    if let phrase { return self.phrase(phrase.cues, tokens, index..<(index + phrase.length)) }
    return value(in: tokens, at: index, after: spans) ?? word(in: tokens, at: index, after: spans)
  }

  /// “sugar free biscuit” is no sugar.
  private func isFreeOf(_ tokens: [Token], at index: Int) -> Bool {
    index + 1 < tokens.count && tokens[index].isWord && Self.free.contains(tokens[index + 1])
      && finder.named(tokens, at: index) != nil
  }

  private static let free: WordSet = "free फ्री"

  /// “ek baar dekho”, “दोन वेळा”: how often, and no amount of anything.
  private func isHowOften(_ tokens: [Token], at index: Int) -> Bool {
    index + 1 < tokens.count && Self.times.contains(tokens[index + 1])
      && NumberWords.read(tokens, at: index)?.length == 1
  }

  private static let times: WordSet = "baar बार dafa दफा दफ़ा vela वेळा"

  /// A phrase says what it says beside what its words say.
  private func phrase(_ own: CueSet, _ tokens: [Token], _ range: Range<Int>) -> Span {
    var all = own
    for token in tokens[range] { all.formUnion(cues.spelt(token)) }
    return Span(content: .cue, range: range, cues: all)
  }

  private func signCues(_ token: Token) -> CueSet { cues.cues(of: token) ?? CueSet() }

  // MARK: items

  private func item(in tokens: [Token], at index: Int, after spans: [Span]) -> Span? {
    guard let match = finder.named(tokens, at: index) else { return nil }
    let range = index..<(index + match.length)
    if match.length == 1, !mayBeItem(tokens, at: index, after: spans) { return nil }
    let reference = finder.reference(match, spoken: spoken(tokens[range]))
    var span = Span(content: .item(reference), range: range, ending: match.ending)
    span.isGuess = match.isFaint
    span.category = CategoryWords.category(of: tokens[range.upperBound - 1], in: finder.catalogue.categories)
    return span
  }

  /// A word that also does another job (kela: banana, did) is an item only where goods are counted or asked about.
  private func mayBeItem(_ tokens: [Token], at index: Int, after spans: [Span]) -> Bool {
    guard isCommonWord(tokens, at: index) else { return true }
    guard !spans.contains(where: \.isItem), !finder.isFunctionOnly(tokens[index]) else { return false }
    let next = index + 1 < tokens.count ? tokens[index + 1] : nil
    if let measure = spans.last?.measure { return isCounted(by: measure, next: next) }
    guard let next else { return false }
    let isAskedAtOnce = isAboutGoods(next)
    let isOwner = Particles.ending(of: next) == .of
    let isAsked = isAskedAtOnce || isOwner
    if finder.isFunctionWord(tokens[index]) {
      // “kele ka bhav”; not the question “ale ka koni” (did anybody come)
      guard index == 0, isAskedAtOnce || !isOwner || tokens[2...].contains(where: isAboutGoods) else { return false }
      guard let measure = SpokenMeasure.read(tokens, at: 1), measure.unit != nil else { return isAsked }
      return finder.named(tokens, at: 1 + measure.length) == nil
    }
    return isAsked || (spans.last?.cues.contains(.howMuch) ?? false) && UnitWords.read(next) == nil
  }

  /// What a word that does another job here would be as goods.
  private func homograph(in tokens: [Token], at index: Int) -> ItemReference? {
    let token = tokens[index]
    if let category = CategoryWords.category(of: token, in: finder.catalogue.categories),
      let group = finder.group(token, of: category)
    {
      return finder.reference(group, spoken: token.spoken)
    }
    guard isCommonWord(tokens, at: index), !finder.isFunctionOnly(token), let match = finder.named(tokens, at: index),
      match.length == 1, !match.isFaint
    else { return nil }
    return finder.reference(match, spoken: token.spoken)
  }

  private func isAboutGoods(_ token: Token) -> Bool {
    (cues.cues(of: token) ?? CueSet()).intersects(Self.aboutGoods)
  }

  /// “1 dozen kele”, “2 kele beche”; not “500 ale” (500 came).
  private func isCounted(by measure: SpokenMeasure, next: Token?) -> Bool {
    if measure.unit != nil { return true }
    guard measure.quantity <= Quantity(100), let next else { return false }
    return (cues.cues(of: next) ?? CueSet()).intersects(
      CueSet([.sold, .gave, .took, .received, .purchased, .want, .and]))
  }

  private static let aboutGoods = CueSet([
    .howMuch, .priceAsk, .price, .stock, .exists, .remaining, .available, .finished,
  ])

  private func isCommonWord(_ tokens: [Token], at index: Int) -> Bool {
    let token = tokens[index]
    return finder.isFunctionWord(token) || PeriodWords.read(tokens, at: index) != nil
      || NumberWords.read(tokens, at: index) != nil || UnitWords.read(token) != nil
  }

  // MARK: numbers, periods, names

  private func value(in tokens: [Token], at index: Int, after spans: [Span]) -> Span? {
    if let period = PeriodWords.read(tokens, at: index) {
      return Span(
        content: .period(period.meaning), range: index..<(index + period.length),
        cues: cues.cues(of: tokens[index]) ?? CueSet())
    }
    if let measure = measure(in: tokens, at: index, after: spans) { return measure }
    if let unit = UnitWords.read(tokens[index]), !UnitWords.needsNumber(tokens[index]) || unit.ending != nil {
      return Span(content: .unit(unit.unit), range: index..<(index + 1), ending: unit.ending)
    }
    if let person = people.known(tokens, at: index) { return person }
    return nil
  }

  private func measure(in tokens: [Token], at index: Int, after spans: [Span]) -> Span? {
    guard let measure = SpokenMeasure.read(tokens, at: index) else { return nil }
    let range = index..<(index + measure.length)
    if measure.isDoubtful, !counts(tokens, range: range, after: spans) { return nil }
    var span = Span(content: .measure(measure), range: range, ending: measure.ending)
    if measure.length == 1 { span.cues = cues.spelt(tokens[index]) }
    return span
  }

  /// A doubtful number (do, tin, one) counts when goods or a unit follow, or when it stands alone.
  private func counts(_ tokens: [Token], range: Range<Int>, after spans: [Span]) -> Bool {
    let token = tokens[range.lowerBound]
    let key = token.key
    if isDoubled(tokens, range) { return true }
    if range.upperBound == tokens.count { return Self.countsAtEnd.contains(token) || tokens.count == 1 && key != "do" }
    if key == "do" || key == "दो", let before = spans.last, !before.cues.isEmpty, !before.isItem,
      !before.cues.intersects(CueSet([.and])), finder.named(tokens, at: range.upperBound) == nil
    {
      return false
    }
    let next = tokens[range.upperBound]
    if cues.cues(of: next)?.contains(.customer) ?? false { return false }
    if Self.sureBeforeWords.contains(token) { return true }
    return UnitWords.read(next) != nil || finder.named(tokens, at: range.upperBound) != nil
      || cues.cues(of: next)?.intersects(CueSet([.rupees, .oneOf, .ordinal, .correction, .negation])) ?? false
  }

  /// “do do kilo”, “tin-tin packet”: so much of each.
  private func isDoubled(_ tokens: [Token], _ range: Range<Int>) -> Bool {
    let next = range.upperBound < tokens.count && tokens[range.upperBound].mark == .dash ? 1 : 0
    let again = range.upperBound + next
    guard again < tokens.count, tokens[again].key == tokens[range.lowerBound].key, again + 1 < tokens.count else {
      return false
    }
    return UnitWords.read(tokens[again + 1]) != nil || finder.named(tokens, at: again + 1) != nil
  }

  private static let countsAtEnd: WordSet = "ek एक das sola tis vis sau bara saath char"
  private static let sureBeforeWords: WordSet = "das sau char tis vis sola saath दो ek एक"

  /// “biscuit 5 rupay wale 10 packet”: the amount of a group may stand some words behind it.
  private static let reach = 4

  /// A measure with its unit stands before or behind: “5 litre oil”, “तेल 5 लिटर”.
  private func isCounted(in tokens: [Token], at index: Int, after spans: [Span]) -> Bool {
    if let measure = spans.last?.measure, measure.unit != nil { return true }
    return (1...Self.reach).contains { SpokenMeasure.read(tokens, at: index + $0)?.unit != nil }
  }

  // MARK: words

  private func word(in tokens: [Token], at index: Int, after spans: [Span]) -> Span {
    let token = tokens[index]
    let range = index..<(index + 1)
    let known = cues.cues(of: token)
    let category = CategoryWords.category(of: token, in: finder.catalogue.categories)
    if let ending = Particles.ending(of: token) {
      return Span(content: .particle, range: range, cues: known ?? CueSet(), ending: ending)
    }
    if Particles.isHonorific(token) {
      return Span(
        content: .honorific, range: range, cues: known ?? CueSet(), ending: token.cuts.first?.ending
      )
    }
    if let category, known == nil || !spans.contains(where: \.isItem), isCounted(in: tokens, at: index, after: spans),
      let group = finder.group(token, of: category)
    {
      return Span(content: .item(finder.reference(group, spoken: token.spoken)), range: range, category: category)
    }
    if let known { return Span(content: .cue, range: range, cues: known, category: category) }
    if category != nil { return Span(content: .cue, range: range, category: category) }
    if FillerWords.holds(token) { return Span(content: .cue, range: range) }
    guard token.isWord else { return Span(content: .cue, range: range) }
    if !Particles.isBusiness(token), let guess = finder.guessed(token) {
      var span = Span(content: .item(finder.reference(guess, spoken: token.spoken)), range: range)
      span.isGuess = true
      return span
    }
    if let own = CategoryWords.ownName(token, in: finder.catalogue.categories) {
      return Span(content: .cue, range: range, category: own)
    }
    return Span(content: .word, range: range, ending: token.cuts.first?.ending)
  }

  private func spoken(_ tokens: ArraySlice<Token>) -> String { tokens.map(\.spoken).joined(separator: " ") }
}

extension ItemFinder {
  /// Words that are never goods, whatever stands around them.
  func isFunctionOnly(_ token: Token) -> Bool { Self.never.contains(token) }

  private static let never: WordSet = "ka ki ke ko kal कल काल do ek no sale mai मे pe"
}
