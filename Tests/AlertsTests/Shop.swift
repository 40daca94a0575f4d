import Database
import Foundation
import TestSupport

/// A shop with 40 kg of sugar and 12 packets of Maggi, as the application sees it.
struct Shop: Sendable {
  static let now = Date(timeIntervalSince1970: 1_795_237_200)

  let id: ShopID
  let owner: Postgres
  let application: Postgres
  let sugar: Int64
  let maggi: Int64

  static func with(_ body: @Sendable (Shop) async throws -> Void) async throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    try await withDatabase(migratedFrom: root.appending(path: "Migrations").path) { owner in
      let name = try await owner.query("select current_database()::text").only().decode(String.self)
      let url = try await testCluster().url(database: name) + "&options=-c%20role%3Dretailmind_app"
      let application = Postgres(.patient(url: url))
      let result: Result<Void, any Error>
      do {
        let little = try await LittleShop.open("Shree Ganesh", in: owner, at: now)
        let items = try await application.books(of: little.id, at: now) { books in
          try await books.query("select item_id from items where shop_id = \(books.shop) order by item_id").map {
            try $0.decode(Int64.self)
          }
        }
        let shop = Shop(id: little.id, owner: owner, application: application, sugar: items[0], maggi: items[1])
        result = .success(try await body(shop))
      } catch {
        result = .failure(error)
      }
      await application.close(graceSeconds: 1)
      try result.get()
    }
  }

  @discardableResult
  func books<R: Sendable>(at now: Date = now, _ body: @Sendable (Books) async throws -> R) async throws -> R {
    try await application.books(of: id, at: now, body)
  }
}
