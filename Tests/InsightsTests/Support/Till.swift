import Database
import Foundation
import Insights
import Language
import Measures
import TestSupport

/// Two shops with the same items and customers; what one sells, the other sells ten times.
///
/// Saturday 21 November 2026. Sugar has a price and a cost, Maggi no cost, oil no price. Yesterday 5 kg of sugar and two
/// Maggi for cash; today sugar to Ramesh by UPI with ₹5 let off, oil and a Maggi to him on credit, ten kilos of sugar
/// that were taken back, a Maggi that came back, ₹30 for tea. Last month one kilo of sugar, on Thursday a whole day as
/// one figure.
struct Till: Sendable {
  static let now = Date(timeIntervalSince1970: 1_795_237_200)
  static let today = Day(number: 20_778)

  let ganesh: ShopID
  let laxmi: ShopID
  let owner: Postgres
  let application: Postgres

  static func with(_ body: (Till) async throws -> Void) async throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    try await withDatabase(migratedFrom: root.appending(path: "Migrations").path) { owner in
      let name = try await owner.query("select current_database()::text").only().decode(String.self)
      let url = try await testCluster().url(database: name) + "&options=-c%20role%3Dretailmind_app"
      let application = Postgres(.patient(url: url))
      let result: Result<Void, any Error>
      do {
        let till = Till(
          ganesh: try await open("Shree Ganesh Kirana", in: owner), laxmi: try await open("Laxmi Stores", in: owner),
          owner: owner, application: application)
        try await till.trade(in: till.ganesh, times: 1)
        try await till.trade(in: till.laxmi, times: 10)
        result = .success(try await body(till))
      } catch {
        result = .failure(error)
      }
      await application.close(graceSeconds: 1)
      try result.get()
    }
  }

  /// Asks in the books of one shop, as the application role.
  func find(_ insight: Insight, in shop: ShopID? = nil) async throws -> Finding {
    try await application.books(of: shop ?? ganesh, at: Self.now) { try await $0.find(insight) }
  }

  /// By its name in the ontology.
  static func period(_ name: String) throws -> PeriodRange {
    guard let period = PeriodRange(named: name, today: today) else { throw DatabaseError.decoding(name) }
    return period
  }

  private static func open(_ name: String, in owner: Postgres) async throws -> ShopID {
    try await owner.query("insert into shops (name, created_at) values (\(name), \(now)) returning shop_id").only()
      .decode(ShopID.self)
  }
}

// MARK: What was sold

extension Till {
  private func trade(in shop: ShopID, times: Int) async throws {
    for name in ["Ramesh", "Suresh"] {
      try await owner.execute(
        "insert into customers (shop_id, name, created_at) values (\(shop), \(name), \(Self.now))")
    }
    try await owner.execute(
      "insert into suppliers (shop_id, name, created_at) values (\(shop), 'Gupta Traders', \(Self.now))")
    let goods = [("Sugar", "sweetener", "kg"), ("Maggi", "noodles", "packet"), ("Oil", "oil", "l")]
    for (name, category, unit) in goods {
      try await owner.execute(
        """
        with item as (
          insert into items (shop_id, name, category, unit, supplier_id, created_at)
          select \(shop), \(name), \(category), \(unit), supplier_id, \(Self.now) from suppliers where shop_id = \(shop)
          returning item_id)
        insert into stock (shop_id, item_id, on_hand) select \(shop), item_id, \(9 * times) from item
        """)
    }
    let opening = try await group("opening", in: shop, daysAgo: 40)
    try await owner.execute(
      """
      insert into prices (shop_id, group_id, item_id, kind, amount, day, at)
      select \(shop), \(opening), item_id, 'cost', case name when 'Sugar' then 4100 else 13200 end, \(Self.today),
        \(Self.now) from items where shop_id = \(shop) and name <> 'Maggi'
      """)
    try await sell(in: shop, times: times)
    try await owner.execute(
      """
      insert into expenses (shop_id, group_id, kind, amount, day, at)
      values (\(shop), \(opening), 'tea', \(3_000 * times), \(Self.today), \(Self.now))
      """)
    try await owner.execute(
      """
      insert into credit_balances (shop_id, customer_id, balance)
      select \(shop), customer_id, case name when 'Ramesh' then 11000 else -500 end * \(times)
      from customers where shop_id = \(shop)
      """)
  }

  private func sell(in shop: ShopID, times: Int) async throws {
    func bill(
      _ daysAgo: Int, _ hour: Int, _ payment: String, to customer: String? = nil, total: Int?, discount: Int = 0,
      kind: String = "sale", reversing: Int64? = nil, _ lines: [(item: String, quantity: Int, price: Int?, cost: Int?)]
    ) async throws -> Int64 {
      let group = try await group(kind, in: shop, daysAgo: daysAgo, reversing: reversing)
      let day = Self.today.adding(-daysAgo)
      let at = Date(timeIntervalSince1970: Double(day.number * 86_400 + hour * 3_600) - 5.5 * 3_600)
      try await owner.transaction { transaction in
        let sale = try await transaction.query(
          """
          insert into sales (shop_id, group_id, customer_id, payment, total, discount, day, at)
          values (\(shop), \(group), (select customer_id from customers where shop_id = \(shop) and name = \(customer)),
            \(payment), \(total.map { $0 * times }), \(discount * times), \(day), \(at)) returning sale_id
          """
        ).only().decode(Int64.self)
        for (index, line) in lines.enumerated() {
          let quantity = line.quantity * times
          try await transaction.execute(
            """
            insert into sale_lines (shop_id, sale_id, line, item_id, quantity, price, amount, cost, day)
            select \(shop), \(sale), \(index + 1), item_id, \(quantity), \(line.price),
              \(line.price.map { $0 * quantity }), \(line.cost), \(day)
            from items where shop_id = \(shop) and name = \(line.item)
            """)
        }
      }
      return group
    }
    _ = try await bill(31, 11, "cash", total: 4_500, [("Sugar", 1, 4_500, 4_100)])
    _ = try await bill(2, 21, "cash", total: 100_000, [])
    _ = try await bill(1, 10, "cash", total: 25_300, [("Sugar", 5, 4_500, 4_100), ("Maggi", 2, 1_400, nil)])
    _ = try await bill(0, 18, "upi", to: "Ramesh", total: 8_500, discount: 500, [("Sugar", 2, 4_500, 4_100)])
    _ = try await bill(0, 18, "credit", to: "Ramesh", total: nil, [("Oil", 1, nil, 13_200), ("Maggi", 1, 1_400, nil)])
    let wrong = try await bill(0, 19, "cash", total: 45_000, [("Sugar", 10, 4_500, 4_100)])
    _ = try await bill(0, 19, "cash", total: -45_000, reversing: wrong, [("Sugar", -10, 4_500, 4_100)])
    _ = try await bill(0, 19, "cash", total: -1_400, kind: "sale_return", [("Maggi", -1, 1_400, nil)])
  }

  private func group(_ kind: String, in shop: ShopID, daysAgo: Int, reversing: Int64? = nil) async throws -> Int64 {
    try await owner.query(
      """
      insert into entry_groups (shop_id, kind, reverses, day, at)
      values (\(shop), \(kind), \(reversing), \(Self.today.adding(-daysAgo)), \(Self.now)) returning group_id
      """
    ).only().decode(Int64.self)
  }
}
