import Database
import TestSupport
import Testing

struct TransactionTests {
  private struct Trouble: Error {}

  private func numbers(_ postgres: Postgres) async throws -> [Int] {
    try await postgres.query("select number from numbers order by number").map { try $0.decode(Int.self) }
  }

  private func withNumbers(_ body: (Postgres) async throws -> Void) async throws {
    try await withDatabase { postgres in
      try await postgres.execute("create table numbers (number bigint primary key, value bigint not null default 0)")
      try await body(postgres)
    }
  }

  @Test func `what the body wrote is there after it`() async throws {
    try await withNumbers { postgres in
      try await postgres.transaction { transaction in
        try await transaction.execute("insert into numbers values (\(1))")
        try await transaction.execute("insert into numbers values (\(2))")
      }
      #expect(try await numbers(postgres) == [1, 2])
    }
  }

  @Test func `an error of the body takes everything back`() async throws {
    try await withNumbers { postgres in
      await #expect(throws: Trouble.self) {
        try await postgres.transaction { transaction in
          try await transaction.execute("insert into numbers values (1)")
          throw Trouble()
        }
      }
      let left = try await numbers(postgres)
      #expect(left.isEmpty)
    }
  }

  @Test func `what nobody waits for goes along with the next trip, in its order`() async throws {
    try await withNumbers { postgres in
      try await postgres.transaction { transaction in
        try transaction.later("insert into numbers values (1)")
        #expect(try await transaction.query("select number from numbers").count == 1)
        try transaction.later("insert into numbers values (2)")
        try transaction.later("update numbers set value = number")
      }
      #expect(try await numbers(postgres) == [1, 2])
      #expect(try await postgres.query("select sum(value) from numbers").only().decode(Int.self) == 3)
    }
  }

  @Test func `what is wrong with it fails the commit, and nothing is written`() async throws {
    try await withNumbers { postgres in
      let error = await #expect(throws: DatabaseError.self) {
        try await postgres.transaction { transaction in
          try transaction.later("insert into numbers values (1)")
          try transaction.later("insert into numbers values (1)")
          try transaction.later("insert into numbers values (2)")
        }
      }
      #expect(error?.isUniqueViolation == true)
      let left = try await numbers(postgres)
      #expect(left.isEmpty)
      #expect(try await postgres.query("select pg_backend_pid()").count == 1, "the connection is as good as new")
    }
  }

  @Test func `an error that is swallowed does not look like success`() async throws {
    try await withNumbers { postgres in
      let error = await #expect(throws: DatabaseError.self) {
        try await postgres.transaction { transaction in
          try await transaction.execute("insert into numbers values (1)")
          _ = try? await transaction.execute("insert into numbers values (1)")
        }
      }
      guard case .transactionAborted = error else { return #expect(Bool(false), "\(String(describing: error))") }
      let left = try await numbers(postgres)
      #expect(left.isEmpty)
    }
  }

  @Test func `a value that cannot be sent does not let the rest escape from the transaction`() async throws {
    try await withNumbers { postgres in
      await #expect(throws: Trouble.self) {
        try await postgres.transaction { transaction in
          _ = try? await transaction.execute("select \("\0")")
          try await transaction.execute("insert into numbers values (1)")
          throw Trouble()
        }
      }
      let left = try await numbers(postgres)
      #expect(left.isEmpty)
    }
  }

  @Test func `a pipeline answers each of its statements`() async throws {
    try await withNumbers { postgres in
      let answers = try await postgres.transaction { transaction in
        try await transaction.pipeline(["insert into numbers values (1), (2)", "select \(7)", "select 1 where false"])
      }
      #expect(answers.map(\.count) == [0, 1, 0])
      #expect(try answers[1][0].decode(Int.self) == 7)
    }
  }

  @Test func `a violated constraint is named`() async throws {
    try await withNumbers { postgres in
      try await postgres.execute("insert into numbers values (1)")
      let error = await #expect(throws: DatabaseError.self) {
        try await postgres.execute("insert into numbers values (1)")
      }
      #expect(error?.isUniqueViolation == true)
      #expect(error?.constraint == "numbers_pkey")
    }
  }

  @Test func `a deadlock is resolved by running one of the two again`() async throws {
    try await withNumbers { postgres in
      try await postgres.execute("insert into numbers values (1), (2)")
      let bothHaveOne = Barrier(count: 2)
      @Sendable func add(to first: Int, then second: Int) async throws {
        try await postgres.transaction { transaction in
          try await transaction.execute("set local deadlock_timeout = '20ms'")
          try await transaction.execute("update numbers set value = value + 1 where number = \(first)")
          await bothHaveOne.pass()
          try await transaction.execute("update numbers set value = value + 1 where number = \(second)")
        }
      }
      async let one: Void = add(to: 1, then: 2)
      async let other: Void = add(to: 2, then: 1)
      _ = try await (one, other)
      let values = try await postgres.query("select value from numbers").map { try $0.decode(Int.self) }
      #expect(values == [2, 2])
    }
  }

  @Test func `a serialization failure runs the body again, and gives up in the end`() async throws {
    try await withNumbers { postgres in
      let attempts = Counter()
      let error = await #expect(throws: DatabaseError.self) {
        try await postgres.transaction { transaction in
          await attempts.increment()
          try await transaction.execute("do $$ begin raise exception 'again' using errcode = '40001'; end $$")
        }
      }
      #expect(error?.sqlState == "40001")
      #expect(await attempts.value == Postgres.attemptsMax)
    }
  }

  @Test func `a plan that a migration has outdated is made anew`() async throws {
    try await withDatabase(configure: { $0.connectionsMax = 1 }) { postgres in
      try await postgres.execute("create table goods (name text)")
      try await postgres.execute("insert into goods values ('rice')")
      _ = try await postgres.query("select * from goods")
      try await postgres.execute("alter table goods add column price bigint")
      #expect(try await postgres.query("select * from goods").only().decode(String.self, Int?.self).0 == "rice")
      try await postgres.execute("alter table goods drop column price")
      let name = try await postgres.transaction { try await $0.query("select * from goods").only().decode(String.self) }
      #expect(name == "rice")
    }
  }

  @Test func `more different statements than a connection keeps prepared all work, twice`() async throws {
    try await withDatabase(configure: { $0.connectionsMax = 1 }) { postgres in
      for _ in 1...2 {
        for number in 1...300 {
          let column = SQL.identifier("column \(number)")
          #expect(try await postgres.query("select \(number) as \(column)").only().decode(Int.self) == number)
        }
      }
      let kept = try await postgres.query("select count(*) from pg_prepared_statements").only().decode(Int.self)
      #expect(kept <= 257)
    }
  }

  @Test func `a transaction answers one statement at a time`() async throws {
    try await withNumbers { postgres in
      let error = await #expect(throws: DatabaseError.self) {
        try await postgres.transaction { transaction in
          try await transaction.execute("insert into numbers values (1)")
          async let one = transaction.query("select pg_sleep(0.2)")
          async let other = transaction.query("select pg_sleep(0.2)")
          _ = try await (one, other)
        }
      }
      guard case .misuse = error else { return #expect(Bool(false), "\(String(describing: error))") }
      let left = try await numbers(postgres)
      #expect(left.isEmpty)
    }
  }

  @Test func `a body that ends the transaction itself is told so`() async throws {
    try await withNumbers { postgres in
      let error = await #expect(throws: DatabaseError.self) {
        try await postgres.transaction { transaction in
          try await transaction.execute("rollback")
          try await transaction.execute("insert into numbers values (1)")
        }
      }
      guard case .misuse = error else { return #expect(Bool(false), "\(String(describing: error))") }
      let left = try await numbers(postgres)
      #expect(left.isEmpty)
    }
  }

  @Test func `a transaction that has ended cannot be used`() async throws {
    try await withDatabase { postgres in
      let kept = try await postgres.transaction { $0 }
      let error = await #expect(throws: DatabaseError.self) { try await kept.query("select 1") }
      guard case .misuse = error else { return #expect(Bool(false), "\(String(describing: error))") }
    }
  }
}
