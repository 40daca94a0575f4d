/// What an item is expected to be like of which little or nothing is known: as the items of its category are.
struct Newcomer: Sendable {
  /// Mean sales of a day, over the category's items.
  let mean: Double
  /// Variance of the items' means beside the square of `mean`.
  let spread: Double
  /// The usual variance of a day of mean 1.
  let scatter: Double

  /// Of a shop that has sold nothing yet: nothing is expected.
  static let unknown = Newcomer(mean: 0, spread: 1, scatter: 2)

  /// One of many items, as everybody knows before a shop's own are seen.
  private static let spreadPrior = 1.0

  private init(mean: Double, spread: Double, scatter: Double) {
    (self.mean, self.spread, self.scatter) = (mean, spread, scatter)
  }

  init(of items: [WeekdayEvidence]) {
    guard !items.isEmpty else {
      self = .unknown
      return
    }
    let means = items.map(\.mean).sorted()
    // Without the largest of many, which would speak for all.
    let kept = means.prefix(max(1, means.count * 9 / 10))
    let mean = kept.reduce(0, +) / Double(kept.count)
    let squares = kept.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    let scatters = items.map { $0.dispersion * $0.mean / Scatter.growth($0.mean) }.sorted()
    self.init(
      mean: mean, spread: (Self.spreadPrior * 2 + squares / (mean * mean)) / (2 + Double(kept.count)),
      scatter: scatters[scatters.count / 2])
  }

  /// The item's own level as far as its days are worth, else the category's.
  func level(own: Double, days: Double, evidence: WeekdayEvidence?) -> Double {
    guard mean > 0 else { return own }
    let dispersion = evidence?.dispersion ?? 1
    let worth = dispersion / (mean * max(spread, 0.1))
    // Two months say all that a level needs; a category must not pull at what is known.
    guard days < 60 else { return own }
    return (own * days + mean * worth) / (days + worth)
  }
}
