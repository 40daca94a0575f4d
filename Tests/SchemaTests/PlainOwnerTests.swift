import Database
import Foundation
import Messages
import TestSupport
import Testing

/// In production the tables belong to a plain role, who is held to the policies like everybody else. Nothing may lean on
/// a superuser.
@Suite(.timeLimit(.minutes(5)))
struct PlainOwnerTests {
  @Test func `a plain owner migrates, opens shops, and all conversations work`() async throws {
    try await withPlainOwner { name, owner in
      try await Migrator(directory: Bazaar.migrations).migrate(on: owner)
      try await Bazaar.open(name, owner) { bazaar async throws in
        #expect(
          try await bazaar.say(.text("sold 5 kg sugar"), from: bazaar.ganesh.owner)?.text.hasPrefix("✅ Sold") == true)
        try await bazaar.trade(in: bazaar.laxmi)
      }
    }
  }

  @Test func `a customer who writes to a shop's own number for the first time becomes its member`() async throws {
    try await withPlainOwner { name, owner in
      try await Migrator(directory: Bazaar.migrations).migrate(on: owner)
      try await Bazaar.open(name, owner) { bazaar async throws in
        for shop in [bazaar.laxmi, bazaar.ganesh] {
          let reply = try await bazaar.say(.text("namaste"), from: "919900000001", on: shop.counter)
          #expect(reply?.text.isEmpty == false)
          let members = try await bazaar.application.books(of: shop.id, at: Bazaar.now) { books in
            try await books.query("select role from members order by member_id").map { try $0.decode(String.self) }
          }
          #expect(members == ["owner", "staff", "customer"])
        }
      }
    }
  }

  @Test func `outside of books the owner himself sees no shop`() async throws {
    try await withPlainOwner { name, owner in
      try await Migrator(directory: Bazaar.migrations).migrate(on: owner)
      try await Bazaar.open(name, owner) { bazaar async throws in
        for table in try await owner.tenantTables() {
          #expect(try await bazaar.owner.count("select count(*) from \(SQL.identifier(table))") == 0, "\(table)")
        }
      }
    }
  }

  /// Lends an empty database and its owner, a role that may log in and nothing else. As the operator would, the
  /// administrator has made the application role.
  private func withPlainOwner(_ body: @Sendable (String, Postgres) async throws -> Void) async throws {
    let cluster = try await testCluster()
    let administrator = Postgres(.patient(url: cluster.url()))
    let name = "plain_\(UUID().uuidString.prefix(8).lowercased())"
    let identifier = SQL.identifier(name)
    try await administrator.execute(
      script: """
        do $$ begin create role retailmind_app nologin; exception when duplicate_object or unique_violation then null; end $$
        """)
    try await administrator.execute("create role \(identifier) login")
    try await administrator.execute("create database \(identifier) owner \(identifier) template template0")
    let owner = Postgres(.patient(url: cluster.url(database: name, user: name)))
    let result: Result<Void, any Error>
    do { result = .success(try await body(name, owner)) } catch { result = .failure(error) }
    await owner.close(graceSeconds: 1)
    try await administrator.execute("drop database \(identifier) with (force)")
    try await administrator.execute("drop role \(identifier)")
    await administrator.close(graceSeconds: 1)
    try result.get()
  }
}
