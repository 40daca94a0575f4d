import Database
import Foundation
import HTTP
import Scheduler

/// What runs by itself for a shop: when it comes next, and of each slot that has come that it ran, or why not.
extension ShopAPI {
  var scheduleRoutes: [Route] {
    [
      .get("/api/v1/schedules/{userId}", scheduleList),
      .get("/api/v1/schedules/{userId}/{schedule}/runs", scheduleRuns),
      change("pause") { schedules, name, books in
        try await schedules.pause(name, at: books.now, in: books.transaction)
      },
      change("resume") { schedules, name, books in
        try await schedules.resume(name, at: books.now, in: books.transaction)
      },
      change("run") { schedules, name, books in
        try await schedules.runNow(name, at: books.now, in: books.transaction)
      },
    ]
  }

  private static let noSuchSchedule = Refusal(.notFound, "There is no such schedule for this shop.")

  @Sendable private func scheduleList(_ call: Call, _ shop: ShopID) async throws -> JSON {
    try await database.books(of: shop, at: call.now) { books in
      var rows: [JSON] = []
      for name in schedules.namesOfShops {
        if let standing = try await schedules.standing(of: name, at: books.now, in: books.transaction) {
          rows.append(standing.json)
        }
      }
      return ["schedules": .array(rows)]
    }
  }

  @Sendable private func scheduleRuns(_ call: Call, _ shop: ShopID) async throws -> JSON {
    let count = try Page.count(call)
    return try await database.books(of: shop, at: call.now) { books in
      let name = try known(call)
      let runs = try await schedules.runs(of: name, max: count, in: books.transaction)
      return ["schedule": .string(name), "runs": .array(runs.map(\.json))]
    }
  }

  /// Answers with how it stands afterwards.
  private func change(
    _ verb: String, _ act: @escaping @Sendable (Schedules, String, Books) async throws -> Bool
  ) -> Route {
    .post(PathPattern(stringLiteral: "/api/v1/schedules/{userId}/{schedule}/\(verb)")) { call, shop in
      try await database.books(of: shop, at: call.now) { books in
        try await books.once(call) {
          let name = try known(call)
          guard try await act(schedules, name, books),
            let standing = try await schedules.standing(of: name, at: books.now, in: books.transaction)
          else { throw Self.noSuchSchedule }
          return standing.json
        }
      }
    }
  }

  private func known(_ call: Call) throws(Refusal) -> String {
    guard let name = call.values[.schedule], schedules.namesOfShops.contains(name) else { throw Self.noSuchSchedule }
    return name
  }
}

extension ScheduleStanding {
  fileprivate var json: JSON {
    [
      "schedule": .string(name), "times": .string(times), "zone": .string(zone),
      "pausedAt": pausedAt.map { .string(Envelope.stamp($0)) } ?? .null,
      "next": .array(next.map { .string(Envelope.stamp($0)) }),
    ]
  }
}

extension ScheduleRun {
  fileprivate var json: JSON {
    [
      "slot": .string(Envelope.stamp(slot)), "byHand": .bool(isByHand),
      // Why a job failed stays with us: it may speak of our insides.
      "outcome": .string(skipped == nil ? state ?? "forgotten" : "skipped"),
      "reason": skipped.map(JSON.string) ?? .null,
      "endedAt": endedAt.map { .string(Envelope.stamp($0)) } ?? .null,
    ]
  }
}
