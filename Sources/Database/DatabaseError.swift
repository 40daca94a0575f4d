/// What can go wrong between us and PostgreSQL.
///
/// Descriptions are made for logs: they name tables and constraints, never values.
package enum DatabaseError: Error, Sendable {
  /// PostgreSQL refused a statement.
  case server(ServerError)
  /// There is no connection to be had, or it broke while a statement ran.
  ///
  /// A single statement outside of a transaction may have been carried out all the same.
  case unavailable(String)
  /// All connections stayed lent for as long as one may wait for one.
  case poolExhausted
  /// A value cannot be sent: text with a NUL character, too many values.
  case encoding(String)
  /// A result is not what the caller takes it for.
  case decoding(String)
  /// The commit was sent, and whether it holds is unknown: look before doing it again.
  case commitUnconfirmed
  /// A statement of the transaction failed, its error was caught, and yet a commit was asked for: nothing was written.
  case transactionAborted
  /// A transaction is used in a way it cannot be: after its end, or for two statements at the same time.
  case misuse(String)
  case cancelled
  case closed
}

/// An error as PostgreSQL reports it.
package struct ServerError: Sendable, Hashable {
  package var sqlState: String
  /// May quote a value (“invalid input syntax for type bigint: "…"”), so it is for people who debug, not for logs.
  package var message: String
  package var constraint: String?
  package var table: String?
  package var column: String?
  /// The statement ran on a plan that a change of the schema has outdated; running it again makes a new plan.
  package var isStalePlan = false

  package init(
    sqlState: String, message: String, constraint: String? = nil, table: String? = nil, column: String? = nil
  ) {
    self.sqlState = sqlState
    self.message = message
    self.constraint = constraint
    self.table = table
    self.column = column
  }
}

extension DatabaseError {
  package var sqlState: String? {
    guard case .server(let error) = self else { return nil }
    return error.sqlState
  }

  /// The name of the constraint that was violated.
  package var constraint: String? {
    guard case .server(let error) = self else { return nil }
    return error.constraint
  }

  package var isUniqueViolation: Bool { sqlState == "23505" }

  /// The statement ran longer than `statementSecondsMax`; a statement whose task was cancelled throws `.cancelled`.
  package var isStatementTimeout: Bool { sqlState == "57014" }

  /// Some value is to blame (a broken encoding, a constraint, too many bytes), not the state of the world: without that
  /// row the rest can be written.
  package var isOfARow: Bool {
    switch self {
    case .server(let error): ["22", "23", "54"].contains { error.sqlState.hasPrefix($0) }
    case .encoding: true
    case .unavailable, .poolExhausted, .decoding, .commitUnconfirmed, .transactionAborted, .misuse, .cancelled, .closed:
      false
    }
  }

  /// Serialization failure, deadlock, outdated plan: nothing was written, and the same again may well succeed.
  package var isWorthRetrying: Bool {
    guard case .server(let error) = self else { return false }
    return ["40001", "40P01"].contains(error.sqlState) || error.isStalePlan
  }
}

extension DatabaseError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .server(let error): error.description
    case .unavailable(let reason): "the database is unavailable: \(reason)"
    case .poolExhausted: "all database connections are in use"
    case .encoding(let reason): "a value cannot be sent to the database: \(reason)"
    case .decoding(let reason): "a result of the database is not as expected: \(reason)"
    case .commitUnconfirmed: "it is unknown whether the transaction was committed"
    case .transactionAborted: "the transaction had failed before its commit"
    case .misuse(let reason): "a transaction is misused: \(reason)"
    case .cancelled: "the statement was cancelled"
    case .closed: "the database connections are closed"
    }
  }
}

extension ServerError: CustomStringConvertible {
  package var description: String {
    let places = [("constraint", constraint), ("table", table), ("column", column)]
      .compactMap { label, name in name.map { "\(label) \($0)" } }
    let text = ([sqlState] + (quotesValues ? [] : [message])).joined(separator: " ")
    return places.isEmpty ? text : "\(text) (\(places.joined(separator: ", ")))"
  }

  /// Classes 22 (data exceptions) and P0 (raised by functions) put values into the message itself.
  private var quotesValues: Bool { sqlState.hasPrefix("22") || sqlState.hasPrefix("P0") }
}
