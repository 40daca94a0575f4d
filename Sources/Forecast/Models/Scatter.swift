import Foundation

/// By how much days, and totals of days, fell beside what would have been said before.
struct Scatter: Sendable {
  /// Variance of a day of mean 1.
  let day: Double
  /// Squared error of a total beside the square of what was expected, at each of `horizons`.
  let totals: [Double]

  /// Days over which totals are judged.
  static let horizons = [7, 14, 28]

  /// The variance of a day goes with the mean to the power 1.25: between chance (1) and proportion (2).
  static func growth(_ mean: Double) -> Double { mean * mean.squareRoot().squareRoot() }

  init(_ history: History, shape: [Double], path: LevelPath, usual: Double, priors: Priors) {
    var sums = Sums(decay: pow(0.5, 7 / priors.scatterHalfLife))
    for origin in path.origins where origin.index >= LevelPath.firstJudged(history.count) {
      sums.add(history, shape: shape, origin: origin, share: priors.weekdayShare)
    }
    let mean = path.last.level
    let worth = priors.scatterWeight * Self.growth(mean)
    let day = sums.growths + worth > 0 ? (sums.errors + worth * usual) / (sums.growths + worth) : usual
    self.day = day
    totals = Self.horizons.indices.map { place in
      let days = Double(Self.horizons[place])
      let together = priors.togetherness * pow(days / 7, priors.togethernessPower)
      let prior = mean > 0 ? day * Self.growth(mean) * together / (days * mean * mean) : 1
      let worth = priors.totalWeight * (days * mean) * (days * mean)
      let weight = sums.totalSquares[place] + worth
      return weight > 0 ? (sums.totalErrors[place] + worth * prior) / weight : 1
    }
  }

  func variance(ofDay mean: Double) -> Double { day * Self.growth(mean) }

  /// Between the horizons the relative variance is followed by its logarithm, beyond them it stays.
  func variance(ofTotal mean: Double, days: Int) -> Double {
    let squared = mean * mean
    guard days > 1, mean > 0 else { return variance(ofDay: mean) }
    var (before, relative) = (1.0, variance(ofDay: mean / Double(days)) * Double(days * days) / squared)
    for (place, horizon) in Self.horizons.enumerated() {
      if days <= horizon {
        let part = log(Double(days) / before) / log(Double(horizon) / before)
        return squared * exp(log(max(relative, 1e-12)) * (1 - part) + log(max(totals[place], 1e-12)) * part)
      }
      (before, relative) = (Double(horizon), totals[place])
    }
    return squared * relative
  }

  /// Fading sums over the past weeks' ends.
  private struct Sums {
    let decay: Double
    var (errors, growths) = (0.0, 0.0)
    var totalErrors = [0.0, 0, 0]
    var totalSquares = [0.0, 0, 0]

    init(decay: Double) { self.decay = decay }

    /// What came in the four weeks after, beside what would have been said.
    mutating func add(_ history: History, shape: [Double], origin: LevelPath.Origin, share: Double) {
      (errors, growths) = (errors * decay, growths * decay)
      for place in 0..<3 {
        totalErrors[place] *= decay
        totalSquares[place] *= decay
      }
      var (actual, expected) = (0.0, 0.0)
      var weekday = Week.place(of: history.firstDay + origin.index)
      let end = min(origin.index + 28, history.count)
      for index in origin.index..<end {
        if history.isKnown[index] {
          let mean = (1 - share) * origin.level * shape[index] + share * origin.weekdays[weekday]
          let error = history.values[index] - mean
          errors += error * error
          growths += Scatter.growth(mean)
          actual += history.values[index]
          expected += mean
        }
        weekday = Week.place(after: weekday)
        switch index - origin.index {
        case 6: addTotal(0, actual, expected)
        case 13: addTotal(1, actual, expected)
        case 27: addTotal(2, actual, expected)
        default: break
        }
      }
    }

    private mutating func addTotal(_ place: Int, _ actual: Double, _ expected: Double) {
      totalErrors[place] += (actual - expected) * (actual - expected)
      totalSquares[place] += expected * expected
    }
  }
}
