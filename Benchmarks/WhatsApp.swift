import Crypto
import Foundation
import HTTP

/// Messages as Meta posts them: signed, each with an id of its own.
struct Webhooks: Sendable {
  let channel: String
  let people: [String]
  let secret: String

  func request(_ text: String, from phone: String, to url: String) -> HTTPClient.Request {
    let message: JSON = [
      "from": .string(phone), "id": .string("wamid." + Hex.encode(randomBytes(16))),
      "timestamp": .string(String(Int(Date().timeIntervalSince1970))), "type": "text", "text": ["body": .string(text)],
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
    let bytes = body.encoded()
    let signature = Hex.encode(HMACKey(Array(secret.utf8)).code(for: bytes))
    return .init(
      method: "POST", url: url,
      headers: [("Content-Type", "application/json"), ("X-Hub-Signature-256", "sha256=" + signature)], body: bytes)
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
      let phone = readRecipient(request.body)
      await letterbox.put(cameAt, for: phone)
      return .json([
        "messaging_product": "whatsapp", "contacts": [["input": .string(phone), "wa_id": .string(phone)]],
        "messages": [["id": .string("wamid." + request.id)]],
      ])
    }
  }

  var url: String { "http://127.0.0.1:\(server.port)" }

  /// When the reply to `phone` came; looking for it in steps costs nothing, since the time was taken on arrival.
  func reply(to phone: String, withinSeconds seconds: Double = 10) async throws -> ContinuousClock.Instant {
    let deadline = ContinuousClock.now + .seconds(seconds)
    while ContinuousClock.now < deadline {
      if let cameAt = await letterbox.take(phone) { return cameAt }
      try await Task.sleep(for: .milliseconds(2))
    }
    throw Plainly("no reply came within \(Int(seconds)) s")
  }
}

private actor Letterbox {
  private var replies: [String: ContinuousClock.Instant] = [:]

  func put(_ instant: ContinuousClock.Instant, for phone: String) { replies[phone] = instant }

  func take(_ phone: String) -> ContinuousClock.Instant? { replies.removeValue(forKey: phone) }
}

/// Digits only: a number may be written with its plus or without.
private func readRecipient(_ body: [UInt8]) -> String {
  do { return (try JSON(parsing: body)["to"]?.text ?? "").filter(\.isNumber) } catch { return "" }
}
