/// One signed POST to our server, kept byte for byte for its next attempt.
struct WebhookPost: Sendable {
  /// Counts up from 1; a copy has its original's.
  let number: Int
  let body: [UInt8]
  let signature: String
  let updates: [WebhookUpdate]
  /// Whose updates these are.
  let lanes: [String]
  var attempt = 1
  /// Whether what comes after it waits for its answer.
  var isAwaited = true
  /// Meta's at-least-once: the same bytes once more.
  var isCopy = false
}
