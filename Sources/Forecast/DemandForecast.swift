package import Measures

/// What is expected of one item in the coming days.
package struct DemandForecast: Sendable {
  /// The day of the first step.
  package let start: Day
  /// Each day's demand.
  package let steps: [DemandDistribution]
  private let sums: [Double]
  private let scatter: Scatter
  private let unit: Double
  private let away: Away

  init(start: Day, steps: [DemandDistribution], sums: [Double], scatter: Scatter, unit: Double, away: Away) {
    self.start = start
    self.steps = steps
    self.sums = sums
    self.scatter = scatter
    self.unit = unit
    self.away = away
  }

  /// What is needed for the first `days` together: what an owner orders by. Not the sum of the days' ranges, because
  /// good and bad days even out, but not wholly.
  package func total(days: Int) -> DemandDistribution {
    let days = min(max(days, 0), sums.count)
    let mean = days > 0 ? sums[days - 1] : 0
    let stays = away.stays(for: days)
    let present = mean / max(1 - stays, 0.01)
    return DemandDistribution(
      mean: present, variance: scatter.variance(ofTotal: present, days: days), unit: unit, absence: stays)
  }
}
