import Language
import Measures

/// A number of a message, with what stands beside it.
struct SaidNumber {
  let measure: SpokenMeasure
  let role: NumberRole
  /// The span that says it.
  let index: Int
  /// “x 2”, “3 *”.
  let isTimes: Bool
  /// “120 ki maggi”: a genitive ties it to the goods that follow.
  let ownsNext: Bool

  static let times: WordSet = "x × * guna गुना"

  var isSize: Bool { measure.unit?.dimension == .mass || measure.unit?.dimension == .volume }
}

/// Which number belongs to which goods, and as what: of all ways that keep the order of the message, the one that
/// scores best. Numbers between two goods are split, the first ones for those before, the rest for those behind.
///
/// The best path is found by dynamic programming over the goods (Viterbi 1967): the score of some goods depends only on
/// the numbers on both sides of them and on the manner of the goods before.
struct Pairing {
  enum Slot { case quantity, price, amount, money, bare, size }

  /// What each number was taken as, by its place in the message: the goods and the slot; nil where it is loose.
  private(set) var places: [(goods: Int, slot: Slot)?]
  /// The goods that are goods indeed.
  private(set) var taken: [Int] = []

  private let goods: [GoodsMention]
  private let numbers: [SaidNumber]
  private let spans: [Span]
  /// How many numbers stand before each of the goods.
  private let numbersBefore: [Int]

  /// Unknown words that may be goods can be passed over, this many in a row.
  private static let skips = 4
  /// Of more numbers on one side of the goods, only the nearest are looked at.
  private static let reach = 4

  init(_ goods: [GoodsMention], _ numbers: [SaidNumber], in spans: [Span]) {
    self.goods = goods
    self.numbers = numbers
    self.spans = spans
    places = Array(repeating: nil, count: numbers.count)
    var before: [Int] = []
    for mention in goods {
      var count = before.last ?? 0
      while count < numbers.count, numbers[count].index < mention.range.lowerBound { count += 1 }
      before.append(count)
    }
    numbersBefore = before
    if !goods.isEmpty { settle() }
  }

  // MARK: the best path

  /// The best way to the goods at `index`, when the numbers from `from` on are theirs on the left.
  private struct Step {
    let index: Int
    let from: Int
    let score: Double
    /// The step before, in `steps`; nil for the first goods.
    let previous: Int?
    let hasNumberFirst: Bool?
  }

  private mutating func settle() {
    var steps: [Step] = []
    var ends: [Int: [Int]] = [:]
    for index in goods.indices {
      var best: [Int: Step] = [:]
      for earlier in predecessors(of: index) {
        if let earlier {
          for step in ends[earlier] ?? [] { extend(step, steps, to: index, into: &best) }
        } else {
          let first = Step(index: index, from: 0, score: 0, previous: nil, hasNumberFirst: nil)
          if first.score > best[0]?.score ?? -.infinity { best[0] = first }
        }
      }
      for (_, step) in best.sorted(by: { $0.key < $1.key }) {
        ends[index, default: []].append(steps.count)
        steps.append(step)
      }
    }
    finish(steps, ends)
  }

  /// The goods that may come right before these: all between may be passed over. Nil: these are the first.
  private func predecessors(of index: Int) -> [Int?] {
    var found: [Int?] = []
    var earlier = index - 1
    while earlier >= 0, index - earlier <= Self.skips {
      found.append(earlier)
      if goods[earlier].certainty == .named { return found }
      earlier -= 1
    }
    return earlier < 0 ? found + [nil] : found
  }

  private func extend(_ step: Int, _ steps: [Step], to index: Int, into best: inout [Int: Step]) {
    let before = steps[step]
    let first = numbersBefore[before.index]
    let last = numbersBefore[index]
    for split in first...last where split == first || split == last || split - first <= Self.reach {
      let (score, isNumberFirst) = score(of: before, right: first..<split)
      let total = before.score + score
      if total > best[split]?.score ?? -.infinity {
        best[split] = Step(
          index: index, from: split, score: total, previous: step, hasNumberFirst: isNumberFirst)
      }
    }
  }

  private mutating func finish(_ steps: [Step], _ ends: [Int: [Int]]) {
    var best: (score: Double, step: Int)?
    let last = predecessors(of: goods.count).compactMap { $0 }
    for step in last.flatMap({ ends[$0] ?? [] }) {
      let right = numbersBefore[steps[step].index]..<numbers.count
      let total = steps[step].score + score(of: steps[step], right: right).score
      if total > best?.score ?? -.infinity { best = (total, step) }
    }
    let none = Double(numbers.count) * PairingScore.loose
    guard let best, best.score > none || goods.contains(where: { $0.certainty == .named }) else { return }
    var right = numbers.count
    var step: Int? = best.step
    while let current = step {
      let here = steps[current]
      let middle = numbersBefore[here.index]
      taken.append(here.index)
      for (number, slot) in slotted(here.index, left: here.from..<middle, right: middle..<right).slots {
        places[number] = (here.index, slot)
      }
      right = here.from
      step = here.previous
    }
    taken.reverse()
  }

  // MARK: the score of some goods

  private func score(of step: Step, right: Range<Int>) -> (score: Double, isNumberFirst: Bool?) {
    let left = step.from..<numbersBefore[step.index]
    let found = slotted(step.index, left: left, right: right)
    var score = found.score
    switch goods[step.index].certainty {
    case .named: break
    case .unknown: score += PairingScore.unknown
    case .homograph: score += PairingScore.homograph
    }
    let isNumberFirst = found.slots.first { $0.slot == .quantity }.map { $0.number < numbersBefore[step.index] }
    if isNumberFirst == nil { score += PairingScore.uncounted }
    if let isNumberFirst, isNumberFirst == step.hasNumberFirst { score += PairingScore.sameManner }
    return (score, isNumberFirst ?? step.hasNumberFirst)
  }

  private struct Slotting {
    var score = 0.0
    var slots: [(number: Int, slot: Slot)] = []
  }

  /// The best use of the numbers on both sides of some goods.
  private func slotted(_ index: Int, left: Range<Int>, right: Range<Int>) -> Slotting {
    let near = Array(left.suffix(Self.reach)) + right.prefix(Self.reach)
    var best = Slotting(score: -.infinity)
    var trial = Slotting(score: Double(left.count + right.count - near.count) * PairingScore.loose)
    slot(near[...], of: index, &trial, &best)
    return best
  }

  private func slot(_ rest: ArraySlice<Int>, of index: Int, _ trial: inout Slotting, _ best: inout Slotting) {
    guard let number = rest.first else {
      if trial.score > best.score, isWhole(trial) { best = trial }
      return
    }
    let before = trial
    for slot in slots(for: numbers[number]) where !trial.slots.contains(where: { $0.slot == slot }) {
      trial.score += worth(number, as: slot, of: index, beside: trial)
      trial.slots.append((number, slot))
      self.slot(rest.dropFirst(), of: index, &trial, &best)
      trial = before
    }
    trial.score += PairingScore.loose
    self.slot(rest.dropFirst(), of: index, &trial, &best)
    trial = before
  }

  private func slots(for number: SaidNumber) -> [Slot] {
    switch number.role {
    case .price: [.price]
    case .amount: [.amount]
    case .money: [.money]
    case .total: []
    case .quantity where number.measure.unit == nil: number.isTimes ? [.quantity] : [.quantity, .bare]
    case .quantity where number.isSize: [.quantity, .size]
    case .quantity: [.quantity]
    }
  }

  /// A size needs a count; a second bare number needs a first.
  private func isWhole(_ trial: Slotting) -> Bool {
    guard let count = trial.slots.first(where: { $0.slot == .quantity })?.number else {
      return !trial.slots.contains { $0.slot == .size || $0.slot == .bare }
    }
    guard let size = trial.slots.first(where: { $0.slot == .size })?.number else { return true }
    let isSaidOnce = abs(count - size) == 1 && !numbers[count].isSize
    return isSaidOnce && (numbers[count].measure.unit != nil || numbers[count].isTimes)
  }

  private func worth(_ number: Int, as slot: Slot, of index: Int, beside trial: Slotting) -> Double {
    let said = numbers[number]
    let isBefore = number < numbersBefore[index]
    let between = isBefore ? numbersBefore[index] - number - 1 : number - numbersBefore[index]
    let way = way(from: said, to: goods[index], isBefore: isBefore)
    switch slot {
    case .quantity:
      let own = said.measure.unit == nil ? PairingScore.bareQuantity : PairingScore.measuredQuantity
      let first = trial.slots.contains { $0.slot == .bare } && said.measure.unit == nil
      return own + way + (isBefore ? PairingScore.before : 0) + (first ? PairingScore.bareMoneyFirst : 0)
        + Double(between) * PairingScore.numberBeforeQuantity
    case .size: return PairingScore.size + way
    case .bare, .price, .amount, .money:
      let own = slot == .bare ? PairingScore.bareMoney(said.measure.quantity) : PairingScore.money
      let side =
        !isBefore
        ? (said.ownsNext ? -PairingScore.genitive : 0)
        : said.ownsNext ? PairingScore.genitive : PairingScore.moneyBefore
      return own + way + side + Double(between) * PairingScore.numberBeforeMoney
    }
  }

  /// What the words between a number and its goods cost.
  private func way(from number: SaidNumber, to mention: GoodsMention, isBefore: Bool) -> Double {
    let between =
      isBefore
      ? spans[min(number.index + 1, mention.range.lowerBound)..<mention.range.lowerBound]
      : spans[min(mention.range.upperBound, number.index)..<number.index]
    var cost = 0.0
    for span in between.prefix(Self.far) {
      if span.isPause || span.cues.contains(.and) {
        cost += PairingScore.pause
      } else if case .cue = span.content {
        cost += PairingScore.word
      }
    }
    return max(cost, PairingScore.pause)
  }

  /// Further away it makes no difference.
  private static let far = 12
}
