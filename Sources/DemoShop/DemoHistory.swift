package import Measures

/// Two years of the demo shop, one day after the other: each `next()` opens the shop once more.
package struct DemoHistory: Sequence, IteratorProtocol {
  /// What was on the shelf before the first day, by item.
  package let opening: [Quantity]
  private let kirana: Kirana
  private let demand: Demand
  private let prices: PriceBook
  private let till: Till
  private let today: Day
  private let seed: UInt64
  private var day: Day
  private var shelf: Shelf
  private var khata: Khata
  private var slate: [Money?]

  init(of kirana: Kirana, until today: Day, days: Int, seed: UInt64) {
    self.kirana = kirana
    self.today = today
    self.seed = seed
    day = today.adding(-days)
    demand = Demand(items: kirana.items, today: today)
    prices = PriceBook(items: kirana.items, lastDay: today.adding(-1), seed: seed)
    till = Till(customers: kirana.customers)
    khata = Khata(customers: kirana.customers)
    shelf = Shelf(
      of: kirana, demand: demand, opening: day, forgottenFrom: Oversight(kirana: kirana, seed: seed).days(before: today)
    )
    slate = kirana.items.map { _ in nil }
    opening = shelf.onHand.map { Quantity(thousandths: Int64($0)) }
  }

  /// What is on the shelf after the last day that was read, by item.
  package var onHand: [Quantity] { shelf.onHand.map { Quantity(thousandths: Int64($0)) } }

  /// What the customers owe after the last day that was read.
  package var balances: [Money] { khata.balances }

  package mutating func next() -> DemoDay? {
    guard day < today else { return nil }
    defer { day = day.adding(1) }
    var events = DemoDay(day: day)
    events.priceChanges = priceChanges()
    var dice = Dice(seed: seed, 3, day.number)
    guard !isClosed(day) else { return events }
    events.purchases = purchases()
    let lines = lines(with: &dice)
    let upi = Self.upiToday - (today.number - day.number) * Self.upiYearly / 365
    events.sales = till.sales(lines, khata: &khata, upi: upi, with: &dice)
    events.repayments = khata.repayments(on: day, upi: upi, with: &dice)
    if day.adding(2) == today { shelf.takeStock(on: day) } else { shelf.order(on: day) }
    return events
  }

  private mutating func priceChanges() -> [DemoDay.PriceChange] {
    kirana.items.indices.compactMap { item in
      let price = prices.price(of: item, on: day)
      guard slate[item] != price else { return nil }
      slate[item] = price
      return DemoDay.PriceChange(item: item, price: price, cost: prices.cost(of: item, on: day))
    }
  }

  private mutating func purchases() -> [DemoDay.Purchase] {
    shelf.receive(on: day).enumerated().map { position, delivery in
      let lines = delivery.lines.map { line in
        DemoDay.Line(
          item: line.item, quantity: Quantity(thousandths: Int64(line.quantity)),
          price: prices.cost(of: line.item, on: day))
      }
      return DemoDay.Purchase(minute: Self.firstDelivery + position * 2, supplier: delivery.supplier, lines: lines)
    }
  }

  /// What people asked for and got.
  private mutating func lines(with dice: inout Dice) -> [DemoDay.Line] {
    let circumstances = demand.circumstances(of: day)
    let mood = dice.within(870...1_130)  // rain, a match on television
    var lines: [DemoDay.Line] = []
    for (item, what) in kirana.items.enumerated() {
      let sales = demand.sales(of: item, on: circumstances) * mood / 1_000
      for _ in 0..<dice.count(millionths: sales) {
        let taken = shelf.take(what.portions.draw(of: what.saleQuantity, with: &dice), of: item)
        guard taken > 0, let price = slate[item] else { continue }
        lines.append(DemoDay.Line(item: item, quantity: Quantity(thousandths: Int64(taken)), price: price))
      }
    }
    return lines
  }

  /// On Dhulivandan, on the day of the Ganesh immersions, for three days in May, and on three or four other days a year.
  private func isClosed(_ day: Day) -> Bool {
    if Festival.dhulivandan.days.contains(day) { return true }
    if Festival.ganeshChaturthi.days.contains(day.adding(-10)) { return true }
    let (_, month, dayOfMonth) = day.parts
    if month == 5, (11...13).contains(dayOfMonth) { return true }
    var dice = Dice(seed: seed, 4, day.number)
    return dice.chance(10) && day.adding(7) < today && !demand.circumstances(of: day).isFestive
  }

  /// Five past seven: the last of them has come before the shop opens at eight.
  private static let firstDelivery = 7 * 60 + 5
  /// The share of bills paid by UPI, in thousandths, and how it has grown in a year.
  private static let upiToday = 560
  private static let upiYearly = 90
}
