package import Database
package import Inventory

extension Books {
  /// Items that the owner surely knows: those sold most often lately, else the first of the list.
  package func wellKnownItems(_ count: Int) async throws -> [Item] {
    let ids = try await query(
      """
      select i.item_id from items i
      left join sale_lines l on l.shop_id = i.shop_id and l.item_id = i.item_id
        and l.day > (\(now)::timestamptz at time zone 'UTC')::date - 30
      where i.shop_id = \(shop) and i.retired_at is null
      group by i.item_id order by count(l.item_id) desc, i.item_id limit \(count)
      """
    ).map { try $0.decode(Int64.self) }
    return try await items(ids)
  }
}
