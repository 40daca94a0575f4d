import Language
import Measures

/// Builds the lines of goods from the spans: number, unit, item and price in any order, several lines in one message.
struct LineBuilder {
  private let spans: [Span]
  private let tokens: [Token]
  private let finder: ItemFinder

  private(set) var lines: [DraftLine] = []
  /// Money of the whole message: “kul 900”.
  private(set) var total: Quantity?
  /// Numbers that found no line.
  private(set) var loose: [(quantity: Quantity, unit: Unit?, role: NumberRole)] = []
  /// The first unknown words that may be goods, when no line took them.
  private(set) var unclaimed: Range<Int>?
  /// The measure that waits for its item.
  private var pending: (quantity: Quantity, unit: Unit?)?
  private var moneyOfNext: Quantity?
  private var isQuantityFirst = false
  /// What each of the goods has that no other amount was said of.
  private var ofEach: (quantity: Quantity, unit: Unit?)?
  /// Where each line was opened.
  private var openedAt: [Int] = []

  init(_ spans: [Span], tokens: [Token], finder: ItemFinder) {
    self.spans = spans
    self.tokens = tokens
    self.finder = finder
    var index = 0
    while index < spans.count { index = take(index) }
    settlePending()
    share()
  }

  /// “chini aur dal 2-2 kilo”.
  private mutating func share() {
    guard let ofEach, lines.count > 1 else { return }
    for index in lines.indices where lines[index].quantity == nil {
      (lines[index].quantity, lines[index].unit) = (ofEach.quantity, ofEach.unit)
    }
  }

  /// Takes the span at `index`; answers where to go on.
  private mutating func take(_ index: Int) -> Int {
    let span = spans[index]
    switch span.content {
    case .measure: takeMeasure(index)
    case .item(let item): takeItem(item, at: index)
    case .unit(let unit): takeUnit(unit)
    case .word: return takeWords(from: index)
    case .cue where span.cues.contains(.pronoun) && lines.isEmpty: open(.pronoun, at: index)
    default: break
    }
    return index + 1
  }

  // MARK: numbers

  private mutating func takeMeasure(_ index: Int) {
    guard let measure = spans[index].measure else { return }
    let role = NumberRoles.role(at: index, in: spans, tokens: tokens)
    guard !isFormer(index) else { return }
    // “barah-barah rupay me”: twelve for each.
    if role == .money, isOfNext(index) { return moneyOfNext = measure.quantity }
    guard role == .quantity else { return takeMoney(measure.quantity, spans[index].isOfEach ? .price : role) }
    if spans[index].isOfEach { ofEach = (measure.quantity, measure.unit) }
    if takePack(measure, at: index) { return }
    let isBeforeItem = itemFollows(index)
    if pending == nil, isBeforeItem,
      isQuantityFirst || lines.isEmpty || lines.last?.quantity != nil || isPausedBefore(index)
    {
      pending = (measure.quantity, measure.unit)
      if lines.isEmpty { isQuantityFirst = true }
    } else if let last = lines.indices.last, lines[last].quantity == nil {
      (lines[last].quantity, lines[last].unit) = (measure.quantity, measure.unit ?? lines[last].unit)
    } else if let last = lines.indices.last, measure.unit == nil {
      lines[last].bare = measure.quantity
    } else if pending == nil {
      pending = (measure.quantity, measure.unit)
    } else {
      loose.append((measure.quantity, measure.unit, .quantity))
    }
  }

  /// “surf 1kg x 2 pkts”, “tel 1 litre 3 pouch”: the size of a pack and how many of them.
  private mutating func takePack(_ measure: SpokenMeasure, at index: Int) -> Bool {
    guard let last = lines.indices.last, lines[last].quantity != nil, pending == nil, index > 0 else { return false }
    let isTimes = Self.times.contains(tokens[spans[index - 1].range.lowerBound])
    let isBehindSize = spans[index - (isTimes ? 2 : 1)..<index].first?.measure != nil && isSize(lines[last].unit)
    if isTimes, isSize(measure.unit) { return !isSize(lines[last].unit) }
    guard isBehindSize, !isSize(measure.unit), isTimes || measure.unit != nil, !itemFollows(index) else { return false }
    (lines[last].quantity, lines[last].unit) = (measure.quantity, measure.unit)
    return true
  }

  private func isSize(_ unit: Unit?) -> Bool { unit?.dimension == .mass || unit?.dimension == .volume }

  private static let times: WordSet = "x × * guna गुना"

  /// “300 ka sabun, 120 ki maggi”: money before its goods, when those before have theirs.
  private func isOfNext(_ index: Int) -> Bool {
    guard let last = lines.last, last.money != nil || last.price != nil || last.amount != nil else { return false }
    return spans[(index + 1)...].prefix(3).contains(where: \.isItem)
  }

  /// “old rate 320”, “पहले 40 था”: what held before.
  private func isFormer(_ index: Int) -> Bool {
    guard index > 0, lines.contains(where: { $0.price != nil || $0.money != nil || $0.quantity != nil }) else {
      return false
    }
    return spans[max(0, index - 2)..<index].contains {
      Self.former.contains(tokens[$0.range.lowerBound]) && $0.measure == nil
    }
  }

  private static let former: WordSet =
    "old earlier previously was purana purani purane juna juni june पुराना पुरानी पुराने जुना जुनी जुने"

  private mutating func takeMoney(_ value: Quantity, _ role: NumberRole) {
    if role == .total { return total = value }
    guard let last = lines.indices.last else { return loose.append((value, nil, role)) }
    switch role {
    case .price: lines[last].price = value
    case .amount: lines[last].amount = value
    default: lines[last].money = value
    }
  }

  /// An item or an unknown name comes next, over “of”, units and the like.
  private func itemFollows(_ index: Int) -> Bool {
    for span in spans[(index + 1)...].prefix(4) {
      if span.isItem || span.isWord { return true }
      switch span.content {
      case .particle where span.ending == .of: continue
      case .unit, .honorific: continue
      case .cue where span.cues.intersects(CueSet([.new, .good])): continue
      default: return false
      }
    }
    return false
  }

  private func isPausedBefore(_ index: Int) -> Bool {
    index > 0 && (spans[index - 1].isPause || spans[index - 1].cues.contains(.and))
  }

  private mutating func settlePending() {
    guard let waiting = pending else { return }
    if let last = lines.indices.last, lines[last].quantity == nil {
      (lines[last].quantity, lines[last].unit) = (waiting.quantity, waiting.unit ?? lines[last].unit)
    } else {
      loose.append((waiting.quantity, waiting.unit, .quantity))
    }
    pending = nil
  }

  // MARK: items

  private mutating func takeItem(_ item: ItemReference, at index: Int) {
    if pending == nil, index > 0, spans[index - 1].isItem, let last = lines.indices.last {
      return refine(last, with: item, at: index)
    }
    if isSaidAgain(item, at: index) || narrows(item, at: index) { return }
    open(item, at: index)
  }

  /// “battery wala cell”: the same thing in two words. “tin dabe dalda? nahi, tin pakit dalda”: the last word holds.
  private mutating func isSaidAgain(_ item: ItemReference, at index: Int) -> Bool {
    guard case .known = item, let before = lines.lastIndex(where: { $0.item == item }) else { return false }
    let isCorrected = spans[openedAt[before]..<index].contains {
      $0.cues.intersects(CueSet([.correction, .negation])) && !$0.isItem
    }
    if isCorrected {
      lines.remove(at: before)
      openedAt.remove(at: before)
      return false
    }
    return pending == nil && before == lines.count - 1
  }

  /// “2 packet biscuit kha liye, parle g ke”: which of the group it was is said behind.
  private mutating func narrows(_ item: ItemReference, at index: Int) -> Bool {
    guard pending == nil, case .known(let id) = item, let last = lines.indices.last, !isPausedBefore(index),
      lines[last].quantity != nil, case .several(let ids, _) = lines[last].item, let group = finder.group(of: id),
      ids.allSatisfy({ finder.group(of: $0) == group }), !(index + 1 < spans.count && spans[index + 1].measure != nil)
    else { return false }
    lines[last].item = item
    return true
  }

  /// “lux sabun”, “parle biscuit”: two names side by side are one thing; a name that several items share gives way.
  private mutating func refine(_ last: Int, with item: ItemReference, at index: Int) {
    switch (lines[last].item, item) {
    case (.several(let ids, let spoken), .known(let id)):
      lines[last].item = ids.contains(id) || spoken.isEmpty ? item : lines[last].item
      if !ids.contains(id) { open(item, at: index) }
    case (.known, .several): break
    case (.known(let first), .known(let second)) where first == second: break
    case (.known(let first), .known(let second)) where isGeneric(second, saidAt: index, beside: first): break
    case (.known(let first), .known(let second)) where isGeneric(first, saidAt: index - 1, beside: second):
      lines[last].item = item
    default: open(item, at: index)
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

  private mutating func open(_ item: ItemReference, at index: Int) {
    var line = DraftLine(item: branded(item))
    if let waiting = pending { (line.quantity, line.unit) = (waiting.quantity, waiting.unit) }
    if lines.isEmpty, let first = loose.firstIndex(where: { $0.role != .quantity }) {
      let money = loose.remove(at: first)
      switch money.role {
      case .price: line.price = money.quantity
      case .amount: line.amount = money.quantity
      default: line.money = money.quantity
      }
    }
    if let money = moneyOfNext { line.money = money }
    (pending, moneyOfNext) = (nil, nil)
    lines.append(line)
    openedAt.append(index)
  }

  /// “amul ka doodh”: an unknown word before it may be its brand.
  private mutating func branded(_ item: ItemReference) -> ItemReference {
    guard case .known(let id) = item, let before = unclaimed, before.count == 1,
      let better = finder.item(ofBrand: tokens[before.lowerBound], among: id)
    else { return item }
    unclaimed = nil
    return .known(better)
  }

  /// “doodh 30 packet aaya amul ka”.
  private mutating func rebrands(_ range: Range<Int>) -> Bool {
    guard range.count == 1, let last = lines.indices.last, case .known(let id) = lines[last].item,
      let better = finder.item(ofBrand: tokens[range.lowerBound], among: id)
    else { return false }
    lines[last].item = .known(better)
    return true
  }

  /// “2 maggi packet”, “तीन दूध पिशव्या”: the unit behind its item.
  private mutating func takeUnit(_ unit: Unit) {
    if let waiting = pending, waiting.unit == nil { return pending = (waiting.quantity, unit) }
    guard let last = lines.indices.last, lines[last].unit == nil, lines[last].quantity != nil else { return }
    let role = lines[last].price == nil && lines[last].money == nil
    if role { lines[last].unit = unit }
  }

  /// Unknown words beside a number are goods that the shop does not have.
  private mutating func takeWords(from start: Int) -> Int {
    var end = start
    while end < spans.count, spans[end].isWord { end += 1 }
    let range = spans[start].range.lowerBound..<spans[end - 1].range.upperBound
    if pending != nil, end < spans.count, let named = spans[end].item {
      // “2 packet surbhi namak”: a brand that the shop may not have; what it names is offered first.
      let whole = spans[start].range.lowerBound..<spans[end].range.upperBound
      open(unknown(whole, near: spans[end].isGuess ? .unsaid : named), at: start)
      return end + 1
    }
    let isBeforeMeasure = end < spans.count && spans[end].measure != nil && lines.isEmpty && !itemFollows(end)
    if pending != nil || isBeforeMeasure {
      open(unknown(range), at: start)
    } else if !rebrands(range), unclaimed == nil {
      unclaimed = range
    }
    return end
  }

  private func unknown(_ range: Range<Int>, near named: ItemReference = .unsaid) -> ItemReference {
    let first = if case .known(let id) = named { [id] } else { [String]() }
    return finder.unknown(tokens[range], first: first)
  }
}
