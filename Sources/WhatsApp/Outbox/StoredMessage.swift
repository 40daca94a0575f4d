internal import Foundation
internal import HTTP
internal import Messages

/// A message while it waits in the outbox: JSON, of which a test pins every form, since rows outlive a deployment.
enum StoredMessage {
  static func text(_ message: OutboundMessage) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let encoded = Array(try encoder.encode(message))
    return String(decoding: try withoutNUL(encoded), as: UTF8.self)
  }

  static func message(_ text: String) throws -> OutboundMessage {
    try JSONDecoder().decode(OutboundMessage.self, from: Data(text.utf8))
  }

  /// PostgreSQL stores no U+0000, and nobody can read one.
  private static func withoutNUL(_ encoded: [UInt8]) throws -> [UInt8] {
    guard encoded.contains(#"\u0000"#.utf8) else { return encoded }
    return try JSON(parsing: encoded).withoutNUL.encoded()
  }
}

extension JSON {
  var withoutNUL: JSON {
    switch self {
    case .string(let text): .string(text.replacing("\0", with: ""))
    case .array(let elements): .array(elements.map(\.withoutNUL))
    case .object(let members): .object(members.mapValues(\.withoutNUL))
    case .null, .bool, .integer, .real: self
    }
  }

  /// For a column of type jsonb.
  var sqlText: String { String(decoding: withoutNUL.encoded(), as: UTF8.self) }
}
