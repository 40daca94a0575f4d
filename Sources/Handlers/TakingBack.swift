import Database
import Foundation
import Messages
import Scheduler

/// “Delete for everyone”: what we stored of a message goes when its sender takes it back. What it wrote into the books
/// stays, since undoing has a word of its own.
///
/// A message that was taken back before it came, or before we got to it, is not handled.
extension Transaction {
  func wasTakenBack(_ queued: QueuedMessage) async throws -> Bool {
    try await query("select was_taken_back(\(queued.channel), \(queued.person), \(queued.messageID))").only()
      .decode(Bool.self)
  }

  /// - Parameter isGone: the message itself was taken back.
  func erase(_ message: InboundMessage, _ queued: QueuedMessage, isGone: Bool, at now: Date) throws {
    var gone = isGone ? queued.messageID : nil
    if case .revoke(let original) = message.content { gone = original }
    guard let gone else { return }
    try later("select forget_file(\(queued.channel), \(gone))")
    try later("select take_back(\(queued.channel), \(queued.person), \(gone), \(queued.id), \(now))")
  }
}
