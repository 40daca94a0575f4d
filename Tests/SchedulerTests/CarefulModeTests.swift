import Database
import Foundation
import Testing

@testable import Scheduler

/// A lease that ran out may mean that a message kills whoever takes it: such lanes go one message at a time, and each
/// attempt is counted before it begins.
@Suite(.timeLimit(.minutes(5)))
struct CarefulModeTests {
  @Test func `after a lease ran out the first message goes alone, its attempt counted before it begins`() async throws {
    try await QueueDatabase.with { database in
      try await database.keep(Arrival("a1"), Arrival("a2"))
      _ = try await database.lease("crashed")
      try await database.letLeasesRunOut()
      let lanes = try await database.lease()
      #expect(lanes.ids == [["a1"]])
      #expect(lanes[0][0].lease.isCareful)
      #expect(try await database.attempts(of: "a1") == 1)
      #expect(try await database.attempts(of: "a2") == 0)
    }
  }

  @Test func `a success ends the care`() async throws {
    try await QueueDatabase.with { database in
      try await database.keep(Arrival("a1"), Arrival("a2"), Arrival("a3"))
      _ = try await database.lease("crashed")
      try await database.letLeasesRunOut()
      try await database.perform(try await database.leaseOne())
      let lanes = try await database.lease()
      #expect(lanes.ids == [["a2", "a3"]])
      #expect(!lanes[0][0].lease.isCareful)
      #expect(try await database.attempts(of: "a2") == 0)
    }
  }

  @Test func `a lane stays in care until a message of it succeeds`() async throws {
    try await QueueDatabase.with { database in
      try await database.keep(Arrival("a1"), Arrival("a2"))
      _ = try await database.lease("crashed")
      try await database.letLeasesRunOut()
      let message = try await database.leaseOne()
      try await database.queue.putOff(
        message, failedAttempts: message.failedAttempts, waitSeconds: 0, reason: "the database was away")
      #expect(try await database.lease(careful: false).isEmpty)
      let again = try await database.leaseOne()
      #expect(again.lease.isCareful)
      #expect(again.attempts == 1, "the attempt that the database spoiled is charged to nobody")
    }
  }

  @Test func `one lane in care at a time, and lanes in health beside it`() async throws {
    try await QueueDatabase.with { database in
      try await database.keep(Arrival("a1"), Arrival("r1", from: QueueDatabase.ravi))
      _ = try await database.lease("crashed")
      try await database.letLeasesRunOut()
      try await database.keep(Arrival("m1", from: "919800000003"))
      let lanes = try await database.lease()
      #expect(lanes.count == 2)
      #expect(lanes.filter { $0[0].lease.isCareful }.count == 1)
      #expect(try await database.lease(careful: false).isEmpty)
    }
  }

  @Test func `a lane that was emptied before its lease ran out needs nobody, and then care`() async throws {
    try await QueueDatabase.with { database in
      try await database.keep(Arrival("a1"))
      try await database.perform(try await database.leaseOne(), isLast: false)
      try await database.letLeasesRunOut()
      #expect(try await database.lease().isEmpty)
      try await database.keep(Arrival("a2"))
      #expect(try await database.lease().ids == [["a2"]])
    }
  }
}
