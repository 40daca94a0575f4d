import Foundation

/// What a shop's own sales say of its customers' response: a local level model (A. C. Harvey, *Forecasting, Structural Time
/// Series Models and the Kalman Filter*, 1989, chapter 4) of the log of sales, whose level wanders from week to week by
/// itself, with the log of the price beside it. How far the level wanders and how much sales swing is not known: several
/// answers are tried, and count by their likelihood.
struct ResponseFit {
  let elasticity: Double
  let deviation: Double

  /// How far demand may wander by itself in a week, as a share.
  private static let wanderings = [0.01, 0.03, 0.06, 0.12, 0.25]
  /// How much more sales swing than chance alone would have it (variance over mean).
  private static let swings = [1.0, 2, 4, 8]

  init?(_ days: [SoldDay], prior: PriceResponse) {
    let stretches = Stretch.cut(days)
    guard stretches.count > 1 else { return nil }
    let courses = Self.wanderings.flatMap { wandering in
      Self.swings.map { LevelFilter(stretches, wandering: wandering, swing: $0, prior: prior) }
    }
    guard let likeliest = courses.map(\.logLikelihood).max(), likeliest.isFinite else { return nil }
    let weights = courses.map { exp($0.logLikelihood - likeliest) }
    let whole = weights.reduce(0, +)
    func average(_ value: (LevelFilter) -> Double) -> Double {
      zip(courses, weights).reduce(0) { $0 + value($1.0) * $1.1 } / whole
    }
    let mean = average(\.elasticity)
    let variance = average { $0.variance + ($0.elasticity - mean) * ($0.elasticity - mean) }
    guard mean.isFinite, variance.isFinite, variance >= 0 else { return nil }
    elasticity = mean
    deviation = variance.squareRoot()
  }
}

/// Days in a row at one price, taken together: a week, or more where little is sold.
private struct Stretch {
  /// The log of the price.
  let price: Double
  /// The log of what was sold, of what such days sell.
  let sales: Double
  /// The variance that chance alone gives that log.
  let chance: Double
  let middle: Double

  private static let daysMin = 7
  private static let daysMax = 28
  private static let unitsMin = 8.0

  static func cut(_ days: [SoldDay]) -> [Stretch] {
    var stretches: [Stretch] = []
    var open: ArraySlice<SoldDay> = []
    let inOrder = days.sorted { $0.daysAgo > $1.daysAgo }
    for (index, day) in inOrder.enumerated() {
      if let last = open.last, last.price != day.price || isWhole(open) {
        stretches.append(Stretch(open))
        open = []
      }
      open = inOrder[(index - open.count)...index]
    }
    return open.isEmpty ? stretches : stretches + [Stretch(open)]
  }

  private static func isWhole(_ days: ArraySlice<SoldDay>) -> Bool {
    days.count >= daysMin && (days.count >= daysMax || days.reduce(0) { $0 + $1.units } >= unitsMin)
  }

  private init(_ days: ArraySlice<SoldDay>) {
    // Half a unit more keeps the log of nothing sold within reach, and makes it nearly unbiased.
    let units = days.reduce(0) { $0 + $1.units } + 0.5
    price = log(days.first.map(\.price.amount) ?? 1)
    sales = log(units / days.reduce(0) { $0 + $1.usual })
    chance = 1 / units
    middle = days.reduce(0) { $0 - Double($1.daysAgo) } / Double(max(1, days.count))
  }
}

/// The Kalman filter of level and elasticity.
private struct LevelFilter {
  private(set) var elasticity: Double
  private(set) var variance: Double
  private(set) var logLikelihood = 0.0
  private var level: Double
  private var levelVariance = 4.0
  private var covariance = 0.0

  init(_ stretches: [Stretch], wandering: Double, swing: Double, prior: PriceResponse) {
    elasticity = prior.elasticity
    variance = prior.deviation * prior.deviation
    level = stretches.first?.sales ?? 0
    let reference = stretches.last?.price ?? 0
    var before = stretches.first?.middle ?? 0
    for stretch in stretches {
      levelVariance += wandering * wandering * (stretch.middle - before) / 7
      before = stretch.middle
      learn(sales: stretch.sales, price: stretch.price - reference, noise: swing * stretch.chance)
    }
  }

  private mutating func learn(sales: Double, price: Double, noise: Double) {
    let gainOfLevel = levelVariance + price * covariance
    let gainOfElasticity = covariance + price * variance
    let spread = gainOfLevel + price * gainOfElasticity + noise
    let surprise = sales - level - elasticity * price
    level += gainOfLevel / spread * surprise
    elasticity += gainOfElasticity / spread * surprise
    levelVariance -= gainOfLevel * gainOfLevel / spread
    covariance -= gainOfLevel * gainOfElasticity / spread
    variance = max(0, variance - gainOfElasticity * gainOfElasticity / spread)
    logLikelihood -= (log(spread) + surprise * surprise / spread) / 2
  }
}
