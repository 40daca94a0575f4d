package import HTTP
package import Messages

/// WhatsApp's Cloud API: says one thing to one person, or marks what a person said as read.
package struct GraphAPI: Sendable {
  package struct Configuration: Sendable {
    package var baseURL = "https://graph.facebook.com"
    /// Pinned: each version ends on a date of its own, and a newer one may answer differently.
    package var version: String
    /// Asked for each call, so that a token can be exchanged while we run.
    package var token: @Sendable () -> String
    /// Well below the minute after which the outbox gives up on an answer.
    package var timeoutSeconds = 20.0
    /// A file takes longer. Below the minute after which somebody else uploads it.
    package var uploadTimeoutSeconds = 45.0

    package init(version: String = "v26.0", token: @escaping @Sendable () -> String) {
      self.version = version
      self.token = token
    }
  }

  package typealias Perform = @Sendable (HTTPClient.Request) async throws(HTTPClient.Failure) -> HTTPClient.Response

  let configuration: Configuration
  let perform: Perform

  package init(_ configuration: Configuration, client: HTTPClient) {
    self.init(configuration) { request async throws(HTTPClient.Failure) in try await client.send(request) }
  }

  /// With something else in place of the network.
  package init(_ configuration: Configuration, perform: @escaping Perform) {
    self.configuration = configuration
    self.perform = perform
  }

  /// `callbackData` comes back with each status of the message. There is no key that would make sending twice harmless.
  ///
  /// - Parameter upload: what `upload` said the message's file is called.
  package func send(
    _ message: OutboundMessage, to recipient: Recipient, from channel: String, callbackData: String,
    replyTo: String? = nil, upload: String? = nil
  ) async -> SendOutcome {
    var body: [String: JSON] = [
      "messaging_product": "whatsapp", "recipient_type": "individual",
      "biz_opaque_callback_data": .string(callbackData),
    ]
    body["context"] = replyTo.map { ["message_id": .string($0)] }
    body.merge(recipient.members) { own, _ in own }
    body.merge(message.members(upload: upload)) { own, _ in own }
    do {
      return SendOutcome(try await post(.object(body), on: channel))
    } catch {
      return SendOutcome(error)
    }
  }

  /// The blue ticks, and with `typing` “…” until we answer (25 seconds at most). Best effort: whether it worked is
  /// told, and need not matter to anybody.
  @discardableResult
  package func markRead(_ messageID: String, on channel: String, typing: Bool) async -> Bool {
    var body: [String: JSON] = [
      "messaging_product": "whatsapp", "status": "read", "message_id": .string(messageID),
    ]
    if typing { body["typing_indicator"] = ["type": "text"] }
    do {
      return 200..<300 ~= (try await post(.object(body), on: channel)).status
    } catch {
      return false
    }
  }

  /// Hands in a file for messages from this number. Doing it twice is harmless: a file that no message shows is
  /// forgotten after 30 days.
  package func upload(_ bytes: [UInt8], as type: FileType, on channel: String) async -> UploadOutcome {
    let form = UploadForm(bytes, as: type)
    do {
      return UploadOutcome(
        try await post(
          form.body, type: form.contentType, to: "media", on: channel, seconds: configuration.uploadTimeoutSeconds))
    } catch {
      return UploadOutcome(error)
    }
  }

  private func post(_ body: JSON, on channel: String) async throws(HTTPClient.Failure) -> HTTPClient.Response {
    try await post(
      body.encoded(), type: "application/json", to: "messages", on: channel, seconds: configuration.timeoutSeconds)
  }

  private func post(
    _ body: [UInt8], type: String, to edge: String, on channel: String, seconds: Double
  ) async throws(HTTPClient.Failure) -> HTTPClient.Response {
    // Opaque it may be, but it becomes part of an address.
    guard isPlainID(channel) else { throw .badURL("phone number id") }
    return try await perform(
      HTTPClient.Request(
        method: "POST", url: "\(configuration.baseURL)/\(configuration.version)/\(channel)/\(edge)",
        headers: [("Authorization", "Bearer \(configuration.token())"), ("Content-Type", type)],
        body: body, timeoutSeconds: seconds, bodyBytesMax: 1 << 20))
  }

  func isPlainID(_ id: String) -> Bool { !id.isEmpty && id.utf8.allSatisfy(isUnreserved) }

  private func isUnreserved(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
      UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "-"), UInt8(ascii: "_"):
      true
    default: false
    }
  }
}
