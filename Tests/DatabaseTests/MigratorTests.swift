import Database
import Foundation
import TestSupport
import Testing

struct MigratorTests {
  /// A folder with these files, for as long as `body` lasts.
  private func withMigrations(_ files: [String: String], _ body: (URL, Postgres) async throws -> Void) async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "migrations-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for (name, text) in files { try write(text, to: name, in: folder) }
    try await withDatabase { try await body(folder, $0) }
  }

  private func write(_ text: String, to name: String, in folder: URL) throws {
    try Data(text.utf8).write(to: folder.appending(path: name))
  }

  private let shops = "create table shops (id bigint primary key); insert into shops values (1);"
  private let items = "create table items (shop_id bigint references shops);"

  @Test func `files are applied in order, once`() async throws {
    try await withMigrations(["0002_items.sql": items, "0001_shops.sql": shops]) { folder, postgres in
      let migrator = Migrator(directory: folder)
      #expect(try await migrator.status(on: postgres).map(\.appliedAt) == [nil, nil])
      #expect(try await migrator.migrate(on: postgres) == ["0001_shops", "0002_items"])
      #expect(try await migrator.migrate(on: postgres) == [])
      let status = try await migrator.status(on: postgres)
      #expect(status.map(\.name) == ["0001_shops", "0002_items"])
      #expect(status.allSatisfy { $0.appliedAt != nil })
      #expect(try await postgres.query("select * from shops").count == 1)
    }
  }

  @Test func `a file that fails leaves nothing behind`() async throws {
    try await withMigrations(["0001_shops.sql": shops + "select 1/0;"]) { folder, postgres in
      let error = await #expect(throws: MigrationError.self) {
        try await Migrator(directory: folder).migrate(on: postgres)
      }
      guard case .failed("0001_shops", _) = error else { return #expect(Bool(false), "\(String(describing: error))") }
      let table = try await postgres.query("select to_regclass('shops')").only().decode(String?.self)
      #expect(table == nil)
    }
  }

  @Test func `a file that was edited after its application is refused`() async throws {
    try await withMigrations(["0001_shops.sql": shops]) { folder, postgres in
      try await Migrator(directory: folder).migrate(on: postgres)
      try write(shops + " ", to: "0001_shops.sql", in: folder)
      try write(items, to: "0002_items.sql", in: folder)
      let error = await #expect(throws: MigrationError.self) {
        try await Migrator(directory: folder).migrate(on: postgres)
      }
      guard case .changed("0001_shops") = error else { return #expect(Bool(false), "\(String(describing: error))") }
    }
  }

  @Test func `a file that is gone after its application is refused`() async throws {
    try await withMigrations(["0001_shops.sql": shops]) { folder, postgres in
      try await Migrator(directory: folder).migrate(on: postgres)
      try FileManager.default.removeItem(at: folder.appending(path: "0001_shops.sql"))
      let error = await #expect(throws: MigrationError.self) {
        try await Migrator(directory: folder).status(on: postgres)
      }
      guard case .missing("0001_shops") = error else { return #expect(Bool(false), "\(String(describing: error))") }
    }
  }

  @Test(arguments: [
    (["0001_a.sql", "0003_c.sql"], "migration 2 is missing"),
    (["0001_a.sql", "0001_b.sql"], "two migrations have the number 1"),
    (["0001_a.sql", "2_b.sql"], "2_b.sql is not a migration: its name is to be NNNN_name.sql and its text UTF-8"),
  ])
  func `numbers are without gap, without double and in the name`(files: [String], complaint: String) async throws {
    try await withMigrations(Dictionary(uniqueKeysWithValues: files.map { ($0, "") })) { folder, postgres in
      let error = await #expect(throws: MigrationError.self) {
        try await Migrator(directory: folder).migrate(on: postgres)
      }
      #expect(error?.description == complaint)
    }
  }

  @Test func `two migrators at the same time apply each file once`() async throws {
    let files = (1...9).map { ("000\($0)_step.sql", "create table step_\($0) (number bigint); select pg_sleep(0.01);") }
    try await withMigrations(Dictionary(uniqueKeysWithValues: files)) { folder, postgres in
      async let one = Migrator(directory: folder).migrate(on: postgres)
      async let other = Migrator(directory: folder).migrate(on: postgres)
      let applied = try await one + other
      #expect(applied.sorted() == files.map { String($0.0.dropLast(4)) })
    }
  }

  @Test func `a database is copied from its migrated template`() async throws {
    try await withMigrations(["0001_shops.sql": shops]) { folder, _ in
      for _ in 1...2 {
        try await withDatabase(migratedFrom: folder.path(percentEncoded: false)) { postgres in
          let count = try await postgres.execute("delete from shops")
          #expect(count == 1)
        }
      }
    }
  }
}
