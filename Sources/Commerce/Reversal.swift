package import Database
package import Inventory
package import Measures

/// What changed when a group was taken back, for whoever tells of it.
package struct Reversed: Sendable {
  package let moved: [(item: Int64, quantity: Quantity, left: Quantity)]
  /// What bills without goods came to.
  package let taken: [Money]
  package let owed: [(customer: Int64, change: Money, balance: Money)]
  package let payables: [(supplier: Int64, change: Money, balance: Money)]
  package let spent: [(kind: ExpenseKind, amount: Money)]
  package let forgotten: [LearntName]
  /// Of which something was noted.
  package let suppliers: [Int64]
  /// All that the group spoke of, those that it had put on the list included.
  package let items: [Item]
}

/// Undo: the reversing entries of everything that one message wrote, whichever books it wrote in.
extension Books {
  /// Nil, and nothing is written, where later facts depend on the group. People and their phones are not in the books;
  /// who belongs to the shop is taken back by whoever changed it.
  package func reverse(_ group: EntryGroup, by author: Author) async throws -> Reversed? {
    let created = group.kind == .item ? try await itemsCreated(in: group) : []
    if try await areItemsUsed(created, beyond: group) { return nil }
    if try await isRenamedSince(group) { return nil }
    if try await isBarcodeGivenAway(since: group) { return nil }
    let reversal = try await openGroup(group.kind, by: author, reversing: group.id)
    let moved = try await reverseMovements(of: group, in: reversal, by: author)
    var taken: [Money] = []
    if group.kind == .sale || group.kind == .saleReturn || group.kind == .takings {
      taken = moved.isEmpty ? [try await total(of: group)] : []
      try await reverseSales(of: group, in: reversal, by: author)
    }
    let owed = try await reverseCredit(of: group, in: reversal, by: author)
    let payables = try await reversePayables(of: group, in: reversal, by: author)
    try await reversePurchases(of: group, in: reversal)
    let spent = try await reverseExpenses(of: group, in: reversal)
    try await reverseLots(of: group, in: reversal)
    let noted = try await reverseDetails(of: group, in: reversal)
    let changed = try await reverseItemChanges(of: group, in: reversal) + noted.items
    let heard = try await reverseCompetitorPrices(of: group, in: reversal, by: author)
    let priced = try await reversePrices(of: group, in: reversal, by: author)
    let forgotten = try await reverseNames(of: group)
    let limited = try await reverseThresholds(of: group, in: reversal)
    let concerned = moved.map(\.item) + priced + limited + changed + heard + created
    let items = try await items(concerned.reduce(into: []) { if !$0.contains($1) { $0.append($1) } })
    try await retireItems(created)
    return Reversed(
      moved: moved, taken: taken, owed: owed, payables: payables, spent: spent, forgotten: forgotten,
      suppliers: noted.suppliers, items: items)
  }
}
