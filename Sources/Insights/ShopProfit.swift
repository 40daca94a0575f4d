package import Database
package import Language
package import Measures

/// What a shop earned: sales less the cost of the goods, less discounts and expenses, as far as costs are known.
package struct ShopProfit: Hashable, Sendable {
  /// All that was sold, known cost or not.
  package let sales: Money
  /// The part of it of which the cost is known.
  package let counted: Money
  package let expenses: Money
  /// What is left; nil where something was sold and the cost of none of it is known.
  package let profit: Money?
  /// Items that were sold without a known cost, the most often sold first.
  package let uncosted: [Finding.Row]

  /// Nothing was sold and nothing was spent.
  package var isEmpty: Bool { sales == .zero && expenses == .zero && uncosted.isEmpty }
}

extension Books {
  package func profit(in period: PeriodRange) async throws -> ShopProfit {
    let bills = try await find(Insight(.revenue, .discounts, in: period)).whole
    let lines = try await find(Insight(.grossProfit, .costedRevenue, in: period)).whole
    let expenses = try await find(Insight(.expenses, in: period)).whole.money(.expenses) ?? .zero
    let uncosted = try await find(Insight(.uncostedLines, by: .item, in: period, keeping: .positive)).rows
    let sales = bills.money(.revenue) ?? .zero
    let isSold = sales != .zero || !uncosted.isEmpty
    let gross = lines.money(.grossProfit) ?? (isSold ? nil : .zero)
    return ShopProfit(
      sales: sales, counted: (lines.money(.costedRevenue) ?? .zero) - (bills.money(.discounts) ?? .zero),
      expenses: expenses, profit: gross.map { $0 - (bills.money(.discounts) ?? .zero) - expenses }, uncosted: uncosted)
  }
}
