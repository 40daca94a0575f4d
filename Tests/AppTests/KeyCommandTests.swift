import Database
import Foundation
import TestSupport
import Testing

@testable import App

/// `retailmind key`, as the administrator sees it.
@Suite(.timeLimit(.minutes(5)))
struct KeyCommandTests {
  private static let now = Date(timeIntervalSince1970: 1_795_237_200)
  private static let migrations = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Migrations").path

  private func key(_ wish: Command.KeyWish, _ database: Postgres) async throws -> String {
    try await Retailmind.keys(wish, database, at: Self.now)
  }

  @Test func `a key is shown once, listed without its secret, and revoked for good`() async throws {
    try await withDatabase(migratedFrom: Self.migrations) { database async throws in
      let shop = try await LittleShop.open("Shree Ganesh Kirana", in: database, at: Self.now)
      #expect(try await key(.list, database) == "There are no keys.")
      let wish = Command.KeyWish.create(name: "till", mayWrite: true, shops: [shop.id.rawValue])
      let lines = try await key(wish, database).split(separator: "\n")
      #expect(lines.first?.hasPrefix("Key 1 may read and write the books of shop \(shop.id.rawValue).") == true)
      let secret = try #require(lines.last?.split(separator: "_").last)
      #expect(secret.count == 64)

      let list = try await key(.list, database)
      #expect(list.contains("till") && list.hasSuffix("made 2026-11-21  never used") && !list.contains(secret))
      #expect(try await key(.revoke(1), database) == "Key 1 opens nothing any more.")
      #expect(try await key(.list, database).hasSuffix("revoked 2026-11-21"))
      await #expect(throws: Plainly.self) { try await key(.revoke(1), database) }
    }
  }

  @Test func `a key to a shop that is not there is refused`() async throws {
    try await withDatabase(migratedFrom: Self.migrations) { database async throws in
      await #expect(throws: Plainly.self) {
        try await key(.create(name: "till", mayWrite: false, shops: [77]), database)
      }
      #expect(try await key(.list, database) == "There are no keys.")
    }
  }
}
