import CPostgres
import Foundation

/// One transaction on one lent connection. Its opening travels with the first statement, so it costs no trip of its
/// own, and a body that asks nothing costs no trip at all.
///
/// `@unchecked` because everything that changes is touched under `lock` only.
final class Session: @unchecked Sendable {
  private let connection: Connection
  private let opening: [Statement]
  private let lock = NSLock()
  private var isBusy = false
  private var isOver = false
  private var hasBegun = false
  /// Statements whose results nobody waits for: they travel with the next trip.
  private var waiting: [Statement] = []

  init(_ connection: Connection, opening: [SQL]) throws {
    self.connection = connection
    self.opening = try opening.map(Statement.init)
  }

  func run(_ statements: [SQL]) async throws -> [QueryResult] {
    let statements = try statements.map(Statement.init)
    return try await exclusively {
      let before = try statementsBefore()
      let results = try await connection.run(Exchange(.statements(before + statements)))
      lock.withLock { hasBegun = true }
      return Array(results.dropFirst(before.count))
    }
  }

  /// Goes along with the next trip, at the latest with the commit; what is wrong with it is told there.
  func later(_ statement: SQL) throws {
    let statement = try Statement(statement)
    try lock.withLock {
      guard !isOver else { throw DatabaseError.misuse("it is over") }
      waiting.append(statement)
    }
  }

  func run(script: String) async throws {
    try await exclusively {
      let before = try statementsBefore()
      if !before.isEmpty { _ = try await connection.run(Exchange(.statements(before))) }
      _ = try await connection.run(Exchange(script: script))
    }
  }

  /// Ends the transaction for good. Not to be cancelled: a cancelled wait for a standby would look like success.
  func commit() async throws {
    try await exclusively {
      let isUntouched = connection.transactionStatus == PQTRANS_IDLE && lock.withLock { waiting.isEmpty && !hasBegun }
      guard !isUntouched else { return }
      let statements = try statementsBefore() + [Statement(Transaction.commit)]
      let results = try await connection.run(Exchange(.statements(statements), purpose: .commit))
      // The server answers a commit of a failed transaction with a rollback, and calls that success.
      guard results.last?.commandTag == "COMMIT" else { throw DatabaseError.transactionAborted }
    }
    lock.withLock { isOver = true }
  }

  /// Also ends what a failed commit has left open.
  func rollBack() async {
    do {
      try await exclusively(ending: true) {
        guard [PQTRANS_INTRANS, PQTRANS_INERROR].contains(connection.transactionStatus) else { return }
        _ = try await connection.run(Exchange(.statements([Statement(Transaction.rollBack)]), purpose: .rollback))
      }
    } catch {
      // The connection is then not idle, so the pool closes it, and the server rolls back by itself.
    }
  }

  /// What is to be sent first. It is sent once: if the trip fails, so does the transaction.
  private func statementsBefore() throws -> [Statement] {
    let before = try needsOpening() ? opening : []
    return lock.withLock {
      defer { waiting = [] }
      return before + waiting
    }
  }

  /// The server knows best whether the transaction is open: an opening that failed or was cancelled is sent again.
  private func needsOpening() throws -> Bool {
    guard connection.transactionStatus == PQTRANS_IDLE else { return false }
    guard !lock.withLock({ hasBegun }) else { throw DatabaseError.misuse("a statement of its own has ended it") }
    return true
  }

  private func exclusively<R>(ending: Bool = false, _ body: () async throws -> R) async throws -> R {
    try lock.withLock {
      guard !isOver else { throw DatabaseError.misuse("it is over") }
      guard !isBusy else { throw DatabaseError.misuse("two statements at the same time") }
      isBusy = true
      isOver = ending
    }
    defer {
      let isOpen = connection.transactionStatus != PQTRANS_IDLE
      lock.withLock {
        isBusy = false
        hasBegun = hasBegun || isOpen
      }
    }
    return try await body()
  }
}
