import Database
import Foundation
import TestSupport
import Testing

/// One after the other, since they stop and kill the same server.
@Suite(.serialized) struct PrivateClusterTests {
  private static let cluster = Task {
    let cluster = try await startDisposableCluster(settings: ["synchronous_commit": "on"])
    let postgres = Postgres(.patient(url: cluster.url()))
    try await postgres.execute(script: "create table marks (number bigint); insert into marks values (7)")
    await postgres.close()
    return cluster
  }

  private func withCluster(_ body: (PrivateCluster, Postgres) async throws -> Void) async throws {
    let cluster = try await Self.cluster.value
    let postgres = Postgres(.patient(url: cluster.url()))
    #expect(try await mark(postgres) == 7)
    try await body(cluster, postgres)
    await postgres.close()
  }

  private func mark(_ postgres: Postgres) async throws -> Int {
    try await postgres.query("select number from marks").only().decode(Int.self)
  }

  @Test func `it is made for Devanagari`() async throws {
    try await withDatabase { postgres in
      let row = try await postgres.query("select 'चीनी' ~ '^\\w+$', current_setting('server_encoding')").only()
      let (isWord, encoding) = try row.decode(Bool.self, String.self)
      #expect(isWord && encoding == "UTF8")
    }
  }

  @Test func `a pool outlives a restart of its server`() async throws {
    try await withCluster { cluster, postgres in
      await cluster.stop()
      #expect(cluster.postmaster == nil)
      await #expect(throws: DatabaseError.self) { try await postgres.ping() }
      try await cluster.start()
      #expect(try await mark(postgres) == 7)
    }
  }

  @Test func `after the server was killed it starts again with its data`() async throws {
    try await withCluster { cluster, postgres in
      let killed = try #require(cluster.postmaster)
      kill(killed, SIGKILL)
      try await cluster.start()
      #expect(cluster.postmaster != killed)
      #expect(try await mark(postgres) == 7)
    }
  }

  @Test func `a running server is used as it is`() async throws {
    try await withCluster { cluster, _ in
      let running = cluster.postmaster
      let another = PrivateCluster(directory: cluster.directory, durability: .none)
      try await another.start()
      #expect(another.postmaster == running)
    }
  }

  @Test func `a claim of a process that works elsewhere is no hindrance`() async throws {
    try await withCluster { cluster, postgres in
      await cluster.stop()
      let claim = "\(getpid())\n\(cluster.dataDirectory)\n0\n5432\n\n\n0 0\n"
      try claim.write(toFile: cluster.dataDirectory + "/postmaster.pid", atomically: false, encoding: .utf8)
      try await cluster.start()
      #expect(try await mark(postgres) == 7)
    }
  }

  @Test func `a path that is too long for a socket gets a short one, the same each time`() {
    let long = "/srv/" + String(repeating: "x", count: 100)
    let url = PrivateCluster(directory: long).url()
    #expect(url.contains("host=%2Ftmp%2Frm%2D"))
    #expect(url == PrivateCluster(directory: long + "/").url())
    #expect(url != PrivateCluster(directory: long + "y").url())
  }
}
