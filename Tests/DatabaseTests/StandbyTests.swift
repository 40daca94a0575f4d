import Database
import TestSupport
import Testing

/// Commits that wait for a standby which never comes. Giving the wait up, PostgreSQL reports success all the same.
@Suite(.serialized) struct StandbyTests {
  private static let lonelyPrimary = Task {
    try await startDisposableCluster(settings: ["synchronous_standby_names": "nobody"])
  }

  /// `write` runs in a task of its own until its commit waits; then `interrupt` gets that task and the waiting backend.
  private func expectUnconfirmed(
    _ write: @escaping @Sendable (Postgres) async throws -> Void,
    interruptedBy interrupt: (Task<Void, any Error>, _ observer: Postgres, _ backend: Int32) async throws -> Void
  ) async throws {
    let cluster = try await Self.lonelyPrimary.value
    let observer = Postgres(.patient(url: cluster.url()))
    let writer = Postgres(.patient(url: cluster.url() + "&options=-csynchronous_commit%3Don"))
    let writing = Task { try await write(writer) }
    try await interrupt(writing, observer, try await backendThatWaits(observer))
    let error = await #expect(throws: DatabaseError.self) { try await writing.value }
    guard case .commitUnconfirmed = error else { return #expect(Bool(false), "\(String(describing: error))") }
    await writer.close()
    await observer.close()
  }

  private func backendThatWaits(_ observer: Postgres) async throws -> Int32 {
    while true {
      let waiting = try await observer.query("select pid from pg_stat_activity where wait_event = 'SyncRep'")
      if let row = waiting.first { return try row.decode(Int32.self) }
      await Task.yield()
    }
  }

  @Test func `a commit whose wait was given up is not called success`() async throws {
    try await expectUnconfirmed { writer in
      try await writer.transaction { _ = try await $0.execute("create table first (number bigint)") }
    } interruptedBy: { _, observer, backend in
      try await observer.execute("select pg_cancel_backend(\(backend))")
    }
  }

  @Test func `a cancelled task does not give up the wait of its commit`() async throws {
    try await expectUnconfirmed { writer in
      try await writer.transaction { _ = try await $0.execute("create table second (number bigint)") }
    } interruptedBy: { writing, observer, backend in
      writing.cancel()
      #expect(try await backendThatWaits(observer) == backend)
      try await observer.execute("select pg_terminate_backend(\(backend))")
    }
  }

  @Test func `a statement by itself whose wait was cancelled is not called success`() async throws {
    try await expectUnconfirmed { writer in
      try await writer.execute("create table third (number bigint)")
    } interruptedBy: { writing, _, _ in
      writing.cancel()
    }
  }
}
