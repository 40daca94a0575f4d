import Database
import Messages
import TestSupport
import Testing

@testable import WhatsApp

/// WhatsApp's limits count the number, not our processes: whoever claims, the pace is one.
struct PaceTests {
  private static func limits(perSecond: Double = 1_000, burst: Double = 45, pairSeconds: Double = 6)
    -> OutboxSender.Limits
  {
    var limits = OutboxSender.Limits()
    limits.numberPerSecond = perSecond
    limits.pairBurst = burst
    limits.pairSeconds = pairSeconds
    return limits
  }

  /// Claims and answers row after row, until nothing may go; how many went.
  private func drain(_ database: OutboxDatabase, _ limits: OutboxSender.Limits) async throws -> Int {
    var sent = 0
    while true {
      let parcels = try await database.claim(100, limits)
      if parcels.isEmpty { return sent }
      for parcel in parcels { try await database.outbox.accept(parcel, as: "wamid.\(parcel.id)") }
      sent += parcels.count
    }
  }

  @Test func `one person gets a burst, and then one message at a time`() async throws {
    try await withOutbox { database in
      for _ in 1...5 { try await database.enqueue() }
      let limits = Self.limits(burst: 2)
      #expect(try await drain(database, limits) == 2)
      let isPutOff: Bool = try await database.value(
        "select due_at between clock_timestamp() and clock_timestamp() + interval '6 s' from outbox where id = 3")
      #expect(isPutOff)
      try await database.letPass(seconds: 6)
      #expect(try await drain(database, limits) == 1)
      try await database.letPass(seconds: 12)
      #expect(try await drain(database, limits) == 2)
    }
  }

  @Test func `the burst of one person is nobody else's`() async throws {
    try await withOutbox { database in
      for _ in 1...3 { try await database.enqueue() }
      try await database.enqueue(to: OutboxDatabase.ravi)
      #expect(try await drain(database, Self.limits(burst: 1)) == 2)
      #expect(try await database.states() == ["sent", "ready", "ready", "sent"])
    }
  }

  @Test func `the messages of a number are spread over time, and nobody is given slots far ahead`() async throws {
    try await withOutbox { database in
      for person in 1...100 { try await database.enqueue(to: .phone("91\(person)")) }
      let first = try await database.claim(100, Self.limits(perSecond: 80))
      // A tenth of a second's worth at once, and the slots of the next quarter of a second.
      #expect(first.filter { $0.waitSeconds == 0 }.count == 9)
      #expect(first.count == 29)
      #expect(first.allSatisfy { $0.waitSeconds <= 0.25 })
      try await database.letPass(seconds: -10)  // as if nothing had passed, however slow this machine is
      #expect(try await database.claim(100, Self.limits(perSecond: 80)).isEmpty)
      try await database.letPass(seconds: 12)
      #expect(try await database.claim(100, Self.limits(perSecond: 80)).count == 29)
    }
  }

  @Test func `a number that waits does not hold up another`() async throws {
    try await withOutbox { database in
      for person in 1...100 { try await database.enqueue(to: .phone("91\(person)")) }
      _ = try await database.claim(100, Self.limits(perSecond: 80))
      try await database.letPass(seconds: -10)
      try await database.enqueue(on: "200000000000002")
      #expect(try await database.claim(100, Self.limits(perSecond: 80)).map(\.channel) == ["200000000000002"])
    }
  }

  @Test func `what goes to one person goes in order, to the phone and to the user id`() async throws {
    try await withOutbox { database in
      try await database.enqueue("one", to: OutboxDatabase.asha, person: 7)
      try await database.enqueue("two", to: OutboxDatabase.ravi, person: 7)
      let first = try await database.claim()
      #expect(first.map(\.id) == [1])
      try await database.outbox.accept(first[0], as: "wamid.1")
      #expect(try await database.claim().map(\.id) == [2])
    }
  }

  @Test func `many answers that come together share a commit`() async throws {
    try await withOutbox { database in
      for person in 1...50 { try await database.enqueue(to: .phone("91\(person)")) }
      let parcels = try await database.claim(50)
      let outbox = database.outbox
      try await withThrowingTaskGroup(of: Void.self) { group in
        for parcel in parcels { group.addTask { try await outbox.accept(parcel, as: "wamid.\(parcel.id)") } }
        try await group.waitForAll()
      }
      #expect(try await database.states().allSatisfy { $0 == "sent" })
      let ids: Bool = try await database.value("select bool_and(wamid = 'wamid.' || id) from outbox")
      #expect(ids)
    }
  }
}
