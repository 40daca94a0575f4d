import Foundation
import Measures

/// What festivals do to a shop's sales, from four days before to two days after: learned from the years seen, for all
/// items together.
struct EventShape: Sendable {
  static let offsets = -4...2

  /// Logarithm of the multiplier of each day that an event touches, by day number.
  private let effects: [Int: Double]

  /// Of each day, which events at which distance touch it.
  private let touches: [Int: [Touch]]
  /// All days that an event at a distance ever touched.
  private let days: [Touch: [Int]]

  private let fitted: [Touch: Double]

  /// An event by kind, so many days before or after.
  struct Touch: Hashable, Sendable {
    let kind: Int
    let offset: Int
  }

  static let none = EventShape()

  private init() { (effects, touches, days, fitted) = ([:], [:], [:], [:]) }

  /// Variance of an item's own answer to a touch around the shop's.
  var noiseScale = 1.0
  private(set) var spreads: [Touch: Double] = [:]

  /// How an item answered to a touch in the past, beside what the shop's answer let expect: by how much more, and the
  /// variance of that by chance. Nil where it was not there.
  func answer(to touch: Touch, of history: History, level: LocalLevel, dispersion: Double) -> (
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
    return (actual / expected - 1, noiseScale * dispersion / expected)
  }

  mutating func learnSpreads(
    of items: [(history: History, evidence: WeekdayEvidence)], weekdays: WeekdayShape, prior: Double
  ) {
    var sums: [Touch: (Double, Double)] = [:]
    for (history, evidence) in items {
      let indices = weekdays.indices(of: evidence)
      let start = Week.place(of: history.firstDay)
      let level = LocalLevel(history) { indices[(start + $0) % 7] * multiplier(on: history.firstDay + $0) }
      for touch in days.keys {
        guard let (excess, noise) = answer(to: touch, of: history, level: level, dispersion: evidence.dispersion) else {
          continue
        }
        let weight = 1 / ((noise + 0.05) * (noise + 0.05))
        sums[touch, default: (0, 0)].0 += weight * (min(excess * excess, 4) - noise)
        sums[touch, default: (0, 0)].1 += weight
      }
    }
    for (touch, (excess, weights)) in sums {
      let priorWeight = 10 / 0.01
      spreads[touch] = min(max((excess + priorWeight * prior) / (weights + priorWeight), 0), 1)
    }
  }

  func touches(on day: Int) -> [Touch] { touches[day] ?? [] }

  /// What the touch does to the shop, as a logarithm.
  func effect(of touch: Touch) -> Double { fitted[touch] ?? 0 }

  func days(of touch: Touch) -> [Int] { days[touch] ?? [] }

  /// The sum of the logarithms of all multipliers of a day; 0 for an ordinary day.
  func effect(on day: Int) -> Double { effects[day] ?? 0 }

  func multiplier(on day: Int) -> Double {
    guard !effects.isEmpty, let effect = effects[day] else { return 1 }
    return exp(min(max(effect, -5), 3))
  }

  var isNone: Bool { effects.isEmpty }

  /// Rounds of backfitting: events overlap (Dhanteras, Diwali, Bhai Dooj), and each explains what the others leave.
  private static let rounds = 4

  init(of days: ShopDays, events: [EventDay], caution: Double) {
    var kinds: [String: [Int]] = [:]
    for event in events { kinds[event.kind, default: []].append(event.day.number) }
    let names = kinds.keys.sorted()
    var left = days.ratios
    var fitted = names.map { _ in [Double](repeating: 0, count: Self.offsets.count) }
    for _ in 0..<Self.rounds {
      for (place, name) in names.enumerated() {
        for (slot, offset) in Self.offsets.enumerated() {
          let indices = (kinds[name] ?? []).map { $0 + offset - days.first }.filter(left.indices.contains)
          let now = fitted[place][slot]
          var (sum, weights) = (0.0, 0.0)
          for index in indices {
            sum += days.precisions[index] * (left[index] + now)
            weights += days.precisions[index]
          }
          guard weights > 0 else { continue }
          // James and Stein: an effect no larger than chance is none.
          let estimate = sum / weights
          let new = estimate * max(0, 1 - caution / (weights * estimate * estimate))
          for index in indices { left[index] += now - new }
          fitted[place][slot] = new
        }
      }
    }
    var effects: [Int: Double] = [:]
    var byTouch: [Touch: Double] = [:]
    for place in names.indices {
      for (slot, offset) in Self.offsets.enumerated() where fitted[place][slot] != 0 {
        byTouch[Touch(kind: place, offset: offset)] = fitted[place][slot]
      }
    }
    for (place, name) in names.enumerated() {
      for day in kinds[name] ?? [] {
        for (slot, offset) in Self.offsets.enumerated() where fitted[place][slot] != 0 {
          effects[day + offset, default: 0] += fitted[place][slot]
        }
      }
    }
    self.effects = effects
    var touches: [Int: [Touch]] = [:]
    var touched: [Touch: [Int]] = [:]
    for (place, name) in names.enumerated() {
      for day in kinds[name] ?? [] {
        for offset in Self.offsets {
          let touch = Touch(kind: place, offset: offset)
          touches[day + offset, default: []].append(touch)
          touched[touch, default: []].append(day + offset)
        }
      }
    }
    self.touches = touches
    self.fitted = byTouch
    self.days = touched
  }
}
