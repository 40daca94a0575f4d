import Database
import Foundation
import Handlers
import Messages
import Scheduler
import Testing

/// When the day's summary comes: at the hour that its owner chose, once, and never without the right to write.
@Suite(.timeLimit(.minutes(5)))
struct SummaryTests {
  /// The clock stands at 10:30; the shop's owner writes, and the next mornings come.
  private struct Mornings {
    let talk: Talk
    let schedules: Schedules
    private var seen: Int64 = 0

    init(_ talk: Talk) throws {
      self.talk = talk
      let daily = Schedule(
        "daily summary", at: try CronExpression("0 8 * * *"), .everyShop, missed: .latest,
        does: Conversation.dailySummary)
      schedules = Schedules([daily], database: talk.database)
    }

    mutating func say(_ words: String) async throws {
      _ = try await talk.say(.text(words), from: TranscriptShop.owner)
      _ = try await talk.letters(after: &seen)
    }

    /// What comes by itself in so many hours.
    mutating func wait(hours: Double) async throws -> [String] {
      talk.clock.advance(seconds: hours * 3_600)
      try await schedules.tick(at: talk.clock.now)
      try await talk.doJobs()
      return try await talk.letters(after: &seen)
    }
  }

  private func withMornings(_ body: (inout Mornings) async throws -> Void) async throws {
    try await Talk.with { talk in
      _ = try await TranscriptShop.create(in: talk.owner, at: talk.clock.now)
      var mornings = try Mornings(talk)
      try await mornings.schedules.plan(at: talk.clock.now)
      try await mornings.say("sold 4 kg sugar")
      try await body(&mornings)
    }
  }

  @Test func `it comes at eight, once, and tells of the day before`() async throws {
    try await withMornings { mornings in
      #expect(try await mornings.wait(hours: 21) == [])
      let letter = try await mornings.wait(hours: 1)
      #expect(letter.first == "→ owner: Day's account – Sat 21 Nov")
      #expect(letter.contains("→ owner: Sales: ₹180, 1 bill"))
      #expect(try await mornings.wait(hours: 1) == [])
    }
  }

  @Test func `who chose the evening gets the day that ends, in the evening`() async throws {
    try await withMornings { mornings in
      try await mornings.say("send summary at 9 pm")
      #expect(try await mornings.wait(hours: 22) == [])
      try await mornings.say("sold 2 kg sugar")
      #expect(try await mornings.wait(hours: 12) == [])
      let letter = try await mornings.wait(hours: 1)
      #expect(letter.first == "→ owner: Day's account – Sun 22 Nov")
      #expect(letter.contains("→ owner: Sales: ₹90, 1 bill"))
    }
  }

  @Test func `after a change of mind only the new hour counts`() async throws {
    try await withMornings { mornings in
      try await mornings.say("send summary at 9 pm")
      #expect(try await mornings.wait(hours: 22) == [])
      try await mornings.say("send summary at 8 am")
      #expect(try await mornings.wait(hours: 13) == [])
      #expect(try await mornings.wait(hours: 10.9).first == "→ owner: Day's account – Sun 22 Nov")
    }
  }

  @Test func `nobody is written to who wants silence, or has not written for a day`() async throws {
    try await withMornings { mornings in
      try await mornings.say("stop alerts")
      #expect(try await mornings.wait(hours: 22) == [])
      try await mornings.say("start alerts")
      #expect(try await mornings.wait(hours: 26) == [])
      let failure = try await mornings.talk.owner.query("select failure from jobs where state = 'dead'").only()
      #expect(try failure.decode(String.self).contains("no owner wrote within a day"))
    }
  }
}
