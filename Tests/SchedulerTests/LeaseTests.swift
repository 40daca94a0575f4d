import Database
import Foundation
import TestSupport
import Testing

@testable import Scheduler

/// A lane belongs to one worker at a time, and only who holds it can finish its messages.
@Suite(.timeLimit(.minutes(5)))
struct LeaseTests {
  @Test func `a lane is leased by one worker at a time`() async throws {
    try await QueueDatabase.with { database in
      try await database.keep(Arrival("a1"))
      #expect(try await database.lease("one").ids == [["a1"]])
      #expect(try await database.lease("two").isEmpty)
    }
  }

  @Test func `workers who ask at the same moment share the lanes and no lane goes twice`() async throws {
    try await QueueDatabase.with { database in
      let arrivals = (0..<40).map { Arrival("m\($0)", from: "91980000\(1000 + $0)") }
      try await database.queue.keep(arrivals, events: [], at: QueueDatabase.now)
      let barrier = Barrier(count: 6)
      let leased = try await withThrowingTaskGroup(of: [[QueuedMessage]].self) { group in
        for worker in 0..<6 {
          group.addTask {
            await barrier.pass()
            return try await database.lease("worker \(worker)", lanes: 8)
          }
        }
        return try await group.reduce(into: [[QueuedMessage]]()) { $0 += $1 }
      }
      let rest = try await database.lease("the last", lanes: 40)
      let ids = (leased + rest).ids.flatMap(\.self)
      #expect(ids.sorted() == arrivals.map(\.messageID).sorted())
    }
  }

  @Test func `the messages of a lane come in order, no more than were asked for`() async throws {
    try await QueueDatabase.with { database in
      for number in 1...5 { try await database.keep(Arrival("a\(number)")) }
      let first = try await database.lease(messages: 3)
      #expect(first.ids == [["a1", "a2", "a3"]])
      for (index, message) in first[0].enumerated() { try await database.perform(message, isLast: index == 2) }
      #expect(try await database.lease(messages: 3).ids == [["a4", "a5"]])
      #expect(try await database.effects() == ["a1", "a2", "a3"])
    }
  }

  @Test func `whoever lost the lane cannot finish, and nothing of what he wrote stays`() async throws {
    try await QueueDatabase.with { database in
      try await database.keep(Arrival("a1"))
      let slow = try await database.leaseOne("slow")
      try await database.letLeasesRunOut()
      let quick = try await database.leaseOne("quick")
      let error = await #expect(throws: DatabaseError.self) { try await database.perform(slow) }
      #expect(error?.sqlState == "RM001")
      #expect(try await database.effects() == [])
      try await database.perform(quick)
      #expect(try await database.effects() == ["a1"])
    }
  }

  @Test func `a slow worker whose lane nobody took may still finish`() async throws {
    try await QueueDatabase.with { database in
      try await database.keep(Arrival("a1"))
      let slow = try await database.leaseOne()
      try await database.letLeasesRunOut()
      try await database.perform(slow)
      #expect(try await database.effects() == ["a1"])
    }
  }

  @Test func `whoever lost the lane can neither put off, nor bury, nor lengthen his lease`() async throws {
    try await QueueDatabase.with { database in
      try await database.keep(Arrival("a1"))
      let slow = try await database.leaseOne("slow")
      try await database.letLeasesRunOut()
      _ = try await database.leaseOne("quick")
      let attempts: [@Sendable () async throws -> Void] = [
        { try await database.queue.putOff(slow, failedAttempts: 1, waitSeconds: 0, reason: "late") },
        { try await database.bury(slow, reason: "late") },
        { try await database.queue.renew(slow.lease, seconds: 60) },
      ]
      for attempt in attempts {
        let error = await #expect(throws: DatabaseError.self) { try await attempt() }
        #expect(error?.sqlState == "RM001")
      }
      #expect(try await database.effects() == [])
      #expect(try await database.leasedLanes() == 1)
    }
  }

  @Test func `a message is finished once`() async throws {
    try await QueueDatabase.with { database in
      try await database.keep(Arrival("a1"), Arrival("a2"))
      let message = try await database.leaseOne()
      try await database.perform(message, isLast: false)
      let error = await #expect(throws: DatabaseError.self) { try await database.perform(message) }
      #expect(error?.sqlState == "RM002")
      #expect(try await database.effects() == ["a1"])
      #expect(try await database.queue.depth().waiting == 1)
    }
  }

  @Test func `a message that is put off waits, and what was written after it waits with it`() async throws {
    try await QueueDatabase.with { database in
      try await database.keep(Arrival("a1"), Arrival("a2"))
      let message = try await database.leaseOne()
      try await database.queue.putOff(message, failedAttempts: 1, waitSeconds: 3_600, reason: "the printer is out")
      try await database.keep(Arrival("a3"))
      #expect(try await database.lease().isEmpty)
      try await database.letWaitsPass()
      #expect(try await database.lease().ids == [["a1", "a2", "a3"]])
      #expect(try await database.attempts(of: "a1") == 1)
      #expect(try await database.attempts(of: "a2") == 0)
    }
  }

  @Test func `lanes that a server gives back are free at once and cost no attempt`() async throws {
    try await QueueDatabase.with { database in
      try await database.keep(Arrival("a1"), Arrival("r1", from: QueueDatabase.ravi))
      _ = try await database.lease("leaving")
      try await database.queue.returnLanes(of: "leaving")
      let again = try await database.lease("staying")
      #expect(again.flatMap(\.self).map(\.attempts) == [0, 0])
      #expect(again.allSatisfy { !$0[0].lease.isCareful })
    }
  }
}
