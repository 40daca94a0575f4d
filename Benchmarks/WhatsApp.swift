import Crypto
import Foundation
import HTTP

/// Messages as Meta posts them: signed, each with an id of its own.
struct Webhooks: Sendable {
  let channel: String
  let people: [String]
  let secret: String

  func request(_ text: String, from phone: String, on channel: String? = nil, to url: String) -> HTTPClient.Request {
    let bytes = Self.body(text, from: phone, channel: channel ?? self.channel, at: Int(Date().timeIntervalSince1970))
    let signature = Hex.encode(HMACKey(Array(secret.utf8)).code(for: bytes))
    return .init(
      method: "POST", url: url,
      headers: [("Content-Type", "application/json"), ("X-Hub-Signature-256", "sha256=" + signature)], body: bytes)
  }

  /// One message with an id of its own.
  static func body(_ text: String, from phone: String, channel: String, at seconds: Int) -> [UInt8] {
    let message: JSON = [
      "from": .string(phone), "id": .string("wamid." + Hex.encode(randomBytes(16))),
      "timestamp": .string(String(seconds)), "type": "text", "text": ["body": .string(text)],
    ]
    let value: JSON = [
      "messaging_product": "whatsapp",
      "metadata": ["display_phone_number": "910000000001", "phone_number_id": .string(channel)],
      "contacts": [["profile": ["name": "Sunita"], "wa_id": .string(phone)]], "messages": [message],
    ]
    let body: JSON = [
      "object": "whatsapp_business_account",
      "entry": [["id": "1", "changes": [["field": "messages", "value": value]]]],
    ]
    return body.encoded()
  }
}

/// WhatsApp's other side: takes a reply at once and remembers when it came.
final class GraphStandIn: Sendable {
  private let server: HTTPServer
  private let letterbox: Letterbox

  init() throws {
    let letterbox = Letterbox()
    self.letterbox = letterbox
    server = try HTTPServer(address: "127.0.0.1:0") { request in
      let cameAt = ContinuousClock.now
      // Blue ticks are calls too, but no replies.
      guard let phone = readRecipient(request.body) else { return .json(["success": true]) }
      letterbox.put(cameAt, for: phone)
      return .json([
        "messaging_product": "whatsapp", "contacts": [["input": .string(phone), "wa_id": .string(phone)]],
        "messages": [["id": .string("wamid." + request.id)]],
      ])
    }
  }

  var url: String { "http://127.0.0.1:\(server.port)" }

  /// When the reply to `phone` came. One waits for one phone at a time.
  func reply(to phone: String, withinSeconds seconds: Double = 10) async throws -> ContinuousClock.Instant {
    try await withThrowingTaskGroup(of: ContinuousClock.Instant?.self) { group in
      group.addTask { [letterbox] in await letterbox.take(phone) }
      group.addTask {
        try await Task.sleep(for: .seconds(seconds))
        return nil
      }
      let first = try await group.next() ?? nil
      group.cancelAll()
      if first == nil { letterbox.forget(phone) }
      guard let first else { throw Plainly("no reply came within \(Int(seconds)) s") }
      return first
    }
  }
}

/// Replies that came, and who waits for one: the first who waits gets the first that comes.
///
/// `@unchecked` because both are touched under `lock` only.
private final class Letterbox: @unchecked Sendable {
  typealias Waiter = CheckedContinuation<ContinuousClock.Instant?, Never>

  private let lock = NSLock()
  private var replies: [String: [ContinuousClock.Instant]] = [:]
  private var waiting: [String: [Waiter]] = [:]

  func put(_ instant: ContinuousClock.Instant, for phone: String) {
    let waiter = lock.withLock { () -> Waiter? in
      guard waiting[phone]?.isEmpty == false else {
        replies[phone, default: []].append(instant)
        return nil
      }
      return waiting[phone]?.removeFirst()
    }
    waiter?.resume(returning: instant)
  }

  func take(_ phone: String) async -> ContinuousClock.Instant? {
    await withCheckedContinuation { continuation in
      let here = lock.withLock { () -> ContinuousClock.Instant? in
        guard replies[phone]?.isEmpty == false else {
          waiting[phone, default: []].append(continuation)
          return nil
        }
        return replies[phone]?.removeFirst()
      }
      if let here { continuation.resume(returning: here) }
    }
  }

  /// The time is up for whoever waits for this phone.
  func forget(_ phone: String) {
    for waiter in lock.withLock({ waiting.removeValue(forKey: phone) }) ?? [] { waiter.resume(returning: nil) }
  }
}

/// Digits only: a number may be written with its plus or without. Nil for what is no message.
private func readRecipient(_ body: [UInt8]) -> String? {
  do { return try JSON(parsing: body)["to"]?.text.map { $0.filter(\.isNumber) } } catch { return nil }
}
