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
  enum Slot: UInt8 { case quantity = 1, price, amount, money, bare, size }

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
  private static let skips = 2
  /// Of more numbers on one side of the goods, only the nearest are looked at.
  private static let reach = 3

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
      let slotting = slotted(here.index, left: here.from..<middle, right: middle..<right)
      for number in slotting.numbers { places[number] = slotting.slot(of: number).map { (here.index, $0) } }
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
    let isNumberFirst = found.number(of: .quantity).map { $0 < numbersBefore[step.index] }
    if isNumberFirst == nil { score += PairingScore.uncounted }
    if let isNumberFirst, isNumberFirst == step.hasNumberFirst { score += PairingScore.sameManner }
    return (score, isNumberFirst ?? step.hasNumberFirst)
  }

  /// What the numbers next to some goods are taken as. A value without storage of its own: very many are tried.
  private struct Slotting {
    /// The numbers that were looked at.
    let numbers: Range<Int>
    var score: Double
    /// The raw slot of each; zero where it is loose.
    private var slots = SIMD8<UInt8>()

    init(_ numbers: Range<Int>, score: Double) {
      self.numbers = numbers
      self.score = score
    }

    mutating func put(_ number: Int, into slot: Slot) { slots[number - numbers.lowerBound] = slot.rawValue }
    func slot(of number: Int) -> Slot? { Slot(rawValue: slots[number - numbers.lowerBound]) }
    func number(of slot: Slot) -> Int? { numbers.first { slots[$0 - numbers.lowerBound] == slot.rawValue } }
  }

  /// The best use of the numbers on both sides of some goods.
  private func slotted(_ index: Int, left: Range<Int>, right: Range<Int>) -> Slotting {
    let near =
      max(left.lowerBound, left.upperBound - Self.reach)..<min(right.upperBound, right.lowerBound + Self.reach)
    let far = Double(left.count + right.count - near.count) * PairingScore.loose
    var best = Slotting(near, score: -.infinity)
    slot(near, of: index, Slotting(near, score: far), &best)
    return best
  }

  private func slot(_ rest: Range<Int>, of index: Int, _ trial: Slotting, _ best: inout Slotting) {
    guard let number = rest.first else {
      if trial.score > best.score, isWhole(trial) { best = trial }
      return
    }
    guard trial.score + Double(rest.count) * Self.worthMost > best.score else { return }
    let others = rest.dropFirst()
    let (first, second) = slots(for: numbers[number])
    for case let slot? in [first, second] where trial.number(of: slot) == nil {
      var next = trial
      next.score += worth(number, as: slot, of: index, beside: trial)
      next.put(number, into: slot)
      self.slot(others, of: index, next, &best)
    }
    var next = trial
    next.score += PairingScore.loose
    slot(others, of: index, next, &best)
  }

  /// No number is worth more.
  private static let worthMost = PairingScore.measuredQuantity + PairingScore.genitive

  private func slots(for number: SaidNumber) -> (Slot?, Slot?) {
    switch number.role {
    case .price: (.price, nil)
    case .amount: (.amount, nil)
    case .money: (.money, nil)
    case .total, .discount: (nil, nil)
    case .quantity where number.measure.unit == nil: (.quantity, number.isTimes ? nil : .bare)
    case .quantity: (.quantity, number.isSize ? .size : nil)
    }
  }

  /// A size needs a count; a second bare number needs a first.
  private func isWhole(_ trial: Slotting) -> Bool {
    guard let count = trial.number(of: .quantity) else {
      return trial.number(of: .size) == nil && trial.number(of: .bare) == nil
    }
    guard let size = trial.number(of: .size) else { return true }
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
      let first = trial.number(of: .bare) != nil && said.measure.unit == nil
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
  private static let far = 6
}
