/// Statements that hold together or not at all. It ends with the body that it was handed to.
package struct Transaction: Sendable {
  static let begin: SQL = "begin isolation level read committed"
  static let commit: SQL = "commit"
  static let rollBack: SQL = "rollback"

  let session: Session

  package func query(_ sql: SQL) async throws -> [Row] {
    try await session.run([sql])[0].rows
  }

  /// The number of rows that the statement touched.
  @discardableResult
  package func execute(_ sql: SQL) async throws -> Int {
    try await session.run([sql])[0].rowsAffected
  }

  /// A statement whose result nobody waits for: it costs no trip of its own but goes along with the next one, at the
  /// latest with the commit. What is wrong with it is thrown there.
  package func later(_ sql: SQL) throws {
    try session.later(sql)
  }

  /// Several statements in one trip; none may need the result of another.
  package func pipeline(_ statements: [SQL]) async throws -> [[Row]] {
    try await session.run(statements).map(\.rows)
  }

  /// Several statements in one text, without values: for migrations.
  package func execute(script: String) async throws {
    try await session.run(script: script)
  }
}
