/// When a day's sales, or a single sale, are so far beyond the expected that the owner is asked: a one-off order, or
/// new demand?
package struct SpikeRule: Sendable {
  /// A day must be above this quantile of what was expected for its weekday and season.
  package var probability: Double
  /// And so many times the expected at the least: no question is worth asking about less.
  package var timesMin: Double
  /// A single sale of more units than this is asked about, where the item rarely sells so.
  package var saleUnitsMin: Double

  /// Finds four of five days that sell two to six times an ordinary day more than they would have, of goods that sell
  /// every day, and asks about one such item in four months (docs/benchmarks.md).
  package init(probability: Double = 0.975, timesMin: Double = 2.5, saleUnitsMin: Double = 10) {
    self.probability = probability
    self.timesMin = timesMin
    self.saleUnitsMin = saleUnitsMin
  }

  /// For an owner who wants few questions: less than half of them, and of the spikes about two thirds.
  package static let calm = SpikeRule(probability: 0.995)

  /// Nil for a day like others. `expected` is what was forecast for that day before it came.
  package func spike(ofDay sold: Double, expected: DemandDistribution) -> Spike? {
    guard sold.isFinite, sold > 0, sold >= timesMin * expected.mean else { return nil }
    let usual = expected.quantile(probability)
    guard sold > usual else { return nil }
    return Spike(kind: .day, amount: sold, usual: usual)
  }

  /// Nil for a sale like others. `earlier` are the amounts of the item's earlier sales, at the most the last hundreds.
  package func spike(ofSale amount: Double, earlier: [Double]) -> Spike? {
    guard amount.isFinite, amount > saleUnitsMin else { return nil }
    let known = earlier.filter { $0.isFinite && $0 > 0 }
    let large = known.count { $0 >= amount }
    guard Double(large) <= Self.rareShare * Double(known.count) else { return nil }
    return Spike(kind: .sale, amount: amount, usual: known.max() ?? 0)
  }

  /// What one sale in fifty reaches is no longer rare.
  private static let rareShare = 0.02
}

/// Something sold far beyond the usual.
package struct Spike: Hashable, Sendable {
  package enum Kind: String, Sendable {
    case day
    case sale
  }

  package let kind: Kind
  package let amount: Double
  /// What would not have been asked about: the upper end of an ordinary day, or the largest sale so far.
  package let usual: Double
}

/// What the owner answered to a spike, as the model uses it.
package enum SpikeAnswer: String, Sendable {
  /// Not expected again: the day is left out of what is learned.
  case oneOff
  /// More is wanted from now on: the day counts as any other.
  case newDemand

  package var mark: DemandSeries.Mark {
    switch self {
    case .oneOff: .oneOff
    case .newDemand: .observed
    }
  }
}
