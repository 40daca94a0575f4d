import Foundation

/// How many units will be asked for in a number of days, as far as that can be known: the mean, and quantiles of the total.
package struct TotalDemand: Hashable, Sendable {
  package let days: Int
  package let mean: Double
  /// Rising probabilities with their rising units.
  private let quantiles: [Quantile]

  private struct Quantile: Hashable, Sendable {
    let probability: Double
    let units: Double
  }

  /// What is no number, negative or out of order is set right rather than believed.
  package init(days: Int, mean: Double, quantiles: [(probability: Double, units: Double)]) {
    self.days = max(1, days)
    self.mean = Self.sound(mean)
    var highest = 0.0
    self.quantiles = quantiles.filter { (0...1).contains($0.probability) }.sorted { $0.probability < $1.probability }
      .map { quantile in
        highest = max(highest, Self.sound(quantile.units))
        return Quantile(probability: quantile.probability, units: highest)
      }
  }

  private static let unitsMax = 1e12
  private static func sound(_ units: Double) -> Double { units.isFinite ? max(0, min(unitsMax, units)) : 0 }

  /// Between the known quantiles by a straight line; beyond the outermost there is nothing to go by, so they stand.
  package func quantile(_ probability: Double) -> Double {
    guard let first = quantiles.first, let last = quantiles.last else { return mean }
    if probability <= first.probability { return first.units }
    for (below, above) in zip(quantiles, quantiles.dropFirst()) where probability <= above.probability {
      let way = (probability - below.probability) / max(above.probability - below.probability, 1e-12)
      return below.units + way * (above.units - below.units)
    }
    return last.units
  }

  /// Equally likely totals whose mean is the mean: what is expected of a sum is their average.
  var scenarios: [Double] {
    let raw = (0..<Self.scenarioCount).map { quantile((Double($0) + 0.5) / Double(Self.scenarioCount)) }
    let average = raw.reduce(0, +) / Double(Self.scenarioCount)
    return average > 0 ? raw.map { $0 * mean / average } : raw.map { _ in mean }
  }

  private static let scenarioCount = 15

  /// The same demand over fewer or more days. How far the total swings grows by the days to the power of ¾: days that
  /// swing apart would have ½, days that swing together 1, and those of a shop lie between.
  package func over(_ days: Int) -> TotalDemand {
    guard days != self.days else { return self }
    let share = Double(max(1, days)) / Double(self.days)
    let swing = pow(share, 0.75)
    return TotalDemand(
      days: days, mean: mean * share,
      quantiles: quantiles.map { ($0.probability, max(0, mean * share + ($0.units - mean) * swing)) })
  }
}

/// What may be asked for over several spans of days, as forecasts give it: 7, 14 and 30.
package struct DemandOutlook: Hashable, Sendable {
  private let totals: [TotalDemand]

  package init(_ totals: [TotalDemand]) { self.totals = totals }

  package var aDay: Double { totals.first.map { $0.mean / Double($0.days) } ?? 0 }

  /// From the span nearest to it.
  package func over(_ days: Int) -> TotalDemand {
    func distance(_ total: TotalDemand) -> Double { abs(log(Double(total.days) / Double(max(1, days)))) }
    let nearest = totals.min { distance($0) < distance($1) }
    return nearest?.over(days) ?? TotalDemand(days: days, mean: 0, quantiles: [])
  }
}
