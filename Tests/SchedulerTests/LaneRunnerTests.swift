import Database
import Foundation
import Testing

@testable import Scheduler

/// What the worker does with messages that succeed, fail, kill, or are under way when it is told to stop.
@Suite(.timeLimit(.minutes(5)))
struct LaneRunnerTests {
  struct Trouble: Error {}

  @Test func `a lane is worked through in order`() async throws {
    try await QueueDatabase.with { database in
      for number in 1...25 { try await database.keep(Arrival("a\(number)")) }
      _ = await Shift(database).work(untilEnded: 25)
      #expect(try await database.effects() == (1...25).map { "a\($0)" })
    }
  }

  @Test func `lanes run side by side`() async throws {
    try await QueueDatabase.with { database in
      try await database.keep(Arrival("a1"), Arrival("r1", from: QueueDatabase.ravi))
      let gate = Gate()
      let shift = Shift(database) { message in
        if message.messageID == "a1" { await gate.pass() } else { gate.open() }  // Asha waits for Ravi
      }
      _ = await shift.work(untilEnded: 2)
      #expect(try await database.effects().sorted() == ["a1", "r1"])
    }
  }

  @Test func `a failure is charged to its own message, and the next one waits for it`() async throws {
    try await QueueDatabase.with { database in
      try await database.keep(Arrival("a1"), Arrival("a2"))
      let shift = Shift(database) { message in
        if message.messageID == "a1", message.attempts == 0 { throw Trouble() }
      }
      #expect(
        await shift.work(untilEnded: 2) == [
          .began("a1", attempts: 0), .began("a1", attempts: 1), .ended("a1"), .began("a2", attempts: 0), .ended("a2"),
        ])
    }
  }

  private static let faultsOfTheWorld: [DatabaseError] =
    [.unavailable("away"), .poolExhausted, .commitUnconfirmed, .cancelled]
    + ["08006", "25006", "40001", "40P01", "53100", "53300", "55P03", "57P01", "57P03", "58030"].map {
      .server(ServerError(sqlState: $0, message: ""))
    }

  @Test func `a failure of the database is charged to nobody`() async throws {
    try await QueueDatabase.with { database in
      try await database.keep(Arrival("a1"))
      let times = Tally()
      let shift = Shift(database, attemptsMax: 2) { _ in
        times.add()
        if times.value <= Self.faultsOfTheWorld.count { throw Self.faultsOfTheWorld[times.value - 1] }
      }
      let began = Array(repeating: Shift.Event.began("a1", attempts: 0), count: Self.faultsOfTheWorld.count + 1)
      #expect(await shift.work(untilEnded: 1) == began + [.ended("a1")])
    }
  }

  @Test func `a statement that the database refuses is charged to its message`() async throws {
    try await QueueDatabase.with { database in
      try await database.keep(Arrival("a1"))
      let shift = Shift(database, attemptsMax: 2) { _ in
        throw DatabaseError.server(ServerError(sqlState: "23514", message: ""))
      }
      #expect(await shift.work(untilEnded: 1).count == 3)
      #expect(try await database.state(of: "a1") == "dead")
    }
  }

  @Test func `after the last attempt the message is given up and the lane goes on`() async throws {
    try await QueueDatabase.with { database in
      try await database.keep(Arrival("a1"), Arrival("poison"), Arrival("a3"))
      let shift = Shift(database, attemptsMax: 3) { message in
        if message.messageID == "poison" { throw Trouble() }
      }
      let events = await shift.work(untilEnded: 3)
      #expect(events.filter { $0 == .buried("poison", reason: "Trouble()") }.count == 1)
      #expect(events.count { if case .began("poison", _) = $0 { true } else { false } } == 3)
      #expect(try await database.effects() == ["a1", "poison", "a3"])
      #expect(try await database.state(of: "poison") == "dead")
      let depth = try await database.queue.depth()
      #expect(depth.waiting == 0 && depth.dead == 1 && depth.oldestSeconds == nil)
    }
  }

  @Test func `a message that kills its worker each time is given up without being tried again`() async throws {
    try await QueueDatabase.with { database in
      try await database.keep(Arrival("killer"), Arrival("a2"))
      for _ in 0...3 {
        _ = try await database.leaseOne("dies")
        try await database.letLeasesRunOut()
      }
      let shift = Shift(database, attemptsMax: 3)
      #expect(
        await shift.work(untilEnded: 2) == [
          .buried("killer", reason: "out of attempts"), .began("a2", attempts: 0), .ended("a2"),
        ])
    }
  }

  @Test func `a message that cannot even be given up is buried in silence, and the lane goes on`() async throws {
    try await QueueDatabase.with { database in
      try await database.keep(Arrival("cursed"), Arrival("a2"))
      try await database.owner.execute(
        """
        alter table effects add check (message <> 'cursed')
        """)
      let shift = Shift(database, attemptsMax: 2)
      let events = await shift.work(untilEnded: 1)
      #expect(events.last == .ended("a2"))
      #expect(try await database.state(of: "cursed") == "dead")
    }
  }

  @Test func `told to stop, it ends the message under way and gives the rest back`() async throws {
    try await QueueDatabase.with { database in
      try await database.keep(Arrival("a1"), Arrival("a2"), Arrival("a3"))
      let gate = Gate()
      let shift = Shift(database) { _ in await gate.pass() }
      await withDiscardingTaskGroup { group in
        group.addTask { await shift.runners[0].run() }
        shift.ring()
        _ = await shift.events.first { _ in true }  // a1 is under way
        shift.runners[0].stop()
        gate.open()
      }
      #expect(try await database.effects() == ["a1"])
      #expect(try await database.leasedLanes() == 0)
      let rest = try await database.lease("another")
      #expect(rest.ids == [["a2", "a3"]])
      #expect(rest[0].allSatisfy { $0.attempts == 0 && !$0.lease.isCareful })
    }
  }

  @Test func `cut off in the midst of a message, it gives the lane back and charges nobody`() async throws {
    try await QueueDatabase.with { database in
      try await database.keep(Arrival("a1"), Arrival("a2"))
      let gate = Gate()
      let shift = Shift(database) { _ in
        await gate.pass()
        try Task.checkCancellation()
      }
      let cut = Task { await shift.runners[0].run() }
      shift.ring()
      _ = await shift.events.first { _ in true }
      cut.cancel()
      await cut.value
      #expect(try await database.effects() == [])
      let again = try await database.lease("another")
      #expect(again.ids == [["a1", "a2"]])
      #expect(again.first?.allSatisfy { $0.attempts == 0 && !$0.lease.isCareful } == true)
    }
  }
}
