package import Foundation

/// Brings a database to the shape that the program expects: numbered files, each applied once, in order, for ever.
///
/// A file and its row in `schema_migrations` are one transaction, so a crash leaves a file applied or not, never half.
/// Statements that refuse a transaction (`create index concurrently`) cannot stand in a migration.
package struct Migrator: Sendable {
  private let directory: URL

  package init(directory: URL) { self.directory = directory }

  /// Every migration, applied or still to come. Only reads.
  package func status(on postgres: Postgres) async throws -> [MigrationStatus] {
    let files = try MigrationFile.all(in: directory)
    return try await postgres.transaction { transaction in
      let applied = try await AppliedMigration.all(in: transaction)
      try await AppliedMigration.check(applied, against: files, in: transaction)
      return files.map { file in
        MigrationStatus(number: file.number, name: file.name, appliedAt: applied[safely: file.number - 1]?.appliedAt)
      }
    }
  }

  /// Applies what is missing and returns its names. Of several programs that do so at once, each file is applied by one.
  @discardableResult
  package func migrate(on postgres: Postgres) async throws -> [String] {
    let files = try MigrationFile.all(in: directory)
    var names: [String] = []
    while let name = try await applyNext(of: files, on: postgres) { names.append(name) }
    return names
  }

  private func applyNext(of files: [MigrationFile], on postgres: Postgres) async throws -> String? {
    try await postgres.transaction { transaction in
      try await AppliedMigration.takeTurn(in: transaction)
      let applied = try await AppliedMigration.all(in: transaction)
      try await AppliedMigration.check(applied, against: files, in: transaction)
      guard let next = files[safely: applied.count] else { return nil }
      try await apply(next, in: transaction)
      return next.name
    }
  }

  private func apply(_ file: MigrationFile, in transaction: Transaction) async throws {
    do {
      try await transaction.execute(script: file.script)
    } catch let error as DatabaseError where !error.isWorthRetrying && error.sqlState != nil {
      throw MigrationError.failed(name: file.name, error)
    }
    try await AppliedMigration.record(file, in: transaction)
  }
}

package struct MigrationStatus: Sendable, Hashable {
  package let number: Int
  package let name: String
  /// Nil while it is still to come.
  package let appliedAt: Date?
}

/// Why the files and the database do not fit together; nothing is applied then.
package enum MigrationError: Error, Sendable, CustomStringConvertible {
  case unreadable(file: String)
  case duplicate(number: Int)
  case gap(missing: Int)
  /// An applied file was edited: the database is no longer what the files say.
  case changed(name: String)
  /// An applied file is gone: perhaps this program is older than the database.
  case missing(name: String)
  case failed(name: String, DatabaseError)

  package var description: String {
    switch self {
    case .unreadable(let file): "\(file) is not a migration: its name is to be NNNN_name.sql and its text UTF-8"
    case .duplicate(let number): "two migrations have the number \(number)"
    case .gap(let missing): "migration \(missing) is missing"
    case .changed(let name): "migration \(name) was changed after it had been applied"
    case .missing(let name): "migration \(name) was applied but its file is gone"
    case .failed(let name, let error): "migration \(name) failed: \(error)"
    }
  }
}

extension Array {
  fileprivate subscript(safely index: Int) -> Element? { indices.contains(index) ? self[index] : nil }
}
