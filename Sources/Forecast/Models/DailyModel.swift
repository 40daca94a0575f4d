import Foundation
import Measures

/// The demand of one item, day by day: a level that follows what is sold, times the weekday, times what a festival does.
struct DailyModel: Sendable {
  private let history: History
  private let end: Day
  /// By the week's place.
  private let weekdays: [Double]
  private let path: LevelPath
  private let level: Double
  private let scatter: Scatter
  private let unit: Double
  private let evidence: WeekdayEvidence?
  private let profile: ShopProfile

  init(_ series: DemandSeries, category: String?, in profile: ShopProfile) {
    let history = History(series)
    let evidence = WeekdayEvidence(history, halfLife: profile.priors.weekdayHalfLife)
    let weekdays = profile.weekdays.indices(of: evidence)
    let shape = Self.shape(history, weekdays: weekdays, events: profile.events)
    let path = LevelPath(history, shape: shape, priors: profile.priors)
    let newcomer = profile.newcomer(in: category)
    level = newcomer.level(own: path.last.level, days: path.sumShapes[history.count], evidence: evidence)
    scatter = Scatter(history, shape: shape, path: path, usual: newcomer.scatter, priors: profile.priors)
    unit = SaleUnit.of(history.values)
    end = series.end
    (self.history, self.evidence, self.weekdays, self.path, self.profile) = (history, evidence, weekdays, path, profile)
  }

  func forecast(days: Int) -> DemandForecast {
    let away = Away(days: history.awayDays)
    var (steps, sums, multipliers): ([DemandDistribution], [Double], [Double]) = ([], [0], [])
    var ordinary = [DemandDistribution?](repeating: nil, count: 7)
    let local = LocalLevel(sumValues: path.sumValues, sumShapes: path.sumShapes)
    for step in 0..<max(days, 0) {
      let day = end.number + step
      let weekday = Week.place(of: day)
      let multiplier = multiplier(on: day, local: local)
      let mean = mean(on: weekday) * multiplier
      multipliers.append(multiplier)
      sums.append(sums[step] + mean * (1 - away.stays(for: step + 1)))
      if away.days == 0, multiplier == 1, let known = ordinary[weekday] {
        steps.append(known)
        continue
      }
      let distribution = DemandDistribution(
        mean: mean, variance: scatter.variance(ofDay: mean), unit: unit, absence: away.stays(for: step + 1))
      if multiplier == 1 { ordinary[weekday] = distribution }
      steps.append(distribution)
    }
    return DemandForecast(
      start: end, steps: steps, sums: sums, spread: .days(scatter, away), unit: unit,
      explanation: explanation(multipliers))
  }

  private static func shape(_ history: History, weekdays: [Double], events: EventShape) -> [Double] {
    var shape = [Double](repeating: 1, count: history.count)
    var weekday = Week.place(of: history.firstDay)
    for index in 0..<history.count {
      shape[index] = weekdays[weekday]
      weekday = Week.place(after: weekday)
    }
    for (day, multiplier) in events.multipliers where day >= history.firstDay && day < history.firstDay + history.count
    {
      shape[day - history.firstDay] *= multiplier
    }
    return shape
  }

  /// The last weeks' level in the week's shape, and a part of the weekday's own level.
  private func mean(on weekday: Int) -> Double {
    let share = history.count >= 7 ? profile.priors.weekdayShare : 0
    return max(0, (1 - share) * level * weekdays[weekday] + share * path.last.weekdays[weekday])
  }

  /// What the day's events do to the shop, and beyond that to this item in the years seen.
  private func multiplier(on day: Int, local: LocalLevel) -> Double {
    guard let evidence, let touches = profile.events.touches[day] else { return 1 }
    var own = 1.0
    for touch in touches {
      guard let spread = profile.events.spreads[touch], spread > 0,
        let answer = profile.events.answer(of: history, to: touch, level: local, dispersion: evidence.dispersion)
      else { continue }
      own *= 1 + answer.excess * spread / (spread + answer.noise)
    }
    return (profile.events.multipliers[day] ?? 1) * min(max(own, 0.1), 5)
  }

  private func explanation(_ multipliers: [Double]) -> Explanation {
    Explanation(
      demand: DemandClass(history), level: level, paces: Array(zip(profile.priors.paces, path.weights)),
      season: weekdays, scatter: scatter.day, totals: scatter.totals, awayDays: history.awayDays,
      events: multipliers.enumerated().filter { $0.element != 1 }.map { (end.adding($0.offset), $0.element) })
  }
}
