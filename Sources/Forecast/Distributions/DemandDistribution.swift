import Foundation

/// How likely each amount is: of one day, or of several together. “Five on most days, ten in one week of four.”
package struct DemandDistribution: Sendable {
  package let mean: Double
  package let variance: Double
  private let form: Form
  private let absence: Double

  /// Small counts have a chance for each number; large amounts a curve.
  private enum Form: Sendable {
    case nothing
    /// Counted in steps of `unit`: one piece, or a quarter of a kilogram.
    case counts(NegativeBinomial, unit: Double)
    case amounts(SkewedCurve)
  }

  /// Above so many units a curve is as good as counting, and faster.
  static let countedMeanMax = 40.0

  /// Of what is sold in steps of `unit`.
  init(mean: Double, variance: Double, unit: Double, absence: Double = 0) {
    self.absence = absence
    self.mean = mean * (1 - absence)
    self.variance = variance
    if mean <= 0 {
      form = .nothing
    } else if mean < Self.countedMeanMax * unit {
      form = .counts(NegativeBinomial(mean: mean / unit, variance: variance / (unit * unit)), unit: unit)
    } else {
      form = .amounts(SkewedCurve(mean: mean, variance: variance))
    }
  }

  /// The amount that is not exceeded with `probability`.
  package func quantile(_ probability: Double) -> Double { quantiles([probability])[0] }

  /// For probabilities in rising order, in one pass.
  package func quantiles(_ probabilities: [Double]) -> [Double] {
    let probabilities =
      absence > 0 ? probabilities.map { max(0, ($0 - absence) / max(1 - absence, 1e-9)) } : probabilities
    return switch form {
    case .nothing: probabilities.map { _ in 0 }
    case .counts(let counts, let unit): counts.quantiles(probabilities).map { $0 * unit }
    case .amounts(let curve): probabilities.map { $0 <= 0 ? 0 : curve.quantile($0) }
    }
  }

  /// The chance that `amount` is enough.
  package func probability(atMost amount: Double) -> Double {
    switch form {
    case .nothing: amount >= 0 ? 1 : 0
    case .counts(let counts, let unit): counts.probability(atMost: amount / unit)
    case .amounts(let curve): curve.probability(atMost: amount)
    }
  }
}
