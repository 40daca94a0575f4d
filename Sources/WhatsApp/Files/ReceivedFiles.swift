package import Database
internal import Foundation
internal import Messages

/// Files that people send us, kept as soon as they are fetched: whatever happens to the message after that, it is not
/// fetched twice.
extension Books {
  /// The file that came with a message; nil when it was not kept yet.
  package func file(ofMessage inbox: Int64) async throws -> Int64? {
    try await query("select media_id from media where shop_id = \(shop) and inbox_id = \(inbox)").first?
      .decode(Int64.self)
  }

  /// - Parameter name: as its sender called it; nothing is believed of it but that it can be shown.
  package func keepReceived(_ bytes: [UInt8], named name: String?, type: String?, ofMessage inbox: Int64) async throws
    -> Int64
  {
    try await execute(
      """
      insert into media (shop_id, inbox_id, kind, mime_type, file_name, bytes, created_at, expires_at)
      values (\(shop), \(inbox), 'document', \(type ?? "application/octet-stream"), \((name ?? "file").asFileName),
        \(bytes), \(now), \(now.addingTimeInterval(keptSeconds)))
      on conflict (shop_id, inbox_id) do nothing
      """)
    guard let id = try await file(ofMessage: inbox) else { throw DatabaseError.decoding("a file just kept is there") }
    return id
  }

  /// Nil when its time is over.
  package func file(_ id: Int64) async throws -> (name: String, bytes: [UInt8], sha256: [UInt8])? {
    try await query("select file_name, bytes, sha256 from media where shop_id = \(shop) and media_id = \(id)").first?
      .decode(String.self, [UInt8].self, [UInt8].self)
  }
}
