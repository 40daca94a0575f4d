import Database
import Inventory
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
    let shelves = try await shelves(on: today)
    for kind in AlertKind.allCases {
      guard let sighting = try await sighting(of: kind, shelves, on: today) else { continue }
      try await endAlerts(of: kind, unless: sighting)
      try await raise(sighting.findings)
    }
    try await raise(slowStock(among: shelves, on: today))
  }

  /// Looks once more at what is about to be told, so that nobody hears of what is fixed.
  package func recheckAlerts(_ open: [Alert], on today: Day) async throws {
    let kinds = Set(open.map(\.kind))
    let shelves = try await shelves(of: Array(Set(open.filter(\.kind.isOfShelf).compactMap(\.item))), on: today)
    for kind in AlertKind.allCases where kinds.contains(kind) {
      guard let sighting = try await sighting(of: kind, shelves, on: today) else { continue }
      try await endAlerts(of: kind, unless: sighting)
    }
  }

  /// Nil for what lasts until somebody has seen it.
  ///
  /// - Parameter shelves: at the least those of the open alerts.
  private func sighting(of kind: AlertKind, _ shelves: [Shelf], on today: Day) async throws -> Sighting? {
    switch kind {
    case .lowStock: lowStock(among: shelves)
    case .outOfStock: outOfStock(among: shelves)
    case .slowStock: Sighting(lasting: Set(shelves.filter(\.isSlow).map { Subject.item($0.item.id).key }))
    case .expiryAhead: try await expiryAhead(on: today)
    case .demandSpike: try await spikesToAsk(of: .demandSpike, on: today)
    case .unusualSale: try await spikesToAsk(of: .unusualSale, on: today)
    case .festivalAhead: try await festivalsAhead(on: today)
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

extension AlertKind {
  /// What there is of an item decides whether it is still so.
  fileprivate var isOfShelf: Bool {
    switch self {
    case .lowStock, .outOfStock, .slowStock: true
    case .expiryAhead, .demandSpike, .festivalAhead, .priceChance, .unusualSale, .largeCredit, .failedDelivery,
      .trouble, .notice:
      false
    }
  }
}
