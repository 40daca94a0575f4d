import Crypto
import Database
import Foundation
import HTTP
import Intents
import Language
import Telemetry
import TestSupport

@testable import App
@testable import Simulator

/// The whole program as it runs for a shop: a server on a port of its own, its database, and WhatsApp's stand-in, whom
/// it answers. Asha owns the shop, Ravi buys there and hides his number.
struct LiveServer: Sendable {
  static let ravi = "IN.1002"
  /// Two, since one takes over from the other without a gap.
  static let secrets = ["the-old-app-secret", "the-new-app-secret"]
  static let verifyToken = "shake-hands-with-me"

  /// The owner of the tables, for looking behind the scenes.
  let database: Postgres
  let shop: LittleShop
  let simulator: WhatsAppSimulator
  let sent: SentLog
  let client: HTTPClient
  let port: Int
  /// Asks the server to stop.
  let stop: @Sendable () -> Void
  /// Returns when it has.
  let hasStopped: @Sendable () async throws -> Void

  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
  static let all = Set(Configuration.Part.allCases)
  static let migrations = root.appending(path: "Migrations")

  /// Runs a server for a new shop in a database of its own.
  static func with(
    parts: Set<Configuration.Part> = all, migrations folder: URL = migrations, log: Log = .silent,
    _ body: @Sendable (LiveServer) async throws -> Void
  ) async throws {
    try await withDatabase(migratedFrom: migrations.path) { owner in
      let shop = try await LittleShop.open("Shree Ganesh Kirana", in: owner, at: Date())
      try await run(for: shop, in: try await testCluster(), owner, parts: parts, migrations: folder, log: log, body)
    }
  }

  /// Runs a server, as the application role, until `body` returns.
  static func run(
    for shop: LittleShop, in cluster: PrivateCluster, _ owner: Postgres,
    parts: Set<Configuration.Part> = all, migrations folder: URL = migrations, log: Log = .silent,
    _ body: @Sendable (LiveServer) async throws -> Void
  ) async throws {
    try await announceMovements(in: owner)
    let name = try await owner.query("select current_database()::text").only().decode(String.self)
    let database = Postgres(.patient(url: cluster.url(database: name) + "&options=-c%20role%3Dretailmind_app"))
    let (client, port, ended, sent) = (HTTPClient(), Promise<Int>(), Promise<Void>(), SentLog())
    let (stops, stop) = AsyncStream.makeStream(of: Void.self)
    let simulator = WhatsAppSimulator(configuration: configuration(shop), now: { Date() }, seed: 7) { post in
      await deliver(post, to: await port.value(), by: client)
    }
    await simulator.openWindows()
    let graph = try HTTPServer(address: "127.0.0.1:0") { request in
      let response = await simulator.respond(to: request) ?? HTTPResponse(status: 404)
      await sent.note(request, response)
      return response
    }
    let server = try server(on: database, graph: graph.port, client, parts, Migrator(directory: folder), log) {
      await port.keep($0)
    }

    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask { await graph.run() }
      group.addTask { await simulator.run() }
      group.addTask {
        let result: Result<Void, any Error>
        do { result = .success(try await server.run(until: stops)) } catch { result = .failure(error) }
        await ended.keep(())
        try result.get()
      }
      let live = LiveServer(
        database: owner, shop: shop, simulator: simulator, sent: sent, client: client, port: await port.value(),
        stop: { stop.yield() }, hasStopped: { await ended.value() })
      let result: Result<Void, any Error>
      do { result = .success(try await body(live)) } catch { result = .failure(error) }
      stop.yield()
      await ended.value()
      group.cancelAll()
      try result.get()
    }
  }

  private static func server(
    on database: Postgres, graph: Int, _ client: HTTPClient, _ parts: Set<Configuration.Part>, _ migrator: Migrator,
    _ log: Log, onReady: @escaping @Sendable (Int) async -> Void
  ) throws -> Server {
    Server(
      database: database, phrasebook: try Phrasebook(directory: root.appending(path: "templates/replies")),
      learn: { try TrainingFolder.model() },
      parts: parts,
      settings: Configuration.WhatsAppSettings(
        graphURL: "http://127.0.0.1:\(graph)/simulator/graph", apiVersion: "v26.0", accessToken: Secret("test-token"),
        appSecrets: Secret(secrets.joined(separator: ",")), verifyToken: Secret(verifyToken), phoneNumberID: nil),
      address: "127.0.0.1:0", limits: Configuration.Limits(), phones: PhoneHash(key: Array("a key for hashing".utf8)),
      migrator: migrator, log: log, metrics: Metrics(), client: client, now: { Date() },
      onReady: { port in Task { await onReady(port) } })
  }

  private static func configuration(_ shop: LittleShop) -> WhatsAppSimulator.Configuration {
    let owners = LittleShop.ownersChannel
    var configuration = WhatsAppSimulator.Configuration(
      appSecret: secrets[1], accessToken: "test-token", businessAccountID: "102290120000001", webhookURL: "",
      numbers: [
        .init(phoneNumberID: owners, displayNumber: "+91 98200 00001", name: "RetailMind", pictureLetter: "R"),
        .init(phoneNumberID: shop.counter, displayNumber: "+91 98200 00002", name: "Kirana", pictureLetter: "K"),
      ],
      people: [
        .init(phone: shop.owner, name: "Asha", role: .owner, numbers: [owners]),
        .init(phone: shop.helper, name: "Sunil", role: .staff, numbers: [owners]),
        .init(phone: "919800000099", userID: "IN.1099", name: "Meera", role: .owner, numbers: [owners]),
        .init(phone: nil, userID: ravi, name: "Ravi", role: .customer, numbers: [shop.counter]),
      ].compactMap(\.self))
    configuration.timing = .immediate
    return configuration
  }

  private static func deliver(_ post: WebhookPost, to port: Int, by client: HTTPClient) async -> Int {
    let headers = [("Content-Type", "application/json"), ("X-Hub-Signature-256", post.signature)]
    let request = HTTPClient.Request(
      method: "POST", url: "http://127.0.0.1:\(port)/webhook", headers: headers.map { (name: $0.0, value: $0.1) },
      body: post.body)
    do throws(HTTPClient.Failure) { return try await client.send(request).status } catch { return 0 }
  }
}

extension WhatsAppSimulator {
  /// As if everybody had just written: what is posted past the simulator may be answered.
  fileprivate func openWindows() {
    change { world, now in
      for person in world.people {
        for number in person.numbers {
          world.chats[ChatKey(person: person.id, number: number), default: Chat()].lastFromPerson = now
        }
      }
    }
  }
}

/// A value that comes later.
actor Promise<Value: Sendable> {
  private var kept: Value?
  private var waiting: [CheckedContinuation<Value, Never>] = []

  func keep(_ value: Value) {
    kept = value
    for continuation in waiting { continuation.resume(returning: value) }
    waiting = []
  }

  func value() async -> Value {
    if let kept { return kept }
    return await withCheckedContinuation { waiting.append($0) }
  }
}
