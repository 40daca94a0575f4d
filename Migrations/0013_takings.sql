-- A day's takings told as one figure: a bill without lines, for what they are more than the day's bills.

alter table entry_groups drop constraint entry_groups_kind_check;
alter table entry_groups add constraint entry_groups_kind_check check (
  kind in (
    'sale', 'takings', 'stock_in', 'stock_set', 'stock_out', 'price', 'threshold', 'item', 'opening', 'sale_return',
    'credit_given', 'credit_received', 'expense', 'competitor_price', 'item_change', 'name'));

drop index entry_groups_counted_off;
create index entry_groups_counted_off on entry_groups (shop_id, group_id) include (kind)
where reverses is not null or kind in ('sale_return', 'takings');
