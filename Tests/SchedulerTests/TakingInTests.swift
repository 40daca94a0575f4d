import Database
import Foundation
import Scheduler
import TestSupport
import Testing

/// What arrives is kept once, in its order, before it is acknowledged.
@Suite(.timeLimit(.minutes(5)))
struct TakingInTests {
  @Test func `a new message waits in the lane of its conversation`() async throws {
    try await QueueDatabase.with { database in
      try await database.keep(Arrival("a1"), Arrival("r1", from: QueueDatabase.ravi))
      #expect(try await database.lease().ids.sorted { $0[0] < $1[0] } == [["a1"], ["r1"]])
      #expect(try await database.queue.depth().waiting == 2)
    }
  }

  @Test func `a message that is delivered again is kept once`() async throws {
    try await QueueDatabase.with { database in
      try await database.keep(Arrival("a1"))
      try await database.keep(Arrival("a1"), Arrival("a2"))
      #expect(try await database.lease().ids == [["a1", "a2"]])
    }
  }

  @Test func `a message that was handled already is not handled again when it comes once more`() async throws {
    try await QueueDatabase.with { database in
      try await database.keep(Arrival("a1"))
      try await database.perform(try await database.leaseOne())
      try await database.keep(Arrival("a1"))
      #expect(try await database.lease().isEmpty)
    }
  }

  @Test func `two copies in one batch are one message`() async throws {
    try await QueueDatabase.with { database in
      try await database.keep(Arrival("a1"), Arrival("a2"), Arrival("a1"))
      #expect(try await database.lease().ids == [["a1", "a2"]])
    }
  }

  @Test func `the same id on two business numbers is two messages`() async throws {
    try await QueueDatabase.with { database in
      try await database.keep(Arrival("a1"), Arrival("a1", on: QueueDatabase.shopChannel))
      #expect(try await database.lease().count == 2)
    }
  }

  @Test func `each conversation keeps its order, within a batch and over batches`() async throws {
    try await QueueDatabase.with { database in
      let (asha, ravi) = (QueueDatabase.asha, QueueDatabase.ravi)
      try await database.keep(
        Arrival("z", from: asha), Arrival("y", from: ravi), Arrival("x", from: asha), Arrival("w", from: ravi))
      try await database.keep(Arrival("v", from: asha), Arrival("u", from: ravi))
      #expect(try await database.lease().ids.sorted { $0[0] > $1[0] } == [["z", "x", "v"], ["y", "w", "u"]])
    }
  }

  @Test func `somebody who shows the number first and the user id later stays one person`() async throws {
    try await QueueDatabase.with { database in
      let (asha, user) = (QueueDatabase.asha, "IN.1001")
      try await database.keep(Arrival("a1", from: asha))
      try await database.keep(Arrival("a2", from: asha, user: user))
      try await database.keep(Arrival("a3", from: nil, user: user))
      #expect(try await database.lease().ids == [["a1", "a2", "a3"]])
    }
  }

  @Test func `a message to a number that is not ours is kept as an event, and its neighbours are answered`()
    async throws
  {
    try await QueueDatabase.with { database in
      try await database.keep(Arrival("a1"), Arrival("test", on: "123"), Arrival("a2"))
      #expect(try await database.lease().ids == [["a1", "a2"]])
      let kept: String = try await database.value("select reason from kept_events where raw = \(Array("test".utf8))")
      #expect(kept == "unknown business number")
      #expect(try await database.value("select count(*) from identities") == 1)
    }
  }

  @Test func `batches with the same ids in opposite orders neither block nor double`() async throws {
    try await QueueDatabase.with { database in
      let batch = (0..<60).map { Arrival("m\($0)", from: "91980000\(1000 + $0)") }
      try await database.keepAtOnce((0..<8).map { $0.isMultiple(of: 2) ? batch : batch.reversed() })
      #expect(try await database.value("select count(*) from inbox") == 60)
      #expect(try await database.value("select count(*) from inbox_seen") == 60)
      #expect(database.retries.value == 0, "deadlocks")
    }
  }

  @Test func `batches of the same new people in opposite orders neither block nor double`() async throws {
    try await QueueDatabase.with { database in
      let batches = (0..<8).map { batch in
        let people = batch.isMultiple(of: 2) ? Array(0..<60) : (0..<60).reversed()
        return people.map { Arrival("m\(batch).\($0)", from: "91980000\(1000 + $0)") }
      }
      try await database.keepAtOnce(batches)
      #expect(try await database.value("select count(*) from inbox") == 480)
      #expect(try await database.value("select count(distinct person_id) from inbox") == 60)
      #expect(try await database.value("select count(*) from lanes where pending = 8 and next_seq = 9") == 60)
      #expect(database.retries.value == 0, "deadlocks")
    }
  }

  @Test func `a new customer whose first two messages come through two doors is one customer`() async throws {
    try await QueueDatabase.with { database in
      let channel = QueueDatabase.shopChannel
      try await withThrowingTaskGroup(of: Void.self) { group in
        try await database.application.transaction { transaction in
          try transaction.keep([Arrival("a1", on: channel)], senderPerMinute: 0, at: QueueDatabase.now)
          _ = try await transaction.query("select 1")  // a trip that takes it along
          group.addTask { try await database.keep(Arrival("a2", on: channel)) }
          try await database.untilSomebodyWaitsForALock()
        }
        try await group.waitForAll()
      }
      #expect(try await database.lease().ids == [["a1", "a2"]])
      #expect(try await database.value("select count(*) from members where role = 'customer'") == 1)
    }
  }

  @Test func `a batch rings once, and one that brings nothing new not at all`() async throws {
    try await QueueDatabase.with { database in
      var rings = database.owner.notifications(on: Queue.notification).makeAsyncIterator()
      #expect(await rings.next() == "", "connected")
      try await database.keep(Arrival("a1"), Arrival("a2"), Arrival("r1", from: QueueDatabase.ravi))
      try await database.keep(Arrival("a1"))
      try await database.owner.execute("select pg_notify('inbox', 'the end')")
      #expect(await rings.next() == "")
      #expect(await rings.next() == "the end")
    }
  }
}

extension QueueDatabase {
  /// All batches at the same time, each on a connection of its own.
  fileprivate func keepAtOnce(_ batches: [[Arrival]]) async throws {
    let barrier = Barrier(count: batches.count)
    try await withThrowingTaskGroup(of: Void.self) { group in
      for batch in batches {
        group.addTask {
          await barrier.pass()
          try await queue.keep(batch, events: [], at: Self.now)
        }
      }
      try await group.waitForAll()
    }
  }
}
