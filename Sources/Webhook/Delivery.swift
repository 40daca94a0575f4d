package import Messages

/// What one POST of WhatsApp's brought: messages for the inbox, the ticks of our own messages, and news of all the rest.
///
/// Nothing is dropped: what we do not understand, or do not want, is kept as a note.
package struct Delivery: Hashable, Sendable {
  /// In the order of the POST. A message that comes twice stands here twice; the inbox knows its id.
  package internal(set) var messages: [Received] = []
  package internal(set) var statuses: [DeliveryStatus] = []
  /// As it came: everything that is neither a message nor a tick.
  package internal(set) var notes: [KeptNote] = []
  /// As we read it: of the notes, and of messages that tell more than they say.
  package internal(set) var news: [News] = []
  /// Which account each number belongs to: news of an account does not name its numbers.
  package internal(set) var accounts: [String: String] = [:]

  /// How many things it brought.
  package var weight: Int { messages.count + statuses.count + notes.count + news.count }

  /// One delivery for each thing that it brought.
  package var parts: [Delivery] {
    news.map { Delivery(news: [$0]) } + messages.map { Delivery(messages: [$0]) }
      + statuses.map { Delivery(statuses: [$0]) } + notes.map { Delivery(notes: [$0]) }
  }

  /// The same kept as what could not be used.
  package func deadLetter(because reason: String) -> Delivery {
    let messages = messages.map { KeptNote.deadLetter("message", reason: reason, raw: $0.raw) }
    let statuses = statuses.map { KeptNote.deadLetter("status", reason: reason, raw: Array("\($0)".utf8)) }
    let news = news.map { KeptNote.deadLetter("news", reason: reason, raw: Array("\($0)".utf8)) }
    return Delivery(notes: messages + statuses + news)
  }

  package var isEmpty: Bool { messages.isEmpty && statuses.isEmpty && notes.isEmpty && news.isEmpty }

  package init(
    messages: [Received] = [], statuses: [DeliveryStatus] = [], notes: [KeptNote] = [], news: [News] = []
  ) {
    self.messages = messages
    self.statuses = statuses
    self.notes = notes
    self.news = news
  }
}

/// A message as we read it, and as it came: whatever we did not read stays to be looked up.
package struct Received: Hashable, Sendable {
  package let message: InboundMessage
  /// The message's own JSON, written anew.
  package let raw: [UInt8]

  package init(message: InboundMessage, raw: [UInt8]) {
    self.message = message
    self.raw = raw
  }
}

/// Something that is no message for us and no news of one of ours.
package struct KeptNote: Hashable, Sendable {
  /// What it is, in WhatsApp's words: the field (`account_update`), or `status/payment`, `object/page`, `errors`.
  package let kind: String
  /// Why it could not be used, for those who look after it.
  package let reason: String?
  package let raw: [UInt8]
  /// It should have been a message or a status, and was broken.
  package let isDeadLetter: Bool

  package static func event(_ kind: String, raw: [UInt8]) -> KeptNote {
    KeptNote(kind: kind, reason: nil, raw: raw, isDeadLetter: false)
  }

  package static func deadLetter(_ kind: String, reason: String, raw: [UInt8]) -> KeptNote {
    KeptNote(kind: kind, reason: reason, raw: raw, isDeadLetter: true)
  }
}
