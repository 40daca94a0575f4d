internal import Crypto
internal import Foundation

/// A file that somebody handed to “Meta”: a photo from a phone or a chart from our server.
struct Upload: Sendable {
  let mimeType: String
  let fileName: String?
  let bytes: [UInt8]
  /// After this nobody knows it any more.
  var expires = Date.distantFuture

  /// Meta takes documents of 100 MB. Nobody here has such, and a machine has only so much memory.
  static let bytesMax = 16 << 20
}

/// What Meta takes from a business.
enum MediaKind: CaseIterable {
  case audio, image, video, document, sticker

  /// Parameters as `; codecs=opus` do not matter.
  init?(mimeType: String) {
    let type = mimeType.prefix { $0 != ";" }.trimmingCharacters(in: .whitespaces).lowercased()
    guard let kind = MediaKind.allCases.first(where: { $0.mimeTypes.contains(type) }) else { return nil }
    self = kind
  }

  var mimeTypes: [String] {
    switch self {
    case .audio: ["audio/aac", "audio/amr", "audio/mpeg", "audio/mp4", "audio/ogg"]
    case .image: ["image/jpeg", "image/png"]
    case .video: ["video/mp4", "video/3gpp"]
    case .document:
      [
        "application/pdf", "text/plain", "application/msword", "application/vnd.ms-excel",
        "application/vnd.ms-powerpoint",
      ]
        + ["wordprocessingml.document", "spreadsheetml.sheet", "presentationml.presentation"].map {
          "application/vnd.openxmlformats-officedocument." + $0
        }
    case .sticker: ["image/webp"]
    }
  }

  var bytesMax: Int {
    switch self {
    case .image: 5 << 20
    case .audio, .video, .document: Upload.bytesMax
    case .sticker: 500 << 10
    }
  }
}

extension World {
  /// A media address lives five minutes, as Meta's do.
  static let addressSeconds: TimeInterval = 300
  /// What a person sent is kept for a week, what our server handed in for thirty days.
  static let personsUploadSeconds: TimeInterval = 7 * 86_400
  static let ownUploadSeconds: TimeInterval = 30 * 86_400

  mutating func put(_ upload: Upload, keptFor seconds: TimeInterval, at now: Date) -> String {
    let id = identifiers.mediaID()
    var upload = upload
    upload.expires = now + seconds
    uploads.put(upload, as: id)
    return id
  }

  /// Nil when it was never there, was deleted or has expired.
  func upload(_ id: String, at now: Date) -> Upload? {
    uploads[id].flatMap { now < $0.expires ? $0 : nil }
  }

  func facts(of content: Content, at now: Date) -> MediaFacts? {
    guard case .attachment(let attachment) = content, case .id(let id) = attachment.source,
      let upload = upload(id, at: now)
    else { return nil }
    return MediaFacts(mimeType: upload.mimeType, sha256: Digest.sha256(upload.bytes))
  }
}
