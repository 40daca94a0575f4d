import Commerce
import Crypto
import Database
import Foundation
import Inventory
import Measures
import Sheets

extension Retailmind {
  /// A list of goods from a file into a shop's books, as if its owner had sent it; what would be written is shown first.
  static func importGoods(into shop: Int64, from path: String, isRehearsal: Bool, _ configuration: Configuration)
    async throws
  {
    let bytes: [UInt8]
    do { bytes = Array(try Data(contentsOf: URL(filePath: path))) } catch {
      throw Plainly("\(path) cannot be read")
    }
    let list: GoodsList
    do { list = GoodsList(reading: try Table(reading: bytes)) } catch { throw Plainly("\(path): \(error)") }
    try await withShop(shop, configuration) { books in
      let digest = Digest.sha256(bytes)
      let wasWritten = try await books.wasImported(digest)
      let plan = try await books.plan(importing: list)
      print(
        "new \(plan.new.count), changed \(plan.changed.count), same \(plan.same), unreadable \(plan.unreadable.count)")
      for goods in plan.new { print("new      line \(goods.line): \(goods.name)") }
      for change in plan.changed { print("changed  line \(change.line): \(change.name)") }
      for trouble in plan.unreadable { print("UNREAD   line \(trouble.line): \(trouble.reason)") }
      guard !isRehearsal else { return print("Nothing was written (--dry-run).") }
      if wasWritten { return print("This file was written before. Nothing was changed.") }
      guard !plan.isNothing else { return print("Nothing to write.") }
      let zone = try await books.query("select zone from shops where shop_id = \(books.shop)").only().decode(
        String.self)
      let author = Author(
        inboxID: nil, member: nil, day: Day(of: books.now, in: TimeZone(identifier: zone) ?? .gmt))
      let group = try await books.write(plan, sha256: digest, named: URL(filePath: path).lastPathComponent, by: author)
      print("Written as group \(group.id).")
    }
  }

  /// The books of one shop, for a command; refused where there is no such shop.
  static func withShop(
    _ number: Int64, _ configuration: Configuration, _ body: (Books) async throws -> Void
  ) async throws {
    let database = Postgres(.init(url: configuration.databaseURL))
    let result: Result<Void, any Error>
    do {
      result = .success(
        try await database.books(of: ShopID(rawValue: number), at: Date()) { books in
          guard try await !books.query("select 1 from shops where shop_id = \(books.shop)").isEmpty else {
            throw Plainly("there is no shop \(number)")
          }
          try await body(books)
        })
    } catch { result = .failure(error) }
    await database.close()
    try result.get()
  }
}
