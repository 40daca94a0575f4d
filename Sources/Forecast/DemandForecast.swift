package import Measures

/// What is expected of one item in the periods to come.
package struct DemandForecast: Sendable {
  /// The first day of the first step.
  package let start: Day
  /// Each period's demand.
  package let steps: [DemandDistribution]
  /// What it was made of.
  package let explanation: Explanation
  /// Expected demand before each step.
  private let sums: [Double]
  private let spread: Spread
  private let unit: Double

  /// How totals scatter.
  enum Spread: Sendable {
    case days(Scatter, Away)
    /// Errors of near periods are partly of one mind.
    case periods
  }

  init(
    start: Day, steps: [DemandDistribution], sums: [Double], spread: Spread, unit: Double, explanation: Explanation
  ) {
    self.start = start
    self.steps = steps
    self.sums = sums
    self.spread = spread
    self.unit = unit
    self.explanation = explanation
  }

  /// Expected demand of the first periods together.
  package func mean(periods: Int) -> Double { sums[min(max(periods, 0), steps.count)] }

  /// What is needed for the first `periods` together: what an owner orders by. Not the sum of the periods' ranges,
  /// because good and bad days even out, but not wholly. More periods than were forecast count as all of them.
  package func total(periods: Int) -> DemandDistribution {
    let periods = min(max(periods, 0), steps.count)
    let mean = sums[periods]
    switch spread {
    case .days(let scatter, let away):
      let stays = away.stays(for: periods)
      let present = mean / max(1 - stays, 0.01)
      return DemandDistribution(
        mean: present, variance: scatter.variance(ofTotal: present, days: periods), unit: unit, absence: stays)
    case .periods:
      // Half as if all erred together, half as if each for itself.
      let (together, apart) = steps.prefix(periods).reduce((0.0, 0.0)) {
        ($0.0 + $1.variance.squareRoot(), $0.1 + $1.variance)
      }
      return DemandDistribution(mean: mean, variance: (together * together + apart) / 2, unit: unit)
    }
  }
}
