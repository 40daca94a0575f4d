import Measures
import Pricing
import Testing

struct SlowItemsTests {
  private func item(_ number: Int64, stock: Int64, aMonth: Double, rupees: Int64? = 10, days: Int = 200) -> ShelfItem {
    ShelfItem(
      item: number, stock: Quantity(stock), demand: Grocer.demand(aMonth), cost: rupees.map { Money(rupees: $0) },
      daysOnShelf: days)
  }

  @Test func `what lasts longest is slow, and most money comes first`() {
    let slow = SlowItem.among([
      item(1, stock: 30, aMonth: 30), item(2, stock: 90, aMonth: 30), item(3, stock: 90, aMonth: 30, rupees: 50),
      item(4, stock: 5, aMonth: 0, rupees: nil),
    ])
    #expect(slow.map(\.item) == [3, 2, 4])
    #expect(slow.map(\.daysOfStock) == [90, 90, nil])
    #expect(slow.map(\.tiedUp) == [Money(rupees: 4_500), Money(rupees: 900), nil])
  }

  @Test func `what is new or not there is not slow`() {
    #expect(SlowItem.among([item(1, stock: 90, aMonth: 1, days: 10), item(2, stock: 0, aMonth: 0)]).isEmpty)
  }
}
