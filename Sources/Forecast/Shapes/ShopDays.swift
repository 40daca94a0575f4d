import Foundation

/// The whole shop, day by day: what was sold beside what the items' levels and weekdays let expect.
struct ShopDays {
  /// Day number of the first.
  let first: Int
  /// By how much the shop as a whole sold more (logarithm of the ratio).
  let ratios: [Double]
  /// How sure each ratio is: one over its variance by chance.
  let precisions: [Double]

  /// Variance of a whole shop's day that no item's chance explains: the weather.
  private static let dayVariance = 0.01

  /// Each item counts as its sales are worth beside their scatter.
  init(days: Range<Int>, of items: some Sequence<(history: History, level: LocalLevel, dispersion: Double)>) {
    var (actual, expected) = ([Double](repeating: 0, count: days.count), [Double](repeating: 0, count: days.count))
    for (history, level, dispersion) in items {
      let offset = history.firstDay - days.lowerBound
      for index in 0..<history.count where history.isKnown[index] {
        actual[offset + index] += history.values[index] / dispersion
        expected[offset + index] += level.expected(index) / dispersion
      }
    }
    first = days.lowerBound
    ratios = zip(actual, expected).map { log(($0 + 0.5) / ($1 + 0.5)) }
    precisions = expected.map { $0 > 0 ? 1 / (1 / ($0 + 0.5) + Self.dayVariance) : 0 }
  }
}
