import Database
import Foundation
import TestSupport
import Testing

struct BooksTests {
  private let now = Date(timeIntervalSince1970: 1_766_514_599)
  private let setting: SQL = "select nullif(current_setting('app.shop_id', true), '')::bigint"

  @Test func `the shop is set inside and gone afterwards`() async throws {
    try await withDatabase(configure: { $0.connectionsMax = 1 }) { postgres in
      let inside = try await postgres.books(of: ShopID(rawValue: 7), at: now) { books in
        #expect(books.now == now)
        return try await books.query(setting).only().decode(ShopID.self)
      }
      #expect(inside == ShopID(rawValue: 7))
      #expect(try await postgres.query(setting).only().decode(ShopID?.self) == nil)
    }
  }

  @Test func `opening the books costs no trip of its own`() async throws {
    let trips = Trips()
    try await withDatabase { lender in
      let database = try await lender.query("select current_database()").only().decode(String.self)
      let postgres = Postgres(.patient(url: try await testCluster().url(database: database))) { event in
        if case .statement = event { trips.count() }
      }
      _ = try await postgres.books(of: ShopID(rawValue: 7), at: now) { try await $0.query("select 1") }
      #expect(trips.number == 2)  // the statement and the commit
      await postgres.close()
    }
  }

  @Test func `an application role sees and writes its own shop only`() async throws {
    try await withDatabase { owner in
      let database = try await owner.query("select current_database()").only().decode(String.self)
      let role = "app_" + database
      try await owner.execute(script: schema(for: role))
      let postgres = Postgres(.patient(url: try await testCluster().url(database: database, user: role)))
      for shop in [1, 2].map(ShopID.init(rawValue:)) {
        try await postgres.books(of: shop, at: now) { try await $0.execute("insert into items values (\(shop), 'x')") }
      }
      let shops = try await postgres.books(of: ShopID(rawValue: 2), at: now) { books in
        try await books.query("select shop_id from items").map { try $0.decode(ShopID.self) }
      }
      #expect(shops == [ShopID(rawValue: 2)])
      #expect(try await postgres.query("select * from items").isEmpty)
      await #expect(throws: DatabaseError.self) {
        try await postgres.books(of: ShopID(rawValue: 1), at: now) {
          try await $0.execute("insert into items values (2)")
        }
      }
      await postgres.close()
      try await owner.execute(script: "drop owned by \(role); drop role \(role)")
    }
  }

  private func schema(for role: String) -> String {
    """
    create role \(role) login nosuperuser nobypassrls;
    create table items (shop_id bigint not null, name text);
    alter table items enable row level security;
    alter table items force row level security;
    create policy own on items using (shop_id = nullif(current_setting('app.shop_id', true), '')::bigint);
    grant select, insert on items to \(role);
    """
  }
}

/// `@unchecked` because the number is touched under `lock` only.
private final class Trips: @unchecked Sendable {
  private let lock = NSLock()
  private var trips = 0
  func count() { lock.withLock { trips += 1 } }
  var number: Int { lock.withLock { trips } }
}
