package import Measures

/// What happened in the demo shop on one day. Items, suppliers and customers are positions in the lists of `Kirana`;
/// minutes are counted from midnight. Prices change first, then goods come in, then the shop opens.
package struct DemoDay: Equatable, Sendable {
  package let day: Day
  package var priceChanges: [PriceChange] = []
  package var purchases: [Purchase] = []
  /// In the order of the day; none on a day on which the shop stayed closed.
  package var sales: [Sale] = []
  package var repayments: [Repayment] = []

  package var turnover: Money { sales.reduce(.zero) { $0 + $1.total } }

  /// From this day an item is sold at `price` and costs the shop `cost`; on the first day every item has one.
  package struct PriceChange: Equatable, Sendable {
    package let item: Int
    package let price: Money
    package let cost: Money
  }

  package struct Purchase: Equatable, Sendable {
    package let minute: Int
    package let supplier: Int
    package let lines: [Line]
  }

  package struct Sale: Equatable, Sendable {
    package let minute: Int
    /// Nil for somebody whose name was not asked.
    package let customer: Int?
    package let payment: Payment
    package let lines: [Line]

    package var total: Money { lines.reduce(.zero) { $0 + $1.amount } }
  }

  /// Money that a customer paid on the khata.
  package struct Repayment: Equatable, Sendable {
    package let minute: Int
    package let customer: Int
    package let payment: Payment
    package let amount: Money
  }

  /// Raw values are those of the books.
  package enum Payment: String, Sendable { case cash, upi, credit }

  /// So much of an item at so much a unit: what a customer paid, or what it cost the shop.
  package struct Line: Equatable, Sendable {
    package let item: Int
    package let quantity: Quantity
    package let price: Money
    package let amount: Money

    init(item: Int, quantity: Quantity, price: Money) {
      guard let amount = price.times(quantity) else { preconditionFailure("a line of the demo shop overflows") }
      self.item = item
      self.quantity = quantity
      self.price = price
      self.amount = amount
    }
  }
}
