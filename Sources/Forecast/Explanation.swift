package import Measures

/// What a forecast was made of, in numbers.
package struct Explanation: Sendable {
  package let demand: DemandClass
  /// What sells in an ordinary period now.
  package let level: Double
  /// How fast the level was followed, and how much each pace counted; empty for weeks and months.
  package let paces: [(pace: Double, weight: Double)]
  /// Of each weekday from Monday; or of each period of the year, back from the last.
  package let season: [Double]
  /// Variance of a day of mean 1.
  package let scatter: Double
  /// Variance of a total over 7, 14 and 28 days beside its squared mean.
  package let totals: [Double]
  /// For how many days the item has been missing.
  package let awayDays: Int
  /// Days to come that an event changes, and by what factor.
  package let events: [(day: Day, factor: Double)]

  /// One fact a line, for whoever asks at the terminal.
  package var lines: [String] {
    var lines = ["demand \(demand.rawValue)", "level \(Self.short(level))"]
    lines += paces.filter { $0.weight >= 0.01 }.map { "pace \($0.pace): \(Self.short($0.weight))" }
    lines.append((season.count == 7 ? "weekdays " : "year ") + season.map(Self.short).joined(separator: " "))
    lines.append("scatter of a day \(Self.short(scatter))")
    if !totals.isEmpty { lines.append("scatter of totals " + totals.map(Self.short).joined(separator: " ")) }
    if awayDays > 0 { lines.append("away for \(awayDays) days") }
    return lines + events.map { "event on \($0.day): \(Self.short($0.factor))" }
  }

  private static func short(_ value: Double) -> String { "\((value * 1000).rounded() / 1000)" }
}
