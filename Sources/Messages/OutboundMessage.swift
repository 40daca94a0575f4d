/// What leaves us for one person: an answer, a reaction, or the blue ticks on a message of theirs.
package enum OutboundMessage: Hashable, Sendable, Codable {
  case reply(Reply)
  case reaction(to: String, emoji: String)
}

/// Whom it goes to: a business-scoped user id where known, else a phone number with its country code.
package enum Recipient: Hashable, Sendable, Codable {
  case phone(String)
  case user(String)

  package init(_ sender: Sender) {
    if let userID = sender.userID {
      self = .user(userID)
    } else {
      self = .phone(sender.phone ?? "")
    }
  }

  package var address: String {
    switch self {
    case .phone(let phone): phone
    case .user(let id): id
    }
  }
}

/// What the channel said about a message of ours, later and in any order.
package struct DeliveryStatus: Hashable, Sendable, Codable {
  package enum State: String, Hashable, Sendable, Codable, CaseIterable { case sent, delivered, read, played, failed }

  /// The channel's id of our message.
  package let messageID: String
  package let channel: String
  package let state: State
  /// Seconds since 1970.
  package let at: Double
  /// What we gave along with the message: the outbox row.
  package let callbackData: String?
  /// The participant of a group, else nil.
  package let participant: String?
  package let pricing: Pricing?
  package let failure: ChannelFailure?

  package init(
    messageID: String, channel: String, state: State, at: Double, callbackData: String? = nil,
    participant: String? = nil, pricing: Pricing? = nil, failure: ChannelFailure? = nil
  ) {
    self.messageID = messageID
    self.channel = channel
    self.state = state
    self.at = at
    self.callbackData = callbackData
    self.participant = participant
    self.pricing = pricing
    self.failure = failure
  }
}

/// What a message of ours costs, in the channel's words.
package struct Pricing: Hashable, Sendable, Codable {
  package let type: String?
  package let category: String?
  package let model: String?
  package let billable: Bool?

  package init(type: String?, category: String?, model: String? = nil, billable: Bool? = nil) {
    self.type = type
    self.category = category
    self.model = model
    self.billable = billable
  }
}

/// An error as the channel reports it; `code` decides what to do, the rest is for the log.
package struct ChannelFailure: Hashable, Sendable, Codable, Error {
  /// Where the channel gave none, or where it is we who report; no code of WhatsApp's is negative.
  package static let noCode = -1

  package let code: Int
  package let title: String?
  package let details: String?

  package init(code: Int, title: String? = nil, details: String? = nil) {
    self.code = code
    self.title = title
    self.details = details
  }
}
