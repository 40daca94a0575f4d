import Foundation

/// Large amounts: a lognormal curve, which is never below zero and leans to the right as sales do.
struct SkewedCurve: Sendable {
  private let location: Double
  private let scale: Double

  init(mean: Double, variance: Double) {
    let spread = log1p(min(variance / (mean * mean), 1e6))
    location = log(mean) - spread / 2
    scale = spread.squareRoot()
  }

  func quantile(_ probability: Double) -> Double { exp(location + scale * Normal.quantile(probability)) }

  func probability(atMost amount: Double) -> Double {
    guard amount > 0 else { return 0 }
    guard scale > 0 else { return log(amount) >= location ? 1 : 0 }
    return Normal.cumulative((log(amount) - location) / scale)
  }
}
