import Database
import Demand
import DemoShop
import Foundation
import HTTP
import Intents
import Inventory
import Language
import Measures
import Simulator
import Telemetry

extension Retailmind {
  /// Everything on this machine: a private PostgreSQL in `var/`, a demo shop, the server, and WhatsApp's stand-in.
  static func dev(_ variables: [String: String]) async throws {
    let configuration = try devConfiguration(variables)
    // From here on Control-C ends it in good order; while the shop is filled, once that is done.
    let stop = stops(reloading: configuration.whatsApp, log: .standardError(configuration.logLevel))
    let clock = ContinuousClock.now
    @Sendable func tell(_ text: String) {
      print("[\(Int((ContinuousClock.now - clock) / .seconds(1))) s] \(text)")
      fflush(nil)  // to a file or a pipe, lines would wait for a full buffer
    }

    let folder = try claimFolder(variables, configuration)
    try await refuseTakenAddress(configuration.address)
    // Before anything is begun, so that a fault is told at once.
    let model = try await learn()
    let cluster = PrivateCluster(directory: folder.appending(path: "postgres").path)
    tell("Starting a private PostgreSQL in \(cluster.directory) …")
    try await cluster.start()
    do {
      let (database, calls) = try await prepare(cluster, configuration, tell)
      try await run(configuration, database, model, calls, until: stop, tell)
    } catch {
      await cluster.stop()
      throw error
    }
    await cluster.stop()
  }

  /// `var/`, or what `RETAILMIND_VAR` names, for this process alone: of two servers the first to end would stop the
  /// PostgreSQL of both.
  private static func claimFolder(_ variables: [String: String], _ configuration: Configuration) throws -> URL {
    let folder =
      variables["RETAILMIND_VAR"].map { URL(filePath: $0, directoryHint: .isDirectory) }
      ?? configuration.home.appending(path: "var", directoryHint: .isDirectory)
    let unwritable = Plainly("\(folder.path) cannot be written; RETAILMIND_VAR names another folder")
    do { try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true) } catch {
      throw unwritable
    }
    let lock = open(folder.appending(path: "dev.lock").path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard lock >= 0 else { throw unwritable }
    // Never closed: the claim ends with the process, however that ends.
    guard flock(lock, LOCK_EX | LOCK_NB) == 0 else { throw Plainly("another retailmind dev runs in \(folder.path)") }
    return folder
  }

  /// Better heard now than after the shop was filled.
  private static func refuseTakenAddress(_ address: String) async throws {
    do {
      let server = try HTTPServer(address: address) { _ in HTTPResponse(status: 503) }
      async let _: Void = server.run()  // ends with this scope, and lets the port go
    } catch {
      throw Plainly("\(error); RETAILMIND_ADDRESS takes another, as 127.0.0.1:8081")
    }
  }

  /// Migrations, the application role, the demo shop and a key to it; then a pool of that role.
  private static func prepare(
    _ cluster: PrivateCluster, _ configuration: Configuration, _ tell: @Sendable (String) -> Void
  ) async throws -> (databaseURL: String, calls: [String]) {
    let server = Postgres(.init(url: cluster.url()))
    let isNew = try await server.query("select 1 from pg_database where datname = 'retailmind'").isEmpty
    if isNew { try await server.execute("create database retailmind") }
    await server.close()

    let owner = Postgres(.init(url: cluster.url(database: "retailmind")))
    let applied = try await Migrator(directory: configuration.home.appending(path: "Migrations")).migrate(on: owner)
    if !applied.isEmpty { tell("Applied \(applied.count) migrations.") }
    try await owner.execute("alter role retailmind_app login")
    if try await owner.query("select 1 from shops limit 1").isEmpty {
      tell("Filling the demo shop with two years of sales …")
      try await fillDemoShop(from: configuration.home.appending(path: "demo"), owner)
    }
    tell("Looking at what sells …")
    try await refreshDemand(owner)
    let calls = try await DemoKey.lines(owner, address: configuration.address, at: Date())
    await owner.close()
    return (cluster.url(database: "retailmind", user: "retailmind_app"), calls)
  }

  /// All or nothing: a start that was interrupted begins anew.
  private static func fillDemoShop(from directory: URL, _ owner: Postgres) async throws {
    let kirana = try Kirana(directory: directory)
    let now = Date()
    guard let zone = TimeZone(identifier: "Asia/Kolkata") else { throw Plainly("the time zone database is missing") }
    try await owner.transaction { transaction in
      let shop = try await transaction.createShop(
        Kirana.name, ownerName: Kirana.owner, ownerPhone: DemoPhones.people[0].phone, channel: DemoPhones.ownersChannel,
        at: now)
      try await transaction.execute(
        "insert into channels (channel, shop_id, name) values (\(DemoPhones.shopChannel), \(shop), \(Kirana.name))")
      for person in DemoPhones.people.dropFirst() {
        try await transaction.enroll(
          person.name, role: person.role.rawValue, phone: person.phone, in: shop, on: person.channel, at: now)
      }
      try await Books(shop: shop, now: now, transaction: transaction).fill(from: kirana, seed: 1, in: zone)
    }
  }

  /// So that the first question about tomorrow is answered from what was sold up to yesterday.
  static func refreshDemand(_ owner: Postgres) async throws {
    let now = Date()
    let shops = try await owner.query("select shop_id, zone from shops order by shop_id")
    for row in shops {
      let (shop, name) = try row.decode(ShopID.self, String.self)
      guard let zone = TimeZone(identifier: name) else { continue }
      try await owner.transaction { transaction in
        _ = try await transaction.query("select set_config('app.shop_id', \(String(shop.rawValue)), true)")
        try await Books(shop: shop, now: now, transaction: transaction)
          .refreshDemandIfDue(on: Day(of: now, in: zone))
      }
    }
  }

  private static func run(
    _ configuration: Configuration, _ databaseURL: String, _ model: IntentModel, _ calls: [String],
    until stop: AsyncStream<Void>,
    _ tell: @Sendable @escaping (String) -> Void
  ) async throws {
    let log = Log.standardError(configuration.logLevel)
    let metrics = Metrics()
    let monitoring = Monitoring(log: log, metrics: metrics)
    let client = HTTPClient(limits: .many)
    let simulator = WhatsAppSimulator(
      configuration: DemoPhones.simulator(configuration), now: { Date() }, client: client)
    let phrasebook = try Phrasebook(directory: configuration.home.appending(path: "templates/replies"))
    let join = JoinPage(number: configuration.whatsApp.ownersNumber, phrasebook: phrasebook)
    let server = Server(
      database: Postgres(.init(url: databaseURL), observe: { monitoring.pool($0) }),
      phrasebook: phrasebook,
      starters: try StarterCatalogue.all(in: configuration.home.appending(path: "templates/starter")),
      learn: { model },
      parts: Set(Configuration.Part.allCases), settings: configuration.whatsApp, address: configuration.address,
      limits: configuration.limits, phones: PhoneHash(key: configuration.phoneHashKey),
      migrator: Migrator(directory: configuration.home.appending(path: "Migrations")), log: log, metrics: metrics,
      client: client, now: { Date() }, support: configuration.support,
      sheetsURL: configuration.sheetsURL,
      extraDoor: { request in
        if request.path == "/" { return HTTPResponse(status: 302, headers: [("Location", "/simulator/")]) }
        return await simulator.respond(to: request)
      },
      onReady: { _ in
        tell(
          """
          Ready.

            The phone:    http://\(configuration.address)/simulator/
            Health:       http://\(configuration.address)/api/v1/health/ready
            Metrics:      http://\(configuration.address)/metrics
            Joining:      http://\(configuration.address)/join

            Write "5 kilo chini bechi", "साखर किती आहे?" or "add 20 packets of maggi". Control-C ends it.

            For programs (docs/api.md), with a key that holds until the next start:

          \(calls.joined(separator: "\n"))

          """)
        tell(join.terminal)
      })
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask { await simulator.run() }
      try await server.run(until: stop)
      group.cancelAll()
    }
  }

  /// Settings that need nobody to set them. The secrets are made afresh at each start: nobody outside knows them.
  private static func devConfiguration(_ variables: [String: String]) throws -> Configuration {
    let address = variables["RETAILMIND_ADDRESS"] ?? "127.0.0.1:8080"
    var defaults = [
      "RETAILMIND_ENVIRONMENT": "dev", "RETAILMIND_DATABASE_URL": "private", "RETAILMIND_LOG_LEVEL": "warning",
      "RETAILMIND_PHONE_HASH_KEY": freshSecret(), "WHATSAPP_ACCESS_TOKEN": freshSecret(),
      "WHATSAPP_APP_SECRET": freshSecret(), "WHATSAPP_VERIFY_TOKEN": freshSecret(),
      "WHATSAPP_GRAPH_URL": "http://\(address)/simulator/graph",
    ]
    for name in ["RETAILMIND_HOME", "RETAILMIND_ADDRESS", "RETAILMIND_LOG_LEVEL", "WHATSAPP_OWNERS_NUMBER"] {
      defaults[name] = variables[name] ?? defaults[name]
    }
    return try Configuration(defaults)
  }
}
