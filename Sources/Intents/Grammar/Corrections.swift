import Language

/// “5 nahi 15 kilo”, “sorry 15”, “13 not 3”, “anil nahi sunil”: within one message the last word wins, so what was
/// taken back is struck out before anything else is read.
enum Corrections {
  /// Strikes out in place; true when something was replaced.
  static func settle(_ spans: inout [Span], tokens: [Token]) -> Bool {
    var replaced = exchange(&spans)
    for index in spans.indices where isTurn(spans[index]) {
      if strikesLine(around: index, in: &spans) {
        replaced = true
        continue
      }
      let isEnglishNot = namesOldNext(tokens, at: spans[index].range.lowerBound)
      guard let struck = struck(around: index, in: spans, isEnglishNot: isEnglishNot) else { continue }
      strike(struck, in: &spans)
      replaced = true
    }
    return replaced
  }

  /// What follows “not” and “instead of” is what does not hold; what stands before “nahi” and “ऐवजी” does not either.
  private static func namesOldNext(_ tokens: [Token], at index: Int) -> Bool {
    if tokens[index].key == "not" { return true }
    return tokens[index].key == "instead" && index + 1 < tokens.count && tokens[index + 1].key == "of"
  }

  private static func strike(_ struck: Int, in spans: inout [Span]) {
    carryUnit(from: struck, in: &spans)
    spans[struck].content = .cue
    spans[struck].cues = CueSet()
    spans[struck].ending = nil
  }

  /// “do lux nahi teen colgate”: goods with their amount give way to goods with theirs.
  private static func strikesLine(around index: Int, in spans: inout [Span]) -> Bool {
    guard let item = neighbour(of: index, in: spans, step: -1), let amount = neighbour(of: index, in: spans, step: 1),
      spans[item].isItem, item > 0, spans[item - 1].measure != nil, spans[amount].measure != nil,
      amount + 1 < spans.count, spans[amount + 1].isItem
    else { return false }
    for struck in [item - 1, item] { strike(struck, in: &spans) }
    return true
  }

  /// “andi 6 chi 12 kara”: of six make twelve.
  private static func exchange(_ spans: inout [Span]) -> Bool {
    guard spans.count >= 4, spans.contains(where: { $0.cues.intersects(CueSet([.set, .imperative])) }) else {
      return false
    }
    for index in spans.indices.dropLast(2) {
      guard let old = spans[index].measure, let new = spans[index + 2].measure, isParticle(spans[index + 1]),
        spans[index + 1].ending == .of, old.unit == nil || old.unit == new.unit
      else { continue }
      strike(index, in: &spans)
      return true
    }
    return false
  }

  private static func isTurn(_ span: Span) -> Bool {
    span.cues.intersects(CueSet([.negation, .correction])) && span.measure == nil && !span.isItem
  }

  private static func struck(around index: Int, in spans: [Span], isEnglishNot: Bool) -> Int? {
    let before = neighbour(of: index, in: spans, step: -1)
    let after = neighbour(of: index, in: spans, step: 1)
    if let after, isEnglishNot,
      before.map({ isAlike(spans[$0], spans[after]) }) ?? (hasOther(after, in: spans) || hasNext(after, in: spans))
    {
      return after
    }
    if let before, let after, isAlike(spans[before], spans[after]) { return isEnglishNot ? after : before }
    if let before, let after, let counted = amount(of: before, givingWayTo: after, in: spans) {
      return isEnglishNot ? after : counted
    }
    if let before, spans[before].measure != nil, index == spans.indices.last, hasOther(before, in: spans) {
      return before
    }
    return nil
  }

  /// “5 kilo gud becha, nahi 3 kilo”: the goods stand between the two amounts, and are the same.
  private static func amount(of item: Int, givingWayTo new: Int, in spans: [Span]) -> Int? {
    guard spans[item].isItem, item > 0, let old = spans[item - 1].measure, let measure = spans[new].measure,
      !isMoney(new, in: spans), measure.unit == nil || old.unit == nil || measure.unit == old.unit
    else { return nil }
    return item - 1
  }

  private static func isMoney(_ index: Int, in spans: [Span]) -> Bool {
    [index - 1, index + 1].contains { spans.indices.contains($0) && NumberRoles.isRupees(spans[$0]) }
  }

  /// The nearest name, item or number on one side, over pauses, particles and further “nahi”.
  private static func neighbour(of index: Int, in spans: [Span], step: Int) -> Int? {
    var position = index + step
    var passed = 0
    while spans.indices.contains(position), passed < 3 {
      let span = spans[position]
      if span.measure != nil || span.isItem || span.isWord || span.person != nil { return position }
      let isDeed = step < 0 && span.cues.contains(.happened)
      let isPassable = isDeed || span.isPause || isTurn(span) || isParticle(span) || span.isHonorific || isUnit(span)
      guard isPassable else { return nil }
      position += step
      passed += 1
    }
    return nil
  }

  private static func isParticle(_ span: Span) -> Bool { if case .particle = span.content { true } else { false } }
  private static func isUnit(_ span: Span) -> Bool { if case .unit = span.content { true } else { false } }

  private static func isAlike(_ left: Span, _ right: Span) -> Bool {
    if left.measure != nil || right.measure != nil { return left.measure != nil && right.measure != nil }
    return true
  }

  /// “not rice, wheat”: other goods follow.
  private static func hasNext(_ index: Int, in spans: [Span]) -> Bool {
    guard spans[index].isItem, let next = neighbour(of: index, in: spans, step: 1) else { return false }
    return spans[next].isItem
  }

  private static func hasOther(_ index: Int, in spans: [Span]) -> Bool {
    spans.indices.contains { $0 != index && spans[$0].measure != nil }
  }

  /// “5 kilo nahi 15”: the unit still holds.
  private static func carryUnit(from struck: Int, in spans: inout [Span]) {
    guard let old = spans[struck].measure, let unit = old.unit else { return }
    for index in spans.indices where index > struck {
      guard let new = spans[index].measure else { continue }
      if new.unit == nil { spans[index].content = .measure(new.with(unit: unit)) }
      return
    }
  }
}
