/// What all items of a shop have in common: the shape of its week, and what festivals do. An item of which little is
/// known borrows from it.
package struct ShopProfile: Sendable {
  let weekdays: WeekdayShape
  let priors: Priors

  /// Learns from everything that the shop sold. `categories` has a name for each item, or nothing at all.
  package init(
    of items: [DemandSeries], categories: [String?] = [], events: [EventDay] = [], priors: Priors = .standard
  ) {
    precondition(categories.isEmpty || categories.count == items.count, "as many categories as items")
    self.priors = priors
    weekdays = WeekdayShape(
      of: items.compactMap { WeekdayEvidence(History($0), halfLife: priors.weekdayHalfLife) },
      priorSpread: priors.weekdaySpread)
  }

  /// The demand of one item after its last value; `periods` are days, weeks or months as the series has them.
  package func forecast(of item: DemandSeries, category: String? = nil, periods: Int) -> DemandForecast {
    DailyModel(item, in: self).forecast(days: periods)
  }
}
