package import Database
import Foundation

/// The one PostgreSQL that all tests of this process share, started when the first of them asks.
package func testCluster() async throws -> PrivateCluster {
  try await TestDatabases.shared.cluster()
}

/// Lends an empty database, or one with all migrations of a folder applied, and drops it afterwards. Only so many are
/// lent at a time, since all tests begin at once.
package func withDatabase<R: Sendable>(
  migratedFrom migrations: String? = nil, configure: (inout Postgres.Configuration) -> Void = { _ in },
  _ body: (Postgres) async throws -> R
) async throws -> R {
  let result: Result<R, any Error>
  await TestDatabases.shared.enter()
  do {
    result = .success(try await borrowed(migratedFrom: migrations, configure: configure, body))
  } catch {
    result = .failure(error)
  }
  await TestDatabases.shared.leave()
  return try result.get()
}

private func borrowed<R: Sendable>(
  migratedFrom migrations: String?, configure: (inout Postgres.Configuration) -> Void,
  _ body: (Postgres) async throws -> R
) async throws -> R {
  let name = try await TestDatabases.shared.create(migratedFrom: migrations)
  var configuration = Postgres.Configuration.patient(url: try await testCluster().url(database: name))
  configure(&configuration)
  let postgres = Postgres(configuration)
  let result: Result<R, any Error>
  do { result = .success(try await body(postgres)) } catch { result = .failure(error) }
  await postgres.close(graceSeconds: 1)
  try await TestDatabases.shared.drop(name)
  return try result.get()
}

extension Postgres.Configuration {
  /// For tests, which all begin at once on a machine that may be busy: what a shop's server calls too long is not here.
  package static func patient(url: String) -> Self {
    var configuration = Self(url: url)
    configuration.acquireSecondsMax = 300
    configuration.connectSecondsMax = 120
    configuration.statementSecondsMax = 300
    configuration.idleTransactionSecondsMax = 300
    return configuration
  }
}

/// Makes databases by copying templates, so that migrations run once in a process.
private actor TestDatabases {
  static let shared = TestDatabases()
  /// Each may have some sixteen connections; PostgreSQL is started with 200.
  private static let lentMax = 12

  private var lent = 0
  private var queue: [CheckedContinuation<Void, Never>] = []
  private var starting: Task<(PrivateCluster, Postgres), any Error>?
  private var templates: [String: Task<String, any Error>] = [:]

  /// Waits for a turn, which `leave` gives back.
  func enter() async {
    guard lent == Self.lentMax else { return lent += 1 }
    await withCheckedContinuation { queue.append($0) }
  }

  func leave() {
    guard !queue.isEmpty else { return lent -= 1 }
    queue.removeFirst().resume()
  }

  func cluster() async throws -> PrivateCluster { try await started().0 }

  func create(migratedFrom migrations: String?) async throws -> String {
    let template = if let migrations { try await template(of: migrations) } else { "template0" }
    let name = Self.freshName("test")
    // As a script: what is prepared here once is never used again, and to forget it would share a pipeline with the next.
    try await started().1.execute(script: "create database \"\(name)\" template \"\(template)\"")
    return name
  }

  func drop(_ name: String) async throws {
    try await started().1.execute(script: "drop database \"\(name)\" with (force)")
  }

  private func template(of migrations: String) async throws -> String {
    if let template = templates[migrations] { return try await template.value }
    // Unstructured because all tests that want this template wait for the one that makes it.
    let making = Task {
      let (cluster, administrator) = try await started()
      let name = Self.freshName("template")
      try await administrator.execute(script: "create database \"\(name)\" template template0")
      let postgres = Postgres(.patient(url: cluster.url(database: name)))
      try await Migrator(directory: URL(filePath: migrations)).migrate(on: postgres)
      await postgres.close()
      return name
    }
    templates[migrations] = making
    return try await making.value
  }

  private func started() async throws -> (PrivateCluster, Postgres) {
    if let starting { return try await starting.value }
    // Unstructured because all tests wait for the one start.
    let start = Task {
      let cluster = try await startDisposableCluster()
      var configuration = Postgres.Configuration.patient(url: cluster.url())
      configuration.connectionsMax = 4
      return (cluster, Postgres(configuration))
    }
    starting = start
    return try await start.value
  }

  private static func freshName(_ kind: String) -> String {
    "\(kind)_\(UUID().uuidString.prefix(8).lowercased())"
  }
}
