import Database
import Language
import Messages
import Scheduler
import WhatsApp

/// Somebody sent more than is handled in a minute: all of it is kept, the rest comes later, and one line says so.
extension Conversation {
  /// Tells everybody who is to be told, each in the transaction that marks them as told. Returns how many.
  package func tellOfDelays() async throws -> Int {
    try await database.transaction { transaction in
      let delayed = try await transaction.delayedSenders(max: Self.toldMax)
      for sender in delayed { try tell(sender, in: transaction) }
      return delayed.count
    }
  }

  private static let toldMax = 100

  private func tell(_ sender: DelayedSender, in transaction: Transaction) throws {
    // Whoever took the message back meanwhile hears nothing; the others must.
    guard let message = try? decoded(sender.body) else { return }
    try transaction.enqueue(
      .reply(Reply(templates.phrasebook.say(.rateNotice, in: voice(of: message)))), to: Recipient(message.sender),
      person: sender.person, on: sender.channel, shop: sender.shop, inReplyTo: nil)
  }
}
