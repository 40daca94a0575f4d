import Database
import Foundation
import Language
import Messages
import Scheduler
import WhatsApp

extension Conversation {
  /// Somebody on the owners' number whom no shop knows: one line that says how to begin.
  func answerStranger(_ message: InboundMessage, _ heard: Heard, _ queued: QueuedMessage, _ isLast: Bool) async throws {
    try await database.transaction { transaction in
      if heard != .nothing {
        let text = phrasebook.say(.stranger, in: voice(of: message))
        try await transaction.send(Reply(text), answering: message, queued)
      }
      try await transaction.finish(queued, isLast: isLast)
    }
  }

  /// The voice of a message whose conversation we do not know.
  func voice(of message: InboundMessage) -> Voice {
    guard case .words(let text) = hear(message) else { return .english }
    return VoiceDetector.voice(of: SpokenText(text), previous: nil)
  }

  func decoded(_ queued: QueuedMessage) throws -> InboundMessage {
    try JSONDecoder().decode(InboundMessage.self, from: Data(queued.body))
  }
}

extension Transaction {
  func send(_ reply: Reply, answering message: InboundMessage, _ queued: QueuedMessage) async throws {
    _ = try await enqueue(
      .reply(reply), to: Recipient(message.sender), on: message.channel, shop: queued.shop, inReplyTo: queued.id)
  }
}

extension Books {
  func send(_ reply: Reply, answering message: InboundMessage, _ queued: QueuedMessage) async throws {
    try await transaction.send(reply, answering: message, queued)
  }
}
