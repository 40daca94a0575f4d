import Database
import Demand
import Inventory
import Measures

/// Goods whose date comes before they are sold. What will be gone by then at the pace it sells is no news.
extension Books {
  func expiryAhead(on today: Day) async throws -> Sighting {
    let lots = try await expiringLots(by: today.adding(ExpiryRule.daysAhead), max: ExpiryRule.lotsMax)
      .filter { $0.atMost > .zero && $0.expiresOn >= today.adding(-ExpiryRule.daysPast) }
    let forecasts = try await forecasts(of: Array(Set(lots.map(\.item))))
    var sighting = Sighting()
    for lot in lots {
      let subject = Subject.itemOf(lot.item, lot.expiresOn.description)
      sighting.lasting.insert(subject.key)
      let sold = forecasts[lot.item].map { $0.expectation(over: today...max(today, lot.expiresOn)).mean } ?? 0
      guard lot.expiresOn >= today, lot.atMost.amount > sold else { continue }
      var figures = AlertFigures()
      figures.quantity = lot.atMost
      figures.day = lot.expiresOn
      figures.days = lot.expiresOn.number - today.number
      figures.name = lot.batch
      sighting.findings.append(Finding(.expiryAhead, .warning, subject, figures))
    }
    return sighting
  }
}

enum ExpiryRule {
  /// Time enough to sell it off.
  static let daysAhead = 15
  /// What is over is thrown away by then.
  static let daysPast = 30
  static let lotsMax = 200
}
