import Database
import Foundation

extension Retailmind {
  /// `migrate` works as the role that owns the tables: `RETAILMIND_OWNER_DATABASE_URL`, else the server's own address.
  static func migrate(_ variables: [String: String], statusOnly: Bool) async throws {
    let (postgres, home) = try ownerDatabase(variables)
    let migrator = Migrator(directory: home.appending(path: "Migrations"))
    do {
      if statusOnly {
        for migration in try await migrator.status(on: postgres) {
          let state = migration.appliedAt.map { "applied \($0.ISO8601Format())" } ?? "pending"
          print("\(state)  \(migration.name)")
        }
      } else {
        let applied = try await migrator.migrate(on: postgres)
        print(applied.isEmpty ? "Nothing to do." : applied.map { "applied  \($0)" }.joined(separator: "\n"))
      }
    } catch {
      await postgres.close()
      throw error
    }
    await postgres.close()
  }

  static func ownerDatabase(_ variables: [String: String]) throws -> (Postgres, home: URL) {
    guard
      let url = variables["RETAILMIND_OWNER_DATABASE_URL"] ?? variables["RETAILMIND_DATABASE_URL"], !url.isEmpty
    else { throw Plainly("RETAILMIND_OWNER_DATABASE_URL is not set (nor RETAILMIND_DATABASE_URL)") }
    let home = URL(
      filePath: variables["RETAILMIND_HOME"] ?? FileManager.default.currentDirectoryPath, directoryHint: .isDirectory)
    var configuration = Postgres.Configuration(url: url)
    configuration.connectionsMax = 2
    return (Postgres(configuration), home)
  }
}
