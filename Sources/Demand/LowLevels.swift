import Database
import Measures

/// From how little on an item is running out, where its owner said nothing: what is expected to be sold before more can
/// be there. It is written beside the item, so that whoever moves goods sees at once that they got there.
extension Books {
  func storeLowLevels(on today: Day) async throws {
    try await execute(
      """
      with brought as materialized (
        select distinct on (item_id) item_id, supplier_id from stock_entries
        where shop_id = \(shop) and supplier_id is not null
        order by item_id, entry_id desc)
      update items i set runs_low_at = l.level
      from (
        select i.item_id, case when s.days >= \(Self.soldDaysMin) then round(f.level, (f.level < 10)::integer) end as level
        from items i
          cross join lateral (
            select count(*) as days from daily_demand d
            where d.shop_id = i.shop_id and d.item_id = i.item_id and d.quantity > 0
              and d.day >= \(today.adding(-90)) and d.day < \(today)) s
          left join brought b on b.item_id = i.item_id
          left join suppliers p on p.shop_id = i.shop_id and p.supplier_id = coalesce(i.supplier_id, b.supplier_id)
          cross join lateral (
            select coalesce(p.lead_days, \(Self.leadDaysUsual)) + \(Self.spareDays) as days) wait
          left join lateral (
            -- Of a forecast that was made some days ago, the days that are still to come.
            select (wait.days * (
              select avg(a_day)
              from unnest(n.expected[\(today) - n.made_on + 1 : \(today) - n.made_on + wait.days]) a_day))::numeric as level
            from (
              select made_on, expected from forecasts f
              where f.shop_id = i.shop_id and f.item_id = i.item_id order by made_on desc limit 1) n) f on true
        where i.shop_id = \(shop) and i.retired_at is null
        order by i.item_id) l
      where i.shop_id = \(shop) and i.item_id = l.item_id and i.runs_low_at is distinct from l.level
      """)
  }

  /// When goods come of which nobody said how long they take.
  package static var leadDaysUsual: Int { 2 }
  /// Nobody orders in the same hour, and no day is like the one before.
  private static var spareDays: Int { 2 }
  /// Of what sold more rarely nothing is expected that deserves a warning.
  private static var soldDaysMin: Int { 5 }
}
