package import Database
package import Measures

/// Goods of one delivery that may still be on the shelf, with the date on their packs.
package struct ExpiringLot: Hashable, Sendable {
  package let item: Int64
  package let expiresOn: Day
  package let batch: String?
  /// More cannot be left of it, if what expires first was sold first.
  package let atMost: Quantity
}

/// Deliveries with a date or a batch on their packs: append-only, how much came and not how much is left.
extension Books {
  package func noteLot(
    of item: Int64, _ quantity: Quantity, expiresOn: Day?, batch: String?, in group: EntryGroup
  ) async throws {
    _ = try await query(
      """
      insert into lots (shop_id, group_id, item_id, quantity, expires_on, batch, at)
      values (\(shop), \(group.id), \(item), \(quantity), \(expiresOn), \(batch), \(now))
      """)
  }

  /// Writes the lots of a group once more, negative.
  package func reverseLots(of group: EntryGroup, in reversal: EntryGroup) async throws {
    _ = try await query(
      """
      insert into lots (shop_id, group_id, item_id, quantity, expires_on, batch, at)
      select shop_id, \(reversal.id), item_id, -quantity, expires_on, batch, \(now) from lots
      where shop_id = \(shop) and group_id = \(group.id) order by lot_id
      """)
  }

  /// What may expire by `last`, what is over already included, the earliest first.
  ///
  /// Nobody says from which delivery he sells. What expires first is taken to be sold first, so what is on the shelf is
  /// of the latest dates: of a lot as much may be left as the stock holds beyond the lots that expire after it. Goods
  /// without a date may make it less, never more.
  package func expiringLots(of items: [Int64]? = nil, by last: Day? = nil, max count: Int) async throws -> [ExpiringLot]
  {
    let ofItems: SQL = items.map { "l.item_id = any (\($0))" } ?? "true"
    let byThen: SQL = last.map { "expires_on <= \($0)" } ?? "true"
    return try await query(
      """
      select item_id, expires_on, batch, least(quantity, on_hand - later) from (
        select l.item_id, l.expires_on, l.batch, l.quantity, s.on_hand,
          coalesce(sum(l.quantity) over (partition by l.item_id order by l.expires_on desc, l.batch desc nulls last
            rows between unbounded preceding and 1 preceding), 0) as later
        from (select item_id, expires_on, batch, sum(quantity) as quantity from lots l
            where shop_id = \(shop) and expires_on is not null and \(ofItems)
            group by item_id, expires_on, batch having sum(quantity) > 0) l
          join items i on i.shop_id = \(shop) and i.item_id = l.item_id and i.retired_at is null
          join stock s on s.shop_id = \(shop) and s.item_id = l.item_id
      ) lots
      where on_hand > later and \(byThen)
      order by expires_on, item_id, batch
      limit \(count)
      """
    ).map { row in
      let (item, day, batch, atMost) = try row.decode(Int64.self, Day.self, String?.self, Quantity.self)
      return ExpiringLot(item: item, expiresOn: day, batch: batch, atMost: atMost)
    }
  }

  /// How many items are on the shelf of which no date was ever told.
  package func undatedItems() async throws -> Int {
    try await query(
      """
      select count(*) from stock s join items i on i.shop_id = s.shop_id and i.item_id = s.item_id
      where s.shop_id = \(shop) and s.on_hand > 0 and i.retired_at is null
        and coalesce((select sum(l.quantity) from lots l where l.shop_id = s.shop_id and l.item_id = s.item_id
          and l.expires_on is not null), 0) <= 0
      """
    ).only().decode(Int.self)
  }
}
