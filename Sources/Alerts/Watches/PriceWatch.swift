import Commerce
import Database
import Inventory
import Measures

/// Prices that want a look: the cost has come up to them, or another shop is clearly cheaper.
extension Books {
  func priceChances(on today: Day) async throws -> Sighting {
    let items = try await allItems()
    let tags = try await priceTags(of: items.map(\.id))
    let heard = try await competitorPrices(of: items.map(\.id))
    var sighting = Sighting()
    for item in items {
      guard let tag = tags[item.id], let price = tag.sale, price > .zero else { continue }
      var figures = AlertFigures()
      figures.price = price
      if let cost = tag.cost, cost >= price {
        figures.amount = cost
        figures.name = PriceWatch.aboveCost
        sighting.findings.append(Finding(.priceChance, .warning, .item(item.id), figures))
      } else if let other = heard[item.id], other.day >= today.adding(-PriceWatch.daysHeard),
        other.amount.paise * 100 <= price.paise * PriceWatch.clearlyBelow
      {
        figures.amount = other.amount
        figures.day = other.day
        sighting.findings.append(Finding(.priceChance, .info, .item(item.id), figures))
      }
    }
    return sighting
  }
}

package enum PriceWatch {
  /// What stands in the figures where the cost is what rose.
  package static let aboveCost = "cost"
  static let daysHeard = 30
  /// Of a hundred.
  static let clearlyBelow: Int64 = 97
}
