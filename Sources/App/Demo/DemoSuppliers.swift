import Database
import Measures

/// What the demo shop owes: each delivery comes on credit and is paid when the supplier comes by the next time, so that
/// the last one of each is still open.
extension Books {
  func settleDemoSuppliers() async throws {
    try await execute(
      """
      insert into purchases (shop_id, group_id, supplier_id, total, payment, day, at)
      select shop_id, group_id, supplier_id, total, 'credit', day, at from (\(deliveries)) d order by at, group_id
      """)
    try await execute(
      """
      insert into supplier_entries (shop_id, group_id, supplier_id, kind, amount, balance_after, payment, day, at)
      select d.shop_id, d.group_id, d.supplier_id, e.kind, e.amount, e.owed, e.payment, d.day, d.at
      from (\(deliveries)) d
        cross join lateral (values (1, 'paid', -d.before, 0, 'cash'), (2, 'purchase', d.total, d.total, null))
          as e (n, kind, amount, owed, payment)
      where e.amount is not null
      order by d.at, d.group_id, e.n
      """)
    try await execute(
      """
      insert into supplier_balances (shop_id, supplier_id, balance)
      select shop_id, supplier_id, sum(amount) from supplier_entries where shop_id = \(shop) group by 1, 2
      """)
  }

  /// What each delivery came to, and the one before it of the same supplier.
  private var deliveries: SQL {
    """
    select *, lag(total) over (partition by supplier_id order by at, group_id) as before from (
      select shop_id, group_id, supplier_id, day, at, sum(round(quantity * cost))::bigint as total
      from stock_entries
      where shop_id = \(shop) and kind = 'purchase' and supplier_id is not null and cost > 0
      group by 1, 2, 3, 4, 5
    ) bought
    where total > 0
    """
  }
}
