import Database
import Demand
import Measures

/// What the night's work found, and what a helper sold, far beyond the usual. The owner is asked once.
extension Books {
  /// - Parameter kind: whole days are spikes of demand, single bills unusual sales.
  func spikesToAsk(of kind: AlertKind, on today: Day) async throws -> Sighting {
    let spikes = try await openSpikes(since: today.adding(-SpikeNews.daysBack), ofBills: kind == .unusualSale)
    let before = try await daysSold(
      of: spikes.map(\.spike.item), from: today.adding(-SpikeNews.daysBack - SpikeNews.daysCompared), before: today)
    var sighting = Sighting()
    for (spike, isAsked) in spikes {
      let subject = Subject.itemOf(spike.item, spike.day.description)
      sighting.lasting.insert(subject.key)
      let earlier = (before[spike.item] ?? [:]).filter {
        $0.key < spike.day && $0.key >= spike.day.adding(-SpikeNews.daysCompared)
      }
      guard !isAsked, spike.day >= today.adding(-SpikeNews.daysFresh),
        kind == .unusualSale || SpikeNews.isNews(spike.amount, usual: spike.usual, before: Array(earlier.values))
      else { continue }
      var figures = AlertFigures()
      figures.quantity = Quantity(rounding: spike.amount)
      figures.usual = Quantity(rounding: spike.usual)
      figures.day = spike.day
      figures.spike = spike.id
      sighting.findings.append(Finding(kind, .warning, subject, figures))
    }
    return sighting
  }
}

/// Which of the days that no forecast expected are worth a message. Whoever asks about the item is asked about the
/// others too; nobody is rung up about what happened before in two months, about two packets instead of none, or about
/// what was hardly sold at all and is back.
package enum SpikeNews {
  /// After that nobody remembers.
  static let daysBack = 14
  static let daysFresh = 3
  package static let daysCompared = 56
  private static let unitsMin = 5.0
  /// Of the days that are compared.
  private static let daysSoldMin = 10

  /// “Far more” than that.
  private static let timesUsual = 1.6

  /// - Parameter usual: what the forecast called rarely exceeded.
  /// - Parameter before: what was sold on the days before it, as many as are compared.
  package static func isNews(_ amount: Double, usual: Double, before: [Double]) -> Bool {
    amount >= max(unitsMin, timesUsual * usual) && !before.contains { $0 >= amount }
      && before.count { $0 > 0 } >= daysSoldMin
  }
}
