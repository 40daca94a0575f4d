import Commerce
import Database
import Foundation
import HTTP
import Inventory
import Language
import Measures

/// What a shop has on its shelf: to read in parts, and to add to or set as it was counted.
extension ShopAPI {
  var inventoryRoutes: [Route] {
    [
      .get("/api/v1/inventory/{userId}", inventory),
      .post("/api/v1/inventory/{userId}", changeStock),
    ]
  }

  private static let searchMax = 100

  @Sendable private func inventory(_ call: Call, _ shop: ShopID) async throws -> JSON {
    let page = try Page(call)
    let search = call.text("search")?.precomposedStringWithCanonicalMapping
    guard search?.unicodeScalars.count ?? 0 <= Self.searchMax else {
      throw Refusal.field("search", "“search” is at most \(Self.searchMax) characters.")
    }
    return try await database.books(of: shop, at: call.now) { books in
      let items = try await books.items(after: page.after ?? 0, named: search, max: page.readCount)
      let tags = try await books.priceTags(of: items.map(\.id))
      return page.shown(items, as: "items", id: \.id) { $0.json(tags[$0.id] ?? PriceTag()) }
    }
  }

  /// `{"itemId": 7, "add": 20}` for what came in, `{"itemId": 7, "set": 35.5}` for what was counted.
  @Sendable private func changeStock(_ call: Call, _ shop: ShopID) async throws -> JSON {
    let change = try StockChange(call)
    return try await database.books(of: shop, at: call.now) { books in
      try await books.once(call) {
        guard let item = try await books.item(change.item) else { throw Refusal.noSuchItem }
        let author = Author(inboxID: nil, member: nil, day: Day(of: books.now, in: try await books.zone()))
        let (before, after, group) = try await books.carryOut(change, of: item, by: author)
        return [
          "itemId": .integer(item.id), "name": .string(item.name), "unit": .string(item.unit.rawValue),
          "before": before.json, "quantity": after.json, "entryGroup": .integer(group.id),
        ]
      }
    }
  }
}

/// What a program wants changed.
private struct StockChange {
  enum Kind { case add, set }

  let item: Int64
  let kind: Kind
  let quantity: Quantity

  /// More than any shop has; what is added to it still fits into the books.
  private static let quantityMax = Quantity(10_000_000)

  init(_ call: Call) throws(Refusal) {
    guard let item = call.body["itemId"]?.integer else {
      throw .field("itemId", "“itemId” is the number of an item.")
    }
    self.item = item
    switch (call.body["add"], call.body["set"]) {
    case (let amount?, nil): (kind, quantity) = (.add, try Self.quantity(amount, "add", from: .init(thousandths: 1)))
    case (nil, let amount?): (kind, quantity) = (.set, try Self.quantity(amount, "set", from: .zero))
    case (nil, nil), (_?, _?): throw .field("add", "Send “add” or “set”.")
    }
  }

  private static func quantity(_ value: JSON, _ name: String, from least: Quantity) throws(Refusal) -> Quantity {
    let isNumber =
      switch value {
      case .integer, .real, .string: true
      case .null, .bool, .array, .object: false
      }
    guard isNumber, let quantity = value.text.flatMap({ Quantity(text: $0) }), quantity >= least,
      quantity <= quantityMax
    else { throw .field(name, "“\(name)” is a quantity in the item's unit, with at most three decimals.") }
    return quantity
  }
}

extension Books {
  fileprivate func carryOut(_ change: StockChange, of item: Item, by author: Author) async throws -> (
    before: Quantity, after: Quantity, EntryGroup
  ) {
    switch change.kind {
    case .add:
      let movement = Movement(item: item.id, kind: .purchase, quantity: change.quantity)
      let (group, left) = try await move([movement], opening: .stockIn, by: author)
      let after = left.first ?? change.quantity
      return (after - change.quantity, after, group)
    case .set:
      let group = try await openGroup(.stockSet, by: author)
      let before = try await count(item.id, as: change.quantity, in: group, by: author)
      return (before, change.quantity, group)
    }
  }

  func zone() async throws -> TimeZone {
    let name = try await query("select zone from shops where shop_id = \(shop)").only().decode(String.self)
    return TimeZone(identifier: name) ?? .gmt
  }
}

extension Quantity {
  /// A number of at most three decimals, which a double holds exactly as it is written.
  var json: JSON {
    let (whole, rest) = thousandths.quotientAndRemainder(dividingBy: 1_000)
    return rest == 0 ? .integer(whole) : .real(Double(thousandths) / 1_000)
  }
}

extension Item {
  fileprivate func json(_ tag: PriceTag) -> JSON {
    let names = shown.map { ($0.key.rawValue, JSON.string($0.value)) }
    return [
      "itemId": .integer(id), "name": .string(name), "category": category.map(JSON.string) ?? .null,
      "names": .object(Dictionary(names, uniquingKeysWith: { first, _ in first })),
      "unit": .string(unit.rawValue),
      // What was never counted is not known, which is not nothing.
      "quantity": isCounted ? onHand.json : .null,
      "threshold": threshold?.json ?? .null,
      "isLow": .bool(isCounted && onHand <= threshold ?? .zero),
      "pricePaise": paise(tag.sale), "costPaise": paise(tag.cost), "mrpPaise": paise(tag.mrp),
    ]
  }

  private func paise(_ amount: Money?) -> JSON { amount.map { .integer($0.paise) } ?? .null }
}
