import Foundation
import Measures

/// The demand of one item, day by day: a level that follows what is sold, times the weekday.
struct DailyModel: Sendable {
  private let end: Day
  private let indices: [Double]
  private let level: Double
  private let weekdayLevels: [Double]
  private let scatter: Scatter
  private let unit: Double
  private let away: Away
  private let events: EventShape
  private let history: History
  private let localLevel: LocalLevel
  private let dispersion: Double
  private let priors: Priors

  init(_ series: DemandSeries, in profile: ShopProfile) {
    let priors = profile.priors
    let history = History(series, priors: priors)
    let evidence = WeekdayEvidence(history, halfLife: priors.weekdayHalfLife)
    indices = profile.weekdays.indices(of: evidence)
    var shape = [Double](repeating: 1, count: history.count)
    var weekday = Week.place(of: history.firstDay)
    for index in 0..<history.count {
      shape[index] = indices[weekday] * profile.events.multiplier(on: history.firstDay + index)
      weekday = weekday == 6 ? 0 : weekday + 1
    }
    let path = LevelPath(history, shape: shape, priors: priors)
    level = path.level
    weekdayLevels = path.weekdayLevels
    scatter = Scatter(history, shape: shape, path: path, priors: priors)
    end = series.end
    unit = Self.unit(history)
    self.priors = priors
    events = profile.events
    self.history = history
    localLevel = LocalLevel(sumValues: path.sumValues, sumShapes: path.sumShapes)
    dispersion = evidence?.dispersion ?? 1
    away = Away(days: history.awayDays, scale: priors.awayScale, shape: priors.awayShape)
  }

  func forecast(days: Int) -> DemandForecast {
    var steps: [DemandDistribution] = []
    var cache = [DemandDistribution?](repeating: nil, count: 7)
    var sums: [Double] = []
    var sum = 0.0
    for step in 0..<max(days, 0) {
      let weekday = Week.place(of: end.number + step)
      let stays = away.stays(for: step + 1)
      let multiplier = multiplier(on: end.number + step)
      let present = mean(weekday) * multiplier
      let mean = present * (1 - stays)
      sum += mean
      sums.append(sum)
      if away.days > 0 || multiplier != 1 {
        steps.append(
          DemandDistribution(mean: present, variance: scatter.variance(ofDay: present), unit: unit, absence: stays))
        continue
      }
      if let known = cache[weekday] { steps.append(known); continue }
      let distribution = DemandDistribution(mean: mean, variance: scatter.variance(ofDay: mean), unit: unit)
      cache[weekday] = distribution
      steps.append(distribution)
    }
    return DemandForecast(start: end, steps: steps, sums: sums, scatter: scatter, unit: unit, away: away)
  }

  /// What the day's events do to the shop, and beyond that to this item in the years seen.
  private func multiplier(on day: Int) -> Double {
    let shop = events.multiplier(on: day)
    guard priors.eventItem > 0, !events.isNone else { return shop }
    var own = 1.0
    for touch in events.touches(on: day) {
      guard let spread = events.spreads[touch], spread > 0,
        let (excess, noise) = events.answer(to: touch, of: history, level: localLevel, dispersion: dispersion)
      else { continue }
      own *= 1 + excess * spread / (spread + noise)
    }
    return shop * min(max(own, 0.1), 5)
  }

  private func mean(_ weekday: Int) -> Double {
    max(0, (1 - priors.weekdayShare) * level * indices[weekday] + priors.weekdayShare * weekdayLevels[weekday])
  }

  /// Whole pieces are counted; else what the smaller sales are.
  private static func unit(_ history: History) -> Double {
    var smallest = Double.infinity
    var whole = true
    for value in history.values where value > 0 {
      if value != value.rounded() { whole = false }
      smallest = min(smallest, value)
    }
    return whole || !smallest.isFinite ? 1 : max(min(smallest, 1), 0.05)
  }
}
