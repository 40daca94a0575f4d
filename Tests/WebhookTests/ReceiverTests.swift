import Crypto
import Foundation
import HTTP
import Testing

@testable import Webhook

/// What was handed to the inbox.
private actor Inbox {
  struct Full: Error {}

  private(set) var deliveries: [Delivery] = []
  private let isFull: Bool

  init(isFull: Bool = false) { self.isFull = isFull }

  func keep(_ delivery: Delivery) throws {
    if isFull { throw Full() }
    deliveries.append(delivery)
  }
}

@Suite struct ReceiverTests {
  private static let current = HMACKey(Array("a secret".utf8))
  private static let next = HMACKey(Array("the secret after it".utf8))
  private static let body = Post.message(#""type": "text", "text": {"body": "5 किलो चीनी बेची 🙏 50% <b> a@b.in/x"}"#)

  private func receiver(_ inbox: Inbox = Inbox(), secrets: [HMACKey] = [current, next]) -> WebhookReceiver {
    WebhookReceiver(
      secrets: { secrets }, verifyToken: { "open sesame" }, now: { Post.arrival }, keep: { try await inbox.keep($0) })
  }

  private func post(_ body: [UInt8], signature: String?) -> HTTPRequest {
    let headers = HTTPHeaders(signature.map { [("x-hub-signature-256", $0)] } ?? [])
    return HTTPRequest(method: "POST", path: "/webhook", headers: headers, body: body)
  }

  private static func sign(_ body: [UInt8], with key: HMACKey = current) -> String {
    "sha256=" + Hex.encode(key.code(for: body))
  }

  @Test(arguments: [
    sign(body), sign(body, with: next), "sha256=" + Hex.encode(current.code(for: body)).uppercased(),
  ])
  func `a message signed with either secret is kept and acknowledged`(signature: String) async {
    let inbox = Inbox()
    let response = await receiver(inbox).respond(to: post(Self.body, signature: signature))
    #expect(response.status == 200)
    #expect(await inbox.deliveries.map(\.messages.count) == [1])
  }

  @Test(arguments: [
    nil, "", "sha256=", String(sign(body).dropLast()), String(sign(body).dropLast(2)), sign(body) + "00",
    "sha256=" + String(repeating: "0", count: 64), "sha256=" + String(repeating: "g", count: 64),
    "sha1=" + sign(body).dropFirst(7), sign(body, with: HMACKey(Array("somebody else's".utf8))), sign([]),
  ])
  func `a message without a good signature is refused and not looked at`(signature: String?) async {
    let inbox = Inbox()
    let response = await receiver(inbox).respond(to: post(Self.body, signature: signature))
    #expect(response.status == 401)
    #expect(await inbox.deliveries.isEmpty)
  }

  @Test func `the signature of a body written anew does not do`() async throws {
    let anew = try JSON(parsing: Self.body).encoded()
    let response = await receiver().respond(to: post(Self.body, signature: Self.sign(anew)))
    #expect(response.status == 401)
  }

  @Test func `without secrets nothing is believed`() async {
    let response = await receiver(secrets: []).respond(to: post(Self.body, signature: Self.sign(Self.body)))
    #expect(response.status == 401)
  }

  @Test(arguments: ["", "{", "no JSON", "\u{0}"])
  func `signed bytes that are no JSON become a dead letter, for sending them again would not help`(text: String) async {
    let inbox = Inbox()
    let body = Array(text.utf8)
    let response = await receiver(inbox).respond(to: post(body, signature: Self.sign(body)))
    #expect(response.status == 200)
    #expect(await inbox.deliveries.map(\.notes) == [[.deadLetter("body", reason: "notJSON", raw: body)]])
  }

  @Test func `what cannot be kept is asked for again`() async {
    let response = await receiver(Inbox(isFull: true)).respond(to: post(Self.body, signature: Self.sign(Self.body)))
    #expect(response.status == 503)
  }

  @Test func `a POST with nothing in it does not bother the inbox`() async {
    let body = Array(#"{"object": "whatsapp_business_account", "entry": []}"#.utf8)
    let response = await receiver(Inbox(isFull: true)).respond(to: post(body, signature: Self.sign(body)))
    #expect(response.status == 200)
  }

  @Test(arguments: ["PUT", "DELETE", "OPTIONS", "post"])
  func `other methods are not for us`(method: String) async {
    let response = await receiver().respond(to: HTTPRequest(method: method, path: "/webhook"))
    #expect(response.status == 405)
    #expect(response.headers.map(\.name) == ["Allow"])
  }

  private static let greeting = [
    "hub.mode": "subscribe", "hub.verify_token": "open sesame", "hub.challenge": "<b>115</b>",
  ]

  @Test func `the handshake gives the challenge back as plain text`() async {
    let response = await receiver().respond(to: HTTPRequest(method: "GET", path: "/webhook", query: Self.greeting))
    #expect(response.status == 200)
    #expect(response.body == Array("<b>115</b>".utf8))
    #expect(response.headers.first?.value.hasPrefix("text/plain") == true)
  }

  @Test(arguments: [
    ["hub.verify_token": "open sesamE"], ["hub.verify_token": ""], ["hub.verify_token": nil],
    ["hub.mode": "unsubscribe"],
    ["hub.mode": nil], ["hub.challenge": nil],
  ])
  func `a handshake that is not quite right is refused`(change: [String: String?]) async {
    let query = Self.greeting.merging(change.compactMapValues { $0 }) { _, new in new }
      .filter { change[$0.key] != .some(nil) }
    let response = await receiver().respond(to: HTTPRequest(method: "GET", path: "/webhook", query: query))
    #expect(response.status == 403)
  }

  @Test func `without a verify token of our own no handshake succeeds`() async {
    let receiver = WebhookReceiver(secrets: { [] }, verifyToken: { "" }, now: { Post.arrival }, keep: { _ in })
    let query = Self.greeting.merging(["hub.verify_token": ""]) { _, new in new }
    #expect(await receiver.respond(to: HTTPRequest(method: "GET", path: "/", query: query)).status == 403)
  }
}
