import Foundation

/// By how much days, and totals of days, fell beside what would have been said before.
struct Scatter: Sendable {
  /// Variance of a day with mean 1; with mean m it is this · m^power.
  private let day: Double
  /// Squared error of a total of 7, 14, 28 days beside the square of what was expected.
  private let totals: [Double]
  private let priors: Priors

  static let horizons = [7, 14, 28]

  init(_ history: History, shape: [Double], path: LevelPath, priors: Priors) {
    self.priors = priors
    let count = history.count
    let share = priors.weekdayShare
    var (error, expected) = (0.0, 0.0)
    var (errors, powers) = ([0.0, 0, 0], [0.0, 0, 0])
    let decay = 0.5.power(7 / priors.dispersionHalfLife)
    let totalDecay = 0.5.power(7 / priors.totalHalfLife)
    for origin in path.origins where origin.index >= min(28, count / 3) && origin.index < count {
      error *= decay
      expected *= decay
      for place in 0..<3 { errors[place] *= totalDecay; powers[place] *= totalDecay }
      var (sumActual, sumMean) = (0.0, 0.0)
      var weekday = Week.place(of: history.firstDay + origin.index)
      for index in origin.index..<min(origin.index + 28, count) {
        let mean = (1 - share) * origin.level * shape[index] + share * origin.weekdayLevels[weekday]
        let actual = history.values[index]
        if !history.isKnown[index] { sumMean += 0; weekday = weekday == 6 ? 0 : weekday + 1; continue }
        error += (actual - mean) * (actual - mean)
        expected += mean.power(priors.variancePower)
        sumActual += actual
        sumMean += mean
        let length = index - origin.index + 1
        if length == 7 || length == 14 || length == 28 {
          let place = length == 7 ? 0 : length == 14 ? 1 : 2
          errors[place] += (sumActual - sumMean) * (sumActual - sumMean)
          powers[place] += sumMean * sumMean
        }
        weekday = weekday == 6 ? 0 : weekday + 1
      }
    }
    day = expected > 0 ? error / expected : 1
    totals = (0..<3).map { powers[$0] > 0 ? errors[$0] / powers[$0] : 1 }
  }

  func variance(ofDay mean: Double) -> Double { priors.dispersionScale * day * mean.power(priors.variancePower) }

  func variance(ofTotal mean: Double, days: Int) -> Double {
    let place = days <= 7 ? 0 : days <= 14 ? 1 : 2
    return priors.totalScale * totals[place] * mean * mean
  }
}
