import Foundation
import Testing

@testable import Forecast

/// Chances of amounts.
@Suite struct DistributionTests {
  @Test(arguments: [(0.2, 0.3), (3.0, 3.0), (5.0, 20.0), (39.0, 100.0), (80.0, 900.0), (1e6, 1e9)])
  func `a quantile is the least amount that suffices so often`(mean: Double, variance: Double) {
    let distribution = DemandDistribution(mean: mean, variance: variance, unit: 1)
    for probability in [0.05, 0.5, 0.9, 0.975] {
      let amount = distribution.quantile(probability)
      #expect(distribution.probability(atMost: amount) >= probability - 1e-6)
      #expect(distribution.probability(atMost: amount * (1 - 1e-6) - 1e-6) <= probability + 1e-6)
    }
  }

  @Test func `counts have the mean and the variance that they were given`() {
    let counts = NegativeBinomial(mean: 4, variance: 10)
    let chances = (0..<200).map { counts.probability(atMost: Double($0)) - counts.probability(atMost: Double($0) - 1) }
    let mean = chances.enumerated().reduce(0) { $0 + Double($1.offset) * $1.element }
    let variance = chances.enumerated().reduce(0) {
      $0 + (Double($1.offset) - mean) * (Double($1.offset) - mean) * $1.element
    }
    #expect(abs(mean - 4) < 1e-6)
    #expect(abs(variance - 10) < 1e-4)
  }

  @Test func `what is sold by the quarter kilogram is counted in quarters`() {
    let distribution = DemandDistribution(mean: 1.5, variance: 1, unit: 0.25)
    let amount = distribution.quantile(0.9)
    #expect(amount / 0.25 == (amount / 0.25).rounded())
  }

  @Test func `an item that may be away has its chance of nothing`() {
    let distribution = DemandDistribution(mean: 100, variance: 100, unit: 1, absence: 0.4)
    #expect(distribution.quantile(0.3) == 0)
    #expect(distribution.quantile(0.7) > 90)
    #expect(abs(distribution.mean - 60) < 1e-9)
    #expect(abs(distribution.probability(atMost: 1) - 0.4) < 1e-9)
  }

  @Test func `the normal quantile turns the cumulative back`() {
    for value in stride(from: -5.0, through: 5, by: 0.25) {
      #expect(abs(Normal.quantile(Normal.cumulative(value)) - value) < 1e-6)
    }
  }
}
