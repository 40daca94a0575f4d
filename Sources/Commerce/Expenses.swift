package import Database
package import Inventory
package import Measures

/// What a running cost was for. Stored names; they never change.
package enum ExpenseKind: String, Hashable, Sendable, CaseIterable {
  case rent, electricity, salary, transport, phone, repair, tea, other
}

/// Running costs of the shop, so that profit is profit.
extension Books {
  /// - Parameter note: in whose words, for what has no kind of its own.
  package func spend(
    _ amount: Money, on kind: ExpenseKind, note: String?, in group: EntryGroup, by author: Author
  ) async throws {
    _ = try await query(
      """
      insert into expenses (shop_id, group_id, kind, note, amount, day, at)
      values (\(shop), \(group.id), \(kind.rawValue), \(note), \(amount), \(author.day), \(now))
      """)
  }

  /// Writes the expenses of a group once more, negative; returns them as they were.
  package func reverseExpenses(of group: EntryGroup, in reversal: EntryGroup) async throws
    -> [(kind: ExpenseKind, amount: Money)]
  {
    try await query(
      """
      insert into expenses (shop_id, group_id, kind, note, amount, day, at)
      select shop_id, \(reversal.id), kind, note, -amount, day, \(now) from expenses
      where shop_id = \(shop) and group_id = \(group.id) order by expense_id
      returning kind, -amount
      """
    ).map { row in
      let (kind, amount) = try row.decode(String.self, Money.self)
      return (ExpenseKind(rawValue: kind) ?? .other, amount)
    }
  }
}
