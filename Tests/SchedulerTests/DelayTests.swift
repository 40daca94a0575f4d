import Database
import Foundation
import Testing

@testable import Scheduler

/// Somebody whose phone sends more than a shop can mean: all of it is kept and handled, but not at once.
struct DelayTests {
  private static let perMinute = 3.0

  private func flood(_ database: QueueDatabase, _ count: Int, from phone: String = QueueDatabase.asha) async throws {
    let queue = Queue(database: database.application, senderPerMinute: Self.perMinute)
    for number in 1...count {
      try await queue.keep([Arrival("\(phone).\(number)", from: phone)], events: [], at: QueueDatabase.now)
    }
  }

  /// Handles what may be handled now, message by message; how many there were.
  private func handleAll(_ database: QueueDatabase) async throws -> Int {
    let queue = Queue(database: database.application, senderPerMinute: Self.perMinute)
    var handled = 0
    while let message = try await queue.lease(
      by: "one", lanes: 1, messagesPerLane: 1, seconds: 60, careful: true
    ).first?.first {
      try await database.perform(message)
      handled += 1
    }
    return handled
  }

  private func letPass(_ database: QueueDatabase, seconds: Double) async throws {
    try await database.owner.execute(
      """
      update lanes set ready_at = ready_at - make_interval(secs => \(seconds)),
        paced_until = paced_until - make_interval(secs => \(seconds))
      """)
  }

  private func told(_ database: QueueDatabase) async throws -> Int {
    try await database.application.transaction { try await $0.delayedSenders(max: 10).count }
  }

  @Test func `what is beyond the limit waits, and comes in its order`() async throws {
    try await QueueDatabase.with { database in
      try await flood(database, 8)
      #expect(try await handleAll(database) == 3)
      try await letPass(database, seconds: 20)
      #expect(try await handleAll(database) == 1)
      try await letPass(database, seconds: 120)
      #expect(try await handleAll(database) == 3)
      try await letPass(database, seconds: 120)
      #expect(try await handleAll(database) == 1)
      let ordered: Bool = try await database.value(
        """
        select array_agg(message order by effect_id) = array_agg(message order by split_part(message, '.', 2)::int)
        from effects
        """)
      #expect(ordered)
    }
  }

  @Test func `its sender hears so once`() async throws {
    try await QueueDatabase.with { database in
      try await flood(database, 3)
      #expect(try await told(database) == 0, "as many as may come in a minute")
      try await flood(database, 8)
      #expect(try await told(database) == 1)
      #expect(try await told(database) == 0)
      try await database.keep(Arrival("another"))
      #expect(try await told(database) == 0, "and not again with each further message")
    }
  }

  @Test func `a notice whose transaction fails is given out again`() async throws {
    try await QueueDatabase.with { database in
      struct Trouble: Error {}
      try await flood(database, 8)
      await #expect(throws: Trouble.self) {
        try await database.application.transaction { transaction in
          #expect(try await transaction.delayedSenders(max: 10).map(\.channel) == [QueueDatabase.channel])
          throw Trouble()
        }
      }
      #expect(try await told(database) == 1)
    }
  }

  @Test func `nobody else waits for it`() async throws {
    try await QueueDatabase.with { database in
      try await flood(database, 8)
      #expect(try await handleAll(database) == 3)
      try await flood(database, 3, from: QueueDatabase.ravi)
      #expect(try await handleAll(database) == 3)
    }
  }

  @Test func `what is old is forgotten, and what may be repeated is not`() async throws {
    try await QueueDatabase.with { database in
      try await flood(database, 3)
      _ = try await handleAll(database)
      let event = KeptEvent(kind: "history", reason: nil, isDeadLetter: false, raw: Array("old words".utf8))
      try await database.queue.keep([], events: [event], at: QueueDatabase.now)
      func ids() async throws -> Int { try await database.value("select count(*) from inbox_seen") }
      _ = try await database.queue.forgetOld(at: QueueDatabase.now.addingTimeInterval(8 * 86_400))
      #expect(try await ids() == 3)
      #expect(try await database.value("select count(*) from kept_events") == 1)
      while try await database.queue.forgetOld(at: QueueDatabase.now.addingTimeInterval(40 * 86_400)) {}
      #expect(try await ids() == 0)
      #expect(try await database.value("select count(*) from inbox") == 0)
      #expect(try await database.value("select count(*) from kept_events") == 0)
    }
  }
}
