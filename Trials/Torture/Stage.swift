import Crypto
import Database
import Foundation
import HTTP
import TestSupport

/// What a trial stands on: a PostgreSQL that loses nothing, shops, phones with WhatsApp in between, and servers.
struct Stage: Sendable {
  let cluster: PrivateCluster
  /// As the owner of the tables.
  let database: Postgres
  let witness: Witness
  let phones: Phones
  /// With doors, workers and schedules.
  let servers: [ServerProcess]
  /// Without doors.
  let worker: ServerProcess
  /// Where the servers' words go.
  let logs: URL

  init(_ plan: Plan, _ script: Script, home: URL) async throws {
    let binary = home.appending(path: ".build/\(plan.build)/retailmind").path
    guard FileManager.default.isExecutableFile(atPath: binary) else {
      throw Plainly("\(binary) is missing; the verbs of the Makefile build it")
    }
    logs = try Self.freshFolder(home.appending(path: ".build/torture"))
    cluster = try await startDisposableCluster(
      // After a kill the whole file system is flushed at once, instead of one file after the other.
      durability: .full, settings: ["recovery_init_sync_method": "syncfs"])
    let first = Postgres(.init(url: cluster.url()))
    try await first.execute("create database retailmind")
    await first.close()
    database = Postgres(.init(url: cluster.url(database: "retailmind")))
    try await Shops.open(for: script, in: database, home: home)

    witness = Witness()
    let addresses = try (0..<3).map { _ in try Self.freeAddress() }
    phones = try Phones(of: script, relay: Relay(to: Array(addresses.prefix(2)), witness: witness))
    let variables = Self.environment(plan, cluster, phones, home)
    let folder = logs
    func server(_ name: String, _ parts: String, _ address: String) -> ServerProcess {
      ServerProcess(
        name, command: [binary, "serve", "--roles", parts], address: address,
        environment: variables.merging(["RETAILMIND_ADDRESS": address]) { $1 },
        log: folder.appending(path: name + ".log"))
    }
    servers = [server("a", "web,worker,scheduler", addresses[0]), server("b", "web,worker,scheduler", addresses[1])]
    worker = server("c", "worker", addresses[2])
  }

  private static func environment(_ plan: Plan, _ cluster: PrivateCluster, _ phones: Phones, _ home: URL)
    -> [String: String]
  {
    [
      "RETAILMIND_ENVIRONMENT": "staging", "RETAILMIND_LOG_LEVEL": "warning", "RETAILMIND_HOME": home.path,
      "RETAILMIND_PHONE_HASH_KEY": Hex.encode(randomBytes(24)),
      "RETAILMIND_DATABASE_URL": cluster.url(database: "retailmind", user: "retailmind_app"),
      "RETAILMIND_LEASE_SECONDS": "\(plan.leaseSeconds)", "RETAILMIND_SENDING_SECONDS": "\(plan.sendingSeconds)",
      "RETAILMIND_RESEND_SECONDS": "\(plan.resendSeconds)", "RETAILMIND_SENDER_PER_MINUTE": "0",
      "WHATSAPP_NUMBER_PER_SECOND": "10000", "WHATSAPP_PAIR_BURST": "10000", "WHATSAPP_PAIR_SECONDS": "0.001",
      "WHATSAPP_GRAPH_URL": phones.graphURL, "WHATSAPP_ACCESS_TOKEN": phones.accessToken,
      "WHATSAPP_APP_SECRET": phones.appSecret, "WHATSAPP_VERIFY_TOKEN": Hex.encode(randomBytes(24)),
    ]
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
