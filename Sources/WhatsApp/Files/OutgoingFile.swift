package import Database
package import Foundation
package import Messages

/// A file that we made for somebody, before it is kept.
package struct OutgoingFile: Sendable {
  package let name: String
  package let type: FileType
  package let bytes: [UInt8]

  /// - Parameter name: as its reader sees it, with its ending; what no file name can hold is left out.
  package init(named name: String, type: FileType, bytes: [UInt8]) {
    self.name = name.asFileName
    self.type = type
    self.bytes = bytes
  }

  package var isTooLarge: Bool { bytes.count > type.bytesMax }
}

extension Books {
  /// Keeps a file together with whatever else this transaction writes. The outbox hands it to WhatsApp before it sends
  /// the reply that it belongs to.
  package func keep(_ file: OutgoingFile) async throws -> Attachment {
    precondition(!file.isTooLarge && !file.bytes.isEmpty, "whoever makes a file sees to its size")
    let id = try await query(
      """
      insert into media (shop_id, kind, mime_type, file_name, bytes, created_at, expires_at)
      values (\(shop), \(file.type.kind.rawValue), \(file.type.rawValue), \(file.name), \(file.bytes), \(now),
        \(now.addingTimeInterval(keptSeconds)))
      returning media_id
      """
    ).only().decode(Int64.self)
    return Attachment(kind: file.type.kind, name: file.name, file: id)
  }
}

/// Files of ours and of others are kept for a week.
let keptSeconds = 7.0 * 86_400

extension Postgres {
  /// Forgets files whose week is over; true while there may be more.
  package func forgetFiles(at now: Date) async throws -> Bool {
    try await query("select forget_files(\(now), \(forgottenMax))").only().decode(Int.self) >= forgottenMax
  }
}

/// So many of a shop at once.
private let forgottenMax = 100

extension String {
  /// Without what leads elsewhere or cannot be read, and never empty.
  var asFileName: String {
    let kept = unicodeScalars.filter { !"/\\:*?\"<>|".unicodeScalars.contains($0) && !$0.properties.isControl }
    let name = String(String.UnicodeScalarView(kept.prefix(nameScalarsMax)))
    return name.allSatisfy { $0 == "." || $0.isWhitespace } ? "file" : name
  }
}

private let nameScalarsMax = 120

extension Unicode.Scalar.Properties {
  /// Format characters but the joiners that Devanagari needs: a “right-to-left” mark can make “exe.xlsx” of “xslx.exe”.
  fileprivate var isControl: Bool {
    switch generalCategory {
    case .control, .lineSeparator, .paragraphSeparator: true
    case .format: !isJoinControl
    default: false
    }
  }
}
