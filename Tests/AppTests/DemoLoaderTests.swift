import Database
import DemoShop
import Foundation
import Measures
import TestSupport
import Testing

@testable import App

struct DemoLoaderTests {
  @Test func `what is in stock is the sum of the entries, and the last entry says so`() async throws {
    try await withFilledShop { books in
      let wrong = try await books.query(
        """
        select s.item_id from stock s
        where s.on_hand < 0
          or s.on_hand <> (select sum(e.quantity) from stock_entries e where e.item_id = s.item_id)
          or s.on_hand <> (select e.on_hand_after from stock_entries e where e.item_id = s.item_id
            order by e.entry_id desc limit 1)
        """)
      #expect(wrong.isEmpty)
      #expect(try await books.count("select count(*) from stock") > 300)
    }
  }

  @Test func `each bill is the sum of its lines and takes its goods out of stock`() async throws {
    try await withFilledShop { books in
      let wrong = try await books.query(
        """
        select s.sale_id from sales s join entry_groups g on g.group_id = s.group_id
        where g.kind <> 'sale' or g.day <> s.day or s.total <> (
            select sum(l.amount) from sale_lines l where l.sale_id = s.sale_id and l.day = s.day)
          or (select array_agg((l.item_id, -l.quantity) order by l.item_id) from sale_lines l where l.sale_id = s.sale_id)
            is distinct from
            (select array_agg((e.item_id, e.quantity) order by e.item_id) from stock_entries e where e.group_id = s.group_id)
        """)
      #expect(wrong.isEmpty)
    }
  }

  @Test func `what a customer owes is what was taken on credit less what was paid back`() async throws {
    try await withFilledShop { books in
      let wrong = try await books.query(
        """
        select b.customer_id from credit_balances b
        where b.balance <> (select coalesce(sum(e.amount), 0) from credit_entries e where e.customer_id = b.customer_id)
          or b.balance <> coalesce((select e.balance_after from credit_entries e where e.customer_id = b.customer_id
            order by e.entry_id desc limit 1), 0)
          or (select coalesce(sum(s.total), 0) from sales s where s.customer_id = b.customer_id and s.payment = 'credit')
            <> (select coalesce(sum(e.amount), 0) from credit_entries e
              where e.customer_id = b.customer_id and e.kind = 'sale')
        """)
      #expect(wrong.isEmpty)
      #expect(try await books.count("select count(*) from credit_balances where balance > 0") > 3)
    }
  }

  @Test func `each supplier is owed the last delivery, the ones before are paid`() async throws {
    try await withFilledShop { books in
      let wrong = try await books.query(
        """
        select b.supplier_id from supplier_balances b
        where b.balance <> (select sum(e.amount) from supplier_entries e where e.supplier_id = b.supplier_id)
          or b.balance <> (select e.balance_after from supplier_entries e where e.supplier_id = b.supplier_id
            order by e.entry_id desc limit 1)
          or b.balance <> (select p.total from purchases p where p.supplier_id = b.supplier_id
            order by p.purchase_id desc limit 1)
        """)
      #expect(wrong.isEmpty)
      #expect(try await books.count("select count(*) from supplier_balances where balance > 0") > 3)
    }
  }

  @Test func `entries stand in the order of time, the last of them within this hour`() async throws {
    try await withFilledShop { books in
      let orders: [(table: SQL, key: SQL)] = [
        ("entry_groups", "group_id"), ("sales", "sale_id"), ("stock_entries", "entry_id"), ("prices", "price_id"),
        ("credit_entries", "entry_id"), ("supplier_entries", "entry_id"), ("purchases", "purchase_id"),
      ]
      for (table, key) in orders {
        let steps: SQL = "select at < lag(at) over (order by \(key)) as goes_back from \(table)"
        #expect(try await books.count("select count(*) from (\(steps)) steps where goes_back") == 0)
      }
      let last = try await books.query("select max(at) from sales").only().decode(Date.self)
      #expect(last <= books.now && last > books.now.addingTimeInterval(-3_600))
    }
  }

  @Test func `today's prices are those of the files`() async throws {
    let kirana = try Kirana(directory: Self.root.appending(path: "demo"))
    try await withFilledShop { books in
      let rows = try await books.query(
        """
        select distinct on (i.item_id) i.name, p.amount from items i join prices p using (shop_id, item_id)
        where p.kind = 'sale' order by i.item_id, p.price_id desc
        """)
      let prices = Dictionary(uniqueKeysWithValues: try rows.map { try $0.decode(String.self, Money.self) })
      #expect(prices == Dictionary(uniqueKeysWithValues: kirana.items.map { ($0.english, $0.price) }))
    }
  }

  @Test func `names are there in three languages, and both Rameshes`() async throws {
    try await withFilledShop { books in
      let sugar = try await books.query(
        """
        select n.name from item_names n join items i using (shop_id, item_id)
        where i.name = 'Sugar' and n.voice <> '' order by n.voice
        """
      ).map { try $0.decode(String.self) }
      #expect(sugar == ["Sugar", "चीनी", "साखर"])
      #expect(try await books.count("select count(*) from customers where name like 'Ramesh %'") == 2)
    }
  }

  private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// The books of a shop that was opened twenty days ago, at two in the afternoon of Saturday 21 November 2026; the
  /// application role fills and reads them.
  private func withFilledShop(_ body: (Books) async throws -> Void) async throws {
    let now = Date(timeIntervalSince1970: 1_795_249_800)
    try await withDatabase(migratedFrom: Self.root.appending(path: "Migrations").path) { owner in
      let shop = try await owner.transaction { try await $0.insertShop(at: now) }
      let name = try await owner.query("select current_database()").only().decode(String.self)
      let database = Postgres(
        .patient(url: try await testCluster().url(database: name) + "&options=-c%20role%3Dretailmind_app"))
      let kirana = try Kirana(directory: Self.root.appending(path: "demo"))
      let zone = try #require(TimeZone(identifier: "Asia/Kolkata"))
      try await database.books(of: shop, at: now) { books in
        try await books.fill(from: kirana, days: 20, seed: 1, in: zone)
      }
      try await database.books(of: shop, at: now, body)
      await database.close(graceSeconds: 1)
    }
  }
}

extension Transaction {
  fileprivate func insertShop(at now: Date) async throws -> ShopID {
    let shop = try await query("select nextval(pg_get_serial_sequence('shops', 'shop_id'))").only().decode(ShopID.self)
    try await execute("select set_config('app.shop_id', \(String(shop.rawValue)), true)")
    try await execute(
      "insert into shops (shop_id, name, created_at) overriding system value values (\(shop), \(Kirana.name), \(now))")
    return shop
  }
}

extension Books {
  fileprivate func count(_ sql: SQL) async throws -> Int { try await query(sql).only().decode(Int.self) }
}
