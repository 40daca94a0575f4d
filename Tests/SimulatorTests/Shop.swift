import Foundation
import HTTP

@testable import Simulator

/// One believable shop: Sunita owns it, Ravi helps, Asha buys there, Meera hides her number.
enum Shop {
  static let owners = WhatsAppSimulator.Number(
    phoneNumberID: "106540350000001", displayNumber: "+91 98200 00001", name: "RetailMind", pictureLetter: "R")
  static let counter = WhatsAppSimulator.Number(
    phoneNumberID: "106540350000002", displayNumber: "+91 98200 00002", name: "Sunita Kirana", pictureLetter: "S")

  static let sunita = "919822000001"
  static let ravi = "919822000002"
  static let asha = "919822000003"
  static let meera = "IN.40211785530196472204"

  static let start = Date(timeIntervalSince1970: 1_791_180_000)

  static var configuration: WhatsAppSimulator.Configuration {
    var configuration = WhatsAppSimulator.Configuration(
      appSecret: "test-secret", accessToken: "test-token", businessAccountID: "102290120000001",
      webhookURL: "http://127.0.0.1:1/webhook", numbers: [owners, counter],
      people: [
        .init(
          phone: sunita, userID: "IN.40211785530196472201", name: "सुनीता", role: .owner,
          numbers: [owners.phoneNumberID]),
        .init(phone: ravi, name: "Ravi", role: .staff, numbers: [owners.phoneNumberID]),
        .init(phone: asha, name: "Asha", role: .customer, numbers: [counter.phoneNumberID]),
        .init(phone: nil, userID: meera, name: "Meera", role: .customer, numbers: [counter.phoneNumberID]),
      ].compactMap(\.self))
    configuration.timing = .immediate
    configuration.templates = [Sample.summary]
    return configuration
  }
}

/// A clock that a test moves.
final class Clock: @unchecked Sendable {
  // The lock guards `time`.
  private let lock = NSLock()
  private var time = Shop.start

  var now: Date { lock.withLock { time } }

  func advance(_ seconds: TimeInterval) {
    lock.withLock { time += seconds }
  }
}

/// Our server, as Meta sees it: takes webhooks and answers as the test says, 200 when it says nothing.
actor Receiver {
  private(set) var posts: [WebhookPost] = []
  private var script: [Int]
  private var waiting: (count: Int, continuation: CheckedContinuation<Void, Never>)?

  init(answering script: [Int] = []) {
    self.script = script
  }

  func take(_ post: WebhookPost) -> Int {
    posts.append(post)
    if let waiting, posts.count >= waiting.count {
      self.waiting = nil
      waiting.continuation.resume()
    }
    return script.isEmpty ? 200 : script.removeFirst()
  }

  /// The first so many, once they have come.
  func posts(_ count: Int) async -> [WebhookPost] {
    if posts.count < count { await withCheckedContinuation { waiting = (count, $0) } }
    return Array(posts.prefix(count))
  }
}

/// A simulator that runs, the server behind it, and a clock.
struct Stage: Sendable {
  let simulator: WhatsAppSimulator
  let receiver: Receiver
  let clock: Clock

  static func run(
    _ configuration: WhatsAppSimulator.Configuration = Shop.configuration, answering script: [Int] = [],
    _ play: @Sendable (Stage) async throws -> Void
  ) async throws {
    let receiver = Receiver(answering: script)
    let clock = Clock()
    let simulator = WhatsAppSimulator(configuration: configuration, now: { clock.now }, seed: 7) { post in
      await receiver.take(post)
    }
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask { await simulator.run() }
      try await play(Stage(simulator: simulator, receiver: receiver, clock: clock))
      group.cancelAll()
    }
  }
}

extension Stage {
  /// A call to the simulator as the page or a test makes it.
  func ask(
    _ method: String, _ path: String, _ query: [String: String] = [:], body: JSON? = nil,
    headers: [(name: String, value: String)] = [("Host", "localhost:8080"), ("Content-Type", "application/json")]
  ) async -> HTTPResponse {
    let request = HTTPRequest(
      method: method, path: "/simulator/" + path, query: query, headers: HTTPHeaders(headers),
      body: body?.encoded() ?? [])
    return await simulator.respond(to: request) ?? HTTPResponse(status: 599)
  }

  /// A call of our server to Meta.
  func graph(
    _ method: String, _ path: String, body: JSON? = nil, token: String? = "test-token"
  ) async -> HTTPResponse {
    var headers = [(name: "Host", value: "localhost:8080"), (name: "Content-Type", value: "application/json")]
    if let token { headers.append(("Authorization", "Bearer " + token)) }
    return await ask(method, "graph/v23.0/" + path, body: body, headers: headers)
  }

  /// Our server writes to somebody.
  @discardableResult
  func send(_ fields: [String: JSON], from number: WhatsAppSimulator.Number = Shop.owners) async -> HTTPResponse {
    let body = fields.merging(["messaging_product": "whatsapp"]) { old, _ in old }
    return await graph("POST", number.phoneNumberID + "/messages", body: .object(body))
  }

  func sendText(_ text: String, to person: String = Shop.sunita) async -> HTTPResponse {
    await send(["to": .string(person), "type": "text", "text": ["body": .string(text)]])
  }

  @discardableResult
  func say(_ fields: [String: JSON], from person: String = Shop.sunita) async -> HTTPResponse {
    let number = person == Shop.asha || person == Shop.meera ? Shop.counter : Shop.owners
    let address: [String: JSON] = ["from": .string(person), "to": .string(number.phoneNumberID)]
    return await ask("POST", "api/say", body: .object(fields.merging(address) { old, _ in old }))
  }

  /// All events of Sunita's chat so far, or later ones once there are any.
  func chat(after number: Int = 0, wait: Int = 0, open: Bool = false) async -> [JSON] {
    let query = [
      "person": Shop.sunita, "number": Shop.owners.phoneNumberID, "after": String(number), "wait": String(wait),
      "open": open ? "1" : "0",
    ]
    return await ask("GET", "api/chat", query).json["events"]?.array ?? []
  }

  /// The first event of Sunita's chat that fits, once it has come.
  func event(_ fits: (JSON) -> Bool) async -> JSON? {
    var after = 0
    while true {
      let events = await chat(after: after, wait: 20)
      if let event = events.first(where: fits) { return event }
      guard let last = events.last?["n"]?.integer else { return nil }
      after = Int(last)
    }
  }
}

extension HTTPResponse {
  var json: JSON { read(body) }

  var errorCode: Int64? { json["error"]?["code"]?.integer }
}

extension WebhookPost {
  var json: JSON { read(body) }

  var values: [JSON] { json["entry"]?[0]?["changes"]?.array.compactMap { $0["value"] } ?? [] }
  var message: JSON? { values.compactMap { $0["messages"]?[0] }.first }
  var statuses: [JSON] { values.compactMap { $0["statuses"]?[0] } }
}

private func read(_ bytes: [UInt8]) -> JSON {
  do {
    return try JSON(parsing: bytes)
  } catch {
    return .null
  }
}
