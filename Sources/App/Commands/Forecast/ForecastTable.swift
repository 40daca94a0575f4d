import Forecast

/// Forecasts as rows: `series_id,origin,step,mean,q…`, a row a period, then the totals over the first days.
struct ForecastTable {
  let probabilities: [Double]

  static let usual = [0.025] + (1...19).map { Double($0) / 20 } + [0.975]

  /// Over so many days, totals are told: a week, two, four, and the thirty that an owner thinks in.
  private static let totals = [7, 14, 28, 30]

  var header: String {
    "series_id,origin,step,mean," + probabilities.map { "q" + Self.text($0) }.joined(separator: ",") + "\n"
  }

  func rows(of entry: SeriesFile.Entry, _ forecast: DemandForecast) -> String {
    var rows = ""
    let head = "\(entry.id),\(entry.origin),"
    for (index, step) in forecast.steps.enumerated() { append(step, head + "\(index + 1)", to: &rows) }
    guard entry.series.frequency == .daily else { return rows }
    for days in Self.totals where days <= forecast.steps.count {
      append(forecast.total(periods: days), head + "S\(days)", to: &rows)
    }
    return rows
  }

  private func append(_ distribution: DemandDistribution, _ head: String, to rows: inout String) {
    rows += head
    rows += ","
    rows += Self.text(distribution.mean)
    for quantile in distribution.quantiles(probabilities) {
      rows += ","
      rows += Self.text(quantile)
    }
    rows += "\n"
  }

  /// Whole numbers without a point; seven digits are enough for the others.
  private static func text(_ value: Double) -> String {
    if value == value.rounded(), abs(value) < 1e15 { return String(Int64(value)) }
    return Float(value).isFinite ? "\(Float(value))" : "\(value)"
  }
}
