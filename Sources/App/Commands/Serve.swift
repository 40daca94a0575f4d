import Database
import Foundation
import HTTP
import Intents
import Inventory
import Language
import Telemetry
import WhatsApp

extension Retailmind {
  /// What messages mean, learnt on a thread of its own: it keeps a processor busy for a second or two.
  static func learn() async throws -> IntentModel {
    try await withCheckedThrowingContinuation { learnt in
      Thread.detachNewThread { learnt.resume(with: Result { try TrainingFolder.model() }) }
    }
  }

  static func serve(_ configuration: Configuration, parts: Set<Configuration.Part>) async throws {
    let log = Log.standardError(configuration.logLevel)
    let metrics = Metrics()
    let monitoring = Monitoring(log: log, metrics: metrics)
    let database = Postgres(.init(url: configuration.databaseURL), observe: { monitoring.pool($0) })
    if configuration.environment == .prod { try await refuseMightyRole(database) }
    if let channel = configuration.whatsApp.phoneNumberID {
      // Whoever writes to it may begin a shop there.
      try await database.execute("select know_owners_number(\(channel))")
    }
    let server = Server(
      database: database,
      phrasebook: try Phrasebook(directory: configuration.home.appending(path: "templates/replies")),
      starters: try StarterCatalogue.all(in: configuration.home.appending(path: "templates/starter")),
      learn: learn,
      parts: parts, settings: configuration.whatsApp, address: configuration.address,
      limits: configuration.limits, phones: PhoneHash(key: configuration.phoneHashKey),
      migrator: Migrator(directory: configuration.home.appending(path: "Migrations")), log: log, metrics: metrics,
      client: HTTPClient(limits: .many), now: { Date() }, support: configuration.support,
      sheetsURL: configuration.sheetsURL)
    await resumeAfterNewToken(database, log)
    try await server.run(
      until: stops(reloading: configuration.whatsApp, log: log) { await resumeAfterNewToken(database, log) })
  }

  /// The signals that end the process; SIGHUP reads the secrets again on the way.
  static func stops(
    reloading settings: Configuration.WhatsAppSettings, log: Log, onReloaded: @escaping @Sendable () async -> Void = {}
  ) -> AsyncStream<Void> {
    let signals = Signals()
    return AsyncStream { continuation in
      // Unstructured, because it lives as long as the process and belongs to no group: it begins before all of them.
      Task {
        for await signal in signals.received {
          switch signal {
          case .stop: continuation.yield()
          case .reload:
            for secret in [settings.accessToken, settings.appSecrets, settings.verifyToken]
            where !secret.reload() {
              log.warning("a secret's file could not be read again; the old secret stays")
            }
            await onReloaded()
          }
        }
      }
    }
  }

  /// A number that was stopped because its token had run out goes on with the one that was just read.
  private static func resumeAfterNewToken(_ database: Postgres, _ log: Log) async {
    do {
      let resumed = try await database.resumeAfterNewToken()
      if resumed > 0 {
        log.info("sending goes on with the access token just read", ["stops": .integer(Int64(resumed))])
      }
    } catch {
      log.warning("whether sending was stopped is unknown", ["error": .text("\(error)")])
    }
  }

  /// Row-level security binds nobody who may bypass it.
  static func refuseMightyRole(_ database: Postgres) async throws {
    let (isMighty, ownsTables) = try await database.query(
      """
      select r.rolsuper or r.rolbypassrls, exists (select from pg_tables t where t.schemaname = 'public'
        and pg_has_role(current_user, t.tableowner, 'usage'))
      from pg_roles r where r.rolname = current_user
      """
    ).only().decode(Bool.self, Bool.self)
    if isMighty || ownsTables {
      throw Plainly(
        "RETAILMIND_DATABASE_URL connects as a role that may see every shop's rows: use a member of retailmind_app")
    }
  }
}
