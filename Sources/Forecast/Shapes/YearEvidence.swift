/// How one series of weeks or months goes through the year.
struct YearEvidence {
  /// Of each period of the year, counted back from the last value: the mean of what was seen beside the level.
  let ratios: [Double]
  /// The variance of each ratio by chance alone.
  let noise: [Double]

  /// Part of the slope of the last year with which a level goes on at its ends.
  private static let slopeShare = 0.25
  /// Variance of a ratio where no two years can be held beside each other.
  private static let varianceUnknown = 0.1

  /// Nil with less than a year and a half.
  init?(_ history: History, season: Int) {
    let count = history.count
    guard count >= season + season / 2 else { return nil }
    let level = Self.movingLevel(history.values, season: season)
    let seen = (0..<count).filter { history.isKnown[$0] && level[$0] > 0 }
    var (sums, counts) = ([Double](repeating: 0, count: season), [Double](repeating: 0, count: season))
    for index in seen {
      sums[(count - 1 - index) % season] += history.values[index] / level[index]
      counts[(count - 1 - index) % season] += 1
    }
    let found = (0..<season).map { counts[$0] > 0 ? sums[$0] / counts[$0] : 1 }
    let mean = found.reduce(0, +) / Double(season)
    guard mean > 0 else { return nil }
    var (squares, freedom) = (0.0, 0.0)
    for index in seen {
      let phase = (count - 1 - index) % season
      guard counts[phase] > 1 else { continue }
      let distance = history.values[index] / level[index] - found[phase]
      (squares, freedom) = (squares + distance * distance, freedom + 1 - 1 / counts[phase])
    }
    let variance = freedom > 0 ? squares / freedom : Self.varianceUnknown
    ratios = found.map { $0 / mean }
    noise = counts.map { $0 > 0 ? variance / $0 : .infinity }
  }

  /// The mean of a year around each period; at both ends it goes on, more flatly, as it went in the year before.
  private static func movingLevel(_ values: [Double], season: Int) -> [Double] {
    let half = season / 2
    var sums = [0.0]
    for value in values { sums.append(sums[sums.count - 1] + value) }
    let (first, last) = (half, values.count - 1 - half)
    guard first <= last else { return values.map { _ in sums[values.count] / Double(values.count) } }
    var level = [Double](repeating: 0, count: values.count)
    for index in first...last {
      let inner = sums[index + half] - sums[index - half + 1]
      level[index] = (inner + (values[index - half] + values[index + half]) / 2) / Double(season)
    }
    let span = min(last - first, season)
    func slope(_ from: Int) -> Double {
      span > 0 ? slopeShare * (level[from + span] - level[from]) / Double(span) : 0
    }
    for index in 0..<first { level[index] = max(level[first] - slope(first) * Double(first - index), level[first] / 4) }
    for index in (last + 1)..<values.count {
      level[index] = max(level[last] + slope(last - span) * Double(index - last), level[last] / 4)
    }
    return level
  }
}
