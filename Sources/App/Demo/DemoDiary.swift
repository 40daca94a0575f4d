import DemoShop
import Foundation
import Measures

/// Turns days of the demo shop into entries of the books, in the order in which they happened.
struct DemoDiary {
  private let kirana: Kirana
  private let items: [Int64]
  private let suppliers: [Int64]
  private let customers: [Int64]
  private let zone: TimeZone
  private(set) var onHand: [Quantity]
  /// What each customer owes.
  private(set) var owed: [Money]
  private var costs: [Money]
  private(set) var entries = DemoEntries()

  /// The ids stand in the order of the lists of `kirana`.
  init(_ kirana: Kirana, items: [Int64], suppliers: [Int64], customers: [Int64], zone: TimeZone) {
    self.kirana = kirana
    self.items = items
    self.suppliers = suppliers
    self.customers = customers
    self.zone = zone
    onHand = kirana.items.map { _ in .zero }
    owed = kirana.customers.map { _ in .zero }
    costs = kirana.items.map(\.cost)
  }

  /// The books begin with what was on the shelf and the printed prices.
  mutating func open(on day: Day, with opening: [Quantity]) {
    let counted = entries.addGroup("opening", day, moment(of: Self.opening, on: day))
    for item in items.indices { move(item, by: opening[item], "opening", in: counted, cost: costs[item]) }
    let printed = entries.addGroup("price", day, moment(of: Self.opening, on: day))
    for (item, what) in kirana.items.enumerated() {
      guard let mrp = what.mrp else { continue }
      entries.prices.append(.init(group: printed, item: items[item], kind: "mrp", amount: mrp))
    }
  }

  /// What happened on a day, as far as it lies before `now`.
  mutating func write(_ day: DemoDay, until now: Date) {
    func hasCome(_ minute: Int) -> Bool { moment(of: minute, on: day.day) <= now }
    if hasCome(Self.newPrices) { write(day.priceChanges, on: day.day) }
    for purchase in day.purchases where hasCome(purchase.minute) { write(purchase, on: day.day) }
    // In the order of the day, so that what is owed after each entry is right.
    var repayments = day.repayments.sorted { $0.minute < $1.minute }[...]
    for sale in day.sales where hasCome(sale.minute) {
      while let next = repayments.first, next.minute < sale.minute {
        write(next, on: day.day)
        repayments.removeFirst()
      }
      write(sale, on: day.day)
    }
    for repayment in repayments where hasCome(repayment.minute) { write(repayment, on: day.day) }
  }

  mutating func takeEntries() -> DemoEntries {
    defer { entries = DemoEntries() }
    return entries
  }

  private mutating func write(_ changes: [DemoDay.PriceChange], on day: Day) {
    guard !changes.isEmpty else { return }
    let group = entries.addGroup("price", day, moment(of: Self.newPrices, on: day))
    for change in changes {
      costs[change.item] = change.cost
      entries.prices.append(.init(group: group, item: items[change.item], kind: "sale", amount: change.price))
      entries.prices.append(.init(group: group, item: items[change.item], kind: "cost", amount: change.cost))
    }
  }

  private mutating func write(_ purchase: DemoDay.Purchase, on day: Day) {
    let group = entries.addGroup("stock_in", day, moment(of: purchase.minute, on: day))
    for line in purchase.lines {
      move(
        line.item, by: line.quantity, "purchase", in: group, cost: line.price, from: suppliers[purchase.supplier])
    }
  }

  private mutating func write(_ sale: DemoDay.Sale, on day: Day) {
    let group = entries.addGroup("sale", day, moment(of: sale.minute, on: day))
    entries.sales.append(
      .init(
        group: group, customer: sale.customer.map { customers[$0] }, payment: sale.payment.rawValue, total: sale.total))
    for (number, line) in sale.lines.enumerated() {
      entries.lines.append(
        .init(
          sale: entries.sales.count - 1, number: number + 1, item: items[line.item], quantity: line.quantity,
          price: line.price, amount: line.amount, cost: costs[line.item]))
      move(line.item, by: -line.quantity, "sale", in: group)
    }
    if sale.payment == .credit, let customer = sale.customer { charge(customer, by: sale.total, "sale", in: group) }
  }

  private mutating func write(_ repayment: DemoDay.Repayment, on day: Day) {
    let group = entries.addGroup("credit_received", day, moment(of: repayment.minute, on: day))
    charge(
      repayment.customer, by: -repayment.amount, "received", in: group, payment: repayment.payment.rawValue)
  }

  private mutating func charge(
    _ customer: Int, by amount: Money, _ kind: String, in group: Int, payment: String? = nil
  ) {
    owed[customer] = owed[customer] + amount
    entries.charges.append(
      .init(
        group: group, customer: customers[customer], kind: kind, amount: amount, balanceAfter: owed[customer],
        payment: payment))
  }

  private mutating func move(
    _ item: Int, by quantity: Quantity, _ kind: String, in group: Int, cost: Money? = nil, from supplier: Int64? = nil
  ) {
    onHand[item] = onHand[item] + quantity
    entries.movements.append(
      .init(
        group: group, item: items[item], kind: kind, quantity: quantity, onHandAfter: onHand[item], cost: cost,
        supplier: supplier))
  }

  private func moment(of minute: Int, on day: Day) -> Date {
    day.beginning(in: zone).addingTimeInterval(Double(minute * 60))
  }

  /// Minutes of the day, before the first delivery.
  private static let opening = 6 * 60
  private static let newPrices = 7 * 60
}

extension Day {
  /// Midnight in `zone`. Of a zone with summer time it is an hour off on two days; India has none.
  func beginning(in zone: TimeZone) -> Date {
    let universal = Date(timeIntervalSince1970: Double(number * 86_400))
    return universal.addingTimeInterval(-Double(zone.secondsFromGMT(for: universal)))
  }
}
