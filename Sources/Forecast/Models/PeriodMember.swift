import Foundation

/// One simple model of a series without its seasons: a level, and a trend that fades.
struct PeriodMember {
  /// After each period.
  private let levels: [Double]
  private let trends: [Double]
  private let damping: Double

  var hasTrend: Bool { damping > 0 }

  /// Each pace with no trend and with half the slope of the straight line (theta, Assimakopoulos and Nikolopoulos
  /// 2000), and damped trends after Gardner and McKenzie (1985).
  static func all(_ values: [Double], known: [Bool], priors: Priors) -> [PeriodMember] {
    let slopes = slopes(values).map { $0 / 2 }
    var members: [PeriodMember] = []
    for pace in priors.periodPaces {
      let levels = levels(values, known: known, pace: pace)
      members.append(PeriodMember(levels: levels, trends: [], damping: 0))
      members.append(PeriodMember(levels: levels, trends: slopes, damping: 1))
    }
    for (pace, trendPace) in [(0.2, 0.1), (0.5, 0.1), (0.8, 0.1), (0.5, 0.3), (0.9, 0.3)] {
      members.append(damped(values, known: known, pace: pace, trendPace: trendPace, damping: priors.trendDamping))
    }
    return members
  }

  /// Of a period to come, `step` after the one at `origin`.
  func value(at origin: Int, step: Int, damped: [Double]) -> Double {
    if damping == 0 { return levels[origin] }
    return max(0, levels[origin] + trends[origin] * (damping == 1 ? Double(step) : damped[step]))
  }

  /// Simple exponential smoothing, unbiased from the first value on.
  private static func levels(_ values: [Double], known: [Bool], pace: Double) -> [Double] {
    var (above, below) = (0.0, 0.0)
    return values.indices.map { index in
      if known[index] {
        above = above * (1 - pace) + values[index] * pace
        below = below * (1 - pace) + pace
      }
      return below > 0 ? above / below : 0
    }
  }

  /// The slope of the straight line through all values so far.
  private static func slopes(_ values: [Double]) -> [Double] {
    var (count, x, y, xx, xy) = (0.0, 0.0, 0.0, 0.0, 0.0)
    return values.indices.map { index in
      let (time, value) = (Double(index), values[index])
      (count, x, y, xx, xy) = (count + 1, x + time, y + value, xx + time * time, xy + time * value)
      let spread = count * xx - x * x
      return spread > 0 && count > 3 ? (count * xy - x * y) / spread : 0
    }
  }

  private static func damped(_ values: [Double], known: [Bool], pace: Double, trendPace: Double, damping: Double)
    -> PeriodMember
  {
    var level = values.prefix(4).reduce(0, +) / Double(max(1, min(4, values.count)))
    var trend = 0.0
    var (levels, trends): ([Double], [Double]) = ([], [])
    for index in values.indices {
      let expected = level + damping * trend
      let new = known[index] ? expected + pace * (values[index] - expected) : expected
      trend = damping * trend + (known[index] ? trendPace * (new - level - damping * trend) : 0)
      level = new
      levels.append(level)
      trends.append(trend)
    }
    return PeriodMember(levels: levels, trends: trends, damping: damping)
  }
}
