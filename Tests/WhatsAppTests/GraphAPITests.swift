import Foundation
import HTTP
import Messages
import TestSupport
import Testing

@testable import WhatsApp

/// Over real sockets: a server of ours in Meta's place.
@Suite struct GraphAPITests {
  private actor Visits {
    private(set) var requests: [HTTPRequest] = []
    func note(_ request: HTTPRequest) { requests.append(request) }
  }

  private func withMeta(
    timeoutSeconds: Double = 20, answer: @escaping @Sendable (HTTPRequest) async -> HTTPResponse,
    _ body: (GraphAPI) async throws -> Void
  ) async throws -> [HTTPRequest] {
    let visits = Visits()
    let server = try HTTPServer(address: "127.0.0.1:0") { request in
      await visits.note(request)
      return await answer(request)
    }
    let serving = Task { await server.run() }
    var configuration = GraphAPI.Configuration { "secret token" }
    configuration.baseURL = "http://127.0.0.1:\(server.port)"
    configuration.timeoutSeconds = timeoutSeconds
    try await body(GraphAPI(configuration, client: HTTPClient()))
    serving.cancel()
    await serving.value
    return await visits.requests
  }

  @Test func `a message goes to the number's address with token, recipient and our mark`() async throws {
    let requests = try await withMeta(answer: { _ in .json(["messages": [["id": "wamid.1"]]]) }) { graph in
      let outcome = await graph.send(
        .reply(Reply("चीनी")), to: .user("IN.1002"), from: "1001", callbackData: "41", replyTo: "wamid.A1")
      #expect(outcome == .accepted(messageID: "wamid.1"))
    }
    let request = try #require(requests.first)
    #expect(requests.count == 1 && request.method == "POST" && request.path == "/v26.0/1001/messages")
    #expect(request.headers["Authorization"] == "Bearer secret token")
    #expect(request.headers["Content-Type"] == "application/json")
    let expected: JSON = [
      "messaging_product": "whatsapp", "recipient_type": "individual", "recipient": "IN.1002", "type": "text",
      "text": ["body": "चीनी", "preview_url": false], "context": ["message_id": "wamid.A1"],
      "biz_opaque_callback_data": "41",
    ]
    #expect(try JSON(parsing: request.body) == expected)
  }

  @Test func `a refusal is read`() async throws {
    _ = try await withMeta(answer: { _ in .json(["error": ["code": 131047]], status: 400) }) { graph in
      let outcome = await graph.send(.reply(Reply("x")), to: .phone("91"), from: "1001", callbackData: "1")
      guard case .templateNeeded = outcome else {
        Issue.record("\(outcome)")
        return
      }
    }
  }

  @Test func `an answer that does not come leaves it unknown, and is not asked for twice`() async throws {
    let barrier = Barrier(count: 2)
    let answer = { @Sendable (_: HTTPRequest) async -> HTTPResponse in
      await barrier.pass()
      return .text("too late")
    }
    let requests = try await withMeta(timeoutSeconds: 1, answer: answer) { graph in
      let outcome = await graph.send(.reply(Reply("x")), to: .phone("91"), from: "1001", callbackData: "1")
      #expect(outcome == .unknown(reason: "timed out"))
      await barrier.pass()
    }
    #expect(requests.count == 1)
  }

  @Test func `where nobody listens nothing was sent`() async {
    var configuration = GraphAPI.Configuration { "" }
    configuration.baseURL = "http://127.0.0.1:1"
    let outcome = await GraphAPI(configuration, client: HTTPClient())
      .send(.reply(Reply("x")), to: .phone("91"), from: "1001", callbackData: "1")
    guard case .retry(_, _, .account) = outcome else {
      Issue.record("\(outcome)")
      return
    }
  }

  @Test(arguments: ["", "1/../2", "1?x=1", "1 2", "१"])
  func `an id that would change the address is not sent to`(channel: String) async throws {
    let requests = try await withMeta(answer: { _ in .json([:]) }) { graph in
      let outcome = await graph.send(.reply(Reply("x")), to: .phone("91"), from: channel, callbackData: "1")
      guard case .giveUp = outcome else {
        Issue.record("\(outcome)")
        return
      }
    }
    #expect(requests.isEmpty)
  }

  @Test(arguments: [true, false])
  func `a message is marked as read, with or without the sign that we write`(typing: Bool) async throws {
    let requests = try await withMeta(answer: { _ in .json(["success": true]) }) { graph in
      #expect(await graph.markRead("wamid.A1", on: "1001", typing: typing))
    }
    let body = try JSON(parsing: try #require(requests.first).body)
    #expect(body["status"] == "read" && body["message_id"] == "wamid.A1")
    #expect(body["typing_indicator"] == (typing ? ["type": "text"] : nil))
  }

  @Test func `a mark that fails is told and does no harm`() async throws {
    _ = try await withMeta(answer: { _ in .text("", status: 500) }) { graph in
      #expect(await graph.markRead("wamid.A1", on: "1001", typing: true) == false)
    }
  }
}
