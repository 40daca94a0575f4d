/// Whether an item sells more or less than it did: a period beside the same weekdays before, or beside the same weeks of
/// last year.
package struct Trend: Hashable, Sendable {
  package enum Direction: String, Sendable {
    case up
    case down
    /// No more than chance.
    case steady
    /// Too little to say.
    case unknown
  }

  package let direction: Direction
  /// By how much more, as a part of before: -0.2 is a fifth less; nil where nothing was sold before.
  package let change: Double?
  package let now: Double
  package let before: Double

  /// A change smaller than this is none, whatever the figures say.
  private static let changeMin = 0.05
  /// Standard deviations beyond which a difference is no chance: one mistake in twenty.
  private static let certainty = 1.96
  /// With fewer days or sales nothing is said.
  private static let daysMin = 7
  private static let soldMin = 5.0

  /// Both periods with as many days; what is not a number is left out in both.
  package init(now: [Double], before: [Double]) {
    let pairs = zip(now, before).filter { $0.0.isFinite && $0.1.isFinite }
    self.now = pairs.reduce(0) { $0 + $1.0 }
    self.before = pairs.reduce(0) { $0 + $1.1 }
    change = self.before > 0 ? self.now / self.before - 1 : nil
    guard pairs.count >= Self.daysMin, self.now + self.before >= Self.soldMin else {
      direction = .unknown
      return
    }
    // Paired by weekday: the differences of the days, whose mean is tested against their own scatter, and against that
    // of counting, which few sales would hide.
    let mean = (self.now - self.before) / Double(pairs.count)
    let squares = pairs.reduce(0) { sum, pair in
      let distance = pair.0 - pair.1 - mean
      return sum + distance * distance
    }
    let scatter = squares / Double(pairs.count - 1) * Double(pairs.count)
    let chance = max(scatter, self.now + self.before).squareRoot()
    let isCertain = abs(self.now - self.before) > Self.certainty * chance
    let isLarge = abs(change ?? 1) >= Self.changeMin
    direction = isCertain && isLarge ? (self.now > self.before ? .up : .down) : .steady
  }

  /// The last `days` (best a multiple of seven) of a series beside the same weekdays `back` days earlier: right before
  /// where nothing is said, 364 for the same weeks of last year. Nil where the series does not reach so far back.
  package init?(of item: DemandSeries, days: Int, back: Int? = nil) {
    let back = back ?? days
    let count = item.values.count
    guard days > 0, back >= days, count >= days + back else { return nil }
    let values = item.values.indices.map { index in
      item.marks.isEmpty || item.marks[index] == .observed ? item.values[index] : .nan
    }
    self.init(
      now: Array(values[(count - days)...]), before: Array(values[(count - days - back)..<(count - back)]))
  }
}
