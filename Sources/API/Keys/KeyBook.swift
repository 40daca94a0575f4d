internal import Crypto
package import Database
package import Foundation
package import Measures

/// A key as the administrator sees it in a list; the secret is nowhere.
package struct KnownKey: Hashable, Sendable {
  package let id: Int64
  package let handle: String
  package let name: String
  package let mayWrite: Bool
  /// Nil: all, also those to come.
  package let shops: [Int64]?
  package let createdAt: Date
  package let revokedAt: Date?
  package let lastUsedOn: Day?

  fileprivate init(_ row: Row) throws {
    (id, handle, name, mayWrite, shops, createdAt, revokedAt, lastUsedOn) = try row.decode(
      Int64.self, String.self, String.self, Bool.self, [Int64]?.self, Date.self, Date?.self, Day?.self)
  }
}

/// The administrator's side, as the role that owns the tables: a server that was broken into makes no keys.
extension Postgres {
  /// Makes a key and keeps its fingerprint. What is returned is the only copy.
  package func createKey(named name: String, mayWrite: Bool, shops: [Int64]?, at now: Date) async throws -> (
    id: Int64, key: APIKey
  ) {
    let key = APIKey.fresh()
    let id = try await query(
      """
      insert into api_keys (handle, digest, name, may_write, shops, created_at)
      values (\(key.handle), \(key.digest), \(name), \(mayWrite), \(shops), \(now)) returning key_id
      """
    ).only().decode(Int64.self)
    return (id, key)
  }

  /// Those of these shops that there are.
  package func known(_ shops: [Int64]) async throws -> Set<Int64> {
    Set(
      try await query("select shop_id from shop_zones where shop_id = any (\(shops))").map { try $0.decode(Int64.self) }
    )
  }

  package func keys() async throws -> [KnownKey] {
    try await query(
      """
      select key_id, handle, name, may_write, shops, created_at, revoked_at, last_used_on from api_keys order by key_id
      """
    ).map(KnownKey.init)
  }

  /// From now on it opens nothing; false where there is none of that number that did.
  package func revokeKey(_ id: Int64, at now: Date) async throws -> Bool {
    try await execute("update api_keys set revoked_at = \(now) where key_id = \(id) and revoked_at is null") == 1
  }

  package func revokeKeys(named name: String, at now: Date) async throws {
    try await execute("update api_keys set revoked_at = \(now) where name = \(name) and revoked_at is null")
  }
}

/// Who calls, once the key has proved itself.
package struct Caller: Sendable {
  package let key: Int64
  /// As whom it speaks in a conversation.
  package let person: Int64
  package let mayWrite: Bool
  /// Nil: all.
  let shops: Set<Int64>?

  func mayEnter(_ shop: Int64) -> Bool { shops?.contains(shop) ?? true }
}

/// Whether a call may go on.
struct Admission: Sendable {
  let isShop: Bool
  /// 0 where it is let in.
  let waitSeconds: Double
}

/// The server's side.
extension Postgres {
  /// Nil for a key that is not ours, or is no more. How long that takes says nothing of the secret.
  func caller(with key: APIKey) async throws -> Caller? {
    let row = try await query(
      "select key_id, digest, person_id, may_write, shops from find_api_key(\(key.handle))"
    ).first
    guard let row else {
      _ = equalInConstantTime(key.digest, Self.nobodysDigest)
      return nil
    }
    let (id, digest, person, mayWrite, shops) = try row.decode(
      Int64.self, [UInt8].self, Int64.self, Bool.self, [Int64]?.self)
    guard equalInConstantTime(key.digest, digest) else { return nil }
    return Caller(key: id, person: person, mayWrite: mayWrite, shops: shops.map(Set.init))
  }

  private static let nobodysDigest = [UInt8](repeating: 0, count: 32)

  /// Counts a call for its shop, if it may enter that, else for the caller alone.
  func admit(_ caller: Caller, to shop: Int64?, perMinute: Int, at now: Date) async throws -> Admission {
    let today = Day(of: now, in: .gmt)
    let named = shop.flatMap { caller.mayEnter($0) ? $0 : nil } ?? 0
    let (isShop, wait) = try await query(
      "select is_shop, wait_seconds from admit_api_call(\(caller.key), \(named), \(perMinute), \(today))"
    ).only().decode(Bool.self, Double.self)
    return Admission(isShop: isShop, waitSeconds: wait)
  }

  /// The numbers of the shops that there are among these (nil: of all), from one on.
  func shops(among allowed: [Int64]?, from first: Int64, max count: Int) async throws -> [Int64] {
    try await query("select s from shops_for_api(\(allowed), \(first), \(count)) s").map { try $0.decode(Int64.self) }
  }

  /// Forgets what programs were answered a day ago; false when there is no more of it.
  package func forgetCalls(at now: Date) async throws -> Bool {
    try await query("select forget_api_calls(\(now), 1000)").only().decode(Int.self) > 0
  }
}
