import CPostgres
import Foundation

/// One transaction on one lent connection. Its opening travels with the first statement, so it costs no trip of its
/// own, and a body that asks nothing costs no trip at all.
///
/// `@unchecked` because `isBusy`, `isOver` and `hasBegun` are touched under `lock` only.
final class Session: @unchecked Sendable {
  private let connection: Connection
  private let opening: [Statement]
  private let lock = NSLock()
  private var isBusy = false
  private var isOver = false
  private var hasBegun = false

  init(_ connection: Connection, opening: [SQL]) throws {
    self.connection = connection
    self.opening = try opening.map(Statement.init)
  }

  func run(_ statements: [SQL]) async throws -> [QueryResult] {
    let statements = try statements.map(Statement.init)
    return try await exclusively {
      let before = try needsOpening() ? opening : []
      let results = try await connection.run(Exchange(.statements(before + statements)))
      lock.withLock { hasBegun = true }
      return Array(results.dropFirst(before.count))
    }
  }

  func run(script: String) async throws {
    try await exclusively {
      if try needsOpening() { _ = try await connection.run(Exchange(.statements(opening))) }
      _ = try await connection.run(Exchange(script: script))
    }
  }

  /// Ends the transaction for good. Not to be cancelled: a cancelled wait for a standby would look like success.
  func commit() async throws {
    try await exclusively(ending: true) {
      guard try !needsOpening() else { return }
      let results = try await connection.run(Exchange(.statements([Statement(Transaction.commit)]), purpose: .commit))
      // The server answers a commit of a failed transaction with a rollback, and calls that success.
      guard results.last?.commandTag == "COMMIT" else { throw DatabaseError.transactionAborted }
    }
  }

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
