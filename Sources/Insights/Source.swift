import Database

/// The books from which a question is answered: each has its own facts, and its own questions that fit them.
enum Source: CaseIterable {
  /// A row a bill.
  case bills
  /// A row a line of a bill.
  case lines
  /// A row an item, as the shelf stands now.
  case shelf
  case credit
  case expenses

  /// The first that can answer; nil for what makes no sense, like the stock by hour.
  static func of(_ insight: Insight) -> Source? {
    guard !insight.metrics.isEmpty else { return nil }
    return allCases.first { source in
      source.key(insight.dimension) != nil && source.holds(insight.filter)
        && insight.metrics.allSatisfy { source.total($0) != nil && source.fits($0, insight) }
    }
  }

  /// Kilos and packets do not add up, so quantities are of one item.
  private func fits(_ metric: Insight.Metric, _ insight: Insight) -> Bool {
    switch metric {
    case .quantity, .onHand, .daysOfCover: insight.dimension == .item || insight.filter.item != nil
    case .revenue, .grossProfit, .margin, .bills, .averageBill, .discounts, .costedRevenue, .unpricedLines,
      .uncostedLines, .expenses, .stockValue, .uncostedItems, .creditOutstanding:
      true
    }
  }

  private func holds(_ filter: Insight.Filter) -> Bool {
    var rest = filter
    switch self {
    case .bills: (rest.customer, rest.payment) = (nil, nil)
    case .lines: (rest.item, rest.category, rest.customer, rest.payment) = (nil, nil, nil, nil)
    case .shelf: (rest.item, rest.category, rest.stockBelow) = (nil, nil, nil)
    case .credit: rest.customer = nil
    case .expenses: break
    }
    return rest == Insight.Filter()
  }

  /// By what the facts `e` are put together; nil where they do not know it.
  func key(_ dimension: Insight.Dimension) -> SQL? {
    switch (self, dimension) {
    case (_, .whole): "null::text"
    case (.lines, .item), (.shelf, .item): "e.item_id"
    case (.lines, .category), (.shelf, .category): "e.category"
    case (.lines, .supplier), (.shelf, .supplier): "e.supplier_id"
    case (.bills, .day), (.lines, .day), (.expenses, .day): "e.day"
    case (.bills, .weekday), (.lines, .weekday), (.expenses, .weekday): "extract(isodow from e.day)::integer"
    case (.bills, .hour), (.lines, .hour): "e.hour"
    case (.bills, .customer), (.lines, .customer), (.credit, .customer): "e.customer_id"
    case (.bills, .payment), (.lines, .payment): "e.payment"
    default: nil
    }
  }

  /// One figure of many facts, as a whole number; null where it is not known.
  func total(_ metric: Insight.Metric) -> SQL? {
    switch (self, metric) {
    case (.bills, .revenue), (.lines, .revenue): "coalesce(sum(e.revenue), 0)"
    case (.bills, .bills): "coalesce(sum(e.bills), 0)"
    case (.bills, .averageBill): "round(sum(e.revenue) / nullif(sum(e.bills), 0))"
    case (.bills, .discounts): "coalesce(sum(e.discount), 0)"
    case (.lines, .quantity): "coalesce(sum(e.quantity), 0) * 1000"
    case (.lines, .grossProfit): "sum(e.costed) - sum(e.cost)"
    case (.lines, .margin): "round((sum(e.costed) - sum(e.cost)) * 10000 / nullif(sum(e.costed), 0))"
    case (.lines, .costedRevenue): "coalesce(sum(e.costed), 0)"
    case (.lines, .unpricedLines): "coalesce(sum(e.unpriced), 0)"
    case (.lines, .uncostedLines): "coalesce(sum(e.uncosted), 0)"
    case (.shelf, .onHand): "sum(e.on_hand) * 1000"
    case (.shelf, .stockValue): "sum(round(greatest(e.on_hand, 0) * e.cost))"
    case (.shelf, .uncostedItems): "count(*) filter (where e.on_hand > 0 and e.cost is null)"
    case (.shelf, .daysOfCover): "floor(sum(e.on_hand) * max(e.days) / nullif(greatest(sum(e.sold), 0), 0))"
    case (.credit, .creditOutstanding): "coalesce(sum(e.balance), 0)"
    case (.expenses, .expenses): "coalesce(sum(e.amount), 0)"
    default: nil
    }
  }
}
