package import Database
package import Inventory
package import Measures

/// Goods that came in, as one bill of a supplier.
extension Books {
  /// - Parameters:
  ///   - total: nil where nobody said what it cost.
  ///   - payment: `credit` where it is owed; nil where that is not known.
  package func notePurchase(
    from supplier: Int64?, total: Money?, payment: String?, in group: EntryGroup, by author: Author
  ) async throws {
    _ = try await query(
      """
      insert into purchases (shop_id, group_id, supplier_id, total, payment, day, at)
      values (\(shop), \(group.id), \(supplier), \(total), \(payment), \(author.day), \(now))
      """)
  }

  /// How the last purchase from a supplier that still stands was settled: what is taken for granted the next time. Nil
  /// where there was none.
  package func lastPurchaseWasOwed(to supplier: Int64) async throws -> Bool? {
    try await query(
      """
      select p.payment = 'credit' from purchases p
      where p.shop_id = \(shop) and p.supplier_id = \(supplier) and p.payment is not null and p.total > 0
        and not exists (select from entry_groups r where r.shop_id = p.shop_id and r.reverses = p.group_id)
      order by p.purchase_id desc limit 1
      """
    ).first?.decode(Bool.self)
  }

  /// Writes the purchases of a group once more, negative. The goods go with the group's movements.
  package func reversePurchases(of group: EntryGroup, in reversal: EntryGroup) async throws {
    _ = try await query(
      """
      insert into purchases (shop_id, group_id, supplier_id, total, payment, day, at)
      select shop_id, \(reversal.id), supplier_id, -total, payment, day, \(now) from purchases
      where shop_id = \(shop) and group_id = \(group.id) order by purchase_id
      """)
  }
}
