import DemoShop
import Measures
import Testing

struct DemoHistoryTests {
  let kirana: Kirana
  let years: LivedShop.Years

  init() throws {
    kirana = try LivedShop.kirana.get()
    years = try LivedShop.years.get()
  }

  @Test func `two years end yesterday and leave no day out`() {
    #expect(years.days.map(\.day) == (1...730).reversed().map { LivedShop.today.adding(-$0) })
  }

  @Test func `the same seed tells the same story, another one another`() {
    let again = kirana.history(until: LivedShop.today, days: 30, seed: 7)
    #expect(Array(again) == Array(again))
    #expect(Array(again) != Array(kirana.history(until: LivedShop.today, days: 30, seed: 8)))
  }

  /// Changes with the files and the generator, never with the machine.
  @Test func `the first days are those of every machine`() {
    var checksum = Checksum()
    for day in kirana.history(until: LivedShop.today, days: 60, seed: 1) { checksum.add(day) }
    #expect(checksum.value == 4_486_552_884_138_489_057)
  }

  @Test func `the stock is never negative and adds up`() {
    var onHand = years.opening
    for day in years.days {
      for line in day.purchases.flatMap(\.lines) { onHand[line.item] = onHand[line.item] + line.quantity }
      for line in day.sales.flatMap(\.lines) {
        onHand[line.item] = onHand[line.item] - line.quantity
        #expect(onHand[line.item] >= .zero)
      }
    }
    #expect(onHand == years.onHand)
  }

  @Test func `today two or three shelves are empty, several low, most full`() {
    let empty = years.onHand.filter { $0 == .zero }.count
    let low = zip(kirana.items, years.onHand).filter { item, stock in stock < item.threshold ?? .zero }.count
    #expect((2...4).contains(empty))
    #expect((5...20).contains(low))
  }

  @Test func `most days bring 50 to 100 bills and ₹8,000 to ₹40,000`() {
    let bills = years.open.map(\.sales.count).sorted()
    #expect(bills[bills.count / 10] >= 50 && bills[bills.count * 9 / 10] <= 100)
    let turnover = years.open.map(\.turnover).sorted()
    #expect(turnover[turnover.count / 50] >= Money(rupees: 8_000))
    #expect(turnover[turnover.count * 49 / 50] <= Money(rupees: 40_000))
  }

  @Test func `a bill has one to six different things, in opening hours, in order`() {
    for day in years.days {
      for sale in day.sales {
        #expect((1...6).contains(sale.lines.count) && Set(sale.lines.map(\.item)).count == sale.lines.count)
        #expect((8 * 60..<21 * 60).contains(sale.minute) && sale.lines.allSatisfy { $0.quantity > .zero })
      }
      #expect(day.sales.map(\.minute) == day.sales.map(\.minute).sorted())
      #expect(day.purchases.allSatisfy { $0.minute < 8 * 60 })
    }
  }

  @Test func `weekends, the days after the salary and Diwali bring more`() {
    let weekday = years.turnover { $0.day.weekday < 6 }
    #expect(years.turnover { $0.day.weekday >= 6 } > weekday * 108 / 100)
    #expect(
      years.turnover { $0.day.parts.day <= 7 } > years.turnover { (20...27).contains($0.day.parts.day) } * 115 / 100)
    #expect(years.turnover { Season.diwali.weight(on: $0.day) == 1_000 } > weekday * 150 / 100)
  }

  @Test func `the shop closes a few days a year and for Dhulivandan`() {
    #expect((10...30).contains(years.days.filter { $0.sales.isEmpty }.count))
    #expect(years.days.filter { Festival.dhulivandan.days.contains($0.day) }.allSatisfy { $0.sales.isEmpty })
  }

  @Test func `prices rise in rare steps to those of the files and never above the MRP`() {
    var prices = kirana.items.map { _ in Money.zero }
    var changes = kirana.items.map { _ in 0 }
    for day in years.days {
      for change in day.priceChanges {
        #expect(change.price <= kirana.items[change.item].mrp ?? change.price)
        #expect(change.cost < change.price)
        prices[change.item] = change.price
        changes[change.item] += 1
      }
      #expect(day.sales.flatMap(\.lines).allSatisfy { $0.price == prices[$0.item] })
    }
    #expect(prices == kirana.items.map(\.price))
    #expect(zip(kirana.items, changes).allSatisfy { $0.category == "veg" || $1 <= 8 })
  }

  @Test func `the khata is what was bought on it less what was paid, within the limit`() {
    var owed = kirana.customers.map { _ in Money.zero }
    for day in years.days {
      for sale in day.sales where sale.payment == .credit {
        guard let customer = sale.customer else { return #expect(Bool(false), "credit without a name") }
        owed[customer] = owed[customer] + sale.total
        #expect(owed[customer] <= kirana.customers[customer].creditLimit)
      }
      for repayment in day.repayments {
        owed[repayment.customer] = owed[repayment.customer] - repayment.amount
        #expect(repayment.amount > .zero && owed[repayment.customer] >= .zero)
      }
    }
    #expect(owed == years.balances)
    #expect(owed.filter { $0 > .zero }.count >= 10)
  }

  @Test func `the payments of today are mostly UPI, some credit`() {
    let sales = years.days.suffix(60).flatMap(\.sales)
    let shares = Dictionary(grouping: sales, by: \.payment).mapValues { $0.count * 100 / sales.count }
    #expect((45...60).contains(shares[.upi] ?? 0) && (4...20).contains(shares[.credit] ?? 0))
  }
}

/// FNV-1a over the numbers of the days.
private struct Checksum {
  var value: UInt64 = 0xCBF2_9CE4_8422_2325

  mutating func add(_ day: DemoDay) {
    add(Int64(day.day.number))
    for change in day.priceChanges { add(Int64(change.item), change.price.paise, change.cost.paise) }
    for purchase in day.purchases {
      add(Int64(purchase.minute), Int64(purchase.supplier))
      add(purchase.lines)
    }
    for sale in day.sales {
      add(Int64(sale.minute), Int64(sale.customer ?? -1), Int64(sale.payment.rawValue.utf8.count))
      add(sale.lines)
    }
    for repayment in day.repayments { add(Int64(repayment.minute), Int64(repayment.customer), repayment.amount.paise) }
  }

  private mutating func add(_ lines: [DemoDay.Line]) {
    for line in lines { add(Int64(line.item), line.quantity.thousandths, line.amount.paise) }
  }

  private mutating func add(_ numbers: Int64...) {
    for number in numbers { value = (value ^ UInt64(bitPattern: number)) &* 0x100_0000_01B3 }
  }
}
