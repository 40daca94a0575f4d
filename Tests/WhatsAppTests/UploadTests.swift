import Database
import Foundation
import HTTP
import Messages
import TestSupport
import Testing

@testable import WhatsApp

/// Messages with a file: it is handed in first, and once.
@Suite struct UploadTests {
  private static let picture: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 13, 10, 26, 10, 0]

  /// Meta's two doors: what was posted to which, in order.
  private actor Doors {
    struct Visit: Sendable, Hashable {
      let edge: String
      let body: [UInt8]
    }

    private(set) var visits: [Visit] = []

    func note(_ request: HTTPClient.Request) -> String {
      let edge = String(request.url.split(separator: "/").last ?? "")
      visits.append(Visit(edge: edge, body: request.body))
      return edge
    }

    var edges: [String] { visits.map(\.edge) }
  }

  private typealias Answer = @Sendable (_ visit: Int) async throws(HTTPClient.Failure) -> HTTPClient.Response

  private static let uploaded: Answer = { visit in response(["id": .string("90\(visit)")]) }
  private static let accepted: Answer = { visit in response(["messages": [["id": .string("wamid.\(visit)")]]]) }

  private static func response(_ json: JSON, status: Int = 200) -> HTTPClient.Response {
    HTTPClient.Response(status: status, body: json.encoded())
  }

  private func graph(_ doors: Doors, media: @escaping Answer, messages: @escaping Answer) -> GraphAPI {
    GraphAPI(GraphAPI.Configuration { "token" }) { request async throws(HTTPClient.Failure) in
      let edge = await doors.note(request)
      let visit = await doors.edges.filter { $0 == edge }.count
      return edge == "media" ? try await media(visit) : try await messages(visit)
    }
  }

  private func send(_ database: OutboxDatabase, untilEvents count: Int, _ graph: GraphAPI) async {
    var limits = OutboxSender.Limits()
    (limits.pollSeconds, limits.resendPollSeconds) = (3600, 3600)
    let (events, continuation) = AsyncStream<OutboxEvent>.makeStream()
    let sender = OutboxSender(
      database: database.application, graph: graph, worker: "test", limits: limits,
      observe: { continuation.yield($0) })
    let running = Task { await sender.run() }
    var seen = 0
    for await _ in events {
      seen += 1
      if seen == count { break }
    }
    running.cancel()
    await running.value
  }

  private func enqueue(_ database: OutboxDatabase, _ bytes: [UInt8] = picture) async throws {
    let now = Date(timeIntervalSince1970: 1_795_237_200)
    try await database.owner.execute(
      "insert into shops (name, created_at) overriding system value values ('Asha', \(now))")
    let shop: ShopID = try await database.value("select max(shop_id) from shops")
    try await database.application.books(of: shop, at: now) { books in
      let file = try await books.keep(OutgoingFile(named: "pay.png", type: .png, bytes: bytes))
      try books.transaction.enqueue(
        .reply(Reply("₹200", attachment: file)), to: OutboxDatabase.asha, on: OutboxDatabase.channel, shop: shop,
        inReplyTo: nil)
    }
  }

  @Test func `a file is handed in before its message is sent, and the message names it`() async throws {
    try await withOutbox { database in
      try await enqueue(database)
      let doors = Doors()
      await send(database, untilEvents: 2, graph(doors, media: Self.uploaded, messages: Self.accepted))
      let visits = await doors.visits
      #expect(visits.map(\.edge) == ["media", "messages"])
      let message = try JSON(parsing: visits[1].body)
      #expect(message["image"] == ["id": "901", "caption": "₹200"])
      #expect(visits[0].body.contains(Self.picture))
      #expect(try await database.states() == ["sent"])
    }
  }

  @Test func `a message that is sent once more uploads nothing`() async throws {
    try await withOutbox { database in
      try await enqueue(database)
      let doors = Doors()
      let refused: Answer = { _ in Self.response(["error": ["code": 131000]], status: 500) }
      await send(database, untilEvents: 2, graph(doors, media: Self.uploaded, messages: refused))
      try await database.letPass(seconds: 3600)
      await send(database, untilEvents: 1, graph(doors, media: Self.uploaded, messages: Self.accepted))
      #expect(await doors.edges == ["media", "messages", "messages"])
      #expect(try await database.states() == ["sent"])
    }
  }

  @Test func `a lost answer to an upload leaves nothing unknown, and it is tried again`() async throws {
    try await withOutbox { database in
      try await enqueue(database)
      let doors = Doors()
      let lost: Answer = { _ throws(HTTPClient.Failure) in throw .timedOut }
      await send(database, untilEvents: 1, graph(doors, media: lost, messages: Self.accepted))
      #expect(try await database.states() == ["ready"])
      try await database.letPass(seconds: 3600)
      await send(database, untilEvents: 2, graph(doors, media: Self.uploaded, messages: Self.accepted))
      #expect(await doors.edges == ["media", "media", "messages"])
      #expect(try await database.states() == ["sent"])
    }
  }

  @Test func `whoever dies over an upload leaves the row to the next, and what follows waits`() async throws {
    try await withOutbox { database in
      try await enqueue(database)
      try await database.enqueue("after it")
      #expect(try await database.claim().map(\.wantsUpload) == [true])
      #expect(try await database.claim().isEmpty)
      #expect(try await database.states() == ["ready", "ready"])
      try await database.letPass(seconds: 61)
      #expect(try await database.claim().map(\.id) == [1])
    }
  }

  @Test func `an upload of somebody who was given up counts for nothing`() async throws {
    try await withOutbox { database in
      try await enqueue(database)
      let slow = try #require(try await database.claim().first)
      try await database.letPass(seconds: 61)
      let next = try #require(try await database.claim().first)
      try await database.outbox.uploaded(slow, as: "900")
      #expect(try await database.claim().isEmpty)
      try await database.outbox.uploaded(next, as: "901")
      let parcel = try #require(try await database.claim().first)
      #expect(parcel.uploadID == "901" && !parcel.wantsUpload)
    }
  }

  @Test func `a file that WhatsApp will have forgotten is handed in anew`() async throws {
    try await withOutbox { database in
      try await enqueue(database)
      let parcel = try #require(try await database.claim().first)
      try await database.outbox.uploaded(parcel, as: "900")
      try await database.owner.execute("update outbox set uploaded_at = uploaded_at - interval '30 days'")
      #expect(try await database.claim().map(\.wantsUpload) == [true])
    }
  }

  @Test(arguments: [(Int64(100), "failed"), (190, "ready"), (131_000, "ready")])
  func `a refused upload has its consequence`(code: Int64, state: String) async throws {
    try await withOutbox { database in
      try await enqueue(database)
      let doors = Doors()
      let refused: Answer = { _ in Self.response(["error": ["code": .integer(code)]], status: 400) }
      await send(database, untilEvents: 1, graph(doors, media: refused, messages: Self.accepted))
      #expect(try await database.states() == [state])
      #expect(await doors.edges == ["media"])
    }
  }

  @Test func `a message whose file is gone is not sent without it`() async throws {
    try await withOutbox { database in
      try await enqueue(database)
      _ = try await database.application.forgetFiles(at: .distantFuture)  // knows no shop without members
      try await database.owner.execute("update outbox set media_id = 99")
      try await database.enqueue("after it")
      await send(database, untilEvents: 1, graph(Doors(), media: Self.uploaded, messages: Self.accepted))
      #expect(try await database.states() == ["failed", "sent"])
    }
  }

  @Test func `a form ends where its file ends, whatever stands in it`() {
    let hostile = Array("\r\n--retailmind-part-0--\r\nretailmind-part-1".utf8)
    let form = UploadForm(hostile, as: .text)
    #expect(form.contentType == "multipart/form-data; boundary=retailmind-part-2")
    #expect(form.body.contains(hostile))
  }

  @Test(arguments: [
    ("stock.csv", "stock.csv"), ("../../etc/passwd", "....etcpasswd"), ("a\u{202E}b\n.xlsx", "ab.xlsx"),
    ("क्\u{200D}ष.xlsx", "क्\u{200D}ष.xlsx"), ("..", "file"), ("", "file"),
  ])
  func `a file's name leads nowhere`(given: String, kept: String) {
    #expect(OutgoingFile(named: given, type: .text, bytes: [1]).name == kept)
  }
}
