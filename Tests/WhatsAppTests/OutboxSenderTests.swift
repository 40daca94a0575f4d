import Database
import Foundation
import HTTP
import Messages
import TestSupport
import Testing

@testable import WhatsApp

/// Meta for a sender: remembers what was said, answers by a script.
private actor Meta {
  typealias Answer = @Sendable (JSON) async throws(HTTPClient.Failure) -> HTTPClient.Response

  private(set) var bodies: [JSON] = []

  func take(_ request: HTTPClient.Request) throws -> JSON {
    let body = try JSON(parsing: request.body)
    bodies.append(body)
    return body
  }

  nonisolated func graph(_ answer: @escaping Answer) -> GraphAPI {
    GraphAPI(GraphAPI.Configuration { "token" }) { request async throws(HTTPClient.Failure) in
      let body: JSON
      do { body = try await self.take(request) } catch { throw .badURL("\(error)") }
      return try await answer(body)
    }
  }

  static func accept(_ body: JSON) -> HTTPClient.Response {
    let id = "wamid.\(body["biz_opaque_callback_data"]?.text ?? "")"
    return HTTPClient.Response(status: 200, body: JSON.object(["messages": [["id": .string(id)]]]).encoded())
  }

  static func refuse(_ code: Int64) -> HTTPClient.Response {
    HTTPClient.Response(status: 400, body: JSON.object(["error": ["code": .integer(code)]]).encoded())
  }
}

@Suite struct OutboxSenderTests {
  /// Nothing happens by itself in the time of a test: each look is a wake.
  private static var limits: OutboxSender.Limits {
    var limits = OutboxSender.Limits()
    limits.pollSeconds = 3600
    limits.resendPollSeconds = 3600
    return limits
  }

  /// Runs a sender until `count` events have come, and returns them.
  @discardableResult
  private func send(
    _ database: OutboxDatabase, untilEvents count: Int, limits: OutboxSender.Limits = limits, graph: GraphAPI
  ) async -> [OutboxEvent] {
    let (stream, continuation) = AsyncStream<OutboxEvent>.makeStream()
    let sender = OutboxSender(
      database: database.application, graph: graph, worker: "test", limits: limits,
      observe: { continuation.yield($0) })
    let running = Task { await sender.run() }
    var events: [OutboxEvent] = []
    for await event in stream {
      events.append(event)
      if events.count == count { break }
    }
    running.cancel()
    await running.value
    return events
  }

  @Test func `what lies in the outbox is sent, marked with its row, and counted as sent`() async throws {
    try await withOutbox { database in
      try await database.enqueue("एक")
      try await database.enqueue("two", to: OutboxDatabase.ravi)
      let meta = Meta()
      await send(database, untilEvents: 2, graph: meta.graph { Meta.accept($0) })
      let bodies = await meta.bodies
      #expect(Set(bodies.compactMap { $0["biz_opaque_callback_data"]?.text }) == ["1", "2"])
      #expect(Set(bodies.compactMap { $0["text"]?["body"]?.text }) == ["एक", "two"])
      #expect(try await database.states() == ["sent", "sent"])
      let ids: [String] = try await database.value("select array_agg(wamid order by id) from outbox")
      #expect(ids == ["wamid.1", "wamid.2"])
    }
  }

  @Test func `a hundred messages go in order to each person`() async throws {
    try await withOutbox { database in
      for number in 1...100 { try await database.enqueue("\(number)", to: .phone("91\(number % 10)")) }
      let meta = Meta()
      await send(database, untilEvents: 100, graph: meta.graph { Meta.accept($0) })
      let byPerson = Dictionary(grouping: await meta.bodies) { $0["to"]?.text }
      #expect(byPerson.count == 10)
      for bodies in byPerson.values {
        let numbers = bodies.compactMap { $0["text"]?["body"]?.integer }
        #expect(numbers.count == 10 && numbers == numbers.sorted())
      }
    }
  }

  @Test func `a wake makes it look at once`() async throws {
    try await withOutbox { database in
      let (answered, continuation) = AsyncStream<Void>.makeStream()
      let sender = OutboxSender(
        database: database.application, graph: Meta().graph { Meta.accept($0) }, worker: "test", limits: Self.limits,
        observe: { _ in continuation.yield() })
      let running = Task { await sender.run() }
      var answers = answered.makeAsyncIterator()
      for _ in 1...3 {
        try await database.enqueue()
        sender.wake()
        _ = await answers.next()
      }
      #expect(try await database.states() == ["sent", "sent", "sent"])
      running.cancel()
      await running.value
    }
  }

  @Test(arguments: [
    (Int64(131000), "ready", 1, [String]()), (131056, "ready", 1, []), (131026, "failed", 0, []),
    (131047, "failed", 0, []), (190, "ready", 0, [OutboxDatabase.channel]),
    (131048, "ready", 0, [OutboxDatabase.channel]),
    (4, "ready", 0, ["*"]),
  ])
  func `a refusal has its consequence`(code: Int64, state: String, attempts: Int, stopped: [String]) async throws {
    try await withOutbox { database in
      try await database.enqueue()
      let meta = Meta()
      await send(database, untilEvents: 1, graph: meta.graph { _ in Meta.refuse(code) })
      #expect(await meta.bodies.count == 1)
      #expect(try await database.states() == [state])
      #expect(try await database.value("select attempts from outbox") == attempts)
      #expect(try await database.value("select (failure->>'code')::bigint from outbox") == code)
      #expect(try await database.application.stoppedChannels().map(\.channel) == stopped)
      #expect(try await database.claim().isEmpty)
    }
  }

  @Test func `after eight refusals a message is dead`() async throws {
    try await withOutbox { database in
      try await database.enqueue()
      for _ in 1...8 {
        await send(database, untilEvents: 1, graph: Meta().graph { _ in Meta.refuse(131000) })
        try await database.letPass(seconds: 10_000)
      }
      #expect(try await database.states() == ["dead"])
    }
  }

  @Test func `a lost answer leaves the row unknown, and it is not sent again`() async throws {
    try await withOutbox { database in
      try await database.enqueue()
      let meta = Meta()
      await send(database, untilEvents: 1, graph: meta.graph { _ throws(HTTPClient.Failure) in throw .timedOut })
      try await database.letPass(seconds: 3600)
      #expect(try await database.claim().isEmpty)
      #expect(try await database.states() == ["unknown"])
    }
  }

  @Test func `a row that nobody can read is refused and holds up nobody`() async throws {
    try await withOutbox { database in
      try await database.enqueue()
      try await database.enqueue()
      try await database.owner.execute("update outbox set message = '{\"hologram\": 1}' where id = 1")
      await send(database, untilEvents: 1, graph: Meta().graph { Meta.accept($0) })
      #expect(try await database.states() == ["failed", "sent"])
    }
  }

  @Test func `what was claimed too long ago is not sent any more`() async throws {
    try await withOutbox { database in
      try await database.enqueue()
      var limits = Self.limits
      limits.sendingSeconds = 0  // as if the process had stood still between the claim and the send
      let meta = Meta()
      let events = await send(database, untilEvents: 1, limits: limits, graph: meta.graph { Meta.accept($0) })
      guard case .overslept? = events.first else { return #expect(Bool(false), "\(events)") }
      #expect(await meta.bodies.isEmpty)
    }
  }

  @Test func `a new access token lets a number go on that was stopped for want of one, and no other`() async throws {
    try await withOutbox { database in
      try await database.enqueue()
      await send(database, untilEvents: 1, graph: Meta().graph { _ in Meta.refuse(190) })
      try await database.record(DeliveryStatus(.failed, of: "wamid.2", channel: "2", failure: 131031))
      #expect(try await database.application.resumeAfterNewToken() == 1)
      #expect(try await database.application.stoppedChannels().map(\.channel) == ["2"])
      #expect(try await database.claim().map(\.id) == [1])
    }
  }

  @Test func `a stop lets the send that is under way come to its end`() async throws {
    try await withOutbox { database in
      try await database.enqueue()
      let (begun, posted) = AsyncStream<Void>.makeStream()
      let barrier = Barrier(count: 2)
      let graph = Meta().graph { body in
        posted.yield()
        await barrier.pass()
        return Task.isCancelled ? Meta.refuse(1) : Meta.accept(body)
      }
      let sender = OutboxSender(database: database.application, graph: graph, worker: "test", limits: Self.limits)
      let running = Task { await sender.run() }
      var posts = begun.makeAsyncIterator()
      _ = await posts.next()
      running.cancel()
      await barrier.pass()
      await running.value
      #expect(try await database.states() == ["sent"])
    }
  }

  @Test func `without a database it waits and reports`() async throws {
    let nowhere = Postgres(Postgres.Configuration(url: "host=/nowhere dbname=x"))
    let (faults, continuation) = AsyncStream<OutboxEvent>.makeStream()
    let sender = OutboxSender(
      database: nowhere, graph: Meta().graph { Meta.accept($0) }, worker: "test", limits: Self.limits,
      observe: { continuation.yield($0) })
    let running = Task { await sender.run() }
    var events = faults.makeAsyncIterator()
    guard case .fault? = await events.next() else {
      Issue.record("no fault")
      return
    }
    running.cancel()
    await running.value
    await nowhere.close()
  }
}
