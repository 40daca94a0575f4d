import Database
import Demand
import Foundation
import Inventory
import Measures
import TestSupport

/// A shop with a past: “Tea” sells every day, three times as much on Sundays; “Rope” hardly ever. Nothing else is known
/// of it than what a counter writes: bills and stock.
struct Counter: Sendable {
  static let now = Date(timeIntervalSince1970: 1_795_237_200)
  /// Saturday 21 November 2026.
  static let today = Day(number: 20_778)

  let shop: ShopID
  let owner: Postgres
  let application: Postgres
  let tea: Int64
  let rope: Int64

  static func with(days: Int = 120, _ body: (Counter) async throws -> Void) async throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    try await withDatabase(migratedFrom: root.appending(path: "Migrations").path) { owner in
      let name = try await owner.query("select current_database()::text").only().decode(String.self)
      let url = try await testCluster().url(database: name) + "&options=-c%20role%3Dretailmind_app"
      let application = Postgres(.patient(url: url))
      let result: Result<Void, any Error>
      do {
        let shop = try await owner.query(
          "insert into shops (name, created_at) values ('Shree Ganesh', \(now)) returning shop_id"
        ).only().decode(ShopID.self)
        let items = try await owner.query(
          """
          insert into items (shop_id, name, unit, created_at)
          select \(shop), name, 'packet', \(now) from unnest(array['Tea', 'Rope']) with ordinality as n (name, place)
          order by place returning item_id
          """
        ).map { try $0.decode(Int64.self) }
        let counter = Counter(shop: shop, owner: owner, application: application, tea: items[0], rope: items[1])
        try await counter.stock(counter.tea, 10_000, daysAgo: days + 1)
        for day in stride(from: days, to: 0, by: -1) {
          let isSunday = today.adding(-day).weekday == 7
          try await counter.sell(counter.tea, isSunday ? 30 : 10, daysAgo: day)
        }
        result = .success(try await body(counter))
      } catch {
        result = .failure(error)
      }
      await application.close(graceSeconds: 1)
      try result.get()
    }
  }

  func books<R: Sendable>(on day: Day = today, _ body: @Sendable (Books) async throws -> R) async throws -> R {
    try await application.books(of: shop, at: Self.now, body)
  }

  @discardableResult
  func refresh(on day: Day = today) async throws -> DemandRefreshed {
    try await books { try await $0.refreshDemand(on: day) }
  }

  /// - Returns: the group of the bill.
  @discardableResult
  func sell(_ item: Int64, _ quantity: Int, daysAgo: Int, reversing: Int64? = nil) async throws -> Int64 {
    let group = try await group("sale", daysAgo: daysAgo, reversing: reversing)
    let day = Self.today.adding(-daysAgo)
    try await owner.execute(
      """
      with bill as (
        insert into sales (shop_id, group_id, total, day, at) values (\(shop), \(group), 0, \(day), \(Self.now))
        returning sale_id)
      insert into sale_lines (shop_id, sale_id, line, item_id, quantity, day)
      select \(shop), sale_id, 1, \(item), \(quantity), \(day) from bill
      """)
    try await move(item, -quantity, "sale", day, group)
    return group
  }

  func stock(_ item: Int64, _ quantity: Int, daysAgo: Int) async throws {
    try await move(
      item, quantity, "count", Self.today.adding(-daysAgo), try await group("stock_set", daysAgo: daysAgo))
  }

  private func move(_ item: Int64, _ quantity: Int, _ kind: String, _ day: Day, _ group: Int64) async throws {
    try await owner.execute(
      """
      insert into stock_entries (shop_id, group_id, item_id, kind, quantity, on_hand_after, day, at)
      values (\(shop), \(group), \(item), \(kind), \(quantity), 0, \(day), \(Self.now))
      """)
  }

  private func group(_ kind: String, daysAgo: Int, reversing: Int64? = nil) async throws -> Int64 {
    try await owner.query(
      """
      insert into entry_groups (shop_id, kind, reverses, day, at)
      values (\(shop), \(kind), \(reversing), \(Self.today.adding(-daysAgo)), \(Self.now)) returning group_id
      """
    ).only().decode(Int64.self)
  }
}
