import Foundation

/// How much is sold now, followed at several paces at once; the paces that foretold past weeks better count more.
struct LevelPath: Sendable {
  /// What would have been said at the end of each past week, oldest first; the last is now.
  let origins: [Origin]
  /// How much each pace counts.
  let weights: [Double]
  /// Sums of known values and their shapes before each index.
  let sumValues: [Double]
  let sumShapes: [Double]

  /// What was known at one time.
  struct Origin: Sendable {
    /// First index that was still to come.
    let index: Int
    /// Per day of shape 1.
    let level: Double
    /// By the week's place.
    let weekdays: [Double]
  }

  /// Nothing is judged before so many days were seen, or a third of a short history.
  static func firstJudged(_ count: Int) -> Int { min(28, count / 3) }

  init(_ history: History, shape: [Double], priors: Priors) {
    let count = history.count
    let sums = Self.sums(history, shape: shape)
    let overall = sums.shapes[count] > 0 ? sums.values[count] / sums.shapes[count] : 0
    let weeks = Weeks(count: count)
    let levels = priors.paces.map { Self.levels(history, shape: shape, pace: $0, overall: overall, weeks: weeks) }
    let losses = levels.map { Self.loss(of: $0, sums, weeks: weeks, halfLife: priors.lossHalfLife) }
    let weights = Self.weights(of: losses, preference: priors.pacePreference)
    var origins = Self.weekdayLevels(history, shape: shape, pace: priors.weekdayPace, overall: overall, weeks: weeks)
    for week in origins.indices {
      let mixed = zip(weights, levels).reduce(0) { $0 + $1.0 * $1.1[week] }
      origins[week] = Origin(index: origins[week].index, level: mixed, weekdays: origins[week].weekdays)
    }
    self.origins = origins
    self.weights = weights
    (sumValues, sumShapes) = sums
  }

  /// Now.
  var last: Origin { origins[origins.count - 1] }

  /// The ends of weeks, such that the last week ends now.
  private struct Weeks {
    let first: Int
    let count: Int

    init(count days: Int) { (first, count) = (days % 7, days / 7 + 1) }

    func end(_ week: Int) -> Int { first + 7 * week }
  }

  private static func sums(_ history: History, shape: [Double]) -> (values: [Double], shapes: [Double]) {
    var (values, shapes) = (
      [Double](repeating: 0, count: history.count + 1), [Double](repeating: 0, count: history.count + 1)
    )
    var (value, sum) = (0.0, 0.0)
    for index in 0..<history.count {
      if history.isKnown[index] {
        value += history.values[index]
        sum += shape[index]
      }
      values[index + 1] = value
      shapes[index + 1] = sum
    }
    return (values, shapes)
  }

  /// The level at the end of each week: a fading sum of sales over a fading sum of shapes, which starts at the overall
  /// level with almost no weight.
  private static func levels(_ history: History, shape: [Double], pace: Double, overall: Double, weeks: Weeks)
    -> [Double]
  {
    var levels = [Double](repeating: 0, count: weeks.count)
    var (above, below) = (overall * 0.01, 0.01)
    let keep = 1 - pace
    var (week, next) = (0, weeks.first)
    for index in 0..<history.count {
      if index == next {
        levels[week] = above / below
        (week, next) = (week + 1, next + 7)
      }
      if history.isKnown[index] {
        above = above * keep + history.values[index]
        below = below * keep + shape[index]
      } else if history.lowerBounds.contains(index), history.values[index] * below > above * shape[index] {
        // It ran out, and yet more was sold than expected: so much was wanted at the least.
        above = above * keep + history.values[index]
        below = below * keep + shape[index]
      }
    }
    levels[week] = above / below
    return levels
  }

  /// The root of the squares by which a level missed the weeks that followed.
  private static func loss(
    of levels: [Double], _ sums: (values: [Double], shapes: [Double]), weeks: Weeks, halfLife: Double
  ) -> Double {
    let (count, decay) = (sums.values.count - 1, pow(0.5, 7 / halfLife))
    var loss = 0.0
    for week in 0..<weeks.count {
      let (from, to) = (weeks.end(week), weeks.end(week + 1))
      guard to <= count, from >= firstJudged(count) else { continue }
      let error = sums.values[to] - sums.values[from] - levels[week] * (sums.shapes[to] - sums.shapes[from])
      loss = loss * decay + error * error
    }
    return loss.squareRoot()
  }

  private static func weights(of losses: [Double], preference: Double) -> [Double] {
    let best = max(losses.min() ?? 0, 1e-9)
    let raw = losses.map { pow(best / max($0, best), preference) }
    let sum = raw.reduce(0, +)
    return raw.map { $0 / sum }
  }

  /// Each weekday's own level at the end of each week.
  private static func weekdayLevels(
    _ history: History, shape: [Double], pace: Double, overall: Double, weeks: Weeks
  ) -> [Origin] {
    var origins: [Origin] = []
    origins.reserveCapacity(weeks.count)
    var levels = [Double](repeating: 0, count: 7)
    var weights = [Double](repeating: 1, count: 7)
    var weekday = Week.place(of: history.firstDay)
    for index in 0..<min(7, history.count) { levels[(weekday + index) % 7] = overall * shape[index] }
    var next = weeks.first
    for index in 0...history.count {
      if index == next {
        origins.append(Origin(index: index, level: 0, weekdays: levels))
        next += 7
      }
      guard index < history.count else { break }
      if history.isKnown[index] {
        weights[weekday] = weights[weekday] * (1 - pace) + 1
        levels[weekday] += (history.values[index] - levels[weekday]) / weights[weekday]
      }
      weekday = Week.place(after: weekday)
    }
    return origins
  }
}
