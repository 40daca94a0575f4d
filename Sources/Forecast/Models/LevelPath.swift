import Foundation

/// How much is sold now, followed at several paces at once; the paces that foretold past weeks better count more.
struct LevelPath: Sendable {
  /// Now, per day of index 1.
  private(set) var level = 0.0
  private(set) var weekdayLevels: [Double]
  /// At the end of each past week (the last ends today), oldest first: what would have been said then.
  private(set) var origins: [Origin] = []
  private(set) var weights: [Double] = []

  private(set) var sumValues: [Double]
  private(set) var sumShapes: [Double]

  struct Origin: Sendable {
    /// First index that was still to come.
    let index: Int
    let level: Double
    let weekdayLevels: [Double]
  }

  init(_ history: History, shape: [Double], priors: Priors) {
    weekdayLevels = Array(repeating: 0, count: 7)
    (sumValues, sumShapes) = ([0.0], [0.0])
    let count = history.count
    let first = count % 7
    let weeks = count / 7
    let paces = priors.paces
    // Level of each pace at each origin (after `first + 7·k` days, k = 0…weeks).
    var levels = [Double](repeating: 0, count: paces.count * (weeks + 1))
    var losses = [Double](repeating: 0, count: paces.count)
    (sumValues, sumShapes) = ([0.0], [0.0])
    sumValues.reserveCapacity(count + 1)
    sumShapes.reserveCapacity(count + 1)
    for index in 0..<count {
      sumValues.append(sumValues[index] + (history.isKnown[index] ? history.values[index] : 0))
      sumShapes.append(sumShapes[index] + (history.isKnown[index] ? shape[index] : 0))
    }
    let overall = sumShapes[count] > 0 ? sumValues[count] / sumShapes[count] : 0
    for (place, pace) in paces.enumerated() {
      var above = overall * 0.01
      var below = 0.01
      let keep = 1 - pace
      var week = 0
      for index in 0..<count {
        if index == first + 7 * week { levels[place * (weeks + 1) + week] = above / below; week += 1 }
        if history.isKnown[index] {
          above = above * keep + history.values[index]
          below = below * keep + shape[index]
        }
      }
      levels[place * (weeks + 1) + weeks] = above / below
      let horizon = priors.lossHorizonWeeks * 7
      var loss = 0.0
      let decay = 0.5.power(7 / priors.lossHalfLife)
      for week in 0...weeks {
        let origin = first + 7 * week
        guard origin + horizon <= count, origin >= min(28, count / 3) else { continue }
        let expected = levels[place * (weeks + 1) + week] * (sumShapes[origin + horizon] - sumShapes[origin])
        let actual = sumValues[origin + horizon] - sumValues[origin]
        loss = loss * decay + (actual - expected) * (actual - expected)
      }
      losses[place] = loss.squareRoot()
    }
    let best = max(losses.min() ?? 0, 1e-9)
    var weights = losses.map { (best / max($0, best)).power(priors.preference) }
    let total = weights.reduce(0, +)
    for place in weights.indices { weights[place] /= total }
    self.weights = weights
    followWeekdays(history, shape: shape, first: first, weeks: weeks, overall: overall, pace: priors.weekdayPace) {
      week in
      var mixed = 0.0
      for place in paces.indices { mixed += weights[place] * levels[place * (weeks + 1) + week] }
      return mixed
    }
  }

  private mutating func followWeekdays(
    _ history: History, shape: [Double], first: Int, weeks: Int, overall: Double, pace: Double,
    level: (Int) -> Double
  ) {
    let start = Week.place(of: history.firstDay)
    var above = [Double](repeating: 0, count: 7)
    var below = [Double](repeating: 1, count: 7)
    for index in 0..<min(7, history.count) { above[(start + index) % 7] = overall * shape[index] }
    var week = 0
    var weekday = start
    for index in 0...history.count {
      if index == first + 7 * week {
        origins.append(Origin(index: index, level: level(week), weekdayLevels: zip(above, below).map { $0 / $1 }))
        week += 1
      }
      guard index < history.count else { break }
      if history.isKnown[index] {
        above[weekday] = above[weekday] * (1 - pace) + history.values[index]
        below[weekday] = below[weekday] * (1 - pace) + 1
      }
      weekday = weekday == 6 ? 0 : weekday + 1
    }
    weekdayLevels = origins.last?.weekdayLevels ?? weekdayLevels
    self.level = origins.last?.level ?? 0
  }
}
