package import Measures

/// One thing that the demo shop sells: a line of `items.tsv`.
package struct DemoItem: Sendable {
  package let id: String
  package let category: String
  /// The unit in which it is counted, priced and kept.
  package let unit: Unit
  package let english: String
  package let hindi: String
  package let marathi: String
  /// What else people call it, in any script.
  package let moreNames: [String]
  /// What one unit costs the customer today, tax included.
  package let price: Money
  /// The printed maximum price; nil for loose goods, which have none.
  package let mrp: Money?
  package let cost: Money
  /// Basis points.
  package let taxRate: Int
  package let hsn: String
  /// Its position in `Kirana.suppliers`.
  package let supplier: Int
  /// Below this the shop is warned; nil for goods of a single season.
  package let threshold: Quantity?
  package let packs: [Pack]
  /// What is sold on an ordinary day.
  package let dailyDemand: Quantity
  /// How much more of it goes on a Saturday or Sunday; 1.15 is fifteen percent more.
  package let weekendFactor: Quantity
  package let lifts: [Lift]
  /// What one customer usually takes.
  package let saleQuantity: Quantity

  /// A bigger pack and how many units it holds: a sack of 50 kg.
  package struct Pack: Hashable, Sendable {
    package let unit: Unit
    package let holds: Quantity
  }

  /// How much more of the item is sold at the height of a season; 2.5 is two and a half times as much.
  package struct Lift: Hashable, Sendable {
    package let season: Season
    package let factor: Quantity
  }
}

extension DemoItem {
  init(row: Row, suppliers: [String: Int]) throws {
    id = try row.requiredText("id")
    category = try row.requiredText("category")
    unit = try row.value("unit", "a unit", Unit.init(rawValue:))
    english = try row.requiredText("name_en")
    hindi = try row.requiredText("name_hi")
    marathi = try row.requiredText("name_mr")
    moreNames = try row.list("more_names", separator: "|")
    price = try row.value("price", "an amount", DemoItem.amount)
    mrp = try row.optional("mrp", "an amount", DemoItem.amount)
    cost = try row.value("cost", "an amount", DemoItem.amount)
    taxRate = try row.value("tax_rate", "a rate of GST") {
      Int($0).flatMap { [0, 500, 1800, 4000].contains($0) ? $0 : nil }
    }
    hsn = try row.value("hsn", "an HSN code") {
      (4...8).contains($0.count) && $0.allSatisfy(\.isWholeNumber) ? $0 : nil
    }
    supplier = try row.value("supplier", "a supplier") { suppliers[$0] }
    threshold = try row.optional("threshold", "a quantity", DemoItem.quantity)
    packs = try row.list("packs", separator: ";").map { try DemoItem.pack($0, in: row) }
    dailyDemand = try row.value("daily_demand", "a quantity", DemoItem.quantity)
    weekendFactor = try row.value("weekend_factor", "a factor", DemoItem.quantity)
    lifts = try row.list("season", separator: ";").map { try DemoItem.lift($0, in: row) }
    saleQuantity = try row.value("sale_quantity", "a quantity", DemoItem.quantity)
    if let mrp, price > mrp { throw row.fault("price \(price) is above the MRP \(mrp)") }
  }

  /// Kept small, so that no product of a price and a quantity can overflow.
  private static func amount(_ text: String) -> Money? {
    Money(text: text).flatMap { $0 > .zero && $0 <= Money(rupees: 100_000) ? $0 : nil }
  }

  private static func quantity(_ text: String) -> Quantity? {
    Quantity(text: text).flatMap { $0 > .zero && $0 <= Quantity(10_000) ? $0 : nil }
  }

  private static func pack(_ text: String, in row: Row) throws -> Pack {
    let parts = text.split(separator: "=")
    guard parts.count == 2, let unit = Unit(rawValue: String(parts[0])), let holds = quantity(String(parts[1])) else {
      throw row.fault("pack “\(text)” is not like sack=50")
    }
    return Pack(unit: unit, holds: holds)
  }

  private static func lift(_ text: String, in row: Row) throws -> Lift {
    let parts = text.split(separator: "=")
    guard parts.count == 2, let season = Season(rawValue: String(parts[0])), let factor = quantity(String(parts[1]))
    else {
      throw row.fault("season “\(text)” is not like diwali=2.5")
    }
    return Lift(season: season, factor: factor)
  }
}
