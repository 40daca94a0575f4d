import Database
import Foundation
import Messages
import Scheduler
import Telemetry
import Webhook
import WhatsApp

/// What the webhook hands over becomes rows before WhatsApp hears “200”. Deliveries that come together share a commit.
struct Ingest: Sendable {
  /// Two, so that while the one waits for the disk the next deliveries are read and the other's are written. What one
  /// person writes goes through the same one, in order.
  private let commits: [SharedCommit<Prepared>]
  private let phones: PhoneHash
  private let log: Log
  private let metrics: Metrics

  /// Messages and statuses that one commit takes.
  private static let batchMax = 1_000

  /// `onKept` is called after each commit: somebody may begin to work.
  init(
    database: Postgres, senderPerMinute: Double, phones: PhoneHash, log: Log, metrics: Metrics,
    now: @escaping @Sendable () -> Date, onKept: @escaping @Sendable () -> Void
  ) {
    self.phones = phones
    self.log = log
    self.metrics = metrics
    let known = KnownAccounts()
    let write: @Sendable ([Prepared]) async throws -> Void = { prepared in
      let deliveries = prepared.map(\.delivery)
      let arrivals = prepared.flatMap(\.arrivals)
      let events = deliveries.flatMap(\.notes).map(KeptEvent.init)
      let news = deliveries.flatMap(\.news)
      let accounts = known.news(in: deliveries.reduce(into: [:]) { $0.merge($1.accounts) { _, later in later } })
      try await database.transaction { transaction in
        try await transaction.record(news, at: now())
        try transaction.learn(accounts: accounts, at: now())
        try transaction.keep(arrivals, senderPerMinute: senderPerMinute, at: now())
        try transaction.keep(events, at: now())
        try await transaction.record(deliveries.flatMap(\.statuses))
      }
      known.keep(accounts)
      onKept()
    }
    commits = (0..<2).map { _ in SharedCommit(weightMax: Self.batchMax, weight: { $0.delivery.weight }, write: write) }
  }

  func keep(_ delivery: Delivery) async throws {
    let began = ContinuousClock.now
    do {
      try await keepAllOrParts(of: delivery)
    } catch {
      log.error("a delivery could not be kept; WhatsApp will repeat it", ["error": .text("\(error)")])
      metrics.count(Self.refused)
      throw error
    }
    metrics.count(Self.messages, by: Double(delivery.messages.count))
    metrics.count(Self.statuses, by: Double(delivery.statuses.count))
    metrics.observe(Self.seconds, seconds: (ContinuousClock.now - began) / .seconds(1))
    for received in delivery.messages where log.tells(.info) {
      log.info("kept", ["sender": .text(phones(received.message.sender))])
    }
    for alarm in delivery.news.compactMap(\.alarm) {
      log.warning("news from WhatsApp", ["what": .text(alarm)])
    }
    for note in delivery.notes where note.isDeadLetter {
      log.warning("kept a dead letter", ["kind": .text(note.kind), "reason": .text(note.reason ?? "")])
    }
  }

  /// A row that the database refuses would bring its whole delivery back for a week. So the parts are tried one by one,
  /// and the one that is refused alone is kept as a dead letter.
  private func keepAllOrParts(of delivery: Delivery) async throws {
    do {
      try await submit(delivery)
    } catch let error as DatabaseError where error.isOfARow {
      let parts = delivery.parts
      if parts.count > 1 {
        for part in parts { try await keepAllOrParts(of: part) }
      } else {
        log.error("a part of a delivery is refused by the database", ["error": .text("\(error)")])
        try await submit(delivery.deadLetter(because: "refused by the database: \(error.sqlState ?? "")"))
      }
    }
  }

  private func submit(_ delivery: Delivery) async throws {
    let sender = delivery.messages.first?.message.sender.address
    let way = sender.map { Int($0.hashValue.magnitude % UInt(commits.count)) } ?? 0
    try await commits[way].submit(Prepared(delivery))
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

/// A delivery with its messages in our own form.
private struct Prepared: Sendable {
  let delivery: Delivery
  let arrivals: [Arrival]

  init(_ delivery: Delivery) throws {
    self.delivery = delivery
    arrivals = try delivery.messages.map(Arrival.init)
  }
}

/// Which account each number belongs to, as this process has written it down already.
///
/// `@unchecked` because `accounts` is touched under `lock` only.
private final class KnownAccounts: @unchecked Sendable {
  private let lock = NSLock()
  private var accounts: [String: String] = [:]

  /// Numbers are few; whoever sends made-up ones shall not fill the memory.
  private static let countMax = 10_000

  func news(in said: [String: String]) -> [String: String] {
    lock.withLock { said.filter { accounts[$0.key] != $0.value } }
  }

  func keep(_ written: [String: String]) {
    lock.withLock {
      if accounts.count > Self.countMax { accounts = [:] }
      accounts.merge(written) { _, later in later }
    }
  }
}

extension Arrival {
  fileprivate init(_ received: Received) throws {
    let message = received.message
    self.init(
      channel: message.channel, messageID: message.id, phone: message.sender.phone, userID: message.sender.userID,
      name: message.sender.profileName?.withoutNUL, body: Array(try JSONEncoder().encode(message)), raw: received.raw)
  }
}

extension KeptEvent {
  fileprivate init(_ note: KeptNote) {
    self.init(
      kind: note.kind.withoutNUL, reason: note.reason?.withoutNUL, isDeadLetter: note.isDeadLetter, raw: note.raw)
  }
}

extension String {
  /// PostgreSQL's text cannot hold U+0000; one in a profile name must not turn a whole delivery away for a week. The
  /// bytes that are kept beside have it still.
  fileprivate var withoutNUL: String { replacing("\0", with: "") }
}
