/// How a shop's sales fall on the weekdays, and by how much its items differ in that.
struct WeekdayShape: Sendable {
  /// By the week's place of a day (`Week.place`); their mean is 1.
  let indices: [Double]
  /// Variance of an item's own ratio around the shop's.
  let spread: Double

  static let flat = WeekdayShape(indices: Array(repeating: 1, count: 7), spread: 0.02)

  init(indices: [Double], spread: Double) {
    self.indices = indices
    self.spread = spread
  }

  /// The shape that items have in common: each counts as much as it is sure.
  init(of items: [WeekdayEvidence], priorSpread: Double) {
    guard !items.isEmpty else {
      self = .flat
      return
    }
    var spread = priorSpread
    var indices = [Double](repeating: 1, count: 7)
    for _ in 0..<2 {
      indices = Self.common(items, spread: spread)
      spread = Self.spread(of: items, around: indices, prior: priorSpread)
    }
    self.init(indices: indices, spread: spread)
  }

  /// The item's own shape as far as it is sure of it, else the shop's (empirical Bayes).
  func indices(of item: WeekdayEvidence?) -> [Double] {
    guard let item else { return indices }
    var own = (0..<7).map { day in
      let trust = spread / (spread + item.noise[day])
      return indices[day] + (item.ratios[day] - indices[day]) * trust
    }
    let mean = own.reduce(0, +) / 7
    if mean > 0 { for day in 0..<7 { own[day] = max(own[day], 0) / mean } }
    return own
  }

  private static func common(_ items: [WeekdayEvidence], spread: Double) -> [Double] {
    var common = (0..<7).map { day in
      var (sum, weights) = (1.0 / priorVariance, 1.0 / priorVariance)
      for item in items where item.noise[day].isFinite {
        let weight = 1 / (item.noise[day] + spread)
        sum += weight * item.ratios[day]
        weights += weight
      }
      return sum / weights
    }
    let mean = common.reduce(0, +) / 7
    for day in 0..<7 { common[day] /= mean }
    return common
  }

  /// By how much weekdays differ at all, before anything was seen.
  private static let priorVariance = 0.1

  /// Method of moments (DerSimonian and Laird): what remains of the squares after chance is taken off.
  private static func spread(of items: [WeekdayEvidence], around indices: [Double], prior: Double) -> Double {
    var (excess, weights) = (prior * 20 / (prior * prior), 20 / (prior * prior))
    for item in items {
      for day in 0..<7 where item.noise[day].isFinite {
        let weight = 1 / ((item.noise[day] + prior) * (item.noise[day] + prior))
        let distance = item.ratios[day] - indices[day]
        excess += weight * (distance * distance - item.noise[day])
        weights += weight
      }
    }
    return min(max(excess / weights, 0.001), 1)
  }
}
