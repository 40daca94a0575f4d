import Language
import Measures

/// Builds the lines of goods from the spans: number, unit, item and price in any order, several lines in one message.
struct LineBuilder {
  private let spans: [Span]
  private let tokens: [Token]

  private(set) var lines: [DraftLine] = []
  /// Money of the whole message: “kul 900”.
  private(set) var total: Quantity?
  /// What is let off the bill.
  private(set) var discount: Discount?
  /// Numbers that found no line.
  private(set) var loose: [(quantity: Quantity, unit: Unit?, role: NumberRole)] = []
  /// The first unknown words that may be goods, when no line took them.
  private(set) var unclaimed: Range<Int>?

  init(_ spans: [Span], tokens: [Token], finder: ItemFinder) {
    self.spans = spans
    self.tokens = tokens
    let found = GoodsFinder(spans, tokens: tokens, finder: finder)
    let numbers = saidNumbers()
    let pairing = Pairing(found.goods, numbers, in: spans)
    fill(found, numbers, pairing, finder)
    share(numbers, pairing, found.goods)
  }

  // MARK: numbers

  private mutating func saidNumbers() -> [SaidNumber] {
    var numbers: [SaidNumber] = []
    for index in spans.indices {
      guard let measure = spans[index].measure else { continue }
      let role = NumberRoles.role(at: index, in: spans, tokens: tokens)
      if isFormer(index), !numbers.isEmpty { continue }
      if role == .discount {
        discount = Discounts.read(index, in: spans, tokens: tokens)
        continue
      }
      if role == .total {
        total = measure.quantity
        continue
      }
      let isOfNext = role == .money && isBeforeGoods(index)
      // “barah-barah rupay me”: twelve for each.
      let isOfEach = role != .quantity && spans[index].isOfEach && !isOfNext
      numbers.append(
        SaidNumber(
          measure: measure, role: isOfEach ? .price : role, index: index, isTimes: isTimes(index), ownsNext: isOfNext))
    }
    return numbers
  }

  private func isTimes(_ index: Int) -> Bool {
    [index - 1, index + 1].contains {
      spans.indices.contains($0) && SaidNumber.times.contains(tokens[spans[$0].range.lowerBound])
    }
  }

  /// “300 ka sabun, 120 ki maggi”: money right before its goods.
  private func isBeforeGoods(_ index: Int) -> Bool {
    spans[(index + 1)...].prefix(3).contains(where: \.isItem)
  }

  /// “old rate 320”, “पहले 40 था”: what held before.
  private func isFormer(_ index: Int) -> Bool {
    spans[max(0, index - 2)..<index].contains {
      Self.former.contains(tokens[$0.range.lowerBound]) && $0.measure == nil
    }
  }

  private static let former: WordSet =
    "old earlier previously was purana purani purane juna juni june पुराना पुरानी पुराने जुना जुनी जुने"

  // MARK: lines

  private mutating func fill(
    _ found: GoodsFinder, _ numbers: [SaidNumber], _ pairing: Pairing, _ finder: ItemFinder
  ) {
    unclaimed = found.unclaimed
    var lineOf: [Int: Int] = [:]
    for index in pairing.taken where !found.goods[index].isTakenBack {
      let mention = found.goods[index]
      lineOf[index] = lines.count
      lines.append(DraftLine(item: reference(mention, finder)))
      if mention.unknownWords == unclaimed { unclaimed = nil }
    }
    for (number, place) in zip(numbers, pairing.places) {
      guard let place else {
        loose.append((number.measure.quantity, number.measure.unit, number.role))
        continue
      }
      guard let line = lineOf[place.goods] else { continue }
      lines[line].take(number.measure, as: place.slot)
      if place.slot == .quantity, number.measure.unit == nil { lines[line].unit = unitBehind(number, line) }
    }
  }

  private func reference(_ mention: GoodsMention, _ finder: ItemFinder) -> ItemReference {
    guard let words = mention.unknownWords else { return mention.item }
    let first = if case .known(let id) = mention.item { [id] } else { [String]() }
    return finder.unknown(tokens[words], first: first)
  }

  /// “2 maggi packet”, “तीन दूध पिशव्या”: the unit behind its item, before the next number.
  private func unitBehind(_ number: SaidNumber, _ line: Int) -> Unit? {
    for span in spans[(number.index + 1)...] {
      if case .unit(let unit) = span.content { return unit }
      if span.measure != nil { return nil }
    }
    return nil
  }

  /// “chini aur dal 2-2 kilo”: an amount of each is that of all that have none of their own. “maggi aur parle g 5, 3”:
  /// goods first and as many numbers behind them are meant in their order.
  private mutating func share(_ numbers: [SaidNumber], _ pairing: Pairing, _ goods: [GoodsMention]) {
    guard lines.count > 1 else { return }
    if let each = numbers.last(where: { $0.role == .quantity && spans[$0.index].isOfEach })?.measure {
      for index in lines.indices where lines[index].quantity == nil {
        (lines[index].quantity, lines[index].unit) = (each.quantity, each.unit)
      }
    } else if lines.count == numbers.count, pairing.taken.count == lines.count, let last = pairing.taken.last,
      numbers.allSatisfy({ $0.role == .quantity && $0.index > goods[last].range.lowerBound })
    {
      for (index, number) in numbers.enumerated() {
        lines[index] = DraftLine(item: lines[index].item)
        (lines[index].quantity, lines[index].unit) = (number.measure.quantity, number.measure.unit)
      }
      loose = []
    }
  }
}

extension DraftLine {
  fileprivate mutating func take(_ measure: SpokenMeasure, as slot: Pairing.Slot) {
    switch slot {
    case .quantity: (quantity, unit) = (measure.quantity, measure.unit)
    case .price: price = measure.quantity
    case .amount: amount = measure.quantity
    case .money: money = measure.quantity
    case .bare: bare = measure.quantity
    case .size: break
    }
  }
}
