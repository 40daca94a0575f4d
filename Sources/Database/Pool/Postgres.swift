package import Foundation

/// The door to PostgreSQL: a pool of connections, and the three ways to use one (a statement, a transaction, books).
package final class Postgres: Sendable {
  package struct Configuration: Sendable {
    /// An address (`postgresql://…`) or `key=value` words, of one or several hosts; `target_session_attrs` is its business.
    package var url: String
    package var connectionsMax = 8
    package var acquireSecondsMax = 5.0
    package var connectSecondsMax = 5.0
    package var statementSecondsMax = 30.0
    package var idleTransactionSecondsMax = 30.0
    /// How long a statement waits for a lock; without it, as long as a statement may last.
    package var lockSecondsMax: Double?
    package var connectionAgeSecondsMax = 1800.0
    package var applicationName = "retailmind"

    package init(url: String) { self.url = url }
  }

  /// How often a transaction is tried before its serialization failure or deadlock is handed on.
  package static let attemptsMax = 5

  let pool: ConnectionPool
  private let listeners = Listeners()
  private let observe: @Sendable (PoolEvent) -> Void

  /// Connects when it is first asked. `observe` is called on any thread, also on the one that reads all answers, so it
  /// must be quick.
  package init(_ configuration: Configuration, observe: @escaping @Sendable (PoolEvent) -> Void = { _ in }) {
    pool = ConnectionPool(configuration, observe: observe)
    self.observe = observe
  }

  /// One statement, committed by itself.
  package func query(_ sql: SQL) async throws -> [Row] {
    try await run(sql).rows
  }

  /// One statement, committed by itself; the number of rows it touched.
  @discardableResult
  package func execute(_ sql: SQL) async throws -> Int {
    try await run(sql).rowsAffected
  }

  /// Several statements in one text, without values: for migrations.
  package func execute(script: String) async throws {
    try await borrow { _ = try await $0.run(Exchange(script: script)) }
  }

  /// Several statements that hold together, at isolation read committed. The body must bear being run again: a
  /// serialization failure or a deadlock starts it anew.
  @discardableResult
  package func transaction<R: Sendable>(_ body: (Transaction) async throws -> R) async throws -> R {
    try await retried { try await attempt(opening: [Transaction.begin], body) }
  }

  /// A transaction on the books of one shop: row-level security shows it that shop's rows and no others.
  @discardableResult
  package func books<R: Sendable>(
    of shop: ShopID, at now: Date, _ body: (Books) async throws -> R
  ) async throws -> R {
    try await retried {
      try await attempt(opening: Self.opening(of: shop)) {
        try await body(Books(shop: shop, now: now, transaction: $0))
      }
    }
  }

  private static func opening(of shop: ShopID) -> [SQL] {
    [Transaction.begin, "select set_config('app.shop_id', \(String(shop.rawValue)), true)"]
  }

  /// What is notified on a channel, on a connection of its own. It yields "" after each connect and whenever it may
  /// have missed something, so that the listener looks. It ends with the task that reads it, or with `close`.
  package func notifications(on channel: String) -> AsyncStream<String> {
    listeners.listen(on: channel, opening: pool.opening, reactor: pool.reactor)
  }

  package func ping() async throws {
    _ = try await query("select 1")
  }

  /// Lends no more, waits for what is lent, and closes all connections.
  package func close(graceSeconds: Double = 10) async {
    await listeners.close()
    await pool.close(graceSeconds: graceSeconds)
  }

  private func run(_ sql: SQL) async throws -> QueryResult {
    let statement = try Statement(sql)
    return try await borrow { connection in
      do {
        return try await connection.run(Exchange(.statements([statement])))[0]
      } catch DatabaseError.server(let error) where error.isStalePlan {
        return try await connection.run(Exchange(.statements([statement])))[0]
      }
    }
  }

  private func borrow<R: Sendable>(_ body: (Connection) async throws -> R) async throws -> R {
    let connection = try await pool.acquire()
    defer { pool.release(connection) }
    return try await body(connection)
  }

  private func attempt<R: Sendable>(
    opening: [SQL], _ body: (Transaction) async throws -> R
  ) async throws -> R {
    try await borrow { connection in
      let session = try Session(connection, opening: opening)
      do {
        let value = try await body(Transaction(session: session))
        try await session.commit()
        return value
      } catch {
        await session.rollBack()
        throw error
      }
    }
  }

  private func retried<R: Sendable>(_ attempt: () async throws -> R) async throws -> R {
    for number in 1..<Self.attemptsMax {
      do {
        return try await attempt()
      } catch let error as DatabaseError where error.isWorthRetrying {
        observe(.retried(sqlState: error.sqlState ?? ""))
        // The rivals must not meet again at the same moment.
        try await Task.sleep(for: .milliseconds(Double.random(in: 1...10) * Double(1 << number)))
      }
    }
    return try await attempt()
  }
}
