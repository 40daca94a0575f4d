package import Database
internal import HTTP
package import Messages

/// What a transaction can do with the outbox: the answer is committed together with whatever it answers.
extension Transaction {
  /// Writes a message into the outbox, along with the commit; after it, `OutboxSender.wake()` lets it leave at once.
  /// What goes to the same `person` goes in order, by whichever of their addresses.
  package func enqueue(
    _ message: OutboundMessage, to recipient: Recipient, person: Int64? = nil, on channel: String, shop: ShopID?,
    inReplyTo: Int64?
  ) throws {
    let text = try StoredMessage.text(message)
    try later(
      """
      select enqueue_outbox(
        \(shop), \(channel), \(recipient.kind), \(recipient.address), \(text), \(inReplyTo), \(person),
        \(message.attachment?.file))
      """)
  }

  /// Keeps what WhatsApp said about messages of ours, in any order and however often. A failure that concerns a whole
  /// number stops it.
  package func record(_ statuses: [DeliveryStatus]) async throws {
    guard !statuses.isEmpty else { return }
    let news = try await query(
      "select channel, failure from record_statuses(\(JSON.array(statuses.map(\.json)).sqlText))")
    for row in news {
      let (channel, text) = try row.decode(String.self, String.self)
      let failure = try ChannelFailure(stored: text)
      guard ErrorTable.row(for: failure.code)?.verdict == .stopChannel else { continue }
      try await execute("select stop_channel(\(channel), null, \(failure.json.sqlText))")
    }
  }
}

extension OutboundMessage {
  var attachment: Attachment? {
    switch self {
    case .reply(let reply): reply.attachment
    case .reaction: nil
    }
  }
}

extension Recipient {
  var kind: String {
    switch self {
    case .phone: "phone"
    case .user: "user"
    }
  }

  /// Nil for a kind of tomorrow.
  init?(kind: String, address: String) {
    switch kind {
    case "phone": self = .phone(address)
    case "user": self = .user(address)
    default: return nil
    }
  }
}

extension DeliveryStatus {
  fileprivate var json: JSON {
    [
      "channel": .string(channel), "wamid": .string(messageID), "state": .string(state.rawValue), "at": .real(at),
      "callback": JSON(callbackData), "participant": JSON(participant), "pricing": pricing?.json ?? .null,
      "failure": failure?.json ?? .null,
    ]
  }
}

extension Pricing {
  fileprivate var json: JSON {
    [
      "type": JSON(type), "category": JSON(category), "model": JSON(model),
      "billable": billable.map(JSON.bool) ?? .null,
    ]
  }
}

extension ChannelFailure {
  var json: JSON {
    ["code": .integer(Int64(code)), "title": JSON(title), "details": JSON(details)]
  }

  init(stored text: String) throws {
    let json = try JSON(parsing: Array(text.utf8))
    self.init(
      code: json["code"]?.integer.flatMap(Int.init(exactly:)) ?? Self.noCode, title: json["title"]?.text,
      details: json["details"]?.text)
  }
}

extension JSON {
  fileprivate init(_ text: String?) { self = text.map(JSON.string) ?? .null }
}
