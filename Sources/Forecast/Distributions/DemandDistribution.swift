/// How likely each amount is: of one day, or of several together. “Five on most days, ten in one week of four.”
package struct DemandDistribution: Sendable {
  package let mean: Double
  package let variance: Double
  private let form: Form
  /// The chance that the item is not there at all.
  private let absence: Double

  /// Small counts have a chance for each number; large amounts a curve.
  private enum Form: Sendable {
    case nothing
    /// Counted in steps of `unit`: one piece, or a quarter of a kilogram.
    case counts(NegativeBinomial, unit: Double)
    case amounts(SkewedCurve)
  }

  /// Above so many units a curve is as good as counting, and faster.
  private static let countedMeanMax = 40.0
  /// Below this nothing is expected at all.
  private static let meanMin = 1e-9
  private static let varianceMax = 1e60

  /// Of what is sold in steps of `unit` while it is there; it is away with the chance `absence`.
  init(mean present: Double, variance: Double, unit: Double, absence: Double = 0) {
    let variance = variance.isFinite ? min(max(variance, 0), Self.varianceMax) : 0
    mean = present.isFinite && present > 0 ? present * (1 - absence) : 0
    self.absence = absence
    self.variance = variance * (1 - absence) + (present.isFinite ? present * present * absence * (1 - absence) : 0)
    if mean <= Self.meanMin {
      form = .nothing
    } else if present < Self.countedMeanMax * unit {
      form = .counts(NegativeBinomial(mean: present / unit, variance: variance / (unit * unit)), unit: unit)
    } else {
      form = .amounts(SkewedCurve(mean: present, variance: variance))
    }
  }

  /// The amount that is not exceeded with `probability`.
  package func quantile(_ probability: Double) -> Double { quantiles([probability])[0] }

  /// For probabilities in rising order, in one pass.
  package func quantiles(_ probabilities: [Double]) -> [Double] {
    let present = absence > 0 ? probabilities.map { max(0, $0 - absence) / max(1 - absence, 1e-9) } : probabilities
    return switch form {
    case .nothing: probabilities.map { _ in 0 }
    case .counts(let counts, let unit): counts.quantiles(present).map { $0 * unit }
    case .amounts(let curve): present.map { $0 > 0 ? curve.quantile($0) : 0 }
    }
  }

  /// The chance that `amount` is enough.
  package func probability(atMost amount: Double) -> Double {
    guard amount >= 0 else { return 0 }
    return switch form {
    case .nothing: 1
    case .counts(let counts, let unit): absence + (1 - absence) * counts.probability(atMost: amount / unit)
    case .amounts(let curve): absence + (1 - absence) * curve.probability(atMost: amount)
    }
  }
}
