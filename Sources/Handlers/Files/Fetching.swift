import Database
import Intents
import Inventory
import Messages
import Scheduler
import Sheets
package import WhatsApp

/// Brings the file of a message that cannot be read without it.
///
/// - Parameter bytesMax: beyond which it is not wanted.
package typealias FetchFile =
  @Sendable (_ mediaID: String, _ channel: String, _ sha256: String?, _ bytesMax: Int) async -> MediaFetch

/// The document of a message, as far as we have it.
enum ReceivedFile: Hashable, Sendable {
  case kept(Int64)
  case tooLarge
  /// Nobody has it any more.
  case gone
  case notATable
  /// From somebody whose files we do not open.
  case notForUs
}

/// It may be there later: the message is tried again.
struct FileNotFetched: Error { let reason: String }

extension Conversation {
  private static let fileBytesMax = 5 << 20

  /// Documents of owners are fetched at once, since their address lives five minutes; no transaction is open meanwhile.
  /// What is kept already, because we died after it, is not fetched again.
  func fetched(_ heard: Heard, of queued: QueuedMessage, for shop: ShopID) async throws -> Heard {
    guard case .document(let media) = heard else { return heard }
    let (known, isWanted) = try await database.books(of: shop, at: now()) { books in
      (try await books.file(ofMessage: queued.id), try await books.wantsFile(of: queued))
    }
    if let known { return .file(.kept(known)) }
    guard isWanted else { return .file(.notForUs) }
    guard let id = media.id else { return .file(.gone) }
    switch await fetch(id, queued.channel, media.sha256, Self.fileBytesMax) {
    case .tooLarge: return .file(.tooLarge)
    case .gone: return .file(.gone)
    case .trouble(let reason): throw FileNotFetched(reason: reason)
    case .fetched(let bytes):
      guard FileKind(sniffing: bytes) != .other, !bytes.isEmpty else { return .file(.notATable) }
      let kept = try await database.books(of: shop, at: now()) { books in
        try await books.keepReceived(bytes, named: media.fileName, type: media.mimeType, ofMessage: queued.id)
      }
      return .file(.kept(kept))
    }
  }
}

extension Books {
  /// From an owner, and not taken back since.
  fileprivate func wantsFile(of queued: QueuedMessage) async throws -> Bool {
    try await query(
      """
      select exists (select from members where shop_id = \(shop) and member_id = \(queued.member) and role = 'owner'
          and left_at is null)
        and not was_taken_back(\(queued.channel), \(queued.person), \(queued.messageID))
      """
    ).only().decode(Bool.self)
  }
}
