import Foundation
import Measures

@testable import Forecast

/// Goods whose true demand is known, so that what is forecast can be held beside it.
enum Shelf {
  /// A Monday.
  static let start = Day(number: 19_723)

  /// Sells so many a day on average, more at the weekend, by chance of counting.
  static func item(_ level: Double, days: Int, seed: UInt64, from start: Day = start) -> DemandSeries {
    var random = SeededRandom(seed: seed)
    return DemandSeries(
      start: start,
      values: (0..<days).map { day in
        Double(random.count(level * (Week.place(of: start.number + day) >= 5 ? 1.6 : 0.76)))
      })
  }

  /// Several of them, from one in ten days to thirty a day.
  static func shop(_ count: Int, days: Int) -> [DemandSeries] {
    (0..<count).map { item(0.1 * pow(300, Double($0) / Double(max(count - 1, 1))), days: days, seed: UInt64($0) + 1) }
  }
}

struct SeededRandom: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  mutating func unit() -> Double { Double(next() >> 11) / Double(1 << 53) }

  /// Poisson, by Knuth's product.
  mutating func count(_ mean: Double) -> Int {
    let end = exp(-mean)
    var (product, count) = (unit(), 0)
    while product > end { (product, count) = (product * unit(), count + 1) }
    return count
  }
}
