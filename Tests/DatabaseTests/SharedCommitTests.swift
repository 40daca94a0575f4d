import TestSupport
import Testing

@testable import Database

struct SharedCommitTests {
  private struct Batches: Sendable {
    let written: AsyncStream<[Int]>
    let commit: SharedCommit<Int>

    /// `gate` holds up each batch until it is passed.
    init(
      weightMax: Int = 100, weight: @escaping @Sendable (Int) -> Int = { _ in 1 },
      gate: @escaping @Sendable ([Int]) async throws -> Void
    ) {
      let (written, report) = AsyncStream.makeStream(of: [Int].self)
      self.written = written
      commit = SharedCommit(weightMax: weightMax, weight: weight) { batch in
        report.yield(batch)
        try await gate(batch)
      }
    }
  }

  @Test func `what comes while a batch is written is the next batch`() async throws {
    let barrier = Barrier(count: 2)
    let batches = Batches { batch in if batch == [1] { await barrier.pass() } }
    var written = batches.written.makeAsyncIterator()
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask { try await batches.commit.submit(1) }
      #expect(await written.next() == [1])
      for number in 2...5 { group.addTask { try await batches.commit.submit(number) } }
      await batches.commit.until(waiting: 4)
      await barrier.pass()
      #expect(await written.next()?.sorted() == [2, 3, 4, 5])
      try await group.waitForAll()
    }
  }

  @Test func `a batch weighs no more than it may, and what is heavier goes alone`() async throws {
    let barrier = Barrier(count: 2)
    let batches = Batches(weightMax: 10, weight: { $0 }) { batch in if batch == [1] { await barrier.pass() } }
    var written = batches.written.makeAsyncIterator()
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask { try await batches.commit.submit(1) }
      #expect(await written.next() == [1])
      for (count, weight) in [6, 4, 50, 3].enumerated() {
        group.addTask { try await batches.commit.submit(weight) }
        await batches.commit.until(waiting: count + 1)
      }
      await barrier.pass()
      #expect(await written.next() == [6, 4])
      #expect(await written.next() == [50])
      #expect(await written.next() == [3])
      try await group.waitForAll()
    }
  }

  @Test func `one bad row does not fail its neighbours`() async throws {
    try await withDatabase { postgres in
      try await postgres.execute("create table numbers (number bigint check (number <> 13))")
      let barrier = Barrier(count: 2)
      let batches = Batches { batch in
        if batch == [1] { await barrier.pass() }
        try await postgres.execute("insert into numbers select unnest(\(batch.map(Int64.init)))")
      }
      var written = batches.written.makeAsyncIterator()
      let failed = try await withThrowingTaskGroup(of: Int?.self) { group in
        @Sendable func submit(_ number: Int) async -> Int? {
          do {
            try await batches.commit.submit(number)
            return nil
          } catch { return number }
        }
        group.addTask { await submit(1) }
        #expect(await written.next() == [1])
        for number in [12, 13, 14] { group.addTask { await submit(number) } }
        await batches.commit.until(waiting: 3)
        await barrier.pass()
        return try await group.reduce(into: [Int]()) { failed, number in if let number { failed.append(number) } }
      }
      #expect(failed == [13])
      let kept: [Int] = try await postgres.query("select number from numbers order by number").map {
        try $0.decode(Int.self)
      }
      #expect(kept == [1, 12, 14])
    }
  }

  @Test func `a caller that goes away does not cancel the others`() async throws {
    let barrier = Barrier(count: 2)
    let batches = Batches { _ in
      await barrier.pass()
      try Task.checkCancellation()
    }
    var written = batches.written.makeAsyncIterator()
    let caller = Task { try await batches.commit.submit(1) }
    #expect(await written.next() == [1])
    caller.cancel()
    await barrier.pass()
    try await caller.value
  }
}
