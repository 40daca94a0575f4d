import Database
import Foundation
import Messages
import Scheduler
import Telemetry
import Webhook
import WhatsApp

/// What the webhook hands over becomes rows in one transaction, before WhatsApp hears “200”.
struct Ingest: Sendable {
  let database: Postgres
  let phones: PhoneHash
  let log: Log
  let metrics: Metrics
  let now: @Sendable () -> Date

  func keep(_ delivery: Delivery) async throws {
    let began = ContinuousClock.now
    do {
      let arrivals = try delivery.messages.map(arrival)
      let events = delivery.notes.map {
        KeptEvent(
          kind: $0.kind.withoutNUL, reason: $0.reason?.withoutNUL, isDeadLetter: $0.isDeadLetter, raw: $0.raw)
      }
      try await database.transaction { transaction in
        try await transaction.keep(arrivals, events: events, at: now())
        try await transaction.record(delivery.statuses)
      }
    } catch {
      log.error("a delivery could not be kept; WhatsApp will repeat it", ["error": .text("\(error)")])
      metrics.count(Self.refused)
      throw error
    }
    metrics.count(Self.messages, by: Double(delivery.messages.count))
    metrics.count(Self.statuses, by: Double(delivery.statuses.count))
    metrics.observe(Self.seconds, seconds: (ContinuousClock.now - began) / .seconds(1))
    for received in delivery.messages {
      log.info("kept", ["sender": .text(phones(received.message.sender))])
    }
    for note in delivery.notes where note.isDeadLetter {
      log.warning("kept a dead letter", ["kind": .text(note.kind), "reason": .text(note.reason ?? "")])
    }
  }

  private func arrival(_ received: Received) throws -> Arrival {
    let message = received.message
    return Arrival(
      channel: message.channel, messageID: message.id, phone: message.sender.phone, userID: message.sender.userID,
      name: message.sender.profileName?.withoutNUL, body: Array(try JSONEncoder().encode(message)), raw: received.raw)
  }

  private static let messages = Metrics.Family(
    "retailmind_messages_received_total", .counter, help: "Messages kept, redeliveries counted too.")
  private static let statuses = Metrics.Family(
    "retailmind_statuses_received_total", .counter, help: "Delivery statuses kept.")
  private static let refused = Metrics.Family(
    "retailmind_deliveries_refused_total", .counter, help: "Webhook deliveries that could not be kept.")
  private static let seconds = Metrics.Family(
    "retailmind_ingest_seconds", .histogram, help: "Time from a verified delivery to its commit.")
}

extension String {
  /// PostgreSQL's text cannot hold U+0000; one in a profile name must not turn a whole delivery away for a week. The
  /// bytes that are kept beside have it still.
  fileprivate var withoutNUL: String { replacing("\0", with: "") }
}
