import Crypto
import Database
import Foundation
import HTTP
import Handlers
import Intents
import Language
import Scheduler
import Telemetry
import TestSupport
import Webhook
import WhatsApp

@testable import App

/// The real door with the real database behind it, and the worker who answers: everything but the network.
struct FrontDoor: Sendable {
  static let now = Date(timeIntervalSince1970: 1_795_240_000)

  /// The owner of the tables, for looking behind the scenes.
  let owner: Postgres
  let shop: LittleShop
  private let receiver: WebhookReceiver
  private let queue: Queue
  private let conversation: Conversation

  private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
  private static let secret = HMACKey(Array("the secret of the app".utf8))

  static func with(_ body: @Sendable (FrontDoor) async throws -> Void) async throws {
    try await withDatabase(migratedFrom: root.appending(path: "Migrations").path) { owner in
      let shop = try await LittleShop.open("Laxmi Stores", in: owner, at: now)
      let name = try await owner.query("select current_database()::text").only().decode(String.self)
      let url = try await testCluster().url(database: name) + "&options=-c%20role%3Dretailmind_app"
      let application = Postgres(.patient(url: url))
      let result: Result<Void, any Error>
      do { result = .success(try await body(try FrontDoor(owner, shop, application))) } catch {
        result = .failure(error)
      }
      await application.close(graceSeconds: 1)
      try result.get()
    }
  }

  private init(_ owner: Postgres, _ shop: LittleShop, _ application: Postgres) throws {
    (self.owner, self.shop) = (owner, shop)
    let ingest = Ingest(
      database: application, senderPerMinute: 0, phones: PhoneHash(key: Array("a key".utf8)), log: .silent,
      metrics: Metrics(), now: { Self.now }, onKept: {})
    receiver = WebhookReceiver(
      secrets: { [Self.secret] }, verifyToken: { "" }, now: { Self.now }, keep: { try await ingest.keep($0) })
    queue = Queue(database: application)
    conversation = Conversation(
      database: application, phrasebook: try Phrasebook(directory: Self.root.appending(path: "templates/replies")),
      model: try TrainingFolder.model(), now: { Self.now },
      // What the payloads speak of was never at WhatsApp.
      fetch: { _, _, _, _ in .gone })
  }

  /// Posts as WhatsApp does, signed over the very bytes; the status of the answer.
  func post(_ body: [UInt8]) async -> Int {
    let headers = HTTPHeaders([("X-Hub-Signature-256", "sha256=" + Hex.encode(Self.secret.code(for: body)))])
    return await receiver.respond(to: HTTPRequest(method: "POST", path: "/webhook", headers: headers, body: body))
      .status
  }

  /// Answers all that waits.
  func work() async throws {
    while true {
      let lanes = try await queue.lease(by: "test", lanes: 50, messagesPerLane: 50, seconds: 60, careful: true)
      if lanes.isEmpty { return }
      for lane in lanes {
        for message in lane { try await conversation.take(message, isLast: message.id == lane.last?.id) }
      }
    }
  }

  /// What lies in the database now, kind by kind.
  func tally() async throws -> Corpus.Ends {
    let counts = try await owner.query(
      """
      select (select count(*) from inbox where state = 'done'), (select count(*) from outbox),
        (select count(*) from statuses), (select count(*) from payment_hints),
        (select count(*) from kept_events where not is_dead_letter),
        (select count(*) from kept_events where is_dead_letter), (select count(*) from channel_stops)
      """
    ).only().decode(Int.self, Int.self, Int.self, Int.self, Int.self, Int.self, Int.self)
    var ends = Corpus.Ends()
    (ends.jobs, ends.replies, ends.statuses, ends.payments, ends.kept, ends.dead, ends.stops) = counts
    return ends
  }

  func value<Value: SQLDecodable>(_ sql: SQL) async throws -> Value {
    try await owner.query(sql).only().decode(Value.self)
  }
}
