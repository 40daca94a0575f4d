import Database
import Foundation
import TestSupport

@testable import Scheduler

/// A queue of its own: as the application sees it, and as its owner, who may look and move time.
///
/// A message does one thing here: it writes its id into `effects`, in the transaction that finishes it.
struct QueueDatabase: Sendable {
  /// The owners' number, and one whose writers are the customers of a shop.
  static let channel = "100000000000001"
  static let shopChannel = "100000000000002"
  static let asha = "919800000001"
  static let ravi = "919800000002"
  static let now = Date(timeIntervalSince1970: 1_795_237_200)

  let owner: Postgres
  let application: Postgres
  /// Transactions of the application that had to run again: deadlocks, mostly.
  let retries: Tally

  var queue: Queue { Queue(database: application) }

  static func with(_ body: @Sendable (QueueDatabase) async throws -> Void) async throws {
    let migrations = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../../Migrations")
    try await withDatabase(migratedFrom: migrations.standardizedFileURL.path(percentEncoded: false)) { owner in
      let name = try await owner.query("select current_database()::text").only().decode(String.self)
      let url = try await testCluster().url(database: name) + "&options=-c%20role%3Dretailmind_app"
      let retries = Tally()
      let application = Postgres(.patient(url: url)) { event in
        if case .retried = event { retries.add() }
      }
      let result: Result<Void, any Error>
      do {
        try await furnish(owner)
        result = .success(try await body(QueueDatabase(owner: owner, application: application, retries: retries)))
      } catch {
        result = .failure(error)
      }
      await application.close(graceSeconds: 1)
      try result.get()
    }
  }

  private static func furnish(_ owner: Postgres) async throws {
    try await owner.execute(
      "create table effects (effect_id bigint generated always as identity, message text, is_burial boolean)")
    try await owner.execute("grant select, insert on effects to retailmind_app")
    try await owner.execute("insert into shops (name, created_at) values ('Shree Ganesh Kirana', \(now))")
    try await owner.execute(
      "insert into channels (channel, shop_id) values (\(channel), null), (\(shopChannel), (select shop_id from shops))"
    )
  }
}

// MARK: What the application does

extension QueueDatabase {
  func keep(_ arrivals: Arrival...) async throws { try await queue.keep(arrivals, events: [], at: Self.now) }

  func lease(_ worker: String = "one", lanes: Int = 10, messages: Int = 10, careful: Bool = true) async throws
    -> [[QueuedMessage]]
  {
    try await queue.lease(by: worker, lanes: lanes, messagesPerLane: messages, seconds: 60, careful: careful)
  }

  /// The first message of the only lane that can be leased.
  func leaseOne(_ worker: String = "one") async throws -> QueuedMessage {
    let lanes = try await lease(worker)
    guard lanes.count == 1, let message = lanes[0].first else {
      throw DatabaseError.decoding("\(lanes.count) lanes were leased")
    }
    return message
  }

  func perform(_ message: QueuedMessage, isLast: Bool = true) async throws {
    try await application.transaction { transaction in
      try await transaction.execute("insert into effects (message, is_burial) values (\(message.messageID), false)")
      try transaction.finish(message, isLast: isLast)
    }
  }

  func bury(_ message: QueuedMessage, reason: String) async throws {
    try await application.transaction { transaction in
      try await transaction.execute("insert into effects (message, is_burial) values (\(message.messageID), true)")
      try transaction.bury(message, reason: reason)
    }
  }
}

// MARK: What the owner sees, and how time is moved

extension QueueDatabase {
  func value<Value: SQLDecodable>(_ sql: SQL) async throws -> Value {
    try await owner.query(sql).only().decode(Value.self)
  }

  /// Ids of the messages that had their effect, in the order of the effects.
  func effects() async throws -> [String] {
    try await owner.query("select message from effects order by effect_id").map { try $0.decode(String.self) }
  }

  func attempts(of id: String) async throws -> Int {
    try await value("select attempts from inbox where message_id = \(id)")
  }

  func state(of id: String) async throws -> String {
    try await value("select state from inbox where message_id = \(id)")
  }

  func leasedLanes() async throws -> Int {
    try await value("select count(*) from lanes where leased_until is not null")
  }

  func letLeasesRunOut() async throws {
    try await owner.execute(
      "update lanes set leased_until = clock_timestamp() - interval '1 second' where leased_until is not null")
  }

  func letWaitsPass() async throws {
    try await owner.execute("update lanes set ready_at = ready_at - interval '1 day'")
  }

  /// Returns when a statement of the application waits for a lock that another one holds.
  func untilSomebodyWaitsForALock() async throws {
    let waiting: SQL =
      "select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'"
    while try await owner.query(waiting).isEmpty { try Task.checkCancellation() }
  }
}

extension Arrival {
  init(_ id: String, from phone: String? = QueueDatabase.asha, user: String? = nil, on channel: String? = nil) {
    self.init(
      channel: channel ?? QueueDatabase.channel, messageID: id, phone: phone, userID: user, name: nil,
      body: Array(id.utf8), raw: Array(id.utf8))
  }
}

extension [[QueuedMessage]] {
  /// The ids of the messages, lane by lane.
  var ids: [[String]] { map { $0.map(\.messageID) } }
}

/// Counts from any thread.
///
/// Unchecked because the compiler cannot see that `count` is touched only under `lock`.
final class Tally: @unchecked Sendable {
  private let lock = NSLock()
  private var count = 0

  var value: Int { lock.withLock { count } }

  func add() { lock.withLock { count += 1 } }
}
