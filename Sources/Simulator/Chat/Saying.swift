internal import Foundation

/// What a person does on the phone: writes, taps a button, chooses from a list, sends a picture.
enum Utterance: Sendable {
  case text(String)
  /// A tap on a button or row, by its id; on the newest message that offers it unless a message is named.
  case tap(choiceID: String, messageID: String?)
  case reaction(to: String, emoji: String)
  case location(Place)
  case attachment(Attachment.Kind, Upload, caption: String?, isVoice: Bool)

  /// Meta cuts nothing off; our server's own limit is smaller.
  static let textMax = 65_536
}

/// Why the control API refuses; the text is for an engineer.
package struct ControlRefusal: Error, Equatable {
  package let status: Int
  package let text: String

  static func bad(_ text: String) -> ControlRefusal { ControlRefusal(status: 400, text: text) }
  static func unknown(_ text: String) -> ControlRefusal { ControlRefusal(status: 404, text: text) }
  static let busy = ControlRefusal(status: 503, text: "too many webhooks are waiting for the server")
}

extension World {
  /// Writes the bubble and hands the webhook to the postbox.
  mutating func say(
    _ utterance: Utterance, from personID: String, to numberID: String, repliesTo: String?, at now: Date
  ) throws(ControlRefusal) -> Message {
    guard let person = person(personID) else { throw .unknown("no person \(personID)") }
    guard let number = number(numberID) else { throw .unknown("no number \(numberID)") }
    guard postbox.waiting < Postbox.waitingMax else { throw .busy }
    let chat = ChatKey(person: person.id, number: numberID)
    let said = try content(of: utterance, in: chat, at: now)
    let message = Message(
      id: identifiers.messageID(phone: person.phone, fromPerson: true), chat: chat, fromPerson: true,
      content: said.content,
      at: now, repliesTo: said.context ?? repliesTo, state: .sent)
    write(message)
    counters.said += 1
    if let update = WebhookUpdate(
      message: message, from: person, to: number, media: facts(of: message.content, at: now))
    {
      postbox.put(update)
    }
    return message
  }

  private mutating func write(_ message: Message) {
    remember(message)
    chats[message.chat, default: Chat()].lastFromPerson = message.at
    Chat.append(message.id, to: &chats[message.chat, default: Chat()].unreadByShop)
    log.append(.message, in: message.chat, message.event)
    logStatus(.sent, of: message)
  }

  private mutating func content(
    of utterance: Utterance, in chat: ChatKey, at now: Date
  ) throws(ControlRefusal) -> (content: Content, context: String?) {
    switch utterance {
    case .text(let text):
      guard !text.isEmpty, text.unicodeScalars.count <= Utterance.textMax else {
        throw .bad("a text has 1 to \(Utterance.textMax) characters")
      }
      return (.text(text), nil)
    case .tap(let choiceID, let messageID):
      let offer = try offer(of: choiceID, on: messageID, in: chat)
      return (.tap(offer.choice, inList: offer.inList), offer.messageID)
    case .reaction(let target, let emoji):
      guard messages[target]?.chat == chat else { throw .unknown("no such message in this chat") }
      return (.reaction(to: target, emoji: emoji), nil)
    case .location(let place):
      return (.location(place), nil)
    case .attachment(let kind, let upload, let caption, let isVoice):
      let id = put(upload, keptFor: World.personsUploadSeconds, at: now)
      let attachment = Attachment(
        kind: kind, source: .id(id), mimeType: upload.mimeType, caption: caption, fileName: upload.fileName,
        isVoice: isVoice)
      return (.attachment(attachment), nil)
    }
  }

  private func offer(
    of choiceID: String, on messageID: String?, in chat: ChatKey
  ) throws(ControlRefusal) -> (choice: Choice, inList: Bool, messageID: String) {
    let candidates = messageID.map { [$0] } ?? chats[chat]?.offers.reversed() ?? []
    for id in candidates {
      guard let message = messages[id], message.chat == chat else { continue }
      switch message.content {
      case .buttons(_, let buttons):
        if let choice = buttons.first(where: { $0.id == choiceID }) { return (choice, false, id) }
      case .list(_, _, let sections):
        if let choice = sections.flatMap(\.rows).first(where: { $0.id == choiceID }) { return (choice, true, id) }
      case .text, .attachment, .location, .template, .tap, .reaction:
        continue
      }
    }
    throw .unknown("no message in this chat offers \(choiceID)")
  }
}
