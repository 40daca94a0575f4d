import Database
package import GoogleSheets
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

/// Brings a Google Sheet as comma-separated text.
package typealias FetchSheet = @Sendable (SheetLink, _ bytesMax: Int) async -> SheetFetch

/// The document of a message, as far as we have it.
enum ReceivedFile: Hashable, Sendable {
  case kept(Int64)
  case tooLarge
  /// Nobody has it any more.
  case gone
  case notATable
  /// A link to a sheet that only its owner may read, to none, and to one that Google did not give.
  case sheetNotShared
  case sheetGone
  case sheetTrouble
  /// From somebody whose files we do not open.
  case notForUs
}

/// It may be there later: the message is tried again.
struct FileNotFetched: Error { let reason: String }

extension Conversation {
  private static let fileBytesMax = 5 << 20

  /// Documents of owners are fetched at once, since their address lives five minutes, and the sheets that they link to;
  /// no transaction is open meanwhile. What is kept already, because we died after it, is not fetched again.
  func fetched(_ heard: Heard, of queued: QueuedMessage, for shop: ShopID) async throws -> Heard {
    guard let source = FileSource(heard) else { return heard }
    let (known, isWanted) = try await database.books(of: shop, at: now()) { books in
      (try await books.file(ofMessage: queued.id), try await books.wantsFile(of: queued))
    }
    if let known { return .file(.kept(known)) }
    guard isWanted else { return .file(.notForUs) }
    switch source {
    case .media(let media):
      switch try await bytes(of: media, queued) {
      case .bytes(let bytes): return .file(try await keep(bytes, media.fileName, media.mimeType, queued, shop))
      case .nothing(let why): return .file(why)
      }
    case .sheet(let link):
      switch await bytes(of: link) {
      case .bytes(let bytes): return .file(try await keep(bytes, "Google Sheet", "text/csv", queued, shop))
      case .nothing(let why): return .file(why)
      }
    }
  }

  private enum Brought {
    case bytes([UInt8])
    case nothing(ReceivedFile)
  }

  private func bytes(of media: Media, _ queued: QueuedMessage) async throws -> Brought {
    guard let id = media.id else { return .nothing(.gone) }
    return switch await fetch(id, queued.channel, media.sha256, Self.fileBytesMax) {
    case .tooLarge: .nothing(.tooLarge)
    case .gone: .nothing(.gone)
    case .trouble(let reason): throw FileNotFetched(reason: reason)
    case .fetched(let bytes): .bytes(bytes)
    }
  }

  /// Not tried again by itself: a link can be sent again at any time, and Google may take its time to fail.
  private func bytes(of link: SheetLink) async -> Brought {
    switch await fetchSheet(link, Self.fileBytesMax) {
    case .tooLarge: .nothing(.tooLarge)
    case .notShared: .nothing(.sheetNotShared)
    case .gone: .nothing(.sheetGone)
    case .trouble: .nothing(.sheetTrouble)
    case .fetched(let bytes): .bytes(bytes)
    }
  }

  private func keep(
    _ bytes: [UInt8], _ name: String?, _ type: String?, _ queued: QueuedMessage, _ shop: ShopID
  ) async throws -> ReceivedFile {
    guard FileKind(sniffing: bytes) != .other, !bytes.isEmpty else { return .notATable }
    return .kept(
      try await database.books(of: shop, at: now()) { books in
        try await books.keepReceived(bytes, named: name, type: type, ofMessage: queued.id)
      })
  }
}

/// Where the list stands that somebody sends.
private enum FileSource {
  case media(Media)
  case sheet(SheetLink)

  init?(_ heard: Heard) {
    switch heard {
    case .document(let media): self = .media(media)
    case .words(let words):
      guard let link = SheetLink(in: words) else { return nil }
      self = .sheet(link)
    case .tap, .file, .unreadable, .picture, .welcome, .nothing: return nil
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
