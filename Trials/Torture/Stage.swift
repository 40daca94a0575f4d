import Crypto
import Database
import Foundation
import HTTP
import Simulator

/// What a trial stands on: shops in a database, phones with WhatsApp in between, and servers.
struct Stage: Sendable {
  let script: Script
  /// As the owner of the tables.
  let database: Postgres
  let witness = Witness()
  let phones: Phones
  /// With doors, workers and schedules.
  let servers: [ServerProcess]
  /// Without doors.
  let worker: ServerProcess
  /// Where the servers' words go.
  let logs: URL
  private let clock = ContinuousClock.now

  static let databaseName = "retailmind"

  struct Settings {
    var build: String
    var ownerURL: String
    var serverURL: String
    /// WhatsApp's limits, and what goes wrong there.
    var rates = WhatsAppSimulator.Rates()
    var trouble = WhatsAppSimulator.Trouble.none
    /// For the servers; by default no limit of sending is kept.
    var variables: [String: String] = unlimited

    static let unlimited = [
      "RETAILMIND_SENDER_PER_MINUTE": "0", "WHATSAPP_NUMBER_PER_SECOND": "10000", "WHATSAPP_PAIR_BURST": "10000",
      "WHATSAPP_PAIR_SECONDS": "0.001",
    ]
  }

  init(_ script: Script, _ settings: Settings, home: URL) async throws {
    let binary = home.appending(path: ".build/\(settings.build)/retailmind").path
    guard FileManager.default.isExecutableFile(atPath: binary) else {
      throw Plainly("\(binary) is missing; the verbs of the Makefile build it")
    }
    self.script = script
    let logs = try Self.freshFolder(home.appending(path: ".build/torture"))
    database = Postgres(.init(url: settings.ownerURL))
    try await Shops.open(for: script, in: database, home: home)

    let addresses = try (0..<3).map { _ in try Self.freeAddress() }
    phones = try Phones(
      of: script, relay: Relay(to: Array(addresses.prefix(2)), witness: witness), rates: settings.rates,
      trouble: settings.trouble)
    let variables = Self.environment(settings, phones, home)
    func server(_ name: String, _ parts: String, _ address: String) -> ServerProcess {
      ServerProcess(
        name, command: [binary, "serve", "--roles", parts], address: address,
        environment: variables.merging(["RETAILMIND_ADDRESS": address]) { $1 },
        log: logs.appending(path: name + ".log"))
    }
    servers = [server("a", "web,worker,scheduler", addresses[0]), server("b", "web,worker,scheduler", addresses[1])]
    worker = server("c", "worker", addresses[2])
    self.logs = logs
  }

  /// Plays WhatsApp and tells how far all is, until `body` returns.
  func playing<R: Sendable>(_ body: () async throws -> R) async throws -> R {
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask { await phones.run() }
      group.addTask { await reportProgress() }
      let result = try await body()
      group.cancelAll()
      return result
    }
  }

  var seconds: Int { Int((ContinuousClock.now - clock) / .seconds(1)) }

  func report(_ text: String) { say("[\(seconds) s] \(text)") }

  private static func environment(_ settings: Settings, _ phones: Phones, _ home: URL) -> [String: String] {
    let own = [
      "RETAILMIND_ENVIRONMENT": "staging", "RETAILMIND_LOG_LEVEL": "warning", "RETAILMIND_HOME": home.path,
      "RETAILMIND_PHONE_HASH_KEY": Hex.encode(randomBytes(24)), "RETAILMIND_DATABASE_URL": settings.serverURL,
      "WHATSAPP_GRAPH_URL": phones.graphURL, "WHATSAPP_ACCESS_TOKEN": phones.accessToken,
      "WHATSAPP_APP_SECRET": phones.appSecret, "WHATSAPP_VERIFY_TOKEN": Hex.encode(randomBytes(24)),
    ]
    return own.merging(settings.variables) { $1 }
  }

  private static func freshFolder(_ folder: URL) throws -> URL {
    if FileManager.default.fileExists(atPath: folder.path) { try FileManager.default.removeItem(at: folder) }
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    return folder
  }

  private static func freeAddress() throws -> String {
    "127.0.0.1:\(try HTTPServer(address: "127.0.0.1:0") { _ in HTTPResponse(status: 503) }.port)"
  }
}

/// An empty database of ours in a new PostgreSQL.
func createDatabase(in cluster: PrivateCluster) async throws {
  let postgres = Postgres(.init(url: cluster.url()))
  try await postgres.execute("create database \(SQL.identifier(Stage.databaseName))")
  await postgres.close()
}
