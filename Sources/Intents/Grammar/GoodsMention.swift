import Language
import Measures

/// Goods that a message names, or may name, and where: what the numbers around them are paired with.
struct GoodsMention {
  var item: ItemReference
  /// The tokens of a name that no item has. What is near to it is looked for only when it is taken as goods.
  var unknownWords: Range<Int>?
  /// The spans that name it.
  var range: Range<Int>
  /// Read as goods only when a number is better off with it: an unknown word, or one that has another meaning as well.
  let certainty: Certainty
  /// Named, and then corrected: its numbers go with it.
  var isTakenBack = false

  enum Certainty { case named, unknown, homograph }
}

/// Finds the goods of a message, left to right. Two names side by side may be one thing; a name that is said again is
/// no second one.
struct GoodsFinder {
  private let spans: [Span]
  private let tokens: [Token]
  private let finder: ItemFinder

  private(set) var goods: [GoodsMention] = []
  /// The first unknown words that may be goods, when no line takes them.
  private(set) var unclaimed: Range<Int>?

  init(_ spans: [Span], tokens: [Token], finder: ItemFinder) {
    self.spans = spans
    self.tokens = tokens
    self.finder = finder
    var index = 0
    while index < spans.count { index = take(index) }
  }

  /// Takes the span at `index`; answers where to go on.
  private mutating func take(_ index: Int) -> Int {
    let span = spans[index]
    switch span.content {
    case .item(let item): takeItem(item, at: index)
    case .word where SaidNumber.times.contains(tokens[span.range.lowerBound]): break
    case .word: return takeWords(from: index)
    case .cue where span.cues.contains(.pronoun) && goods.isEmpty: open(.pronoun, index..<index + 1)
    default:
      if let item = span.otherwise { takeHomograph(item, at: index) }
    }
    return index + 1
  }

  private mutating func open(
    _ item: ItemReference, _ range: Range<Int>, _ certainty: GoodsMention.Certainty = .named,
    unknownWords: Range<Int>? = nil
  ) {
    goods.append(GoodsMention(item: item, unknownWords: unknownWords, range: range, certainty: certainty))
  }

  /// A number stands beside it, over “of”, units and the like.
  private func isCounted(_ range: Range<Int>) -> Bool {
    numberBefore(range.lowerBound) != nil || numberBehind(range.upperBound) != nil
  }

  private func numberBefore(_ index: Int) -> Int? {
    var position = index - 1
    while position >= 0, index - position <= 4 {
      if spans[position].measure != nil { return position }
      guard isPassed(spans[position]) else { return nil }
      position -= 1
    }
    return nil
  }

  private func numberBehind(_ end: Int) -> Int? {
    let next = end < spans.count && spans[end].ending == .of && spans[end].measure == nil ? end + 1 : end
    return next < spans.count && spans[next].measure != nil ? next : nil
  }

  private func isPassed(_ span: Span) -> Bool {
    switch span.content {
    case .particle: span.ending == .of
    case .unit, .honorific: true
    case .cue: span.cues.intersects(CueSet([.new, .good]))
    default: false
    }
  }

  private func isPausedBefore(_ index: Int) -> Bool {
    index > 0 && (spans[index - 1].isPause || spans[index - 1].cues.contains(.and))
  }

  /// “2 kilo dal” may be a pulse, “chini, dal aur chawal” is.
  private mutating func takeHomograph(_ item: ItemReference, at index: Int) {
    let range = index..<index + 1
    if isListed(index) { return open(item, range) }
    let behind = numberBehind(range.upperBound)
    let isMeasured = [numberBefore(index), behind].contains { $0.flatMap { spans[$0].measure?.unit } != nil }
    if isMeasured || isPausedBefore(index) && behind != nil { open(item, range, .homograph) }
  }

  private func isListed(_ index: Int) -> Bool {
    guard index + 2 < spans.count, isPausedBefore(index), let last = goods.last else { return false }
    return last.range.upperBound == index - 1 && isPausedBefore(index + 2) && spans[index + 2].isItem
  }

  // MARK: known goods

  private mutating func takeItem(_ item: ItemReference, at index: Int) {
    if index > 0, spans[index - 1].isItem, let last = goods.indices.last, goods[last].range.upperBound == index {
      return refine(last, with: item, at: index)
    }
    if isSaidAgain(item, at: index) || narrows(item, at: index) { return }
    openNamed(item, at: index)
  }

  private mutating func openNamed(_ item: ItemReference, at index: Int) { open(branded(item), index..<index + 1) }

  /// “battery wala cell”: the same thing in two words. “tin dabe dalda? nahi, tin pakit dalda”: the last word holds.
  private mutating func isSaidAgain(_ item: ItemReference, at index: Int) -> Bool {
    guard case .known = item, let before = goods.lastIndex(where: { $0.item == item }) else { return false }
    let isCorrected = spans[goods[before].range.lowerBound..<index].contains {
      $0.cues.intersects(CueSet([.correction, .negation])) && !$0.isItem
    }
    if isCorrected {
      goods[before].isTakenBack = true
      return false
    }
    return numberBefore(index) == nil && before == goods.count - 1
  }

  /// “2 packet biscuit kha liye, parle g ke”: which of the group it was is said behind.
  private mutating func narrows(_ item: ItemReference, at index: Int) -> Bool {
    guard numberBefore(index) == nil, case .known(let id) = item, let last = goods.indices.last, !isPausedBefore(index),
      spans[..<index].contains(where: { $0.measure != nil }), case .several(let ids, _) = goods[last].item,
      let group = finder.group(of: id), ids.allSatisfy({ finder.group(of: $0) == group }),
      !(index + 1 < spans.count && spans[index + 1].measure != nil)
    else { return false }
    goods[last].item = item
    return true
  }

  /// “lux sabun”, “parle biscuit”: two names side by side are one thing; a name that several items share gives way.
  private mutating func refine(_ last: Int, with item: ItemReference, at index: Int) {
    goods[last].range = goods[last].range.lowerBound..<index + 1
    switch (goods[last].item, item) {
    case (.several(let ids, let spoken), .known(let id)):
      goods[last].item = ids.contains(id) || spoken.isEmpty ? item : goods[last].item
      if !ids.contains(id) { openNamed(item, at: index) }
    case (.known, .several): break
    case (.known(let first), .known(let second)) where first == second: break
    case (.known(let first), .known(let second)) where isGeneric(second, saidAt: index, beside: first): break
    case (.known(let first), .known(let second)) where isGeneric(first, saidAt: index - 1, beside: second):
      goods[last].item = item
    default: openNamed(item, at: index)
    }
  }

  /// The word of a generic item occurs in the names of several items of the group: biscuit, oil, but not maida.
  private func isGeneric(_ id: String, saidAt index: Int, beside other: String) -> Bool {
    let catalogue = finder.catalogue
    guard let generic = catalogue.number(of: id), let specific = catalogue.number(of: other),
      let group = catalogue.item(generic).category, group == catalogue.item(specific).category,
      spans[index].range.count == 1
    else { return false }
    let word = tokens[spans[index].range.lowerBound]
    return catalogue.index.items(containing: word.sound).count >= 3
  }

  // MARK: brands and unknown goods

  /// “amul ka doodh”: an unknown word before it may be its brand.
  private mutating func branded(_ item: ItemReference) -> ItemReference {
    guard case .known(let id) = item, let before = unclaimed, before.count == 1,
      let better = finder.item(ofBrand: tokens[before.lowerBound], among: id)
    else { return item }
    unclaimed = nil
    goods.removeAll { $0.unknownWords == before }
    return .known(better)
  }

  /// “doodh 30 packet aaya amul ka”.
  private mutating func rebrands(_ range: Range<Int>) -> Bool {
    guard range.count == 1, let last = goods.indices.last, case .known(let id) = goods[last].item,
      let better = finder.item(ofBrand: tokens[range.lowerBound], among: id)
    else { return false }
    goods[last].item = .known(better)
    return true
  }

  /// Unknown words beside a number may be goods that the shop does not have.
  private mutating func takeWords(from start: Int) -> Int {
    var end = start
    while end < spans.count, spans[end].isWord { end += 1 }
    let range = tokenRange(start..<end)
    if end < spans.count, let named = spans[end].item, let number = numberBefore(start), isFree(number) {
      // “2 packet surbhi namak”: a brand that the shop may not have; what it names is offered first.
      open(spans[end].isGuess ? .unsaid : named, start..<end + 1, unknownWords: tokenRange(start..<end + 1))
      return end + 1
    }
    if rebrands(range) { return end }
    if isCounted(start..<end) { open(.unsaid, start..<end, .unknown, unknownWords: range) }
    if unclaimed == nil { unclaimed = range }
    return end
  }

  /// No goods before it want the number: there are none, they are counted already, or a pause stands between.
  private func isFree(_ number: Int) -> Bool {
    guard let last = goods.last, !isPausedBefore(number) else { return true }
    return numberBefore(last.range.lowerBound) != nil
      || spans[last.range.upperBound..<number].contains { $0.measure != nil }
  }

  private func tokenRange(_ range: Range<Int>) -> Range<Int> {
    spans[range.lowerBound].range.lowerBound..<spans[range.upperBound - 1].range.upperBound
  }
}
