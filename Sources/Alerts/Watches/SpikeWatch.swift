import Database
import Demand
import Measures

/// What the night's work found, and what a helper sold, far beyond the usual. The owner is asked once.
extension Books {
  /// - Parameter kind: whole days are spikes of demand, single bills unusual sales.
  func spikesToAsk(of kind: AlertKind, on today: Day) async throws -> Sighting {
    let spikes = try await openSpikes(since: today.adding(-SpikeWatch.daysBack), ofBills: kind == .unusualSale)
    var sighting = Sighting()
    for (spike, isAsked) in spikes {
      let subject = Subject.itemOf(spike.item, spike.day.description)
      sighting.lasting.insert(subject.key)
      guard !isAsked, spike.day >= today.adding(-SpikeWatch.daysFresh) else { continue }
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

enum SpikeWatch {
  /// After that nobody remembers.
  static let daysBack = 14
  static let daysFresh = 3
}
