import Database
import Foundation
import Messages
import TestSupport
import Testing

@testable import WhatsApp

@Suite struct OutboxOrderTests {
  @Test func `rows to one recipient go one after the other, recipients side by side`() async throws {
    try await withOutbox { database in
      for recipient in [OutboxDatabase.asha, OutboxDatabase.asha, OutboxDatabase.ravi] {
        try await database.enqueue(to: recipient)
      }
      let first = try await database.claim()
      #expect(first.map(\.id) == [1, 3])
      #expect(try await database.claim().isEmpty)
      try await database.outbox.accept(first[0], as: "wamid.1")
      #expect(try await database.claim().map(\.id) == [2])
      #expect(try await database.states() == ["sent", "sending", "sending"])
    }
  }

  @Test func `a claimed row is what was written`() async throws {
    try await withOutbox { database in
      try await database.enqueue("a\u{0}b\n“क्षि”", to: OutboxDatabase.ravi)
      let parcel = try #require(try await database.claim().first)
      #expect(parcel.content?.message == .reply(Reply("ab\n“क्षि”")))
      #expect(parcel.content?.recipient == OutboxDatabase.ravi)
      #expect(parcel.channel == OutboxDatabase.channel && parcel.attempts == 0 && parcel.claim == 1)
    }
  }

  @Test func `one person on two numbers does not hold up himself`() async throws {
    try await withOutbox { database in
      try await database.enqueue()
      try await database.enqueue(on: "2")
      #expect(try await database.claim().count == 2)
    }
  }

  @Test func `no more are claimed than were asked for`() async throws {
    try await withOutbox { database in
      for number in 1...3 { try await database.enqueue(to: .phone("91\(number)")) }
      #expect(try await database.claim(2).map(\.id) == [1, 2])
    }
  }

  @Test func `a row that waits for its next attempt holds up those behind it`() async throws {
    try await withOutbox { database in
      try await database.enqueue()
      try await database.enqueue()
      let parcel = try await database.claim()[0]
      try await database.outbox.end(parcel, as: .retry, ChannelFailure(code: 131000), afterSeconds: 100)
      #expect(try await database.claim().isEmpty)
      try await database.letPass(seconds: 101)
      let again = try await database.claim()
      #expect(again.map(\.id) == [1] && again[0].attempts == 1 && again[0].claim == 2)
    }
  }

  @Test func `being held back is not counted as an attempt`() async throws {
    try await withOutbox { database in
      try await database.enqueue()
      try await database.outbox.end(try await database.claim()[0], as: .later, nil)
      #expect(try await database.claim().map(\.attempts) == [0])
    }
  }

  @Test(arguments: [Outbox.Ending.failed, .dead])
  func `a row that was given up lets the next one pass`(ending: Outbox.Ending) async throws {
    try await withOutbox { database in
      try await database.enqueue()
      try await database.enqueue()
      try await database.outbox.end(try await database.claim()[0], as: ending, ChannelFailure(code: 131026))
      #expect(try await database.claim().map(\.id) == [2])
      let code: Int = try await database.value("select (failure->>'code')::bigint from outbox where id = 1")
      #expect(code == 131026)
    }
  }

  @Test func `an unknown row holds up the next one for thirty seconds`() async throws {
    try await withOutbox { database in
      try await database.enqueue()
      try await database.enqueue()
      try await database.outbox.lose(try await database.claim()[0])
      try await database.letPass(seconds: 29)
      #expect(try await database.claim().isEmpty)
      try await database.letPass(seconds: 2)
      #expect(try await database.claim().map(\.id) == [2])
    }
  }

  @Test func `a row whose sender died is unknown after a minute`() async throws {
    try await withOutbox { database in
      try await database.enqueue()
      _ = try await database.claim()
      try await database.letPass(seconds: 59)
      _ = try await database.claim()
      #expect(try await database.states() == ["sending"])
      try await database.letPass(seconds: 2)
      #expect(try await database.claim().isEmpty)
      #expect(try await database.states() == ["unknown"])
    }
  }

  @Test func `an answer that comes after the minute is still the truth`() async throws {
    try await withOutbox { database in
      try await database.enqueue()
      let parcel = try await database.claim()[0]
      try await database.letPass(seconds: 61)
      _ = try await database.claim()
      try await database.outbox.accept(parcel, as: "wamid.1")
      #expect(try await database.states() == ["sent"])
    }
  }

  @Test func `an answer under an older claim changes nothing`() async throws {
    try await withOutbox { database in
      try await database.enqueue()
      let slow = try await database.claim()[0]
      try await database.outbox.end(slow, as: .later, nil)
      _ = try await database.claim()
      try await database.outbox.end(slow, as: .failed, ChannelFailure(code: 1))
      try await database.outbox.accept(slow, as: "wamid.1")
      #expect(try await database.states() == ["sending"])
    }
  }

  @Test func `many workers send each row once and each person's rows in order`() async throws {
    try await withOutbox { database in
      for _ in 1...4 {
        for person in 1...25 { try await database.enqueue(to: .phone("91\(person)")) }
      }
      let sent = try await withThrowingTaskGroup(of: [Parcel].self) { group in
        for _ in 1...6 { group.addTask { try await self.work(on: database) } }
        return try await group.reduce(into: []) { $0 += $1 }
      }
      #expect(sent.map(\.id).sorted() == Array(1...100))
      #expect(try await database.states().allSatisfy { $0 == "sent" })
      let outOfOrder: Int = try await database.value(
        "select count(*) from outbox a join outbox b using (address) where a.id < b.id and a.settled_at > b.settled_at")
      #expect(outOfOrder == 0)
    }
  }

  private func work(on database: OutboxDatabase) async throws -> [Parcel] {
    var done: [Parcel] = []
    while try await database.owner.query("select from outbox where state in ('ready', 'sending')").count > 0 {
      for parcel in try await database.claim(7) {
        try await database.outbox.accept(parcel, as: "wamid.\(parcel.id)")
        done.append(parcel)
      }
    }
    return done
  }
}

@Suite struct ChannelStopTests {
  private let locked = ChannelFailure(code: 131031, title: "locked")

  @Test func `a stopped number keeps its rows until it is resumed, others go on`() async throws {
    try await withOutbox { database in
      try await database.enqueue()
      try await database.enqueue(on: "2")
      let parcel = try await database.claim(1)[0]
      try await database.outbox.end(
        parcel, as: .later, locked, stopping: Outbox.Stop(channel: parcel.channel, seconds: nil))
      #expect(try await database.claim().map(\.channel) == ["2"])
      let stop = try #require(try await database.application.stoppedChannels().first)
      #expect(stop.channel == OutboxDatabase.channel && stop.until == nil && stop.failure == locked)
      #expect(stop.meaning == "the account is locked")
      #expect(try await database.application.resumeChannel(OutboxDatabase.channel))
      #expect(try await database.claim().map(\.id) == [1])
    }
  }

  @Test func `a stop of all numbers for some seconds ends by itself`() async throws {
    try await withOutbox { database in
      try await database.enqueue()
      let parcel = try await database.claim()[0]
      try await database.outbox.end(parcel, as: .later, locked, stopping: Outbox.Stop(channel: "*", seconds: 60))
      #expect(try await database.claim().isEmpty)
      try await database.letPass(seconds: 61)
      #expect(try await database.application.stoppedChannels().isEmpty)
      #expect(try await database.claim().count == 1)
    }
  }

  @Test func `a stop is never made shorter`() async throws {
    try await withOutbox { database in
      for seconds in [60, 3600, 10, nil, 10] as [Double?] {
        try await database.application.execute("select stop_channel('1', \(seconds), '{\"code\": 1}')")
      }
      #expect(try await database.application.stoppedChannels().map(\.until) == [nil])
    }
  }
}

@Suite struct OutboxRightsTests {
  @Test(
    arguments: [
      "select from outbox", "select from statuses", "select from channel_stops", "delete from outbox",
      "insert into channel_stops (channel, failure) values ('1', '{}')", "select apply_statuses('{}')",
      "select from outbox_rows_of('{}')",
    ] as [SQL])
  func `the application goes through its functions only`(statement: SQL) async throws {
    try await withOutbox { database in
      let error = await #expect(throws: DatabaseError.self) { try await database.application.execute(statement) }
      #expect(error?.sqlState == "42501")
    }
  }

  @Test func `a table of the session's own does not come before the outbox`() async throws {
    try await withOutbox { database in
      try await database.application.transaction { transaction in
        try await transaction.execute("create temporary table outbox (id bigint)")
        try transaction.enqueue(
          .reply(Reply("x")), to: OutboxDatabase.asha, on: "1", shop: nil, inReplyTo: nil)
      }
      #expect(try await database.states() == ["ready"])
    }
  }

  @Test func `what is open can be counted`() async throws {
    try await withOutbox { database in
      try await database.enqueue()
      try await database.enqueue()
      _ = try await database.claim()
      let open = try await database.application.openMessages().sorted { $0.state < $1.state }
      #expect(open.map(\.state) == ["ready", "sending"] && open.map(\.count) == [1, 1])
    }
  }
}
