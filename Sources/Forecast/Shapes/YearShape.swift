/// How a shop's weeks or months go through the year, and by how much its items differ in that.
struct YearShape: Sendable {
  /// By periods back from the last value; 1 is an ordinary one.
  let indices: [Double]
  /// Variance of an item's own ratio around the shop's.
  let spread: Double

  /// What both variances are taken for before anything is seen.
  private static let spreadPrior = 0.01
  private static let seasonPrior = 0.02
  /// No period of a year comes to nothing for good.
  private static let indexMin = 0.02

  static func flat(season: Int) -> YearShape { YearShape(indices: Array(repeating: 1, count: season), spread: 0) }

  private init(indices: [Double], spread: Double) { (self.indices, self.spread) = (indices, spread) }

  init(of items: [DemandSeries], season: Int) {
    let evidence = items.compactMap { YearEvidence(History($0), season: season) }
    guard !evidence.isEmpty else {
      self = .flat(season: season)
      return
    }
    // One series alone has no company to borrow from.
    let common = evidence.count > 1 ? Self.common(evidence, season: season) : Array(repeating: 1, count: season)
    var (excess, weights) = (0.0, 1e-9)
    for item in evidence {
      for phase in 0..<season where item.noise[phase].isFinite {
        let weight = 1 / ((item.noise[phase] + Self.spreadPrior) * (item.noise[phase] + Self.spreadPrior))
        let distance = item.ratios[phase] - common[phase]
        excess += weight * (distance * distance - item.noise[phase])
        weights += weight
      }
    }
    self.init(indices: common, spread: max(excess / weights, 0))
  }

  /// The item's own shape as far as it is sure of it, else the shop's (empirical Bayes).
  func indices(of item: YearEvidence?, spreadWeight: Double) -> [Double] {
    guard let item else { return indices }
    var (excess, weights) = (spread * spreadWeight, spreadWeight)
    for phase in indices.indices where item.noise[phase].isFinite {
      let distance = item.ratios[phase] - indices[phase]
      excess += distance * distance - item.noise[phase]
      weights += 1
    }
    let spread = max(excess / weights, 0)
    return indices.indices.map { phase in
      let trust = item.noise[phase].isFinite && spread > 0 ? spread / (spread + item.noise[phase]) : 0
      return max(indices[phase] + (item.ratios[phase] - indices[phase]) * trust, Self.indexMin)
    }
  }

  private static func common(_ items: [YearEvidence], season: Int) -> [Double] {
    (0..<season).map { phase in
      var (sum, weights) = (1 / seasonPrior, 1 / seasonPrior)
      for item in items where item.noise[phase].isFinite {
        let weight = 1 / (item.noise[phase] + spreadPrior)
        (sum, weights) = (sum + weight * item.ratios[phase], weights + weight)
      }
      return sum / weights
    }
  }
}
