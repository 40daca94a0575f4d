-- What an owner calls an item, learnt when it was picked or put right. The name itself stands in `item_names`, where it
-- is understood from then on; here stands who taught it and with which message, so that it can be taken back.

alter table entry_groups drop constraint entry_groups_kind_check;
alter table entry_groups add constraint entry_groups_kind_check
  check (kind in (
    'sale', 'stock_in', 'stock_set', 'stock_out', 'price', 'threshold', 'item', 'opening', 'sale_return', 'credit_given',
    'credit_received', 'expense', 'competitor_price', 'item_change', 'name'));

create table learnt_names (
  shop_id bigint not null,
  group_id bigint not null,
  name text not null check (name <> ''),
  item_id bigint not null,
  at timestamptz not null,
  primary key (shop_id, group_id, name),
  foreign key (shop_id, group_id) references entry_groups (shop_id, group_id),
  foreign key (shop_id, item_id) references items (shop_id, item_id)
);
call make_tenant_table('learnt_names', 'select, insert');
