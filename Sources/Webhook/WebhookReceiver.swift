package import Crypto
package import Foundation
package import HTTP

/// Where WhatsApp rings: proves that it is WhatsApp, reads what came, and says 200 only when it has been kept.
package struct WebhookReceiver: Sendable {
  private let secrets: @Sendable () -> [HMACKey]
  private let verifyToken: @Sendable () -> String
  private let now: @Sendable () -> Date
  private let keep: @Sendable (Delivery) async throws -> Void

  /// Any of the `secrets` may have signed, so that one can be exchanged without missing a message. `keep` commits what
  /// came; if it throws (and it is for `keep` to report why), WhatsApp is asked to come again.
  package init(
    secrets: @escaping @Sendable () -> [HMACKey], verifyToken: @escaping @Sendable () -> String,
    now: @escaping @Sendable () -> Date, keep: @escaping @Sendable (Delivery) async throws -> Void
  ) {
    self.secrets = secrets
    self.verifyToken = verifyToken
    self.now = now
    self.keep = keep
  }

  package func respond(to request: HTTPRequest) async -> HTTPResponse {
    switch request.method {
    case "GET", "HEAD": return greet(request)
    case "POST": return await receive(request)
    default: return HTTPResponse(status: 405, headers: [("Allow", "GET, HEAD, POST")])
    }
  }

  /// The handshake by which Meta makes sure that the address is ours. It carries no signature.
  private func greet(_ request: HTTPRequest) -> HTTPResponse {
    let expected = verifyToken()
    guard request.query["hub.mode"] == "subscribe", let challenge = request.query["hub.challenge"],
      let token = request.query["hub.verify_token"], !expected.isEmpty,
      equalInConstantTime(Array(token.utf8), Array(expected.utf8))
    else { return .text("forbidden", status: 403) }
    return .text(challenge)
  }

  private func receive(_ request: HTTPRequest) async -> HTTPResponse {
    guard isSigned(request) else { return .text("unauthorized", status: 401) }
    let delivery = Delivery(body: request.body, receivedAt: now())
    guard !delivery.isEmpty else { return .text("ok") }
    do {
      try await keep(delivery)
      return .text("ok")
    } catch {
      return .text("unavailable", status: 503)
    }
  }

  /// Over the bytes as they came: written anew, Meta's escapes (`\u0915`, `\/`) would be lost and nothing would match.
  private func isSigned(_ request: HTTPRequest) -> Bool {
    guard let signature = signature(of: request) else { return false }
    return secrets().contains { equalInConstantTime($0.code(for: request.body), signature) }
  }

  private func signature(of request: HTTPRequest) -> [UInt8]? {
    let scheme = "sha256="
    guard let header = request.headers["X-Hub-Signature-256"], header.hasPrefix(scheme),
      let signature = Hex.decode(header.dropFirst(scheme.count)), signature.count == 32
    else { return nil }
    return signature
  }
}
