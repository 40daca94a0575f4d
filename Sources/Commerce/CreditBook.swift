package import Database
package import Inventory
package import Measures

/// Why what a customer owes changed. Stored names; they never change.
package enum CreditKind: String, Hashable, Sendable {
  /// Brought over from the shop's old book.
  case opening
  /// Goods taken on credit.
  case sale
  /// Money lent, or goods that nobody itemised.
  case given
  /// Paid back.
  case received
  /// Goods brought back.
  case returned
  case reversal
}

/// What one customer owes.
package struct Due: Hashable, Sendable {
  package let customer: Int64
  package let name: String
  package let balance: Money
  /// The day of the oldest part that is not paid yet: what is received pays the oldest first. Nil where no charge that
  /// still stands explains the balance.
  package let since: Day?
}

/// The credit book (khata), and the one writer of `credit_entries`. What a customer owes is kept by the same statement,
/// so that it always equals the sum of the entries.
extension Books {
  /// Writes that a customer owes `amount` more (less, where it is negative); returns what is owed afterwards.
  ///
  /// - Parameter payment: how money that came in was paid, where that was said.
  package func charge(
    _ amount: Money, to customer: Int64, as kind: CreditKind, payment: String? = nil, in group: EntryGroup,
    by author: Author
  ) async throws -> Money {
    try await query(
      """
      with changed as (
        insert into credit_balances as b (shop_id, customer_id, balance) values (\(shop), \(customer), \(amount))
        on conflict (shop_id, customer_id) do update set balance = b.balance + excluded.balance
        returning balance
      )
      insert into credit_entries
        (shop_id, group_id, customer_id, kind, amount, balance_after, payment, day, at)
      select \(shop), \(group.id), \(customer), \(kind.rawValue), \(amount), balance, \(payment), \(author.day), \(now)
      from changed
      returning balance_after
      """
    ).only().decode(Money.self)
  }

  /// What a customer owes; below zero, what was paid ahead.
  package func balance(of customer: Int64) async throws -> Money {
    try await query("select balance from credit_balances where shop_id = \(shop) and customer_id = \(customer)")
      .first?.decode(Money.self) ?? .zero
  }

  /// What a customer owes, held until the transaction ends, so that a decision made on it stays true.
  package func lockedBalance(of customer: Int64) async throws -> Money {
    try await query(
      """
      select balance from credit_balances where shop_id = \(shop) and customer_id = \(customer) for no key update
      """
    ).first?.decode(Money.self) ?? .zero
  }

  /// What customers paid on their accounts on a day; what was taken back is not in it.
  package func received(on day: Day) async throws -> Money {
    try await query(
      """
      select coalesce(-sum(e.amount), 0)::bigint from credit_entries e
      where e.shop_id = \(shop) and e.day = \(day) and e.kind = 'received'
        and not exists (select from entry_groups r where r.shop_id = e.shop_id and r.reverses = e.group_id)
      """
    ).only().decode(Money.self)
  }

  /// All that is owed to the shop, and by how many.
  package func totalDue() async throws -> (total: Money, customers: Int) {
    try await query(
      """
      select coalesce(sum(balance), 0)::bigint, count(*) from credit_balances where shop_id = \(shop) and balance > 0
      """
    ).only().decode(Money.self, Int.self)
  }

  /// Who owes, oldest debt first and of equal age the larger one, or the largest first.
  package func dues(
    of customer: Int64? = nil, largestFirst: Bool = false, offset: Int = 0, max count: Int
  ) async throws -> [Due] {
    let age: SQL = largestFirst ? "" : "oldest.day, "
    let whose: SQL = customer.map { "b.customer_id = \($0)" } ?? "true"
    return try await query(
      """
      select c.customer_id, c.name, b.balance, oldest.day
      from credit_balances b join customers c on c.shop_id = b.shop_id and c.customer_id = b.customer_id
        cross join lateral (\(oldestUnpaid)) as oldest (day)
      where b.shop_id = \(shop) and b.balance > 0 and \(whose)
      order by \(age) b.balance desc, c.customer_id
      limit \(count) offset \(offset)
      """
    ).map { row in
      let (customer, name, balance, since) = try row.decode(Int64.self, String.self, Money.self, Day?.self)
      return Due(customer: customer, name: name, balance: balance, since: since)
    }
  }

  /// Since when the customer of row `b` owes: a charge is still open, wholly or in part, while those after it come to
  /// less than the balance. Charges that were taken back do not count.
  private var oldestUnpaid: SQL {
    """
    select min(later.day) from (
      select e.day, sum(e.amount) over (order by e.entry_id desc) - e.amount as after
      from credit_entries e
      where e.shop_id = b.shop_id and e.customer_id = b.customer_id and e.amount > 0 and e.kind <> 'reversal'
        and not exists (select from entry_groups r where r.shop_id = e.shop_id and r.reverses = e.group_id)
    ) later where later.after < b.balance
    """
  }

  /// Writes the opposite of a group's entries; returns who owes what afterwards, and by how much that changed.
  package func reverseCredit(of group: EntryGroup, in reversal: EntryGroup, by author: Author) async throws
    -> [(customer: Int64, change: Money, balance: Money)]
  {
    let rows = try await query(
      """
      select customer_id, sum(amount)::bigint from credit_entries
      where shop_id = \(shop) and group_id = \(group.id)
      group by customer_id having sum(amount) <> 0 order by customer_id
      """)
    var reversed: [(Int64, Money, Money)] = []
    for row in rows {
      let (customer, amount) = try row.decode(Int64.self, Money.self)
      let balance = try await charge(-amount, to: customer, as: .reversal, in: reversal, by: author)
      reversed.append((customer, -amount, balance))
    }
    return reversed
  }
}
