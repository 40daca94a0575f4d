import Foundation
package import HTTP

/// Why a call is not answered: told to whoever called, so it holds nothing of our insides.
package struct Refusal: Error, Sendable {
  package let code: Envelope.Code
  package let message: String
  package var details: JSON?
  package var headers: [(name: String, value: String)] = []

  package init(_ code: Envelope.Code, _ message: String, details: JSON? = nil) {
    self.code = code
    self.message = message
    self.details = details
  }

  /// One field of what was sent is not as it must be.
  static func field(_ name: String, _ message: String) -> Refusal {
    Refusal(.invalidRequest, message, details: ["field": .string(name)])
  }

  static var unauthorized: Refusal {
    var refusal = Refusal(.unauthorized, "Send a key of this server as “Authorization: Bearer rm_…”.")
    refusal.headers = [("WWW-Authenticate", "Bearer")]
    return refusal
  }

  static func tooMany(waitSeconds: Double, perMinute: Int) -> Refusal {
    var refusal = Refusal(.rateLimitExceeded, "At most \(perMinute) calls a minute; try again later.")
    refusal.headers = [("Retry-After", String(max(1, Int(waitSeconds.rounded(.up)))))]
    return refusal
  }

  /// Said of a shop that is somebody else's, whether it exists or not.
  static let foreignShop = Refusal(.forbidden, "This key does not open that shop.")
  static let noSuchShop = Refusal(.userNotFound, "There is no such shop.")
  static let noSuchItem = Refusal(.itemNotFound, "There is no such item in this shop.")
  package static let readsOnly = Refusal(.forbidden, "This key may only read.")

  package static var starting: Refusal {
    var refusal = Refusal(.serviceUnavailable, "The server is starting; try again in a few seconds.")
    refusal.headers = [("Retry-After", "2")]
    return refusal
  }

  func response(at now: Date) -> HTTPResponse {
    var response = Envelope.failure(code, message, details: details, at: now)
    response.headers += headers
    return response
  }
}
