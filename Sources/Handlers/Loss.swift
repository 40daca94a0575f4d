import Database
import Foundation
import Language
import Messages
import Scheduler
import WhatsApp

extension Conversation {
  /// “Not written. Please send it again.” A message that we cannot even read has a sender all the same.
  func tellOfLoss(_ queued: QueuedMessage, in transaction: Transaction) async throws {
    let message = try? decoded(queued.body)
    if let message, hear(message) == .nothing { return }  // it asked for no answer
    let text = templates.phrasebook.say(.troubleLost, in: message.map(voice) ?? .english)
    guard let recipient = try await transaction.recipient(of: queued, message) else { return }
    try transaction.send(Reply(text), to: recipient, queued)
  }

  /// The voice of a message whose conversation we do not know.
  func voice(of message: InboundMessage) -> Voice {
    guard case .words(let text) = hear(message) else { return .english }
    return VoiceDetector.voice(of: SpokenText(text), previous: nil)
  }

  func decoded(_ body: [UInt8]) throws -> InboundMessage {
    try JSONDecoder().decode(InboundMessage.self, from: Data(body))
  }
}

extension Transaction {
  func send(_ reply: Reply, answering message: InboundMessage, _ queued: QueuedMessage) throws {
    try send(reply, to: Recipient(message.sender), queued)
  }

  /// A message of its own, beside the answer.
  func send(_ reply: Reply, besides message: InboundMessage, _ queued: QueuedMessage) throws {
    try enqueue(
      .reply(reply), to: Recipient(message.sender), person: queued.person, on: queued.channel, shop: queued.shop,
      inReplyTo: nil)
  }

  fileprivate func send(_ reply: Reply, to recipient: Recipient, _ queued: QueuedMessage) throws {
    try enqueue(
      .reply(reply), to: recipient, person: queued.person, on: queued.channel, shop: queued.shop,
      inReplyTo: queued.id)
  }

  fileprivate func recipient(of queued: QueuedMessage, _ message: InboundMessage?) async throws -> Recipient? {
    if let message { return Recipient(message.sender) }
    let row = try await query("select kind, address from address_of(\(queued.channel), \(queued.person))").first
    let (kind, address) = try row?.decode(String.self, String.self) ?? ("", "")
    return switch kind {
    case "user": .user(address)
    case "phone": .phone(address)
    default: nil
    }
  }
}
