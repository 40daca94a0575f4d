package import Database
internal import Inventory
internal import Language
package import Measures

/// What a list of goods would do to the books: worked out first, shown, and only then written.
package struct ImportPlan: Hashable, Sendable {
  /// An item that the shop has, and what of it differs.
  package struct Change: Hashable, Sendable {
    package let item: Int64
    package let name: String
    package let line: Int
    /// In which the item is kept.
    package let unit: Unit
    package var counted: Quantity?
    package var price: Money?
    package var mrp: Money?
    package var cost: Money?
    package var threshold: Quantity?

    fileprivate var isNothing: Bool {
      counted == nil && price == nil && mrp == nil && cost == nil && threshold == nil
    }
  }

  package fileprivate(set) var new: [GoodsLine] = []
  package fileprivate(set) var changed: [Change] = []
  /// Lines that say what the books say.
  package fileprivate(set) var same = 0
  package fileprivate(set) var unreadable: [UnreadableLine]

  package var isNothing: Bool { new.isEmpty && changed.isEmpty }
}

extension Books {
  /// Reads only.
  package func plan(importing list: GoodsList) async throws -> ImportPlan {
    var plan = ImportPlan(unreadable: list.unreadable)
    let items = try await allItems()
    let tags = try await priceTags(of: items.map(\.id))
    let byID = Dictionary(items.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let known = try await itemsByName()
    var seen: [String: Int] = [:]
    for goods in list.lines.prefix(GoodsList.linesMax) {
      let item = known[goods.name.importKey].flatMap { byID[$0] }
      let key = item.map { "#\($0.id)" } ?? goods.name.importKey
      if let earlier = seen[key] {
        plan.unreadable.append(UnreadableLine(line: goods.line, reason: .repeated(line: earlier)))
        continue
      }
      seen[key] = goods.line
      guard let item else {
        plan.new.append(goods)
        continue
      }
      plan.take(goods, of: item, tags[item.id] ?? PriceTag())
    }
    plan.unreadable.sort { $0.line < $1.line }
    return plan
  }

  /// By every name that is understood; one that means two items means neither here.
  private func itemsByName() async throws -> [String: Int64] {
    let rows = try await query(
      """
      select n.name, n.item_id from item_names n join items i on i.shop_id = n.shop_id and i.item_id = n.item_id
      where n.shop_id = \(shop) and i.retired_at is null
      union select name, item_id from items where shop_id = \(shop) and retired_at is null
      """)
    var found: [String: Int64] = [:]
    var doubtful: Set<String> = []
    for row in rows {
      let (name, item) = try row.decode(String.self, Int64.self)
      let key = name.importKey
      if let other = found[key], other != item { doubtful.insert(key) }
      found[key] = item
    }
    return found.filter { !doubtful.contains($0.key) }
  }
}

extension ImportPlan {
  fileprivate mutating func take(_ goods: GoodsLine, of item: Item, _ tag: PriceTag) {
    var change = Change(item: item.id, name: item.name, line: goods.line, unit: item.unit)
    if let quantity = goods.quantity {
      guard case .exactly(let counted) = item.own(quantity, goods.unit) else {
        let unit = goods.unit?.rawValue ?? ""
        unreadable.append(UnreadableLine(line: goods.line, reason: .badUnit(unit)))
        return
      }
      change.counted = counted == item.onHand ? nil : counted
    }
    let (price, mrp, cost) = (
      goods.rate(goods.price, per: item), goods.rate(goods.mrp, per: item), goods.rate(goods.cost, per: item)
    )
    change.price = price == tag.sale ? nil : price
    change.mrp = mrp == tag.mrp ? nil : mrp
    change.cost = cost == tag.cost ? nil : cost
    change.threshold = goods.threshold == item.threshold ? nil : goods.threshold
    if change.isNothing { same += 1 } else { changed.append(change) }
  }
}

extension GoodsLine {
  /// A rate is for the unit beside it where that is the larger one: a dozen, a quintal, a sack. Beside grams people
  /// write what a kilo costs.
  fileprivate func rate(_ money: Money?, per item: Item) -> Money? {
    guard let money, case .exactly(let held) = item.own(Quantity(1), unit), held > Quantity(1) else { return money }
    return money.divided(by: held)
  }
}

extension String {
  /// Under which two spellings are one name.
  fileprivate var importKey: String {
    SpokenText(self).tokens.map(\.key).joined(separator: " ")
  }
}
