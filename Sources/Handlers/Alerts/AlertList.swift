import Alerts
import Foundation
import Intents
import Inventory
import Language
import Measures
import Messages

/// “aaj ke alert kya hai”, “saare alert padh liye”: what is open, and that it was seen.
extension Turn {
  /// What nobody has seen; where a time was named, all of it.
  func alertList(_ request: Request) async throws -> Answer {
    let asked = request.frame.slots.period.flatMap { PeriodRange(named: $0, today: today) }
    let filter =
      asked.map { AlertFilter(since: $0.first.begins(in: zone), until: $0.last.adding(1).begins(in: zone)) } ?? .open
    if asked == nil { try await books.recheckAlerts(books.alerts(.open, max: Self.listedMax), on: today) }
    let alerts = try await books.alerts(filter, max: Self.listedMax).sorted { $0.isMoreUrgent(than: $1) }
    let words = try await AlertWords(alerts, in: self)
    let said = alerts.compactMap { alert in words.line(alert).map { (alert: alert, line: $0) } }
    guard !said.isEmpty else { return .say(say(.alertNone), for: request) }
    try await books.noteTold(alerts.filter(\.isOpen).map(\.id), in: conversation)
    let shown = said.prefix(Self.answerRowsMax)
    var lines = [say(.alertListHead, [.n: .number(said.count)])] + shown.map { $0.line.withoutMark }
    if said.count > shown.count { lines.append(say(.alertRest, [.n: .number(said.count - shown.count)])) }
    let open = shown.filter(\.alert.isOpen).map(\.alert.id)
    let choices: Choices = open.isEmpty ? .none : .buttons([button(.buttonSeen, .seen(AlertBatch(open)))])
    return .say(lines.joined(separator: "\n"), choices, for: request)
  }

  private static let listedMax = 100

  /// Of the goods that were named, else of whatever was told here.
  func alertAck(_ request: Request) async throws -> Answer {
    let open = try await books.alerts(.open, max: Self.listedMax)
    guard !request.frame.slots.items.isEmpty else { return try await acknowledge(open, request) }
    return try await withItems(of: request) { items in
      let named = open.filter { alert in items.contains { $0.id == alert.item } }
      // “padh liye” sounds like pads; of which there is no alert.
      let isOnlyHeard = request.frame.slots.items.allSatisfy { $0.heard != nil }
      return try await acknowledge(named.isEmpty && isOnlyHeard ? open : named, request)
    }
  }

  func acknowledge(_ batch: AlertBatch) async throws -> Answer {
    guard role == .owner else { return .say(say(.notAllowed)) }
    return try await acknowledge(try await books.alerts(AlertFilter(ids: batch.ids), max: AlertBatch.max), nil)
  }

  private func acknowledge(_ alerts: [Alert], _ request: Request?) async throws -> Answer {
    let seen = Set(try await books.acknowledge(alerts.map(\.id), by: author.member))
    let known = alerts.filter { seen.contains($0.id) }
    guard let first = known.first else { return .say(say(.alertSeenNone), for: request) }
    guard known.count == 1, let item = try await AlertWords(known, in: self).item(of: first) else {
      return .say(say(.alertSeen, [.n: .number(known.count)]), for: request)
    }
    return .say(say(.alertSeenOne, [.what: name(item)]), for: request)
  }
}

extension Day {
  fileprivate func begins(in zone: TimeZone) -> Date {
    let midnight = Date(timeIntervalSince1970: Double(number) * 86_400)
    return midnight - Double(zone.secondsFromGMT(for: midnight))
  }
}
