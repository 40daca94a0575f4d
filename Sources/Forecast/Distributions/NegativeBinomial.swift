import Foundation

/// Counts that scatter more than by pure chance: few customers, some of whom take several. With a variance no larger
/// than the mean it is the Poisson distribution.
struct NegativeBinomial: Sendable {
  private let mean: Double
  /// Number of failures; infinite for Poisson.
  private let size: Double

  /// Below this, nearly all would be one day's.
  private static let sizeMin = 1e-6
  /// The tail that is left out when counting ends: far beyond any quantile asked for.
  private static let countMax = 20_000

  init(mean: Double, variance: Double) {
    self.mean = mean
    size = variance > mean * 1.0001 ? max(mean / (variance / mean - 1), Self.sizeMin) : .infinity
  }

  func quantiles(_ probabilities: [Double]) -> [Double] {
    var found: [Double] = []
    found.reserveCapacity(probabilities.count)
    var terms = Terms(mean: mean, size: size)
    for probability in probabilities {
      while terms.sum < probability, terms.count < Self.countMax { terms.advance() }
      found.append(Double(terms.count))
    }
    return found
  }

  func probability(atMost amount: Double) -> Double {
    guard amount >= 0 else { return 0 }
    var terms = Terms(mean: mean, size: size)
    let last = Int(min(amount, Double(Self.countMax)) + 1e-9)
    while terms.count < last, terms.sum < 1 - 1e-12 { terms.advance() }
    return min(terms.sum, 1)
  }

  /// The chances of 0, 1, 2 … each from the one before.
  private struct Terms {
    private(set) var count = 0
    private(set) var sum: Double
    private var term: Double
    private let ratio: Double
    private let step: Double

    init(mean: Double, size: Double) {
      if size.isFinite {
        // P(n + 1) / P(n) = (n + size) / (n + 1) · mean / (mean + size)
        let chance = mean / (mean + size)
        (ratio, step) = (chance, size * chance)
        term = exp(-size * log1p(mean / size))
      } else {
        (ratio, step) = (0, mean)
        term = exp(-mean)
      }
      sum = term
    }

    mutating func advance() {
      term *= (Double(count) * ratio + step) / Double(count + 1)
      count += 1
      sum += term
    }
  }
}
