import Measures

/// What all items of a shop have in common: the shape of its week and its year, what festivals do, and what a new item
/// is like. An item of which little is known borrows from it.
package struct ShopProfile: Sendable {
  let weekdays: WeekdayShape
  let events: EventShape
  let priors: Priors
  private let years: [DemandSeries.Frequency: YearShape]
  private let newcomers: [String: Newcomer]
  private let newcomer: Newcomer

  /// Items beyond so many tell nothing new about what items have in common.
  private static let spokesmenMax = 400

  /// Learns from everything that the shop sold. `categories` has a name for each item, or nothing at all.
  package init(
    of items: [DemandSeries], categories: [String?] = [], events: [EventDay] = [], priors: Priors = .standard
  ) {
    precondition(categories.isEmpty || categories.count == items.count, "as many categories as items")
    self.priors = priors
    var (evidence, members): ([WeekdayEvidence], [String: [WeekdayEvidence]]) = ([], [:])
    for (index, item) in items.enumerated() where item.frequency == .daily {
      guard let own = WeekdayEvidence(History(item), halfLife: priors.weekdayHalfLife) else { continue }
      evidence.append(own)
      if let category = categories.isEmpty ? nil : categories[index] { members[category, default: []].append(own) }
    }
    weekdays = WeekdayShape(of: evidence, priorSpread: priors.weekdaySpread)
    newcomer = Newcomer(of: evidence)
    newcomers = members.mapValues(Newcomer.init)
    self.events = Self.events(events, items: items, weekdays: weekdays, priors: priors)
    years = Dictionary(
      uniqueKeysWithValues: [.weekly, .monthly].map { frequency in
        (frequency, YearShape(of: items.filter { $0.frequency == frequency }, season: frequency.season))
      })
  }

  /// The demand of one item after its last value; `periods` are days, weeks or months as the series has them.
  package func forecast(of item: DemandSeries, category: String? = nil, periods: Int) -> DemandForecast {
    switch item.frequency {
    case .daily: DailyModel(item, category: category, in: self).forecast(days: periods)
    case .weekly, .monthly:
      PeriodModel(item, year: years[item.frequency] ?? .flat(season: item.frequency.season), priors: priors)
        .forecast(periods: periods)
    }
  }

  /// What an item of the category is expected to be like, or any item of the shop.
  func newcomer(in category: String?) -> Newcomer { category.flatMap { newcomers[$0] } ?? newcomer }

  private static func events(
    _ events: [EventDay], items: [DemandSeries], weekdays: WeekdayShape, priors: Priors
  ) -> EventShape {
    let spokesmen = spokesmen(among: items)
    guard !events.isEmpty, let first = spokesmen.map(\.start.number).min(),
      let end = spokesmen.map(\.end.number).max(), first < end
    else { return .none }
    // Histories are made anew each time: all at once they would fill the memory.
    func seen(_ multipliers: [Int: Double]) -> some Sequence<(history: History, level: LocalLevel, dispersion: Double)>
    {
      spokesmen.lazy.compactMap { item in
        let history = History(item)
        guard let evidence = WeekdayEvidence(history, halfLife: priors.weekdayHalfLife) else { return nil }
        let level = LocalLevel(history, weekdays: weekdays.indices(of: evidence), multipliers: multipliers)
        return (history, level, evidence.dispersion)
      }
    }
    let shop = ShopDays(days: first..<end, of: seen([:]))
    var shape = EventShape(of: shop, events: events, caution: priors.eventCaution)
    shape.learnSpreads(of: seen(shape.multipliers), prior: priors.eventSpread)
    return shape
  }

  private static func spokesmen(among items: [DemandSeries]) -> [DemandSeries] {
    let daily = items.filter { $0.frequency == .daily }
    guard daily.count > spokesmenMax else { return daily }
    return (0..<spokesmenMax).map { daily[$0 * daily.count / spokesmenMax] }
  }
}
