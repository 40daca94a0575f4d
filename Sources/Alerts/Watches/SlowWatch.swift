import Commerce
import Database
import Demand
import Foundation
import Inventory
import Measures
import Pricing

/// Money that lies on the shelf: once a week, those goods in which most of it lies.
extension Books {
  func slowStock(on today: Day) async throws -> Sighting {
    let items = try await allItems().filter { $0.isCounted && $0.onHand > .zero }
    let ids = items.map(\.id)
    let forecasts = try await forecasts(of: ids)
    let tags = try await priceTags(of: ids)
    let facts = try await shelfFacts(of: ids)
    // What was sold of late and is not foretold yet is not known to lie.
    let lying = items.filter { item in
      forecasts[item.id] != nil || (facts[item.id]?.lastSold.map { $0 < today.adding(-SlowWatch.silentDays) } ?? true)
    }
    let shelf = lying.map { item in
      let days = today...today.adding(StoredForecast.days - 1)
      return ShelfItem(
        item: item.id, stock: item.onHand,
        demand: TotalDemand(
          days: StoredForecast.days, mean: forecasts[item.id]?.expectation(over: days).mean ?? 0, quantiles: []),
        cost: tags[item.id]?.cost, daysOnShelf: facts[item.id]?.firstDay.map { today.number - $0.number } ?? 0)
    }
    let slow = SlowItem.among(shelf)
    let told = try await query(
      "select max(raised_at) from alerts where shop_id = \(shop) and kind = \(AlertKind.slowStock.rawValue)"
    ).only().decode(Date?.self)
    let isDue = told.map { now.timeIntervalSince($0) > SlowWatch.daysBetween * 86_400 } ?? true
    return Sighting(
      findings: isDue
        ? slow.compactMap { finding($0, facts[$0.item]?.lastSold, today) }.prefix(SlowWatch.itemsMax).map(\.self) : [],
      lasting: Set(slow.map { Subject.item($0.item).key }))
  }

  private func finding(_ slow: SlowItem, _ lastSold: Day?, _ today: Day) -> Finding? {
    guard let tiedUp = slow.tiedUp, tiedUp >= SlowWatch.worthMin else { return nil }
    var figures = AlertFigures()
    figures.left = slow.stock
    figures.amount = tiedUp
    figures.days = lastSold.map { today.number - $0.number }
    return Finding(.slowStock, .info, .item(slow.item), figures)
  }
}

enum SlowWatch {
  static let daysBetween = 7.0
  static let itemsMax = 3
  static let silentDays = 30
  static let worthMin = Money(rupees: 500)
}
