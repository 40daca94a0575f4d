import Foundation

/// A row of `schema_migrations`.
struct AppliedMigration: Sendable {
  let number: Int
  let name: String
  let checksum: String
  let appliedAt: Date

  /// “migrate” in ASCII.
  private static let lock: Int64 = 0x6d69_6772_6174_65

  /// Waits until no other program migrates this database; then it is ours until the end of the transaction, which may
  /// take its time.
  static func takeTurn(in transaction: Transaction) async throws {
    _ = try await transaction.pipeline([
      "select set_config('statement_timeout', '0', true), set_config('lock_timeout', '0', true)",
      "select pg_advisory_xact_lock(\(lock))",
    ])
    try await transaction.execute(
      """
      create table if not exists schema_migrations (
        number integer primary key, name text not null, checksum text not null,
        applied_at timestamptz not null default clock_timestamp())
      """)
  }

  /// In their order; empty in a database that knows no migrations yet.
  static func all(in transaction: Transaction) async throws -> [AppliedMigration] {
    let exists = try await transaction.query("select to_regclass('schema_migrations') is not null").only()
    guard try exists.decode(Bool.self) else { return [] }
    return try await transaction.query(
      "select number, name, checksum, applied_at from schema_migrations order by number"
    ).map { row in
      let (number, name, checksum, appliedAt) = try row.decode(Int.self, String.self, String.self, Date.self)
      return AppliedMigration(number: number, name: name, checksum: checksum, appliedAt: appliedAt)
    }
  }

  /// What was applied must be the beginning of the files, unchanged.
  static func check(
    _ applied: [AppliedMigration], against files: [MigrationFile], in transaction: Transaction
  ) async throws {
    let checksums = try await transaction.query(
      """
      select encode(sha256(script), 'hex')
      from unnest(\(files.map { Array($0.script.utf8) })) with ordinality as file (script, number)
      order by number
      """
    ).map { try $0.decode(String.self) }
    for (index, migration) in applied.enumerated() {
      guard migration.number == index + 1 else { throw MigrationError.gap(missing: index + 1) }
      guard files.indices.contains(index), files[index].name == migration.name else {
        throw MigrationError.missing(name: migration.name)
      }
      guard checksums[index] == migration.checksum else { throw MigrationError.changed(name: migration.name) }
    }
  }

  static func record(_ file: MigrationFile, in transaction: Transaction) async throws {
    try await transaction.execute(
      """
      insert into schema_migrations (number, name, checksum)
      values (\(file.number), \(file.name), encode(sha256(\(Array(file.script.utf8))), 'hex'))
      """)
  }
}
