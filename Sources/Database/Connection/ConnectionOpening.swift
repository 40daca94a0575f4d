import CPostgres
import Foundation

/// How a connection is made: the address, its limits, and the settings that our text forms rely on.
struct ConnectionOpening: Sendable {
  let configuration: Postgres.Configuration

  /// Blocks until it is connected or the time is up.
  func open(
    on reactor: Reactor, tell: @escaping @Sendable (Connection, Connection.Event) -> Void
  ) throws -> Connection {
    guard let handle = connect() else { throw DatabaseError.unavailable("no memory for a connection") }
    do {
      guard PQstatus(handle) == CONNECTION_OK else { throw DatabaseError.unavailable(Self.complaint(of: handle)) }
      try prepareSession(handle)
    } catch {
      PQfinish(handle)
      throw error
    }
    return try Connection(handle, reactor: reactor, tell: tell)
  }

  private func connect() -> OpaquePointer? {
    // Later entries win, so the address may overrule the first ones but not the last.
    let parameters = [
      ("fallback_application_name", configuration.applicationName),
      ("connect_timeout", String(Int(configuration.connectSecondsMax.rounded(.up)))),
      // A peer that vanished without a word is noticed within a minute.
      ("keepalives_idle", "30"), ("keepalives_interval", "10"), ("keepalives_count", "3"),
      ("tcp_user_timeout", "30000"),
      ("dbname", configuration.url), ("client_encoding", "UTF8"),
    ]
    let keywords = parameters.map { strdup($0.0) } + [nil]
    let values = parameters.map { strdup($0.1) } + [nil]
    defer { for text in keywords + values { free(text) } }
    return PQconnectdbParams(
      keywords.map { UnsafePointer($0) }, values.map { UnsafePointer($0) }, /* dbname may be an address */ 1)
  }

  private func prepareSession(_ handle: OpaquePointer) throws {
    let settings = [
      ("timezone", "UTC"), ("datestyle", "ISO, YMD"), ("bytea_output", "hex"), ("extra_float_digits", "1"),
      ("statement_timeout", milliseconds(configuration.statementSecondsMax)),
      ("idle_in_transaction_session_timeout", milliseconds(configuration.idleTransactionSecondsMax)),
      ("lock_timeout", milliseconds(configuration.lockSecondsMax ?? 0)),
      // Statements are prepared and short; with row-level security, planning one costs several times its execution.
      ("plan_cache_mode", "force_generic_plan"),
    ]
    let script = settings.map { "set \($0) = '\($1)'" }.joined(separator: "; ")
    let result = PQexec(handle, script)
    defer { PQclear(result) }
    guard PQresultStatus(result) == PGRES_COMMAND_OK else {
      throw DatabaseError.unavailable(Self.complaint(of: handle))
    }
  }

  private func milliseconds(_ seconds: Double) -> String { String(Int((seconds * 1000).rounded(.up))) }

  /// libpq's last words on a connection, in one line.
  static func complaint(of handle: OpaquePointer) -> String {
    let lines = String(cString: PQerrorMessage(handle)).split(separator: "\n")
    return lines.isEmpty ? "the connection broke" : lines.joined(separator: " ").replacing("\t", with: "")
  }
}
