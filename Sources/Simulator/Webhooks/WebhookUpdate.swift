internal import Foundation
internal import HTTP

/// One thing that Meta tells our server: a message came, or one of ours got a tick.
struct WebhookUpdate: Sendable {
  /// Nil for what concerns the whole account.
  let chat: ChatKey?
  /// The message that this is about, if it is about one.
  let messageID: String?
  /// For the technical panel: “text”, “status delivered”.
  let subject: String
  /// Set for a person's message: when our server takes it, the person sees the second tick.
  let isMessage: Bool
  var field = "messages"
  let value: JSON
  /// Only what concerns the account says when it happened.
  var accountTime: Date?

  /// What shares a lane is told in order.
  var lane: String { chat?.person ?? "account" }
}

extension WebhookUpdate {
  /// “5 किलो चीनी बेची”, from the person to our number. Nil for what only the shop can send.
  init?(
    message: Message, from person: WhatsAppSimulator.Person, to number: WhatsAppSimulator.Number, media: MediaFacts?
  ) {
    guard let node = message.content.webhookNode(media: media) else { return nil }
    var fields: [String: JSON] = [
      "id": .string(message.id), "timestamp": .string(message.at.unixSeconds), "type": .string(node.type),
      node.type: node.fields,
    ]
    fields["from"] = person.phone.map(JSON.string)
    fields["from_user_id"] = person.userID.map(JSON.string)
    fields["context"] = message.repliesTo.map { ["from": .string(number.digits), "id": .string($0)] }
    let value = envelopeValue(number, ["contacts": [contact(person)], "messages": [.object(fields)]])
    self.init(
      chat: message.chat, messageID: message.id, subject: node.fields["type"]?.text ?? node.type, isMessage: true,
      value: value)
  }

  /// Where a message of ours stands.
  init(
    status state: Message.State, of message: Message, failure: GraphError?, at: Date,
    to person: WhatsAppSimulator.Person?, from number: WhatsAppSimulator.Number
  ) {
    var fields: [String: JSON] = [
      "id": .string(message.id), "status": .string(state.name), "timestamp": .string(at.unixSeconds),
    ]
    fields["recipient_id"] = (person?.phone ?? message.chat.phone).map(JSON.string)
    fields["recipient_user_id"] = person?.userID.map(JSON.string)
    fields["biz_opaque_callback_data"] = message.callbackData.map(JSON.string)
    if state == .sent || state == .delivered { fields["pricing"] = message.content.pricing }
    fields["errors"] = failure.map { [$0.statusError] }
    var parts: [String: JSON] = ["statuses": [.object(fields)]]
    // Meta leaves the contacts out of failures.
    if state != .failed, let person { parts["contacts"] = [contact(person)] }
    self.init(
      chat: message.chat, messageID: message.id, subject: "status " + state.name, isMessage: false,
      value: envelopeValue(number, parts))
  }
}

extension WebhookUpdate {
  /// Of the account: a template was approved.
  init(account field: String, subject: String, value: JSON, at: Date) {
    self.init(
      chat: nil, messageID: nil, subject: subject, isMessage: false, field: field, value: value, accountTime: at)
  }
}

/// The size and kind of an upload, as a webhook tells them.
struct MediaFacts: Sendable {
  let mimeType: String
  let sha256: [UInt8]
}

extension Content {
  fileprivate func webhookNode(media: MediaFacts?) -> (type: String, fields: JSON)? {
    switch self {
    case .text(let text):
      return ("text", ["body": .string(text)])
    case .tap(let choice, let inList):
      let kind = inList ? "list_reply" : "button_reply"
      return ("interactive", ["type": .string(kind), kind: choice.event])
    case .attachment(let attachment):
      return (attachment.kind.rawValue, attachment.webhookNode(media: media))
    case .location(let place):
      return ("location", .object(place.fields))
    case .reaction(let target, let emoji):
      return ("reaction", ["message_id": .string(target), "emoji": .string(emoji)])
    case .buttons, .list, .template:
      return nil
    }
  }

  /// What Meta charges: nothing inside the window, as long as the free thousand of the month lasts.
  fileprivate var pricing: JSON {
    if case .template(let template) = self {
      let category = JSON.string(template.category.lowercased())
      return ["billable": true, "pricing_model": "PMP", "type": "regular", "category": category]
    }
    return ["billable": false, "pricing_model": "PMP", "type": "free_customer_service", "category": "service"]
  }
}

extension Attachment {
  fileprivate func webhookNode(media: MediaFacts?) -> JSON {
    var fields: [String: JSON] = [:]
    if case .id(let id) = source { fields["id"] = .string(id) }
    if let media {
      fields["mime_type"] = .string(media.mimeType)
      fields["sha256"] = .string(Data(media.sha256).base64EncodedString())
    }
    fields["caption"] = caption.map(JSON.string)
    fields["filename"] = fileName.map(JSON.string)
    if kind == .audio { fields["voice"] = .bool(isVoice) }
    if kind == .sticker { fields["animated"] = false }
    return .object(fields)
  }
}

private func contact(_ person: WhatsAppSimulator.Person) -> JSON {
  var fields: [String: JSON] = ["profile": ["name": .string(person.name)]]
  fields["wa_id"] = person.phone.map(JSON.string)
  fields["user_id"] = person.userID.map(JSON.string)
  return .object(fields)
}

private func envelopeValue(_ number: WhatsAppSimulator.Number, _ parts: [String: JSON]) -> JSON {
  let metadata: JSON = [
    "display_phone_number": .string(number.digits), "phone_number_id": .string(number.phoneNumberID),
  ]
  return .object(parts.merging(["messaging_product": "whatsapp", "metadata": metadata]) { $1 })
}

extension WhatsAppSimulator.Number {
  /// The display number as webhooks carry it: digits only.
  fileprivate var digits: String { displayNumber.filter(\.isWholeNumber) }
}

extension ChatKey {
  /// Of somebody who is not there, only the number that was asked for is known.
  fileprivate var phone: String? { person.contains(".") ? nil : person }
}

extension Date {
  fileprivate var unixSeconds: String { String(Int64(timeIntervalSince1970)) }
}
