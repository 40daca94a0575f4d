import Database
import Foundation
import TestSupport
import Testing

@testable import Scheduler

/// Each slot runs once or is skipped with a reason, whoever looks, however often, and however late.
@Suite(.timeLimit(.minutes(5)))
struct ScheduleTests {
  private static let kind = JobKind<NoPayload>("summary", limit: .aMinute)
  private static let zone = TimeZone(identifier: "Europe/Berlin") ?? .gmt

  private static func daily(_ missed: MissedSlots = .latest, at times: String = "0 8 * * *") throws -> Schedule {
    Schedule("daily summary", at: try CronExpression(times), .everyShop, missed: missed, does: kind)
  }

  private func moment(_ text: String) throws -> Date { try Date(text, strategy: .iso8601) }

  /// Slot and reason of each run, the first first.
  private func runs(_ database: QueueDatabase) async throws -> [String] {
    try await database.owner.query("select slot, coalesce(skipped, 'ran') from schedule_runs order by slot").map {
      let (slot, end) = try $0.decode(Date.self, String.self)
      return "\(slot.formatted(.iso8601)) \(end)"
    }
  }

  private func jobSlots(_ database: QueueDatabase) async throws -> [Date] {
    try await database.owner.query("select slot from jobs order by slot").map { try $0.decode(Date.self) }
  }

  @Test func `a shop's schedule fires by the shop's clock, with its job, once`() async throws {
    try await QueueDatabase.with { database in
      let schedules = Schedules([try Self.daily()], database: database.application)
      try await schedules.plan(at: try moment("2026-11-22T00:00:00Z"))
      #expect(try await schedules.tick(at: try moment("2026-11-22T02:29:59Z")) == 0)
      #expect(try await schedules.tick(at: try moment("2026-11-22T02:30:00Z")) == 1)
      #expect(try await schedules.tick(at: try moment("2026-11-22T02:30:00Z")) == 0)
      #expect(try await runs(database) == ["2026-11-22T02:30:00Z ran"])
      let job = try #require(
        try await database.jobs(at: try moment("2026-11-22T02:30:00Z"))
          .lease(by: "one", lanes: 1, messagesPerLane: 1, seconds: 60, careful: false).first?.first)
      #expect(try job.slot == moment("2026-11-22T02:30:00Z") && job.shop != nil)
    }
  }

  @Test(arguments: [
    (MissedSlots.latest, ["a later one was due as well", "a later one was due as well", "ran"]),
    (.all, ["ran", "ran", "ran"]), (.skipAfter(3_600 * 30), ["too late", "ran", "ran"]),
  ])
  func `what was missed while nothing ran follows the schedule's rule`(missed: MissedSlots, ends: [String]) async throws
  {
    try await QueueDatabase.with { database in
      let schedules = Schedules([try Self.daily(missed)], database: database.application)
      try await schedules.plan(at: try moment("2026-11-22T00:00:00Z"))
      try await schedules.tick(at: try moment("2026-11-22T00:00:01Z"))
      try await schedules.tick(at: try moment("2026-11-24T06:00:00Z"))
      #expect(
        try await runs(database) == zip(["22", "23", "24"], ends).map { "2026-11-\($0)T02:30:00Z \($1)" })
    }
  }

  @Test func `what falls into a pause is skipped, though nobody looked meanwhile`() async throws {
    try await QueueDatabase.with { database in
      let schedules = Schedules([try Self.daily(.all)], database: database.application)
      try await schedules.plan(at: try moment("2026-11-21T12:00:00Z"))
      try await database.inShop { transaction async throws in
        #expect(try await schedules.pause("daily summary", at: try moment("2026-11-22T12:00:00Z"), in: transaction))
        #expect(try await schedules.preview("daily summary", after: Self.start, in: transaction) == [])
      }
      try await database.inShop { transaction async throws in
        #expect(try await schedules.resume("daily summary", at: try moment("2026-11-24T12:00:00Z"), in: transaction))
      }
      try await schedules.tick(at: try moment("2026-11-25T12:00:00Z"))
      #expect(
        try await runs(database) == [
          "2026-11-22T02:30:00Z ran", "2026-11-23T02:30:00Z paused", "2026-11-24T02:30:00Z paused",
          "2026-11-25T02:30:00Z ran",
        ])
    }
  }

  private static let start = Date(timeIntervalSince1970: 1_795_305_600)  // 2026-11-22T00:00:00Z

  @Test func `a chosen time holds from then on, is previewed, and can be run at once`() async throws {
    try await QueueDatabase.with { database in
      let schedules = Schedules([try Self.daily()], database: database.application)
      try await schedules.plan(at: Self.start)
      try await schedules.tick(at: Self.start)
      let noon = try moment("2026-11-22T06:30:00Z")
      try await database.inShop { transaction async throws in
        #expect(
          try await schedules.choose(try CronExpression("0 9 * * *"), for: "daily summary", at: noon, in: transaction))
        let next = try await schedules.preview("daily summary", after: noon, in: transaction)
        #expect(try next.count == 10 && next.first == moment("2026-11-23T03:30:00Z"))
        #expect(try await schedules.runNow("daily summary", at: noon + 0.5, in: transaction))
        #expect(try await schedules.runNow("weekly", at: noon, in: transaction) == false)
        let known = try await schedules.runs(of: "daily summary", max: 10, in: transaction)
        #expect(known.map(\.isByHand) == [true, false] && known.map(\.state) == ["waiting", "waiting"])
      }
      #expect(try await schedules.tick(at: noon + 1) == 0)
      #expect(try await schedules.tick(at: try moment("2026-11-23T03:30:00Z")) == 1)
    }
  }

  @Test func `a time changed by a new release does not call for what is past`() async throws {
    try await QueueDatabase.with { database in
      let old = Schedules([try Self.daily()], database: database.application)
      try await old.plan(at: Self.start)
      try await old.tick(at: try moment("2026-11-22T02:30:00Z"))
      let new = Schedules([try Self.daily(at: "0 10 * * *")], database: database.application)
      let noon = try moment("2026-11-22T06:30:00Z")
      try await new.plan(at: noon)
      #expect(try await new.tick(at: noon) == 0)
      #expect(try await new.tick(at: try moment("2026-11-23T04:30:00Z")) == 1)
    }
  }

  @Test(arguments: [1, 2, 3, 4] as [UInt64])
  func `any history of servers, standstills and jumps decides each slot once`(seed: UInt64) async throws {
    try await QueueDatabase.with { database in
      var dice = SplitMix(seed: seed)
      let times = try CronExpression(["*/20 * * * *", "30 1,2 * * *", "0 */4 * * *", "15 2 * * *"][Int(seed) - 1])
      let schedule = Schedule("work", at: times, .once(Self.zone), missed: .all, does: Self.kind)
      let start = try moment("2026-03-28T12:00:00Z")  // clocks are put forward the night after
      let first = Schedules([schedule], database: database.application)
      try await first.plan(at: start)
      var (now, latest) = (start, start)
      for _ in 0..<25 {
        now += Double(Int.random(in: -7_200...28_800, using: &dice))
        latest = max(latest, now)
        let dies = Int.random(in: 0..<4, using: &dice) == 0
        if dies { try await database.owner.execute("update schedules set due_at = decided_until") }
        try await withThrowingDiscardingTaskGroup { group in
          for _ in 0..<3 {
            group.addTask { [now] in
              try await first.plan(at: now); try await first.tick(at: now)
            }
          }
        }
      }
      try await first.tick(at: latest)
      let expected = times.next(5_000, after: start, in: Self.zone).filter { $0 <= latest }
      #expect(try await jobSlots(database) == expected)
      #expect(try await database.value("select count(*) from schedule_runs where skipped is null") == expected.count)
    }
  }

  @Test func `a server that dies between the slots and their commit leaves them to another`() async throws {
    try await QueueDatabase.with { database in
      let schedules = Schedules([try Self.daily()], database: database.application)
      try await schedules.plan(at: Self.start)
      try await schedules.tick(at: Self.start)
      try await database.owner.execute(
        "create function die() returns trigger language plpgsql as 'begin raise ''x''; end'")
      try await database.owner.execute(
        "create trigger dies before update on schedules for each row execute function die()")
      let due = try moment("2026-11-22T02:30:00Z")
      await #expect(throws: DatabaseError.self) { try await schedules.tick(at: due) }
      #expect(try await runs(database) == [])
      #expect(try await jobSlots(database) == [])
      try await database.owner.execute("drop trigger dies on schedules")
      #expect(try await schedules.tick(at: due + 300) == 1)
    }
  }
}

extension QueueDatabase {
  fileprivate func inShop(_ body: (Transaction) async throws -> Void) async throws {
    let shop = try await owner.query("select shop_id from shops").only().decode(ShopID.self)
    try await application.books(of: shop, at: Self.now) { try await body($0.transaction) }
  }
}
