import Database
import Foundation
import HTTP
import Messages
import TestSupport

@testable import WhatsApp

/// An outbox of its own: as the application sees it, and as its owner, who may look and move time.
struct OutboxDatabase: Sendable {
  static let channel = "100000000000001"
  static let asha = Recipient.phone("919800000001")
  static let ravi = Recipient.user("IN.1002")

  /// A number whose limit no test meets.
  static var unhurried: OutboxSender.Limits {
    var limits = OutboxSender.Limits()
    limits.numberPerSecond = 100_000
    return limits
  }

  let owner: Postgres
  let application: Postgres

  var outbox: Outbox { Outbox(database: application) }

  @discardableResult
  func enqueue(
    _ text: String = "चीनी: 12 किलो", to recipient: Recipient = asha, person: Int64? = nil,
    on channel: String = channel
  ) async throws -> Int64 {
    try await application.transaction { transaction in
      try transaction.enqueue(
        .reply(Reply(text)), to: recipient, person: person, on: channel, shop: ShopID(rawValue: 1), inReplyTo: nil)
    }
    return try await value("select max(id) from outbox")
  }

  func claim(_ max: Int = 100, _ limits: OutboxSender.Limits = unhurried) async throws -> [Parcel] {
    try await Outbox(database: application, limits: limits).claim(by: "test", max: max).sorted { $0.id < $1.id }
  }

  func record(_ statuses: DeliveryStatus...) async throws {
    try await application.transaction { try await $0.record(statuses) }
  }

  func states() async throws -> [String] {
    try await owner.query("select state from outbox order by id").map { try $0.decode(String.self) }
  }

  func value<Value: SQLDecodable>(_ sql: SQL) async throws -> Value {
    try await owner.query(sql).only().decode(Value.self)
  }

  /// Makes everything so much older.
  func letPass(seconds: Double) async throws {
    try await owner.execute(
      """
      update outbox set due_at = due_at - make_interval(secs => \(seconds)),
        sending_since = sending_since - make_interval(secs => \(seconds)),
        unknown_since = unknown_since - make_interval(secs => \(seconds))
      """)
    try await owner.execute(
      """
      update statuses set received_at = received_at - make_interval(secs => \(seconds)),
        said_at = said_at - make_interval(secs => \(seconds))
      """)
    try await owner.execute(
      "update outbox_pace set paced_until = paced_until - make_interval(secs => \(seconds))")
    try await owner.execute("update channel_stops set until = until - make_interval(secs => \(seconds))")
  }
}

func withOutbox(_ body: (OutboxDatabase) async throws -> Void) async throws {
  let migrations = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../Migrations")
  try await withDatabase(migratedFrom: migrations.standardizedFileURL.path(percentEncoded: false)) { owner in
    let name = try await owner.query("select current_database()::text").only().decode(String.self)
    let url = try await testCluster().url(database: name) + "&options=-c%20role%3Dretailmind_app"
    let application = Postgres(.patient(url: url))
    let result: Result<Void, any Error>
    do { result = .success(try await body(OutboxDatabase(owner: owner, application: application))) } catch {
      result = .failure(error)
    }
    await application.close(graceSeconds: 1)
    try result.get()
  }
}

extension DeliveryStatus {
  init(
    _ state: State, of messageID: String, callback: Int64? = nil, channel: String = OutboxDatabase.channel,
    participant: String? = nil, failure: Int? = nil, pricing: Pricing? = nil
  ) {
    self.init(
      messageID: messageID, channel: channel, state: state, at: 1_790_000_000, callbackData: callback.map(String.init),
      participant: participant, pricing: pricing, failure: failure.map { ChannelFailure(code: $0) })
  }
}
