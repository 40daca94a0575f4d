-- Where a supplier can be reached, noted like the days that he takes; and what was ordered from him and has not come yet.

alter table item_details drop constraint item_details_kind_check;
alter table item_details add constraint item_details_kind_check
  check (kind in ('tax_rate', 'hsn', 'category', 'barcode', 'supplier', 'lead_days', 'phone'));
alter table item_details drop constraint item_details_check;
alter table item_details add constraint item_details_check
  check (num_nonnulls(item_id, supplier_id) = 1 and (kind in ('lead_days', 'phone')) = (supplier_id is not null));

-- One more kind of entries, beside whatever kinds there are.
do $$
declare
  kinds text;
begin
  select pg_get_expr(conbin, conrelid) into kinds from pg_constraint
  where conrelid = 'entry_groups'::regclass and conname = 'entry_groups_kind_check';
  alter table entry_groups drop constraint entry_groups_kind_check;
  execute format('alter table entry_groups add constraint entry_groups_kind_check check ((%s) or kind = ''order'')', kinds);
end
$$;

-- The goods of a message that was made for a supplier: taken for ordered unless the owner takes it back.
create table ordered_goods (
  shop_id bigint not null,
  order_id bigint generated always as identity,
  group_id bigint not null,
  -- Null where it was not known who brings the item.
  supplier_id bigint,
  item_id bigint not null,
  quantity numeric(14, 3) not null check (quantity > 0),
  -- The newest of these that was known when it was advised: a button that is tapped again orders nothing more.
  advised_after bigint not null,
  day date not null,
  -- Whatever has not come after this day is not waited for.
  awaited_until date not null check (awaited_until >= day),
  at timestamptz not null,
  primary key (shop_id, order_id),
  foreign key (shop_id, group_id) references entry_groups (shop_id, group_id),
  foreign key (shop_id, supplier_id) references suppliers (shop_id, supplier_id),
  foreign key (shop_id, item_id) references items (shop_id, item_id)
);
create index ordered_goods_of_item on ordered_goods (shop_id, item_id, awaited_until);
create index ordered_goods_of_group on ordered_goods (shop_id, group_id);
call make_tenant_table('ordered_goods', 'select, insert');
