import Database
package import Measures

/// What a watch sees at one moment: what is to be known, and about what nothing has changed. An open alert about anything
/// else is over.
package struct Sighting: Sendable {
  /// To be raised, where it is not open yet.
  var findings: [Finding] = []
  /// Not enough to be raised, and not yet over: so that an alert does not come and go at its limit.
  var lasting: Set<String> = []

  func isStillSo(_ subject: String) -> Bool {
    lasting.contains(subject) || findings.contains { $0.subject.key == subject }
  }
}

/// The kinds that are looked for in the books, again and again. The others are raised where they happen.
extension Books {
  /// Looks for everything, raises what is new, and notes what is over: the inventory check.
  package func checkShop(on today: Day) async throws {
    for kind in AlertKind.allCases {
      guard let sighting = try await sighting(of: kind, on: today) else { continue }
      try await endAlerts(of: kind, unless: sighting)
      try await raise(sighting.findings)
    }
  }

  /// Looks once more at what is about to be told, so that nobody hears of what is fixed.
  package func recheckAlerts(of kinds: Set<AlertKind>, on today: Day) async throws {
    for kind in AlertKind.allCases where kinds.contains(kind) {
      guard let sighting = try await sighting(of: kind, on: today) else { continue }
      try await endAlerts(of: kind, unless: sighting)
    }
  }

  /// Nil for what lasts until somebody has seen it.
  private func sighting(of kind: AlertKind, on today: Day) async throws -> Sighting? {
    switch kind {
    case .lowStock: try await lowStock(on: today)
    case .outOfStock: try await outOfStock(on: today)
    case .expiryAhead: try await expiryAhead(on: today)
    case .demandSpike: try await spikesToAsk(of: .demandSpike, on: today)
    case .unusualSale: try await spikesToAsk(of: .unusualSale, on: today)
    case .festivalAhead: try await festivalsAhead(on: today)
    case .slowStock: try await slowStock(on: today)
    case .priceChance: try await priceChances(on: today)
    case .largeCredit: try await largeCredit()
    case .failedDelivery: try await failedDeliveries()
    case .trouble, .notice: nil
    }
  }

  private func endAlerts(of kind: AlertKind, unless sighting: Sighting) async throws {
    let open = try await query(
      "select alert_id, subject from alerts where shop_id = \(shop) and kind = \(kind.rawValue) and resolved_at is null"
    ).map { try $0.decode(Int64.self, String.self) }
    try await resolveAlerts(open.filter { !sighting.isStillSo($0.1) }.map(\.0))
  }
}
