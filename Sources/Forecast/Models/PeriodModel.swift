import Foundation
import Measures

/// The demand of one item by weeks or months: several simple models with and without a trend, each as much as its
/// forecasts of the past were worth, in the shape of the year.
struct PeriodModel {
  private let history: History
  private let end: Day
  /// By periods back from the last value.
  private let year: [Double]
  private let members: [PeriodMember]
  private let priors: Priors
  private let unit: Double

  /// Past periods from which forecasts are tried.
  private static let originsMax = 104
  /// Steps after which an old forecast is no longer judged: later ones go the same way.
  private static let stepsMax = 18
  private static let expectedMin = 1e-9

  init(_ series: DemandSeries, year: YearShape, priors: Priors) {
    let history = History(series)
    let shape = year.indices(
      of: YearEvidence(history, season: year.indices.count), spreadWeight: priors.yearSpreadWeight)
    let count = history.count
    let plain = (0..<count).map { history.values[$0] / shape[(count - 1 - $0) % shape.count] }
    members = PeriodMember.all(plain, known: history.isKnown, priors: priors)
    unit = SaleUnit.of(history.values)
    end = series.end
    (self.history, self.year, self.priors) = (history, shape, priors)
  }

  func forecast(periods: Int) -> DemandForecast {
    let periods = max(periods, 0)
    let damped = damped(steps: max(periods, Self.stepsMax))
    let horizon = min(max(periods, 1), Self.stepsMax)
    let weights = weights(horizon: horizon, damped: damped)
    let scatter = scatter(weights: weights, horizon: horizon, damped: damped)
    var (steps, sums): ([DemandDistribution], [Double]) = ([], [0])
    for step in 0..<periods {
      let mean = history.count == 0 ? 0 : mean(at: history.count - 1, step: step + 1, weights: weights, damped: damped)
      let variance = priors.periodScale * scatter[min(step, horizon - 1)] * Self.growth(mean)
      steps.append(DemandDistribution(mean: mean, variance: variance, unit: unit))
      sums.append(sums[step] + mean)
    }
    let level = history.count == 0 ? 0 : mean(at: history.count - 1, step: 0, weights: weights, damped: damped)
    return DemandForecast(
      start: end, steps: steps, sums: sums, spread: .periods, unit: unit,
      explanation: Explanation(
        demand: DemandClass(history), level: level / year[0], paces: [], season: year, scatter: scatter[0],
        totals: [], awayDays: 0, events: []))
  }

  /// The variance of a period goes with the mean to this power.
  private static func growth(_ mean: Double) -> Double { pow(max(mean, expectedMin), 1.6) }

  /// For each number of steps, how many steps a fading trend really goes.
  private func damped(steps: Int) -> [Double] {
    var (sums, power) = ([0.0], 1.0)
    for _ in 0..<steps {
      power *= priors.trendDamping
      sums.append(sums[sums.count - 1] + power)
    }
    return sums
  }

  private func index(of period: Int) -> Double {
    let back = (history.count - 1 - period) % year.count
    return year[back < 0 ? back + year.count : back]
  }

  private func mean(at origin: Int, step: Int, weights: [Double], damped: [Double]) -> Double {
    var mean = 0.0
    for place in members.indices where weights[place] > 1e-6 {
      mean += weights[place] * members[place].value(at: origin, step: step, damped: damped)
    }
    return mean * index(of: origin + step)
  }

  /// The first period from which a forecast is tried: after a year, or half of a short history.
  private var firstOrigin: Int {
    let count = history.count
    return max(min(year.count, count / 2), min(4, count - 1), count - Self.originsMax)
  }

  /// What each member is worth by the squares by which it missed.
  private func weights(horizon: Int, damped: [Double]) -> [Double] {
    let count = history.count
    var losses = [Double](repeating: 1e-12, count: members.count)
    let decay = pow(0.5, 1 / priors.periodLossHalfLife)
    let steps = min(horizon, max(1, count / 3))
    for origin in stride(from: firstOrigin, to: count - 1, by: 1) {
      for place in members.indices {
        var squares = 0.0
        for step in 1...min(steps, count - 1 - origin) where history.isKnown[origin + step] {
          let expected = members[place].value(at: origin, step: step, damped: damped) * index(of: origin + step)
          squares += (history.values[origin + step] - expected) * (history.values[origin + step] - expected)
        }
        losses[place] = losses[place] * decay + squares
      }
    }
    for place in members.indices where members[place].hasTrend { losses[place] *= priors.trendPenalty }
    let best = max(losses.min() ?? 0, .leastNormalMagnitude)
    let raw = losses.map { pow(best / max($0, best), priors.periodPreference / 2) }
    let sum = raw.reduce(0, +)
    return raw.map { $0 / sum }
  }

  /// Of each step, the variance beside the mean's growth, from the mean of what was missed: one Christmas must not
  /// widen every week.
  private func scatter(weights: [Double], horizon: Int, damped: [Double]) -> [Double] {
    let count = history.count
    let decay = pow(0.5, 1 / priors.periodScatterHalfLife)
    var scatter: [Double] = []
    for step in 1...horizon {
      var (errors, growths) = (0.0, 0.0)
      for origin in stride(from: firstOrigin, to: count - step, by: 1) where history.isKnown[origin + step] {
        let mean = mean(at: origin, step: step, weights: weights, damped: damped)
        errors = errors * decay + abs(history.values[origin + step] - mean)
        growths = growths * decay + Self.growth(mean).squareRoot()
      }
      let last = scatter.last ?? 0
      let ratio = growths > 0 ? errors / growths * Self.meanToDeviation : 0
      scatter.append(max(growths > 0 ? ratio * ratio : step == 1 ? 1 : last, last))
    }
    return scatter
  }

  /// Of a normal distribution, the standard deviation beside the mean absolute one.
  private static let meanToDeviation = 1.2533
}
