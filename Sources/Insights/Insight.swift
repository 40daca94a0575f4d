package import Language
package import Measures

/// A question about the business, as a value: “top 5 selling products this month” is the revenue by item, the most
/// first, five of them. One builder turns it into one statement.
package struct Insight: Hashable, Sendable {
  /// What is counted; the first one orders the rows.
  package var metrics: [Metric]
  package var dimension: Dimension
  package var period: PeriodRange
  package var filter: Filter
  package var order: Order
  package var keeping: Keeping
  package var limit: Int
  /// The other period beside which it is put.
  package var comparedTo: PeriodRange?

  /// A row of a finding is never longer than this; a screen shows eight.
  package static let rowsMax = 10_000

  package init(
    _ metrics: Metric..., by dimension: Dimension = .whole, in period: PeriodRange, where filter: Filter = Filter(),
    order: Order = .most, keeping: Keeping = .all, limit: Int = Insight.rowsMax, comparedTo: PeriodRange? = nil
  ) {
    self.metrics = metrics
    self.dimension = dimension
    self.period = period
    self.filter = filter
    self.order = order
    self.keeping = keeping
    self.limit = limit
    self.comparedTo = comparedTo
  }
}

extension Insight {
  /// What can be counted. What went out and came back, or was taken back, is counted off.
  package enum Metric: Hashable, Sendable, CaseIterable {
    /// What was charged, discounts taken off; by item and category, before discounts on the whole bill.
    case revenue
    case quantity
    /// Revenue less the cost of the goods, over the lines of which both are known.
    case grossProfit
    /// The same as a share of the revenue of those lines.
    case margin
    case bills
    case averageBill
    case discounts
    /// The revenue for which the cost of the goods is known: what `grossProfit` speaks of.
    case costedRevenue
    /// Sold lines without a price, and without a cost.
    case unpricedLines
    case uncostedLines
    case expenses
    /// What is on the shelf, now.
    case onHand
    /// The same at what it cost.
    case stockValue
    /// Items on the shelf whose cost is not known.
    case uncostedItems
    /// For how long the stock lasts, at the pace of the period.
    case daysOfCover
    /// What customers owe, now; what was paid ahead is not counted against it.
    case creditOutstanding
  }

  package enum Dimension: Hashable, Sendable, CaseIterable {
    /// One figure for all.
    case whole
    case item, category, day, weekday, hour, customer, supplier, payment
  }

  /// Only what fits all of them.
  package struct Filter: Hashable, Sendable {
    package var item: Int64?
    package var category: String?
    package var customer: Int64?
    package var payment: String?
    /// Items of which less than this is there.
    package var stockBelow: Quantity?

    package init(
      item: Int64? = nil, category: String? = nil, customer: Int64? = nil, payment: String? = nil,
      stockBelow: Quantity? = nil
    ) {
      self.item = item
      self.category = category
      self.customer = customer
      self.payment = payment
      self.stockBelow = stockBelow
    }
  }

  /// Rows by the sign of their first figure: what earned, what lost.
  package enum Keeping: Hashable, Sendable { case all, positive, negative }

  package enum Order: Hashable, Sendable {
    case most, least
    /// By the key: days and hours as they follow.
    case key
  }
}
