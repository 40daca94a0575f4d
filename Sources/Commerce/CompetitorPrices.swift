package import Database
package import Inventory
package import Measures

/// What another shop takes for an item.
package struct CompetitorPrice: Hashable, Sendable {
  package let amount: Money
  package let day: Day
}

/// What is known of other shops' prices, with the day on which it was heard. The latest counts.
extension Books {
  package func noteCompetitorPrice(_ amount: Money?, of item: Int64, in group: EntryGroup, by author: Author)
    async throws
  {
    _ = try await query(
      """
      insert into competitor_prices (shop_id, group_id, item_id, amount, day, at)
      values (\(shop), \(group.id), \(item), \(amount), \(author.day), \(now))
      """)
  }

  package func competitorPrice(of item: Int64) async throws -> CompetitorPrice? {
    // An entry that was taken back counts no more than the one that took it back.
    try await query(
      """
      select p.amount, p.day from competitor_prices p
      where p.shop_id = \(shop) and p.item_id = \(item) and p.amount is not null
        and not exists (select from entry_groups r where r.shop_id = p.shop_id and r.reverses = p.group_id)
      order by p.price_id desc limit 1
      """
    ).first.map { row in
      let (amount, day) = try row.decode(Money.self, Day.self)
      return CompetitorPrice(amount: amount, day: day)
    }
  }

  /// Notes that the prices of a group were taken back; returns the items.
  package func reverseCompetitorPrices(of group: EntryGroup, in reversal: EntryGroup, by author: Author) async throws
    -> [Int64]
  {
    let items: [Int64] = try await query(
      """
      select item_id from competitor_prices where shop_id = \(shop) and group_id = \(group.id) order by price_id
      """
    ).map { try $0.decode(Int64.self) }
    for item in items { try await noteCompetitorPrice(nil, of: item, in: reversal, by: author) }
    return items
  }
}
