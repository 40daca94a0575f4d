import Measures

/// The stock of the demo shop while its history runs: sales take from it, never below zero, and on a supplier's visit
/// Sunita orders what would run short before his next delivery. Quantities are thousandths of a unit.
struct Shelf {
  private let items: [DemoItem]
  private let suppliers: [DemoSupplier]
  private let demand: Demand
  private(set) var onHand: [Int] = []
  private var onOrder: [Int]
  private var deliveries: [Delivery] = []
  private let forgottenFrom: [Day?]

  private static let emptyToday = 2
  private static let lowToday = 8

  struct Delivery {
    let due: Day
    let supplier: Int
    let lines: [(item: Int, quantity: Int)]
  }

  init(of kirana: Kirana, demand: Demand, opening: Day, forgottenFrom: [Day?]) {
    items = kirana.items
    suppliers = kirana.suppliers
    self.demand = demand
    self.forgottenFrom = forgottenFrom
    onOrder = items.map { _ in 0 }
    let circumstances = demand.circumstances(of: opening)
    onHand = items.indices.map { roundedUp(target(of: $0, on: circumstances), for: $0) }
  }

  /// Puts what has arrived by `day` on the shelf and returns it.
  mutating func receive(on day: Day) -> [Delivery] {
    let arrived = deliveries.filter { $0.due <= day }
    deliveries.removeAll { $0.due <= day }
    for line in arrived.flatMap(\.lines) {
      onHand[line.item] += line.quantity
      onOrder[line.item] -= line.quantity
    }
    return arrived.sorted { $0.supplier < $1.supplier }
  }

  /// Takes what is wanted, or what is left of it.
  mutating func take(_ wanted: Int, of item: Int) -> Int {
    let taken = min(wanted, onHand[item])
    onHand[item] -= taken
    return taken
  }

  /// In the evening of `day`, with every supplier who comes by.
  mutating func order(on day: Day) {
    let forgotten = Set(items.indices.filter { isForgotten($0, on: day) })
    for (position, supplier) in suppliers.enumerated() where (day.number + position) % supplier.visitDays == 0 {
      order(from: position, on: day, due: day.adding(supplier.leadDays), except: forgotten)
    }
  }

  /// Once, before today: everybody comes and delivers the next morning, except what Sunita overlooks. So the shop is well
  /// stocked today, whatever chance brought, with a few empty shelves and several low ones.
  mutating func takeStock(on day: Day) {
    deliveries = deliveries.map { Delivery(due: min($0.due, day.adding(1)), supplier: $0.supplier, lines: $0.lines) }
    let notComing = items.indices.filter { onOrder[$0] == 0 }
    let empty = notComing.filter { onHand[$0] == 0 }.prefix(Self.emptyToday)
    let low = notComing.filter { onHand[$0] < threshold(of: $0) && onHand[$0] > twoDays(of: $0) }.prefix(Self.lowToday)
    let overlooked = Set(empty).union(low)
    for position in suppliers.indices {
      order(from: position, on: day, due: day.adding(1), except: overlooked)
    }
  }

  private mutating func order(from supplier: Int, on day: Day, due: Day, except leftOut: Set<Int>) {
    let midway = suppliers[supplier].leadDays + suppliers[supplier].visitDays / 2
    let ahead = demand.circumstances(of: day.adding(midway))
    let lines = items.indices.filter { items[$0].supplier == supplier && !leftOut.contains($0) }
      .compactMap { item in shortage(of: item, ahead: ahead).map { (item: item, quantity: $0) } }
    guard !lines.isEmpty else { return }
    for line in lines { onOrder[line.item] += line.quantity }
    deliveries.append(Delivery(due: due, supplier: supplier, lines: lines))
  }

  private func isForgotten(_ item: Int, on day: Day) -> Bool { forgottenFrom[item].map { day >= $0 } ?? false }

  /// What to order of an item that would be below its threshold when the next delivery comes; nil while there is enough.
  private func shortage(of item: Int, ahead: Demand.Circumstances) -> Int? {
    let supplier = suppliers[items[item].supplier]
    let there = onHand[item] + onOrder[item]
    let untilNextDelivery = demand.expectation(of: item, on: ahead) * (supplier.leadDays + supplier.visitDays - 1)
    guard there < threshold(of: item) + untilNextDelivery + reserve(of: item) else { return nil }
    return roundedUp(target(of: item, on: ahead) - there, for: item)
  }

  /// Enough until the next delivery and, at the pace of an ordinary day, until the one after it: what is left of
  /// rakhis stays in the shop for a year.
  private func target(of item: Int, on day: Demand.Circumstances) -> Int {
    let supplier = suppliers[items[item].supplier]
    let expected = demand.expectation(of: item, on: day)
    let ordinary = min(expected, Int(items[item].dailyDemand.thousandths))
    let untilNextDelivery = expected * (supplier.leadDays + supplier.visitDays - 1)
    return threshold(of: item) + untilNextDelivery + reserve(of: item) + ordinary * supplier.visitDays
  }

  /// Against a run on it: two or three customers more than expected.
  private func reserve(of item: Int) -> Int { 5 * Int(items[item].saleQuantity.thousandths) / 2 }

  private func twoDays(of item: Int) -> Int { 2 * Int(items[item].dailyDemand.thousandths) }

  private func threshold(of item: Int) -> Int { Int(items[item].threshold?.thousandths ?? 0) }

  private func roundedUp(_ quantity: Int, for item: Int) -> Int {
    let lot = items[item].lot
    return max(1, (quantity + lot - 1) / lot) * lot
  }
}

extension DemoItem {
  /// What is bought at once, in thousandths: the smallest real pack, unless it would lie about for two months.
  var lot: Int {
    let packs = packs.map { Int($0.holds.thousandths) }.filter { $0 > 1_000 }
    if let pack = packs.min(), pack <= Int(dailyDemand.thousandths) * 60 { return pack }
    if unit.dimension == .mass { return dailyDemand < Quantity(thousandths: 50) ? 250 : 1_000 }
    return unit.dimension == .volume || unit == .dozen ? 1_000 : 6_000
  }
}
