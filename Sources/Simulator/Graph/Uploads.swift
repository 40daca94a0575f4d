internal import Crypto
internal import Foundation

/// A file that somebody handed to “Meta”: a photo from a phone or a chart from our server.
struct Upload: Sendable {
  let mimeType: String
  let fileName: String?
  let bytes: [UInt8]

  static let bytesMax = 16 << 20
}

extension World {
  /// A media address lives five minutes, as Meta's do.
  static let addressSeconds: TimeInterval = 300

  mutating func put(_ upload: Upload) -> String {
    let id = identifiers.mediaID()
    uploads.put(upload, as: id)
    return id
  }

  func facts(of content: Content) -> MediaFacts? {
    guard case .attachment(let attachment) = content, case .id(let id) = attachment.source,
      let upload = uploads[id]
    else { return nil }
    return MediaFacts(mimeType: upload.mimeType, sha256: Digest.sha256(upload.bytes))
  }
}
