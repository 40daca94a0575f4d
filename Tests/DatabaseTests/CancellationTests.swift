import Database
import TestSupport
import Testing

struct CancellationTests {
  /// Runs until another session sees it run; then its task is cancelled.
  private func cancelInFlight(
    _ postgres: Postgres, observer: Postgres, mark: String, _ body: @escaping @Sendable () async throws -> Void
  ) async throws -> any Error {
    let task = Task { try await body() }
    try await untilRunning(mark, observer: observer)
    task.cancel()
    return try await #require(throws: (any Error).self) { try await task.value }
  }

  private func untilRunning(_ mark: String, observer: Postgres) async throws {
    let pattern = "%\(mark)%"
    while true {
      let running = try await observer.query(
        """
        select 1 from pg_stat_activity
        where query like \(pattern) and state = 'active' and wait_event = 'PgSleep' and pid <> pg_backend_pid()
        """)
      if !running.isEmpty { return }
      await Task.yield()
    }
  }

  @Test func `a cancelled statement ends at once and leaves the next one alone`() async throws {
    try await withDatabase { observer in
      try await withDatabase(configure: { $0.connectionsMax = 1 }) { postgres in
        for number in 1...50 {
          let error = try await cancelInFlight(postgres, observer: observer, mark: "mark_a") {
            _ = try await postgres.query("select pg_sleep(20), 'mark_a'")
          }
          guard case DatabaseError.cancelled = error else { return #expect(Bool(false), "\(error)") }
          #expect(try await postgres.query("select \(number) from pg_sleep(0.001)").only().decode(Int.self) == number)
        }
      }
    }
  }

  @Test func `a cancel that arrives late does not hit the next statement`() async throws {
    try await withDatabase(configure: { $0.connectionsMax = 1 }) { postgres in
      for number in 1...50 {
        let task = Task { _ = try await postgres.query("select pg_sleep(\(Double(number % 5) / 10_000))") }
        await Task.yield()
        task.cancel()
        _ = await task.result
        let next = try await postgres.query("select \(number) from pg_sleep(0.001)").only().decode(Int.self)
        #expect(next == number)
      }
    }
  }

  @Test func `a cancelled transaction is rolled back and its connection lent again`() async throws {
    try await withDatabase { observer in
      try await withDatabase(configure: { $0.connectionsMax = 1 }) { postgres in
        try await postgres.execute("create table marks (number bigint)")
        let backend = try await postgres.query("select pg_backend_pid()").only().decode(Int.self)
        _ = try await cancelInFlight(postgres, observer: observer, mark: "mark_b") {
          try await postgres.transaction { transaction in
            try await transaction.execute("insert into marks values (1)")
            _ = try await transaction.query("select pg_sleep(20), 'mark_b'")
          }
        }
        #expect(try await postgres.query("select * from marks").isEmpty)
        #expect(try await postgres.query("select pg_backend_pid()").only().decode(Int.self) == backend)
      }
    }
  }

  @Test func `a commit is not cancelled`() async throws {
    try await withDatabase { observer in
      try await withDatabase { postgres in
        try await postgres.execute(script: slowCommit)
        let task = Task { try await postgres.transaction { _ = try await $0.query("insert into slow values (1)") } }
        try await untilRunning("commit", observer: observer)
        task.cancel()
        try await task.value
        #expect(try await postgres.query("select * from slow").count == 1)
      }
    }
  }

  /// A table whose commits take their time.
  private let slowCommit = """
    create table slow (number bigint);
    create function dawdle() returns trigger language plpgsql as $$ begin perform pg_sleep(0.3); return null; end $$;
    create constraint trigger dawdle after insert on slow deferrable initially deferred
      for each row execute function dawdle();
    """

  @Test func `a cancelled task sends nothing`() async throws {
    try await withDatabase { postgres in
      let task = Task {
        withUnsafeCurrentTask { $0?.cancel() }
        try await postgres.execute("create table never (number bigint)")
      }
      await #expect(throws: DatabaseError.self) { try await task.value }
      let table = try await postgres.query("select to_regclass('never')").only().decode(String?.self)
      #expect(table == nil)
    }
  }

  @Test func `a statement over its time says so`() async throws {
    try await withDatabase(configure: { $0.statementSecondsMax = 0.05 }) { postgres in
      let error = await #expect(throws: DatabaseError.self) { try await postgres.query("select pg_sleep(20)") }
      #expect(error?.isStatementTimeout == true)
      try await postgres.ping()
    }
  }
}
