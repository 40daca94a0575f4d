internal import Crypto
import Database
import HTTP

/// Asked once more under the same name, a call that writes is answered as before and does nothing: whoever heard no
/// answer can ask again without fear. The name is kept in the transaction of what it did, for a day.
extension Books {
  func once(_ call: Call, _ write: () async throws -> JSON) async throws -> JSON {
    guard let name = call.request.headers["Idempotency-Key"] else { return try await write() }
    guard (1...255).contains(name.utf8.count), name.utf8.allSatisfy({ (0x20...0x7E).contains($0) }) else {
      throw Refusal(.invalidRequest, "“Idempotency-Key” is 1 to 255 letters of ASCII.")
    }
    let key = call.caller.key
    let asked = Digest.sha256(Array("\(call.request.method) \(call.request.path)\n".utf8) + call.request.body)
    // Whoever asks the same at the same time waits here until it is known what came of it.
    let isNew =
      try await execute(
        """
        insert into api_answers (shop_id, key_id, name, asked, created_at)
        values (\(shop), \(key), \(name), \(asked), \(now)) on conflict do nothing
        """) == 1
    guard isNew else { return try await answered(name, key, asked) }
    let answer = try await write()
    try later(
      """
      update api_answers set answer = \(String(decoding: answer.encoded(), as: UTF8.self))
      where shop_id = \(shop) and key_id = \(key) and name = \(name)
      """)
    return answer
  }

  private func answered(_ name: String, _ key: Int64, _ asked: [UInt8]) async throws -> JSON {
    let (before, answer) = try await query(
      "select asked, answer from api_answers where shop_id = \(shop) and key_id = \(key) and name = \(name)"
    ).only().decode([UInt8].self, String?.self)
    guard before == asked, let answer else {
      throw Refusal(.conflict, "That “Idempotency-Key” was used for something else.")
    }
    // What was done may be said again only when it is as safe as a commit of ours makes it: to write something makes
    // this one wait for the same standbys.
    try later("select pg_logical_emit_message(true, 'retailmind', 'replay')")
    return try JSON(parsing: Array(answer.utf8))
  }
}
