import CPostgres

/// What PostgreSQL answered to one statement.
///
/// `@unchecked` because libpq never changes a result once it has handed it over; it is freed with the last row.
final class QueryResult: @unchecked Sendable {
  private let handle: OpaquePointer

  /// Takes the result over.
  init(_ handle: OpaquePointer) { self.handle = handle }

  deinit { PQclear(handle) }

  var status: ExecStatusType { PQresultStatus(handle) }
  var rows: [Row] { (0..<Int(PQntuples(handle))).map { Row(result: self, index: $0) } }
  var columnCount: Int { Int(PQnfields(handle)) }
  /// How many rows the statement inserted, changed, deleted or returned.
  var rowsAffected: Int { Int(String(cString: PQcmdTuples(handle))) ?? 0 }
  /// The statement's first words: `COMMIT`, `INSERT 0 1`.
  var commandTag: String { String(cString: PQcmdStatus(handle)) }

  func name(ofColumn column: Int) -> String { PQfname(handle, Int32(column)).map { String(cString: $0) } ?? "?" }

  func column(named name: String) -> Int? {
    let column = PQfnumber(handle, name)
    return column < 0 ? nil : Int(column)
  }

  func text(row: Int, column: Int) -> String? {
    guard PQgetisnull(handle, Int32(row), Int32(column)) == 0 else { return nil }
    return PQgetvalue(handle, Int32(row), Int32(column)).map { String(cString: $0) }
  }

  /// The error, when this is one.
  var error: ServerError? {
    guard status == PGRES_FATAL_ERROR else { return nil }
    return ServerError(
      sqlState: field(diagnostic_state) ?? "", message: field(diagnostic_message) ?? "",
      constraint: field(diagnostic_constraint), table: field(diagnostic_table), column: field(diagnostic_column))
  }

  private func field(_ code: Int32) -> String? { Notice.field(code, of: handle) }
}

/// A remark that PostgreSQL makes beside its answers.
struct Notice {
  let severity: String
  let sqlState: String
  let message: String
  /// The function inside PostgreSQL that made it.
  let origin: String

  /// Does not keep the result.
  init(_ handle: OpaquePointer) {
    severity = Self.field(diagnostic_severity, of: handle) ?? ""
    sqlState = Self.field(diagnostic_state, of: handle) ?? ""
    message = Self.field(diagnostic_message, of: handle) ?? ""
    origin = Self.field(diagnostic_function, of: handle) ?? ""
  }

  /// The server says goodbye: it shuts down, or an administrator ended the session.
  var isFarewell: Bool { severity == "FATAL" || severity == "PANIC" }

  /// The wait for a standby was given up after the commit; it is said as a warning, and then success is reported.
  func leavesUnconfirmed(_ purpose: Exchange.Purpose) -> Bool {
    sqlState == "01000" && (purpose == .commit || origin == "SyncRepWaitForLSN")
  }

  static func field(_ code: Int32, of handle: OpaquePointer) -> String? {
    PQresultErrorField(handle, code).map { String(cString: $0) }
  }
}
