/// How one item's sales fall on the weekdays, with how much that can be trusted.
struct WeekdayEvidence {
  /// Of each weekday, mean sales beside the mean of all days: 1.4 is forty percent more.
  let ratios: [Double]
  /// The variance of each ratio by chance alone.
  let noise: [Double]
  let mean: Double
  /// Variance beside the mean: 1 is pure chance.
  let dispersion: Double

  /// Nil where nothing was sold: no shape at all.
  init?(_ history: History, halfLife: Double) {
    var (sums, days, squares, weightSquares) = (
      [Double](repeating: 0, count: 7), [Double](repeating: 0, count: 7), 0.0, [Double](repeating: 0, count: 7)
    )
    let decay = 0.5.power(1 / halfLife)
    var weight = 1.0
    var weekday = Week.place(of: history.firstDay + history.count - 1)
    for index in stride(from: history.count - 1, through: 0, by: -1) {
      if history.isKnown[index] {
        let value = history.values[index]
        sums[weekday] += weight * value
        squares += weight * value * value
        days[weekday] += weight
        weightSquares[weekday] += weight * weight
      }
      weight *= decay
      weekday = weekday == 0 ? 6 : weekday - 1
    }
    let (sum, dayCount) = (sums.reduce(0, +), days.reduce(0, +))
    guard sum > 0 else { return nil }
    mean = sum / dayCount
    let mean = mean
    var explained = 0.0
    for day in 0..<7 where days[day] > 0 { explained += sums[day] * sums[day] / days[day] }
    // Variance around the weekday's own mean, as a multiple of the mean.
    dispersion = max(squares - explained, 0.3 * sum) / sum
    let dispersion = dispersion
    ratios = (0..<7).map { days[$0] > 0 ? sums[$0] / days[$0] / mean : 1 }
    noise = (0..<7).map { day in
      days[day] > 0 ? dispersion / mean * weightSquares[day] / (days[day] * days[day]) : .infinity
    }
  }
}
