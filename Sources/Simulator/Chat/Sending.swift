internal import Foundation
internal import HTTP

extension World {
  /// The customer service window.
  static let windowSeconds: TimeInterval = 86_400

  /// Takes a message or blue ticks from our server; returns Meta's answer.
  mutating func send(
    _ body: JSON, from number: WhatsAppSimulator.Number, at now: Date
  ) throws(GraphError) -> JSON {
    switch try SendCommand(body) {
    case .message(let message): try accept(message, from: number, at: now)
    case .read(let messageID, let typing): try markRead(messageID, on: number, typing: typing, at: now)
    }
  }

  /// Says yes to everything that is well formed; whether it arrives is told later, by a status.
  private mutating func accept(
    _ outgoing: OutgoingMessage, from number: WhatsAppSimulator.Number, at now: Date
  ) throws(GraphError) -> JSON {
    let route = try route(to: outgoing.recipient)
    let chat = ChatKey(person: route.address, number: number.phoneNumberID)
    try rates.check(number.phoneNumberID, at: now)
    try rates.check(chat, at: now)
    let message = Message(
      id: identifiers.messageID(phone: route.person?.phone, fromPerson: false), chat: chat, fromPerson: false,
      content: try withKnownParts(outgoing.content, at: now), at: now, repliesTo: outgoing.repliesTo,
      callbackData: outgoing.callbackData)
    remember(message)
    counters.sends += 1
    if !route.isLost { begin(message, to: route.person, at: now) }
    return answer(to: outgoing, id: message.id, person: route.person)
  }

  /// The bubble shows at once, so that bubbles keep the order of the calls; the ticks follow.
  private mutating func begin(_ message: Message, to person: WhatsAppSimulator.Person?, at now: Date) {
    if let failure = obstacle(to: message, person: person, at: now) {
      return after(configuration.timing.sent, .status(.failed, of: message.id, failure: failure))
    }
    log.append(.message, in: message.chat, message.event)
    if arrivals.add(message).isRepeat { counters.repeats += 1 }
    if message.content.offersChoices { Chat.append(message.id, to: &chats[message.chat, default: Chat()].offers) }
    after(configuration.timing.sent, .status(.sent, of: message.id, failure: nil))
  }

  private func obstacle(
    to message: Message, person: WhatsAppSimulator.Person?, at now: Date
  ) -> GraphError? {
    guard person != nil else { return .undeliverable }
    if trouble.isMediaDown, message.content.hasMedia { return .mediaFailed }
    if case .template = message.content { return nil }
    let last = chats[message.chat]?.lastFromPerson ?? .distantPast
    return now.timeIntervalSince(last) < World.windowSeconds ? nil : .outsideWindow
  }

  private func answer(to outgoing: OutgoingMessage, id: String, person: WhatsAppSimulator.Person?) -> JSON {
    var contact: [String: JSON] = ["input": .string(outgoing.recipient.text)]
    if case .phone(let phone) = outgoing.recipient {
      contact["wa_id"] = .string(person?.phone ?? phone.filter(\.isWholeNumber))
    }
    contact["user_id"] = person?.userID.map(JSON.string)
    return [
      "messaging_product": "whatsapp", "contacts": [.object(contact)], "messages": [["id": .string(id)]],
    ]
  }

  /// Attachments must have been uploaded, and a link is not followed; templates must have been approved.
  private func withKnownParts(_ content: Content, at now: Date) throws(GraphError) -> Content {
    switch content {
    case .attachment(let attachment):
      return .attachment(try known(attachment, at: now))
    case .buttons(var framed, let buttons):
      if let attachment = framed.headerAttachment { framed.headerAttachment = try known(attachment, at: now) }
      return .buttons(framed, buttons)
    case .template(let template):
      return .template(try known(template))
    case .text, .list, .location, .tap, .reaction:
      return content
    }
  }

  private func known(_ attachment: Attachment, at now: Date) throws(GraphError) -> Attachment {
    guard case .id(let id) = attachment.source else { return attachment }
    guard let upload = upload(id, at: now) else { throw .notValid("Media ID \(id) is unknown.") }
    var attachment = attachment
    attachment.mimeType = upload.mimeType
    attachment.fileName = attachment.fileName ?? upload.fileName
    return attachment
  }

  private mutating func markRead(
    _ messageID: String, on number: WhatsAppSimulator.Number, typing: Bool, at now: Date
  ) throws(GraphError) -> JSON {
    guard let message = messages[messageID], message.fromPerson, message.chat.number == number.phoneNumberID else {
      throw .notValid("message_id is unknown.")
    }
    let unread = chats[message.chat]?.unreadByShop ?? []
    if let last = unread.firstIndex(of: messageID) {
      chats[message.chat]?.unreadByShop.removeFirst(last + 1)
      for id in unread[...last] { advance(id, to: .read) }
    }
    if typing { log.append(.typing, in: message.chat, ["at": .integer(now.milliseconds)]) }
    return ["success": true]
  }
}

// MARK: Who gets it

/// Where an address leads.
private struct Route {
  let person: WhatsAppSimulator.Person?
  /// The person's id, or what was asked for when nobody is there.
  let address: String
  /// A user id in `to`: Meta answers 200, and nothing is ever heard of it again.
  var isLost = false
}

extension World {
  fileprivate func route(to recipient: OutgoingMessage.Address) throws(GraphError) -> Route {
    switch recipient {
    case .userID(let userID):
      guard isUserID(userID) else { throw .notValid("recipient is not a business-scoped user id.") }
      return Route(person: person(userID), address: person(userID)?.id ?? userID)
    case .phone(let text) where isUserID(text):
      return Route(person: nil, address: text, isLost: true)
    case .phone(let text):
      let phone = try phone(text)
      return Route(person: person(phone), address: phone)
    }
  }

  /// Digits with country code. Without `+` and without anybody of that number, India's is put in front.
  private func phone(_ text: String) throws(GraphError) -> String {
    let digits = text.filter { $0.isASCII && $0.isWholeNumber }
    let decoration = text.filter { !($0.isASCII && $0.isWholeNumber) && !" +-().".contains($0) }
    guard decoration.isEmpty, (7...15).contains(digits.count) else {
      throw .notValid("The phone number is malformed: Please use the format: +1234567890.")
    }
    return text.hasPrefix("+") || person(digits) != nil || digits.count > 10 ? digits : "91" + digits
  }

  private func isUserID(_ text: String) -> Bool {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 2 || (parts.count == 3 && parts[1] == "ENT"), let last = parts.last else { return false }
    return parts[0].count == 2 && parts[0].allSatisfy { $0.isASCII && $0.isUppercase }
      && (1...128).contains(last.count) && last.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
  }
}

extension Content {
  fileprivate var hasMedia: Bool {
    switch self {
    case .attachment: true
    case .buttons(let framed, _): framed.headerAttachment != nil
    case .text, .list, .location, .template, .tap, .reaction: false
    }
  }

  fileprivate var offersChoices: Bool {
    switch self {
    case .buttons, .list: true
    case .text, .attachment, .location, .template, .tap, .reaction: false
    }
  }
}
