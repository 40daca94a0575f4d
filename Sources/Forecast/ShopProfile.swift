/// What all items of a shop have in common: the shape of its week, and what festivals do. An item of which little is
/// known borrows from it.
package struct ShopProfile: Sendable {
  let weekdays: WeekdayShape
  let events: EventShape
  let priors: Priors

  /// Learns from everything that the shop sold. `categories` has a name for each item, or nothing at all.
  package init(
    of items: [DemandSeries], categories: [String?] = [], events: [EventDay] = [], priors: Priors = .standard
  ) {
    precondition(categories.isEmpty || categories.count == items.count, "as many categories as items")
    self.priors = priors
    let seen = items.compactMap { item -> (history: History, evidence: WeekdayEvidence)? in
      let history = History(item, priors: priors)
      return WeekdayEvidence(history, halfLife: priors.weekdayHalfLife).map { (history, $0) }
    }
    weekdays = WeekdayShape(of: seen.map(\.evidence), priorSpread: priors.weekdaySpread)
    var shape: EventShape =
      events.isEmpty || seen.isEmpty
      ? .none : EventShape(of: ShopDays(of: seen, weekdays: weekdays), events: events, caution: priors.eventCaution)
    shape.noiseScale = priors.eventNoise
    if !shape.isNone { shape.learnSpreads(of: seen, weekdays: weekdays, prior: priors.eventItem) }
    self.events = shape
  }

  /// The demand of one item after its last value; `periods` are days, weeks or months as the series has them.
  package func forecast(of item: DemandSeries, category: String? = nil, periods: Int) -> DemandForecast {
    DailyModel(item, in: self).forecast(days: periods)
  }
}
