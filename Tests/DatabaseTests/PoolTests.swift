import Database
import TestSupport
import Testing

struct PoolTests {
  @Test func `whoever finds all connections lent waits, but not for ever`() async throws {
    func configure(_ configuration: inout Postgres.Configuration) {
      configuration.connectionsMax = 1
      configuration.acquireSecondsMax = 1
    }
    try await withDatabase(configure: configure) { postgres in
      let error = await #expect(throws: DatabaseError.self) {
        try await postgres.transaction { transaction in
          try await transaction.execute("select 1")
          try await postgres.ping()
        }
      }
      guard case .poolExhausted = error else { return #expect(Bool(false), "\(String(describing: error))") }
      try await postgres.ping()
    }
  }

  @Test func `many tasks share few connections`() async throws {
    try await withDatabase(configure: { $0.connectionsMax = 3 }) { postgres in
      let sum = try await withThrowingTaskGroup(of: Int.self) { group in
        for number in 1...500 {
          group.addTask { try await postgres.query("select \(number)").only().decode(Int.self) }
        }
        return try await group.reduce(0, +)
      }
      #expect(sum == 125_250)
      let backends = try await postgres.query(
        "select count(*) from pg_stat_activity where datname = current_database() and backend_type = 'client backend'")
      #expect(try backends.only().decode(Int.self) <= 3)
    }
  }

  @Test func `terminated connections are replaced`() async throws {
    try await withDatabase { postgres in
      for _ in 1...5 {
        // Its own connection too, while it is in use.
        _ = try? await postgres.query(
          "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database()")
        try await postgres.ping()
      }
    }
  }

  @Test func `a transaction whose connection breaks fails, and the next one works`() async throws {
    try await withDatabase { other in
      try await withDatabase { postgres in
        let error = await #expect(throws: DatabaseError.self) {
          try await postgres.transaction { transaction in
            let backend = try await transaction.query("select pg_backend_pid()").only().decode(Int32.self)
            try await other.execute("select pg_terminate_backend(\(backend), 5000)")
            try await transaction.execute("select 1")
          }
        }
        guard case .unavailable = error else { return #expect(Bool(false), "\(String(describing: error))") }
        try await postgres.transaction { _ = try await $0.query("select 1") }
      }
    }
  }

  @Test func `a server that is not there is told as unavailable`() async throws {
    let postgres = Postgres(.init(url: "postgresql:///none?host=/nonexistent"))
    let error = await #expect(throws: DatabaseError.self) { try await postgres.ping() }
    guard case .unavailable = error else { return #expect(Bool(false), "\(String(describing: error))") }
    await postgres.close()
  }

  @Test func `a connection that was left inside a transaction is not lent again`() async throws {
    try await withDatabase(configure: { $0.connectionsMax = 1 }) { postgres in
      try await postgres.execute("create table marks (number bigint)")
      try await postgres.execute("begin")
      try await postgres.execute("insert into marks values (1)")
      #expect(try await postgres.query("select * from marks").count == 1)
    }
  }

  @Test func `a connection over its age is replaced`() async throws {
    func configure(_ configuration: inout Postgres.Configuration) {
      configuration.connectionsMax = 1
      configuration.connectionAgeSecondsMax = 0
    }
    try await withDatabase(configure: configure) { postgres in
      let backends = [
        try await postgres.query("select pg_backend_pid()").only().decode(Int.self),
        try await postgres.query("select pg_backend_pid()").only().decode(Int.self),
      ]
      #expect(backends[0] != backends[1])
    }
  }

  @Test func `a closed pool finishes what is lent and refuses the rest`() async throws {
    try await withDatabase { postgres in
      let hasBegun = Barrier(count: 2)
      let task = Task {
        try await postgres.transaction { transaction in
          try await transaction.execute("select 1")
          await hasBegun.pass()
          return try await transaction.query("select \(7) from pg_sleep(0.1)").only().decode(Int.self)
        }
      }
      await hasBegun.pass()
      await postgres.close()
      let value = try await task.value
      #expect(value == 7)
      let error = await #expect(throws: DatabaseError.self) { try await postgres.ping() }
      guard case .closed = error else { return #expect(Bool(false), "\(String(describing: error))") }
    }
  }

  @Test func `closing does not wait longer than its grace for a borrower who dawdles`() async throws {
    try await withDatabase { postgres in
      let (hasBegun, mayGoOn) = (Barrier(count: 2), Barrier(count: 2))
      let task = Task {
        try await postgres.transaction { transaction in
          try await transaction.execute("select 1")
          await hasBegun.pass()
          await mayGoOn.pass()
          try await transaction.execute("select 1")
        }
      }
      await hasBegun.pass()
      await postgres.close(graceSeconds: 0.05)
      await mayGoOn.pass()
      let error = await #expect(throws: DatabaseError.self) { try await task.value }
      guard case .closed = error else { return #expect(Bool(false), "\(String(describing: error))") }
    }
  }

  @Test func `whoever stays too long inside a transaction loses it`() async throws {
    let lost = Barrier(count: 2)
    try await withDatabase { lender in
      let database = try await lender.query("select current_database()").only().decode(String.self)
      var configuration = Postgres.Configuration(url: try await testCluster().url(database: database))
      configuration.idleTransactionSecondsMax = 0.05
      let postgres = Postgres(configuration) { event in
        if case .connectionLost = event { Task { await lost.pass() } }
      }
      let error = await #expect(throws: DatabaseError.self) {
        try await postgres.transaction { transaction in
          try await transaction.execute("select 1")
          await lost.pass()
          try await transaction.execute("select 1")
        }
      }
      guard case .unavailable(let reason) = error else { return #expect(Bool(false), "\(String(describing: error))") }
      #expect(reason.contains("25P03"))
      try await postgres.ping()
      await postgres.close()
    }
  }

  @Test func `a large result and a large value pass in one trip`() async throws {
    try await withDatabase { postgres in
      let bytes = [UInt8](repeating: 7, count: 8_000_000)
      let row = try await postgres.query("select \(bytes), repeat('x', 5000000)").only()
      let (returned, text) = try row.decode([UInt8].self, String.self)
      #expect(returned == bytes && text.utf8.count == 5_000_000)
    }
  }
}
