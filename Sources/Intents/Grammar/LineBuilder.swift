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
  private var isQuantityFirst = false

  init(_ spans: [Span], tokens: [Token], finder: ItemFinder) {
    self.spans = spans
    self.tokens = tokens
    self.finder = finder
    var index = 0
    while index < spans.count { index = take(index) }
    settlePending()
  }

  /// Takes the span at `index`; answers where to go on.
  private mutating func take(_ index: Int) -> Int {
    let span = spans[index]
    switch span.content {
    case .measure: takeMeasure(index)
    case .item(let item): takeItem(item, at: index)
    case .unit(let unit): takeUnit(unit)
    case .word: return takeWords(from: index)
    case .cue where span.cues.contains(.pronoun) && lines.isEmpty: open(.pronoun)
    default: break
    }
    return index + 1
  }

  // MARK: numbers

  private mutating func takeMeasure(_ index: Int) {
    guard let measure = spans[index].measure else { return }
    let role = NumberRoles.role(at: index, in: spans, tokens: tokens)
    guard role == .quantity else { return takeMoney(measure.quantity, role) }
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
      return refine(last, with: item)
    }
    open(item)
  }

  /// “lux sabun”, “parle biscuit”: two names side by side are one thing; a name that several items share gives way.
  private mutating func refine(_ last: Int, with item: ItemReference) {
    switch (lines[last].item, item) {
    case (.several(let ids, let spoken), .known(let id)):
      lines[last].item = ids.contains(id) || spoken.isEmpty ? item : lines[last].item
      if !ids.contains(id) { open(item) }
    case (.known, .several): break
    case (.known(let first), .known(let second)) where isGeneric(second, beside: first): break
    case (.known(let first), .known(let second)) where isGeneric(first, beside: second): lines[last].item = item
    default: open(item)
    }
  }

  /// A generic item's name occurs in the names of other items of its group.
  private func isGeneric(_ id: String, beside other: String) -> Bool {
    let items = finder.catalogue.items
    guard let generic = items.first(where: { $0.id == id }), let specific = items.first(where: { $0.id == other }),
      generic.category != nil, generic.category == specific.category
    else { return false }
    return generic.names.contains { name in
      let sound = SpokenText(name).tokens.map(\.sound.text)
      return sound.count == 1 && finder.catalogue.index.items(containing: sound[0]).count >= 3
    }
  }

  private mutating func open(_ item: ItemReference) {
    var line = DraftLine(item: item)
    if let waiting = pending { (line.quantity, line.unit) = (waiting.quantity, waiting.unit) }
    if lines.isEmpty, let first = loose.firstIndex(where: { $0.role != .quantity }) {
      let money = loose.remove(at: first)
      switch money.role {
      case .price: line.price = money.quantity
      case .amount: line.amount = money.quantity
      default: line.money = money.quantity
      }
    }
    pending = nil
    lines.append(line)
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
      open(unknown(whole, near: named))
      return end + 1
    }
    let isBeforeMeasure = end < spans.count && spans[end].measure != nil && lines.isEmpty && !itemFollows(end)
    if pending != nil || isBeforeMeasure {
      open(unknown(range))
    } else if unclaimed == nil {
      unclaimed = range
    }
    return end
  }

  func unknown(_ range: Range<Int>) -> ItemReference { unknown(range, near: .unsaid) }

  private func unknown(_ range: Range<Int>, near named: ItemReference) -> ItemReference {
    let spoken = tokens[range].map(\.spoken).joined(separator: " ")
    let first = if case .known(let id) = named { [id] } else { [String]() }
    let others = finder.nearest(to: tokens[range]).filter { !first.contains($0) }
    return .unknown(spoken: spoken, nearest: Array((first + others).prefix(3)))
  }
}
