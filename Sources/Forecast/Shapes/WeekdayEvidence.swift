import Foundation

/// How one item's sales fall on the weekdays, with how far that can be trusted.
struct WeekdayEvidence: Sendable {
  /// Of each weekday, mean sales beside the mean of all days: 1.4 is forty percent more.
  let ratios: [Double]
  /// The variance of each ratio by chance alone.
  let noise: [Double]
  /// Mean sales of a day.
  let mean: Double
  /// Variance beside the mean: 1 is pure chance.
  let dispersion: Double

  /// No series scatters less than this beside its weekdays.
  private static let dispersionMin = 0.3
  /// A weekday that was never seen in so many days is the shop's day of rest.
  private static let restDays = 28

  /// Nil where nothing was sold: no shape at all.
  init?(_ history: History, halfLife: Double) {
    let sums = Sums(history, halfLife: halfLife)
    let (total, days) = (sums.values.reduce(0, +), sums.days.reduce(0, +))
    guard total > 0 else { return nil }
    let mean = total / days
    let explained = (0..<7).reduce(0.0) { sum, day in
      sums.days[day] > 0 ? sum + sums.values[day] * sums.values[day] / sums.days[day] : sum
    }
    let dispersion = max(sums.squares - explained, Self.dispersionMin * total) / total
    let isRest = (0..<7).map { sums.days[$0] == 0 && history.count >= Self.restDays }
    ratios = (0..<7).map { isRest[$0] ? 0 : sums.days[$0] > 0 ? sums.values[$0] / sums.days[$0] / mean : 1 }
    noise = (0..<7).map { day in
      guard sums.days[day] > 0 else { return isRest[day] ? 0 : .infinity }
      return dispersion / mean * sums.weightSquares[day] / (sums.days[day] * sums.days[day])
    }
    self.mean = mean
    self.dispersion = dispersion
  }

  /// Weighted sums by weekday; the latest day weighs one.
  private struct Sums {
    var values = [Double](repeating: 0, count: 7)
    var days = [Double](repeating: 0, count: 7)
    var weightSquares = [Double](repeating: 0, count: 7)
    var squares = 0.0

    init(_ history: History, halfLife: Double) {
      let decay = pow(0.5, 1 / halfLife)
      var weight = 1.0
      var weekday = Week.place(of: history.firstDay + history.count - 1)
      for index in stride(from: history.count - 1, through: 0, by: -1) {
        if history.isKnown[index] {
          let value = history.values[index]
          values[weekday] += weight * value
          squares += weight * value * value
          days[weekday] += weight
          weightSquares[weekday] += weight * weight
        }
        weight *= decay
        weekday = weekday == 0 ? 6 : weekday - 1
      }
    }
  }
}
