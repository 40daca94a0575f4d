import Database
import Foundation
import HTTP
import Scheduler
import TestSupport
import Testing

@testable import API
@testable import App

/// What runs by itself, seen and steered by a program.
@Suite(.timeLimit(.minutes(5)))
struct ScheduleCallTests {
  private static let path = "schedules/{userId}/forecast%20refresh"

  @Test func `a schedule tells when it comes next, rests, goes on, and runs at once`() async throws {
    try await LiveServer.with { live async throws in
      let key = try await live.ownKey()
      try await live.planned()
      let list = try await live.get(live.mine("schedules/{userId}"), key: key)
      let first = try #require(list.data["schedules"]?.array.first { $0["schedule"] == "forecast refresh" })
      #expect(first["times"] == "0 2 * * *" && first["zone"] == "Asia/Kolkata" && first["pausedAt"] == nil)
      #expect(first["next"]?.array.count == 10 && first["next"]?[0]?.text?.contains("T20:30:00") == true)

      let rests = try await live.post(live.mine(Self.path + "/pause"), [:], key: key)
      #expect(rests.isWhole && rests.data["pausedAt"] != nil && rests.data["next"]?.array == [])
      let goesOn = try await live.post(live.mine(Self.path + "/resume"), [:], key: key)
      #expect(goesOn.data["pausedAt"] == nil && goesOn.data["next"]?.array.count == 10)

      #expect(try await live.post(live.mine(Self.path + "/run"), [:], key: key).status == 200)
      let runs = try await live.get(live.mine(Self.path + "/runs"), key: key)
      #expect(runs.data["runs"]?.array.count == 1 && runs.data["runs"]?[0]?["byHand"] == true)
    }
  }

  @Test func `a slot that did not run says why`() async throws {
    try await LiveServer.with { live async throws in
      let key = try await live.ownKey()
      try await live.planned()
      try await live.database.execute(
        """
        insert into schedule_runs (schedule, shop_id, slot, skipped, decided_at)
        values ('forecast refresh', \(live.shop.id), '2026-11-20 20:30+00', 'paused', '2026-11-20 20:30+00')
        """)
      let run = try await live.get(live.mine(Self.path + "/runs"), key: key).data["runs"]?[0]
      #expect(run?["outcome"] == "skipped" && run?["reason"] == "paused")
      #expect(run?["slot"]?.text?.hasPrefix("2026-11-20T20:30:00") == true)
    }
  }

  @Test func `a schedule that is not there is none`() async throws {
    try await LiveServer.with { live async throws in
      let key = try await live.ownKey()
      for path in ["runs", "pause", "resume", "run"] {
        let method = path == "runs" ? "GET" : "POST"
        let answer = try await live.call(method, live.mine("schedules/{userId}/tea/\(path)"), key: key)
        #expect(answer.status == 404 && answer.code == "NOT_FOUND" && answer.isWhole, "\(path)")
      }
    }
  }
}

extension LiveServer {
  /// Gives the shop its schedules, as a server does within a minute.
  fileprivate func planned() async throws {
    try await Schedules(try RecurringWork.table(), database: database).plan(at: Date())
  }
}
