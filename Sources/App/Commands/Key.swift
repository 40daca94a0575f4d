import API
import Database
import Foundation
import Measures

extension Retailmind {
  /// The keys of programs: made, listed and revoked by whoever owns the tables, never by the server.
  static func key(_ wish: Command.KeyWish, _ variables: [String: String]) async throws {
    let (database, _) = try ownerDatabase(variables)
    let said: Result<String, any Error>
    do { said = .success(try await keys(wish, database, at: Date())) } catch { said = .failure(error) }
    await database.close()
    print(try said.get())
  }

  static func keys(_ wish: Command.KeyWish, _ database: Postgres, at now: Date) async throws -> String {
    switch wish {
    case .create(let name, let mayWrite, let shops):
      if let shops {
        let known = try await database.known(shops)
        if let unknown = shops.first(where: { !known.contains($0) }) { throw Plainly("there is no shop \(unknown)") }
      }
      let (id, key) = try await database.createKey(named: name, mayWrite: mayWrite, shops: shops, at: now)
      return """
        Key \(id) may \(right(mayWrite)) the books of \(said(shops)). It is shown this once; only a hash of it is kept.
        \(key.shown)
        """
    case .list:
      let keys = try await database.keys()
      return keys.isEmpty ? "There are no keys." : keys.map(line).joined(separator: "\n")
    case .revoke(let id):
      guard try await database.revokeKey(id, at: now) else {
        throw Plainly("there is no key \(id) that opens anything")
      }
      return "Key \(id) opens nothing any more."
    }
  }

  /// No secret is in it: the handle tells whose calls are whose.
  private static func line(_ key: KnownKey) -> String {
    let state =
      if let revokedAt = key.revokedAt {
        "revoked \(Day(of: revokedAt, in: .gmt))"
      } else {
        key.lastUsedOn.map { "last used \($0)" } ?? "never used"
      }
    return [
      "\(key.id)", key.name, "rm_\(key.handle)_…", "\(right(key.mayWrite)) \(said(key.shops))",
      "made \(Day(of: key.createdAt, in: .gmt))", state,
    ].joined(separator: "  ")
  }

  private static func right(_ mayWrite: Bool) -> String { mayWrite ? "read and write" : "read" }

  private static func said(_ shops: [Int64]?) -> String {
    guard let shops else { return "all shops" }
    return (shops.count == 1 ? "shop " : "shops ") + shops.map(String.init).joined(separator: ", ")
  }
}
