import Commerce
package import Database
import Demand
import Inventory
package import Measures
import Pricing

/// What is low, and what is gone: told when it happens, and looked at again with everything else.
extension Books {
  /// After items crossed a level: what has risen is no longer low, what has fallen is. Returns what is new.
  ///
  /// A rise raises nothing: two packets of five are not news to whoever has just put them there.
  package func reviewStock(fell: [Int64], rose: [Int64], on today: Day) async throws -> [Int64] {
    let shelves = try await shelves(of: Array(Set(fell + rose)), on: today)
    let open = try await query(
      """
      select alert_id, kind, item_id from alerts
      where shop_id = \(shop) and resolved_at is null and kind in ('low_stock', 'out_of_stock')
        and item_id = any(\(fell + rose))
      """
    ).map { try $0.decode(Int64.self, String.self, Int64.self) }
    let over = open.filter { _, kind, item in
      guard let shelf = shelves.first(where: { $0.item.id == item }) else { return true }
      return kind == AlertKind.outOfStock.rawValue ? !shelf.isOut : !shelf.mayStayLow
    }
    try await resolveAlerts(over.map(\.0))
    return try await raise(
      shelves.filter { fell.contains($0.item.id) }.compactMap { shelf in
        if shelf.isOut { return shelf.finding(.outOfStock, .critical) }
        if shelf.isBelowThreshold { return shelf.finding(.lowStock, .critical) }
        return shelf.isShort ? shelf.finding(.lowStock, .warning) : nil
      })
  }

  func lowStock(among shelves: [Shelf]) -> Sighting {
    Sighting(
      findings: shelves.filter { !$0.isOut && ($0.isBelowThreshold || $0.isShort) }
        .map { $0.finding(.lowStock, .warning) },
      lasting: Set(shelves.filter(\.mayStayLow).map { Subject.item($0.item.id).key }))
  }

  /// Of what nobody asks for, it is no news that there is none.
  func outOfStock(among shelves: [Shelf]) -> Sighting {
    let out = shelves.filter(\.isOut)
    return Sighting(
      findings: out.filter(\.isAskedFor).map { $0.finding(.outOfStock, .warning) },
      lasting: Set(out.map { Subject.item($0.item.id).key }))
  }

  /// What was ever counted, with what is expected of it; all, where no items are named.
  func shelves(of items: [Int64]? = nil, on today: Day) async throws -> [Shelf] {
    let known = if let items { try await self.items(items) } else { try await allItems() }
    let counted = known.filter(\.isCounted)
    let ids = counted.map(\.id)
    let forecasts = try await forecasts(of: ids)
    // How goods come matters only of what may be over soon.
    let near = counted.filter { item in
      forecasts[item.id].map { $0.mean(days: Self.nearDays) > item.onHand.amount } ?? false
    }
    .map(\.id)
    let leads = try await offers(of: near, since: today.adding(-365)).mapValues { offers in
      offers.compactMap(\.supplier.leadDays).min()
    }
    let rhythms = try await deliveryRhythms(of: near, before: today)
    return counted.map { item in
      let rhythm = rhythms[item.id] ?? CoverRule.reviewDaysUsual
      return Shelf(
        item: item, forecast: forecasts[item.id],
        leadDays: leads[item.id].flatMap(\.self) ?? min(CoverRule.leadDaysUsual, rhythm), reviewDays: rhythm,
        today: today)
    }
  }

  /// Every how many days each comes: milk every morning, tea once a week; nil where it came less than twice.
  private func deliveryRhythms(of items: [Int64], before today: Day) async throws -> [Int64: Int] {
    try await query(
      """
      select item_id, greatest(1, round(\(Self.rhythmDays)::numeric / count(distinct day)))::int from stock_entries
      where shop_id = \(shop) and item_id = any(\(items)) and kind = 'purchase' and quantity > 0
        and day >= \(today.adding(-Self.rhythmDays))
      group by item_id having count(distinct day) > 1
      """
    ).reduce(into: [:]) { rhythms, row in
      let (item, days) = try row.decode(Int64.self, Int.self)
      rhythms[item] = days
    }
  }

  private static var rhythmDays: Int { 56 }
  /// The longest lead time that is met, and a week.
  private static var nearDays: Int { 21 }
}

/// An item with what is there of it and what is expected.
struct Shelf: Sendable {
  let item: Item
  let forecast: StoredForecast?
  let leadDays: Int
  let reviewDays: Int
  let today: Day

  var isOut: Bool { item.onHand <= .zero }
  var isBelowThreshold: Bool { item.threshold.map { item.onHand <= $0 } ?? false }
  var isShort: Bool { cover.map { $0.isShort(item.onHand.amount) } ?? false }
  var mayStayLow: Bool { isOut || isBelowThreshold || (cover.map { $0.mayBeShort(item.onHand.amount) } ?? false) }
  /// It lasts longer than a shop should have to wait for its money.
  var isSlow: Bool {
    let mean = forecast?.expectation(over: today...today.adding(StoredForecast.days - 1)).mean ?? 0
    return item.onHand > .zero
      && item.onHand.amount * Double(StoredForecast.days) > mean * PriceRules().slowAfterDays
  }
  /// Within a week somebody wants one.
  var isAskedFor: Bool { (forecast?.expectation(over: today...today.adding(6)).mean ?? 0) >= 1 }

  private var cover: CoverRule? {
    forecast.map { CoverRule($0, leadDays: leadDays, reviewDays: reviewDays, on: today) }
  }

  func finding(_ kind: AlertKind, _ severity: Severity) -> Finding {
    var figures = AlertFigures()
    figures.left = item.onHand
    figures.days = forecast?.days(lastedBy: item.onHand.amount, from: today)
    return Finding(kind, severity, .item(item.id), figures)
  }
}
