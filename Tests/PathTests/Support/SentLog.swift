import HTTP

/// What the server sent to people, as WhatsApp took it.
actor SentLog {
  struct Sent: Sendable, Equatable {
    /// Where it is addressed by phone number, and where by user id.
    let to: String?
    let recipient: String?
    let text: String
  }

  private(set) var all: [Sent] = []

  /// Blue ticks go to the same address and are no messages.
  func note(_ request: HTTPRequest, _ response: HTTPResponse) {
    guard request.method == "POST", request.path.hasSuffix("/messages"), response.status == 200,
      let body = try? JSON(parsing: request.body), body["status"] == nil
    else { return }
    let text = body["text"]?["body"] ?? body["interactive"]?["body"]?["text"]
    all.append(Sent(to: body["to"]?.text, recipient: body["recipient"]?.text, text: text?.text ?? ""))
  }
}
