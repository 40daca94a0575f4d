import Foundation

/// The whole shop, day by day: what was sold beside what the items' levels and weekdays let expect.
struct ShopDays {
  /// Day number of the first.
  let first: Int
  /// By how much the shop as a whole sold more (logarithm of the ratio).
  private(set) var ratios: [Double]
  /// How sure each ratio is: one over its variance by chance.
  private(set) var precisions: [Double]

  /// Variance of a whole shop's day that no item's chance explains: the weather.
  private static let dayVariance = 0.01

  init(of items: [(history: History, evidence: WeekdayEvidence)], weekdays: WeekdayShape) {
    let first = items.map(\.history.firstDay).min() ?? 0
    let end = items.map { $0.history.firstDay + $0.history.count }.max() ?? 0
    var (actual, expected) = ([Double](repeating: 0, count: end - first), [Double](repeating: 0, count: end - first))
    for (history, evidence) in items {
      Self.add(
        history, indices: weekdays.indices(of: evidence), trust: 1 / evidence.dispersion,
        offset: history.firstDay - first,
        &actual, &expected)
    }
    self.first = first
    ratios = zip(actual, expected).map { log(($0 + 0.5) / ($1 + 0.5)) }
    precisions = expected.map { $0 > 0 ? 1 / (1 / ($0 + 0.5) + Self.dayVariance) : 0 }
  }

  private static func add(
    _ history: History, indices: [Double], trust: Double, offset: Int, _ actual: inout [Double],
    _ expected: inout [Double]
  ) {
    let start = Week.place(of: history.firstDay)
    let level = LocalLevel(history) { indices[(start + $0) % 7] }
    for index in 0..<history.count where history.isKnown[index] {
      actual[offset + index] += trust * history.values[index]
      expected[offset + index] += trust * level.expected(index)
    }
  }
}
