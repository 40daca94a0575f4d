package import Database
package import Foundation
import Telemetry

/// The one queue: what arrives is kept here before it is acknowledged, and waits in the lane of its conversation.
///
/// The statements live in `Migrations/0002_queue.sql`, since the application role may do no more than they do.
package struct Queue: LaneSource {
  private let database: Postgres
  /// Messages of one sender that are handled in a minute, the others wait; 0 sets no limit.
  private let senderPerMinute: Double

  package init(database: Postgres, senderPerMinute: Double = 0) {
    self.database = database
    self.senderPerMinute = senderPerMinute
  }

  /// The notification that says that something arrived, once a batch.
  package static let notification = "inbox"

  /// Keeps all of `arrivals`, each once however often it comes. When this returns they are committed.
  package func keep(_ arrivals: [Arrival], events: [KeptEvent], at now: Date) async throws {
    try await database.transaction { transaction in
      try transaction.keep(arrivals, senderPerMinute: senderPerMinute, at: now)
      try transaction.keep(events, at: now)
    }
  }

  package static let metrics = LaneMetrics(
    seconds: .init(
      "retailmind_message_seconds", .histogram, help: "Time to handle a message, from its turn to its commit."),
    failures: .init("retailmind_message_failures_total", .counter, help: "Attempts at a message that failed."),
    dead: .init("retailmind_messages_dead_total", .counter, help: "Messages given up after the last attempt."))

  package func lease(by worker: String, lanes: Int, messagesPerLane: Int, seconds: Double, careful: Bool) async throws
    -> [[QueuedMessage]]
  {
    let rows = try await database.query(
      """
      select lane_id, token, careful, inbox_id, attempts, channel, message_id, person_id, shop_id, member_id, body, received_at
      from lease_lanes(\(worker), \(lanes), \(messagesPerLane), \(seconds), \(careful))
      """)
    return try rows.map { try QueuedMessage($0, senderPerMinute: senderPerMinute) }.byLane()
  }

  /// Gives a lane back until `waitSeconds` from now; its first message has failed `failedAttempts` times.
  package func putOff(_ message: QueuedMessage, failedAttempts: Int, waitSeconds: Double, reason: String) async throws {
    _ = try await database.query(
      """
      select put_off_message(
        \(message.lease.lane), \(message.lease.token), \(message.id), \(failedAttempts), \(waitSeconds), \(reason))
      """)
  }

  /// Gives up on a message without a word to its sender.
  package func bury(_ message: QueuedMessage, reason: String) async throws {
    try await database.transaction { try $0.bury(message, reason: reason) }
  }

  package func renew(_ lease: Lease, seconds: Double) async throws {
    _ = try await database.query("select renew_lease(\(lease.lane), \(lease.token), \(seconds))")
  }

  /// Gives back what `worker` holds, at once and without costing an attempt.
  package func returnLanes(of worker: String) async throws {
    _ = try await database.query("select return_lanes(\(worker))")
  }

  /// Forgets what nobody needs any more; false when there is no more of it.
  package func forgetOld(at now: Date) async throws -> Bool {
    try await database.query(
      "select forget_old(\(now), \(Self.forgottenMax)) + forget_news(\(now), \(Self.forgottenMax))"
    ).only().decode(Int64.self) > 0
  }

  /// Rows of each kind that one transaction forgets.
  private static let forgottenMax = 1_000

  /// How much waits, for the metrics.
  package func depth() async throws -> QueueDepth {
    let row = try await database.query("select waiting, dead, oldest_seconds from queue_depth()").first
    let (waiting, dead, oldest) = try row?.decode(Int.self, Int.self, Double?.self) ?? (0, 0, nil)
    return QueueDepth(waiting: waiting, dead: dead, oldestSeconds: oldest)
  }
}

package struct QueueDepth: Sendable {
  package let waiting: Int
  package let dead: Int
  /// Age of the oldest message that still waits.
  package let oldestSeconds: Double?
}

/// A message as it came in at the door, decoded, not yet handled.
package struct Arrival: Sendable {
  package let channel: String
  package let messageID: String
  package let phone: String?
  package let userID: String?
  package let name: String?
  /// The message in our own form, and as the channel sent it; bytes, because text may hold U+0000.
  package let body: [UInt8]
  package let raw: [UInt8]

  package init(
    channel: String, messageID: String, phone: String?, userID: String?, name: String?, body: [UInt8], raw: [UInt8]
  ) {
    self.channel = channel
    self.messageID = messageID
    self.phone = phone
    self.userID = userID
    self.name = name
    self.body = body
    self.raw = raw
  }
}

/// Something signed that is no message of a person: kept and never handled.
package struct KeptEvent: Sendable {
  package let kind: String
  package let reason: String?
  package let isDeadLetter: Bool
  package let raw: [UInt8]

  package init(kind: String, reason: String?, isDeadLetter: Bool, raw: [UInt8]) {
    self.kind = kind
    self.reason = reason
    self.isDeadLetter = isDeadLetter
    self.raw = raw
  }
}

extension Transaction {
  /// Keeps all of `arrivals`, each once however often it comes. They are handled when their turn comes, those of one
  /// sender not faster than `senderPerMinute`.
  package func keep(_ arrivals: [Arrival], senderPerMinute: Double, at now: Date) throws {
    guard !arrivals.isEmpty else { return }
    try later(
      """
      select take_in(\(arrivals.map(\.channel)), \(arrivals.map(\.messageID)), \(arrivals.map(\.phone)),
        \(arrivals.map(\.userID)), \(arrivals.map(\.name)), \(arrivals.map(\.body)), \(arrivals.map(\.raw)), \(now),
        \(senderPerMinute))
      """)
  }

  package func keep(_ events: [KeptEvent], at now: Date) throws {
    guard !events.isEmpty else { return }
    try later(
      """
      select keep_events(\(events.map(\.kind)), \(events.map(\.reason)), \(events.map(\.isDeadLetter)),
        \(events.map(\.raw)), \(now))
      """)
  }
}
