import Crypto
import Database
import Foundation
import HTTP

/// What the measured servers stand on: a PostgreSQL with full durability, the demo shop with two years of sales in it,
/// people who write to the shop, and a stand-in for WhatsApp.
struct Stage {
  let home: URL
  /// For files of this run.
  let folder: URL
  let cluster: PrivateCluster
  /// As the owner of the tables.
  let database: Postgres
  let graph: GraphStandIn
  let client: HTTPClient
  let webhooks: Webhooks

  /// Nobody may get more than 45 messages in a row, so many write.
  private static let people = (1...64).map { "9100000010\(String(format: "%02d", $0))" }

  /// In `.build/bench`, always the same: what an interrupted run has left is found and removed by the next.
  /// - Parameter hasDemoShop: two years of sales take a while to write; without them there are empty tables.
  static func standing(in home: URL, hasDemoShop: Bool, _ body: (Stage) async throws -> Void) async throws {
    let folder = home.appending(path: ".build/bench", directoryHint: .isDirectory)
    let cluster = PrivateCluster(directory: folder.appending(path: "postgres").path)
    func clear() async throws {
      await cluster.stop()
      if FileManager.default.fileExists(atPath: folder.path) { try FileManager.default.removeItem(at: folder) }
    }
    try await clear()
    do {
      if hasDemoShop {
        say("Filling the demo shop …")
        try await fillDemoShop(home: home, in: folder)
      } else {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      }
      try await cluster.start()
      if !hasDemoShop { try await makeEmptyDatabase(cluster, home: home) }
      try await body(try await Stage(home: home, folder: folder, cluster: cluster))
    } catch {
      try await clear()
      throw error
    }
    try await clear()
  }

  private init(home: URL, folder: URL, cluster: PrivateCluster) async throws {
    self.home = home
    self.folder = folder
    self.cluster = cluster
    database = Postgres(.init(url: cluster.url(database: "retailmind")))
    graph = try GraphStandIn()
    var limits = HTTPClient.Limits()
    (limits.connectionsMax, limits.connectionsPerHostMax) = (2 * connectionsMax, connectionsMax)
    client = HTTPClient(limits: limits)
    let known = try await database.query(
      "select channel, shop_id from identities where shop_id is not null order by person_id limit 1"
    ).first.map { try $0.decode(String.self, Int64.self) }
    webhooks = Webhooks(channel: known?.0 ?? "", people: Self.people, secret: Hex.encode(randomBytes(24)))
    if let (channel, shop) = known { try await Self.enroll(Self.people, channel: channel, shop: shop, database) }
  }

  private static func makeEmptyDatabase(_ cluster: PrivateCluster, home: URL) async throws {
    let server = Postgres(.init(url: cluster.url()))
    try await server.execute("create database retailmind")
    await server.close()
    let migrate = Process()
    migrate.executableURL = URL(filePath: binary(home))
    migrate.arguments = ["migrate"]
    migrate.environment = [
      "RETAILMIND_ENVIRONMENT": "dev", "RETAILMIND_HOME": home.path, "RETAILMIND_PHONE_HASH_KEY": "none",
      "RETAILMIND_DATABASE_URL": cluster.url(database: "retailmind"),
    ]
    migrate.standardOutput = FileHandle.nullDevice
    try migrate.run()
    migrate.waitUntilExit()
    guard migrate.terminationStatus == 0 else { throw Plainly("the migrations failed") }
    let database = Postgres(.init(url: cluster.url(database: "retailmind")))
    try await database.execute("alter role retailmind_app login")
    await database.close()
  }

  private static func enroll(_ people: [String], channel: String, shop: Int64, _ database: Postgres) async throws {
    try await database.execute(
      """
      with m as (
        insert into members (shop_id, role, name, created_at)
        select \(shop), 'owner', phone, now() from unnest(\(people)) as phone
        returning member_id, name)
      insert into identities (channel, alias, person_id, shop_id, member_id, seen_at)
      select \(channel), 'phone:' || name, nextval('people'), \(shop), member_id, now() from m
      """)
  }

  /// `retailmind dev` makes it; it is ended as soon as it is ready.
  private static func fillDemoShop(home: URL, in folder: URL) async throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let address = try freeAddress()
    let dev = Subject(
      command: [binary(home), "dev"],
      environment: [
        "RETAILMIND_HOME": home.path, "RETAILMIND_VAR": folder.path, "RETAILMIND_ADDRESS": address,
      ], address: address, readyPath: "/api/v1/health/ready", webhookPath: "", turnPath: "")
    try await dev.running(client: HTTPClient()) { _ in }
  }

  /// What the server and its database have used until now.
  func cost(of server: Int32) throws -> Cost {
    let lines = try String(contentsOfFile: cluster.directory + "/data/postmaster.pid", encoding: .utf8)
    guard let postmaster = lines.split(separator: "\n").first.flatMap({ Int32($0) }) else {
      throw Plainly("PostgreSQL does not run")
    }
    return Cost(server: server, postmaster: postmaster)
  }

  /// What one measurement has left must not be another's load.
  func clearQueues() async throws {
    try await database.execute(
      script: "truncate inbox, lanes, inbox_seen, dead_messages, outbox, outbox_pace, statuses")
  }

  /// The server that was built beside this program, in the same way.
  private static func binary(_ home: URL) -> String {
    URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent().appending(path: "retailmind").path
  }
}

// MARK: Who is measured

extension Stage {
  func retailmind(parts: String) throws -> Subject {
    let address = try freeAddress()
    let variables = [
      "RETAILMIND_ENVIRONMENT": "dev", "RETAILMIND_LOG_LEVEL": "warning", "RETAILMIND_HOME": home.path,
      "RETAILMIND_ADDRESS": address, "RETAILMIND_PHONE_HASH_KEY": Hex.encode(randomBytes(24)),
      "RETAILMIND_DATABASE_URL": cluster.url(database: "retailmind", user: "retailmind_app"),
      "WHATSAPP_GRAPH_URL": graph.url, "WHATSAPP_ACCESS_TOKEN": Hex.encode(randomBytes(24)),
      "WHATSAPP_APP_SECRET": webhooks.secret,
      "WHATSAPP_NUMBER_PER_SECOND": "1000", "WHATSAPP_VERIFY_TOKEN": Hex.encode(randomBytes(24)),
    ]
    return Subject(
      command: [Self.binary(home), "serve", "--roles", parts], environment: variables, address: address,
      readyPath: "/api/v1/health/ready", webhookPath: "/webhook", turnPath: "/webhook")
  }

  /// `Benchmarks/peer`, with a database of its own in the same PostgreSQL.
  func peer(_ command: String) async throws -> Subject {
    let exists = try await !database.query("select from pg_database where datname = 'peer'").isEmpty
    if !exists { try await database.execute("create database peer") }
    let address = try freeAddress()
    let variables = [
      "DATABASE_URL": cluster.url(database: "peer"), "APP_SECRET": webhooks.secret, "GRAPH_URL": graph.url + "/v26.0",
      "PORT": String(address.split(separator: ":").last ?? ""),
    ]
    return Subject(
      command: ["/bin/sh", "-c", "exec " + command], environment: variables, address: address, readyPath: "/docs",
      webhookPath: "/webhook", turnPath: "/turn")
  }
}

private func freeAddress() throws -> String {
  "127.0.0.1:\(try HTTPServer(address: "127.0.0.1:0") { _ in HTTPResponse(status: 503) }.port)"
}
