package import Database
package import Inventory
package import Measures

/// Why what a supplier is owed changed. Stored names; they never change.
package enum SupplierEntryKind: String, Hashable, Sendable {
  /// Brought over from the shop's old book.
  case opening
  /// Goods that came on credit.
  case purchase
  case paid
  case reversal
}

/// What the shop owes one supplier.
package struct Payable: Hashable, Sendable {
  package let supplier: Supplier
  package let balance: Money
}

/// What the shop owes its suppliers, and the one writer of `supplier_entries`. The balance is kept by the same statement,
/// so that it always equals the sum of the entries.
extension Books {
  /// Writes that the shop owes a supplier `amount` more (less, where it is negative); returns what is owed afterwards.
  ///
  /// - Parameter payment: how money that went out was paid, where that was said.
  package func owe(
    _ amount: Money, to supplier: Int64, as kind: SupplierEntryKind, payment: String? = nil, in group: EntryGroup,
    by author: Author
  ) async throws -> Money {
    try await query(
      """
      with changed as (
        insert into supplier_balances as b (shop_id, supplier_id, balance) values (\(shop), \(supplier), \(amount))
        on conflict (shop_id, supplier_id) do update set balance = b.balance + excluded.balance
        returning balance
      )
      insert into supplier_entries
        (shop_id, group_id, supplier_id, kind, amount, balance_after, payment, day, at)
      select \(shop), \(group.id), \(supplier), \(kind.rawValue), \(amount), balance, \(payment), \(author.day), \(now)
      from changed
      returning balance_after
      """
    ).only().decode(Money.self)
  }

  /// What a supplier is owed; below zero, what was paid ahead.
  package func payable(to supplier: Int64) async throws -> Money {
    try await query("select balance from supplier_balances where shop_id = \(shop) and supplier_id = \(supplier)")
      .first?.decode(Money.self) ?? .zero
  }

  /// All that the shop owes, and to how many.
  package func totalPayable() async throws -> (total: Money, suppliers: Int) {
    try await query(
      """
      select coalesce(sum(balance), 0)::bigint, count(*) from supplier_balances where shop_id = \(shop) and balance > 0
      """
    ).only().decode(Money.self, Int.self)
  }

  /// Who is owed, the most first.
  package func payables(max count: Int) async throws -> [Payable] {
    try await query(
      """
      select s.supplier_id, s.name, b.balance
      from supplier_balances b join suppliers s on s.shop_id = b.shop_id and s.supplier_id = b.supplier_id
      where b.shop_id = \(shop) and b.balance > 0
      order by b.balance desc, s.supplier_id
      limit \(count)
      """
    ).map { row in
      let (id, name, balance) = try row.decode(Int64.self, String.self, Money.self)
      return Payable(supplier: Supplier(id: id, name: name), balance: balance)
    }
  }

  /// Writes the opposite of a group's entries; returns who is owed what afterwards, and by how much that changed.
  package func reversePayables(of group: EntryGroup, in reversal: EntryGroup, by author: Author) async throws
    -> [(supplier: Int64, change: Money, balance: Money)]
  {
    let rows = try await query(
      """
      select supplier_id, sum(amount)::bigint from supplier_entries
      where shop_id = \(shop) and group_id = \(group.id)
      group by supplier_id having sum(amount) <> 0 order by supplier_id
      """)
    var reversed: [(Int64, Money, Money)] = []
    for row in rows {
      let (supplier, amount) = try row.decode(Int64.self, Money.self)
      let balance = try await owe(-amount, to: supplier, as: .reversal, in: reversal, by: author)
      reversed.append((supplier, -amount, balance))
    }
    return reversed
  }
}
