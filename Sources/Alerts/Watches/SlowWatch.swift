import Commerce
import Database
import Demand
import Foundation
import Inventory
import Measures
import Pricing

/// Money that lies on the shelf: once a week, those goods in which most of it lies. By the rule of the answer to “what does
/// not sell?”, but only what was not sold for two weeks: the rest may be too much, and does not lie.
extension Books {
  func slowStock(among shelves: [Shelf], on today: Day) async throws -> [Finding] {
    let told = try await query(
      "select max(raised_at) from alerts where shop_id = \(shop) and kind = \(AlertKind.slowStock.rawValue)"
    ).only().decode(Date?.self)
    guard told.map({ now.timeIntervalSince($0) > SlowWatch.secondsBetween }) ?? true else { return [] }
    let tags = try await priceTags(of: shelves.map(\.item.id))
    let dear = shelves.filter(\.isSlow).compactMap { shelf in
      (tags[shelf.item.id]?.cost?.times(shelf.item.onHand)).map { (shelf: shelf, tiedUp: $0) }
    }.filter { $0.tiedUp >= SlowWatch.worthMin }.sorted { $0.tiedUp > $1.tiedUp }.prefix(SlowWatch.lookedAt)
    let facts = try await shelfFacts(of: dear.map(\.shelf.item.id))
    let lying = dear.filter { shelf, _ in
      facts[shelf.item.id]?.lastSold.map { $0 < today.adding(-SlowWatch.unsoldDays) } ?? true
    }
    let goods = lying.map { shelf, _ in
      ShelfItem(
        item: shelf.item.id, stock: shelf.item.onHand,
        demand: TotalDemand(
          days: StoredForecast.days, mean: shelf.forecast?.mean(days: StoredForecast.days) ?? 0, quantiles: []),
        cost: tags[shelf.item.id]?.cost,
        daysOnShelf: facts[shelf.item.id]?.firstDay.map { today.number - $0.number } ?? 0)
    }
    return SlowItem.among(goods).prefix(SlowWatch.itemsMax).map { slow in
      var figures = AlertFigures()
      figures.left = slow.stock
      figures.amount = slow.tiedUp
      figures.days = facts[slow.item]?.lastSold.map { today.number - $0.number }
      return Finding(.slowStock, .info, .item(slow.item), figures)
    }
  }
}

enum SlowWatch {
  static let secondsBetween = 7 * 86_400.0
  static let itemsMax = 3
  /// To see when something was sold last costs more than all the rest.
  static let lookedAt = 30
  static let unsoldDays = 14
  static let worthMin = Money(rupees: 500)
}
