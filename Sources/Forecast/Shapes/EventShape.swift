import Foundation
import Measures

/// What festivals do to a shop's sales, from four days before to two days after: learned from the years seen, for all
/// items together, and by how much items differ in that.
struct EventShape: Sendable {
  static let offsets = -4...2

  /// An event by kind, so many days before or after.
  struct Touch: Hashable, Sendable {
    let kind: Int
    let offset: Int
  }

  /// Of each day that an event touches and changes, by what factor.
  let multipliers: [Int: Double]
  /// Of each day, which events at which distance touch it.
  let touches: [Int: [Touch]]
  /// Variance of an item's own answer around the shop's.
  private(set) var spreads: [Touch: Double] = [:]
  private let days: [Touch: [Int]]

  static let none = EventShape(multipliers: [:], touches: [:], days: [:])

  /// A single day's chance is larger than an item's usual scatter lets expect.
  private static let noiseFactor = 1.25

  private init(multipliers: [Int: Double], touches: [Int: [Touch]], days: [Touch: [Int]]) {
    (self.multipliers, self.touches, self.days) = (multipliers, touches, days)
  }

  init(of shop: ShopDays, events: [EventDay], caution: Double) {
    let kinds = Dictionary(grouping: events, by: \.kind).sorted { $0.key < $1.key }
    var days: [Touch: [Int]] = [:]
    var touches: [Int: [Touch]] = [:]
    for (kind, entry) in kinds.enumerated() {
      for day in Set(entry.value.map(\.day.number)).sorted() {
        for offset in Self.offsets {
          days[Touch(kind: kind, offset: offset), default: []].append(day + offset)
          touches[day + offset, default: []].append(Touch(kind: kind, offset: offset))
        }
      }
    }
    let effects = Self.effects(of: days, on: shop, caution: caution)
    let multipliers = touches.compactMapValues { touches -> Double? in
      let effect = touches.reduce(0) { $0 + (effects[$1] ?? 0) }
      return effect == 0 ? nil : exp(min(max(effect, -5), 3))
    }
    self.init(multipliers: multipliers, touches: touches, days: days)
  }

  /// How an item answered to a touch in the past beside what the shop's answer let expect: by how much more, and the
  /// variance of that by chance. Nil where it was not there.
  func answer(of history: History, to touch: Touch, level: LocalLevel, dispersion: Double) -> (
    excess: Double, noise: Double
  )? {
    var (actual, expected) = (0.0, 0.0)
    for day in days[touch] ?? [] {
      let index = day - history.firstDay
      guard index >= 0, index < history.count, history.isKnown[index] else { continue }
      actual += history.values[index]
      expected += level.expected(index)
    }
    guard expected > 0 else { return nil }
    return (actual / expected - 1, Self.noiseFactor * dispersion / expected)
  }

  /// By how much items differ in their answers (method of moments, with a prior).
  mutating func learnSpreads(
    of items: some Sequence<(history: History, level: LocalLevel, dispersion: Double)>, prior: Double
  ) {
    var sums: [Touch: (excess: Double, weight: Double)] = [:]
    for (history, level, dispersion) in items {
      for touch in days.keys {
        guard let answer = answer(of: history, to: touch, level: level, dispersion: dispersion) else { continue }
        let weight = 1 / ((answer.noise + 0.05) * (answer.noise + 0.05))
        sums[touch, default: (0, 0)].excess += weight * (min(answer.excess * answer.excess, 4) - answer.noise)
        sums[touch, default: (0, 0)].weight += weight
      }
    }
    let priorWeight = 1000.0
    spreads = sums.mapValues { min(max(($0.excess + priorWeight * prior) / ($0.weight + priorWeight), 0), 1) }
  }

  /// Rounds of backfitting: events overlap (Dhanteras, Diwali, Bhai Dooj), and each explains what the others leave.
  private static let rounds = 4

  /// Of each touch, the logarithm of its factor.
  private static func effects(of days: [Touch: [Int]], on shop: ShopDays, caution: Double) -> [Touch: Double] {
    var effects: [Touch: Double] = [:]
    var left = shop.ratios
    let order = days.keys.sorted { ($0.kind, $0.offset) < ($1.kind, $1.offset) }
    for _ in 0..<rounds {
      for touch in order {
        let indices = (days[touch] ?? []).map { $0 - shop.first }.filter(left.indices.contains)
        let now = effects[touch] ?? 0
        let weight = indices.reduce(0) { $0 + shop.precisions[$1] }
        guard weight > 0 else { continue }
        let estimate = indices.reduce(0) { $0 + shop.precisions[$1] * (left[$1] + now) } / weight
        // James and Stein: an effect no larger than chance is none.
        let new = estimate == 0 ? 0 : estimate * max(0, 1 - caution / (weight * estimate * estimate))
        for index in indices { left[index] += now - new }
        effects[touch] = new
      }
    }
    return effects
  }
}
