import Database
import Messages
import TestSupport
import Testing

@testable import WhatsApp

@Suite struct StatusLatticeTests {
  /// From what counts least to what counts most.
  private static let ladder: [DeliveryStatus.State] = [.sent, .failed, .delivered, .read, .played]

  private func permutations(of states: [DeliveryStatus.State]) -> [[DeliveryStatus.State]] {
    guard let first = states.first else { return [[]] }
    return permutations(of: Array(states.dropFirst())).flatMap { rest in
      (0...rest.count).map { place in Array(rest[..<place]) + [first] + Array(rest[place...]) }
    }
  }

  private func highest(_ states: some Sequence<DeliveryStatus.State>) -> DeliveryStatus.State? {
    states.max { Self.ladder.firstIndex(of: $0) ?? -1 < Self.ladder.firstIndex(of: $1) ?? -1 }
  }

  private func news(_ state: DeliveryStatus.State, of number: Int) -> DeliveryStatus {
    DeliveryStatus(
      state, of: "wamid.\(number)", failure: state == .failed ? 131026 : nil,
      pricing: state == .read ? Pricing(type: "regular", category: "service") : nil)
  }

  @Test func `in all 120 orders of five statuses the highest counts, and price and error are kept`() async throws {
    let orders = permutations(of: Self.ladder)
    #expect(Set(orders).count == 120)
    try await withOutbox { database in
      for number in orders.indices { try await database.enqueue(to: .phone("91\(number)")) }
      for (number, parcel) in try await database.claim(200).enumerated() {
        try await database.outbox.accept(parcel, as: "wamid.\(number)")
      }
      for round in Self.ladder.indices {
        let statuses = orders.enumerated().map { news($1[round], of: $0) }
        try await database.application.transaction { try await $0.record(statuses) }
        let expected = orders.map { highest($0.prefix(round + 1))?.rawValue }
        #expect(try await database.states() == expected)
      }
      let complete: Int = try await database.value(
        "select count(*) from outbox where pricing->>'type' = 'regular' and failure->>'code' = '131026'")
      #expect(complete == 120)
    }
  }

  @Test func `statuses that come together count like those that come apart`() async throws {
    try await withOutbox { database in
      try await database.enqueue()
      try await database.outbox.accept(try await database.claim()[0], as: "wamid.1")
      let statuses = [DeliveryStatus.State.sent, .read, .failed, .sent].map { news($0, of: 1) }
      try await database.application.transaction { try await $0.record(statuses) }
      #expect(try await database.states() == ["read"])
    }
  }

  @Test(arguments: ["sending", "unknown"])
  func `a status settles a row whose answer is missing, and the next one may go`(state: String) async throws {
    try await withOutbox { database in
      try await database.enqueue()
      try await database.enqueue()
      let parcel = try await database.claim()[0]
      if state == "unknown" { try await database.outbox.lose(parcel) }
      try await database.record(DeliveryStatus(.delivered, of: "wamid.1", callback: parcel.id))
      #expect(try await database.states() == ["delivered", "ready"])
      #expect(try await database.claim().map(\.id) == [2])
      try await database.outbox.accept(parcel, as: "wamid.1")
      #expect(try await database.states().first == "delivered")
    }
  }

  @Test func `a status that overtakes the answer waits for it`() async throws {
    try await withOutbox { database in
      try await database.enqueue()
      let parcel = try await database.claim()[0]
      try await database.record(DeliveryStatus(.read, of: "wamid.1"))
      #expect(try await database.states() == ["sending"])
      try await database.outbox.accept(parcel, as: "wamid.1")
      #expect(try await database.states() == ["read"])
    }
  }

  @Test(arguments: [true, false])
  func `a status and the answer that cross each other both count`(answerComesFirst: Bool) async throws {
    try await withOutbox { database in
      try await database.enqueue()
      let parcel = try await database.claim()[0]
      let answer: SQL = "select settle_outbox(\(parcel.id), 1, 'accepted', 'wamid.1', null, null)"
      let status: SQL = "select from record_statuses(\(Self.oneStatus)::jsonb)"
      let (first, second) = answerComesFirst ? (answer, status) : (status, answer)
      let other = try await database.application.transaction { transaction in
        try await transaction.execute(first)
        let other = Task { try await database.application.execute(second) }
        while try await !isWaitingOrDone(in: database) {}
        return other
      }
      _ = try await other.value
      #expect(try await database.states() == ["delivered"])
    }
  }

  private static let oneStatus =
    #"[{"channel": "\#(OutboxDatabase.channel)", "wamid": "wamid.1", "state": "delivered", "at": 1790000000}]"#

  /// Whether the second of two transactions waits for the first, or did not need to.
  private func isWaitingOrDone(in database: OutboxDatabase) async throws -> Bool {
    try await database.value(
      """
      select exists (select from statuses) or exists (select from outbox where wamid is not null) or exists (
        select from pg_locks join pg_database d on d.oid = database
        where locktype = 'advisory' and not granted and datname = current_database())
      """)
  }

  @Test func `our number in somebody else's mouth means nothing`() async throws {
    try await withOutbox { database in
      let id = try await database.enqueue()
      try await database.record(
        DeliveryStatus(.read, of: "wamid.7", callback: id), DeliveryStatus(.read, of: "wamid.8", callback: 999))
      #expect(try await database.states() == ["ready"])
      let parcel = try await database.claim()[0]
      try await database.record(DeliveryStatus(.read, of: "wamid.9", callback: id, channel: "2"))
      try await database.outbox.accept(parcel, as: "wamid.1")
      try await database.record(DeliveryStatus(.read, of: "wamid.10", callback: id))
      #expect(try await database.states() == ["sent"])
    }
  }

  @Test func `callback data that is no number of ours is kept and does no harm`() async throws {
    try await withOutbox { database in
      for (number, data) in ["", "x", "-1", "99999999999999999999", "1; drop table outbox", "१"].enumerated() {
        try await database.record(
          DeliveryStatus(
            messageID: "wamid.\(number)", channel: "1", state: .sent, at: 1_790_000_000, callbackData: data))
      }
      let kept: Int = try await database.value("select count(*) from statuses where outbox_id is null")
      #expect(kept == 6)
    }
  }

  @Test func `each status is kept once, each participant's for itself`() async throws {
    try await withOutbox { database in
      for _ in 1...2 {
        try await database.record(
          DeliveryStatus(.read, of: "wamid.1", participant: "91"),
          DeliveryStatus(.read, of: "wamid.1", participant: "92"),
          DeliveryStatus(.read, of: "wamid.1", participant: "92"))
      }
      let kept: Int = try await database.value("select count(*) from statuses")
      #expect(kept == 2)
    }
  }

  @Test func `deliveries of the same statuses at the same time do not stop each other`() async throws {
    try await withOutbox { database in
      let statuses = (1...50).map { DeliveryStatus(.sent, of: "wamid.\($0)") }
      try await withThrowingTaskGroup { group in
        for turn in 1...6 {
          let batch = turn.isMultiple(of: 2) ? statuses : statuses.reversed()
          group.addTask { try await database.application.transaction { try await $0.record(batch) } }
        }
        try await group.waitForAll()
      }
      let kept: Int = try await database.value("select count(*) from statuses")
      #expect(kept == 50)
    }
  }

  @Test func `a failure that concerns the whole number stops it, but only when it is new`() async throws {
    try await withOutbox { database in
      let status = DeliveryStatus(.failed, of: "wamid.1", failure: 131031)
      try await database.record(status, DeliveryStatus(.failed, of: "wamid.2", channel: "2", failure: 131026))
      #expect(try await database.application.stoppedChannels().map(\.channel) == [OutboxDatabase.channel])
      try await database.application.resumeChannel(OutboxDatabase.channel)
      try await database.record(status)
      #expect(try await database.application.stoppedChannels().isEmpty)
    }
  }
}
