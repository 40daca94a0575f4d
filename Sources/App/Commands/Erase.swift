import Crypto
import Custody
import Database
import Foundation

extension Retailmind {
  /// A shop, or one person in it, for good and at once. The proof is printed: it names nobody and can be kept.
  static func erase(shop: Int64, person phone: String?, isMeant: Bool, _ configuration: Configuration) async throws {
    guard isMeant else {
      throw Plainly("this cannot be taken back: write --yes as well, and run retailmind export before")
    }
    var asked: AskedErasure?
    try await withShop(shop, configuration) { books in
      let target: ErasureTarget
      if let phone {
        guard let person = try await books.person(called: phone) else { throw Plainly("nobody there has that number") }
        target = person
      } else {
        target = .shop
      }
      asked = try await books.askErasure(of: target, due: books.now)
    }
    guard let asked else { throw Plainly("a legal hold keeps it: lift that first") }
    let database = Postgres(.init(url: configuration.databaseURL))
    let record: Result<ErasureRecord?, any Error>
    do {
      try await database.eraseDue(at: Date())
      record = .success(try await database.erasure(asked.id))
    } catch { record = .failure(error) }
    await database.close()
    guard let done = try record.get(), let counts = done.counts, let proof = done.proof else {
      throw Plainly("erasure \(asked.id) waits: something must be kept")
    }
    print("Erased (no. \(asked.id)): \(counts)\nproof \(Hex.encode(proof))")
  }
}
