-- What the shop owes its suppliers, and what is known of an item beside its name: append-only as before.

alter table entry_groups drop constraint entry_groups_kind_check;
alter table entry_groups add constraint entry_groups_kind_check
  check (kind in (
    'sale', 'takings', 'stock_in', 'stock_set', 'stock_out', 'price', 'threshold', 'item', 'opening', 'sale_return',
    'credit_given', 'credit_received', 'expense', 'competitor_price', 'item_change', 'name', 'supplier_paid',
    'supplier_owed', 'item_detail', 'member', 'customer'));

-- 'credit' is owed, and stands in `supplier_entries`; null: nobody said, and no supplier or no sum is known.
alter table purchases add column payment text check (payment in ('cash', 'upi', 'card', 'credit'));
create index purchases_of_supplier on purchases (shop_id, supplier_id, purchase_id desc) where supplier_id is not null;

create table supplier_entries (
  shop_id bigint not null,
  entry_id bigint generated always as identity,
  group_id bigint not null,
  supplier_id bigint not null,
  kind text not null check (kind in ('opening', 'purchase', 'paid', 'reversal')),
  -- Paise, signed: plus is owed by the shop.
  amount bigint not null check (amount <> 0),
  balance_after bigint not null,
  -- How money that went out was paid.
  payment text check (payment in ('cash', 'upi', 'card')),
  day date not null,
  at timestamptz not null,
  primary key (shop_id, entry_id),
  foreign key (shop_id, group_id) references entry_groups (shop_id, group_id),
  foreign key (shop_id, supplier_id) references suppliers (shop_id, supplier_id)
);
create index supplier_entries_of_supplier on supplier_entries (shop_id, supplier_id, entry_id);
create index supplier_entries_of_group on supplier_entries (shop_id, group_id);
call make_tenant_table('supplier_entries', 'select, insert');

-- What a supplier is owed now: always the sum of the entries, kept by the one writer of `supplier_entries`. Below zero
-- the shop paid ahead.
create table supplier_balances (
  shop_id bigint not null,
  supplier_id bigint not null,
  balance bigint not null,
  primary key (shop_id, supplier_id),
  foreign key (shop_id, supplier_id) references suppliers (shop_id, supplier_id)
);
call make_tenant_table('supplier_balances', 'select, insert, update');

-- The number under the bars of a pack; one item of the list has it.
alter table items add column barcode text check (barcode ~ '^[0-9]{8,14}$');
create unique index items_by_barcode on items (shop_id, barcode) where barcode is not null and retired_at is null;

-- What was noted of an item, and what stood there before: texts, as people write them. The value itself stands in the
-- item's row, the days that a supplier takes in the supplier's.
create table item_details (
  shop_id bigint not null,
  detail_id bigint generated always as identity,
  group_id bigint not null,
  item_id bigint,
  supplier_id bigint,
  kind text not null check (kind in ('tax_rate', 'hsn', 'category', 'barcode', 'supplier', 'lead_days')),
  was text,
  value text,
  at timestamptz not null,
  primary key (shop_id, detail_id),
  check (num_nonnulls(item_id, supplier_id) = 1 and (kind = 'lead_days') = (supplier_id is not null)),
  foreign key (shop_id, group_id) references entry_groups (shop_id, group_id),
  foreign key (shop_id, item_id) references items (shop_id, item_id),
  foreign key (shop_id, supplier_id) references suppliers (shop_id, supplier_id)
);
create index item_details_of_group on item_details (shop_id, group_id);
call make_tenant_table('item_details', 'select, insert');

-- A batch may be named without its date.
alter table lots alter column expires_on drop not null;
create index lots_of_item on lots (shop_id, item_id, expires_on);

-- As before, and what suppliers are owed, and what was sold in each month.
create or replace function audit_books()
returns table (shop_id bigint, book text, of_id bigint, shown numeric, entries numeric)
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
#variable_conflict use_column
declare
  v_before text := current_setting('app.shop_id', true);
  v_shop bigint;
begin
  for v_shop in
    select i.shop_id from identities i where i.shop_id is not null union select m.shop_id from memberships m order by 1
  loop
    perform set_config('app.shop_id', v_shop::text, true);
    return query
      select v_shop, 'stock'::text, coalesce(s.item_id, e.item_id), coalesce(s.on_hand, 0), coalesce(e.quantity, 0)
      from (select item_id, on_hand from stock where stock.shop_id = v_shop) s
        full join (
          select item_id, sum(quantity) as quantity from stock_entries where stock_entries.shop_id = v_shop
          group by item_id) e on e.item_id = s.item_id
      where coalesce(s.on_hand, 0) <> coalesce(e.quantity, 0);
    return query
      select v_shop, 'credit'::text, coalesce(b.customer_id, e.customer_id), coalesce(b.balance, 0)::numeric,
        coalesce(e.amount, 0)
      from (select customer_id, balance from credit_balances where credit_balances.shop_id = v_shop) b
        full join (
          select customer_id, sum(amount) as amount from credit_entries where credit_entries.shop_id = v_shop
          group by customer_id) e on e.customer_id = b.customer_id
      where coalesce(b.balance, 0) <> coalesce(e.amount, 0);
    return query
      select v_shop, 'suppliers'::text, coalesce(b.supplier_id, e.supplier_id), coalesce(b.balance, 0)::numeric,
        coalesce(e.amount, 0)
      from (select supplier_id, balance from supplier_balances where supplier_balances.shop_id = v_shop) b
        full join (
          select supplier_id, sum(amount) as amount from supplier_entries where supplier_entries.shop_id = v_shop
          group by supplier_id) e on e.supplier_id = b.supplier_id
      where coalesce(b.balance, 0) <> coalesce(e.amount, 0);
    return query
      select v_shop, 'months: ' || f.figure, coalesce(m.item_id, l.item_id), coalesce(f.shown, 0), coalesce(f.entries, 0)
      from (select * from item_months where item_months.shop_id = v_shop) m
        full join (
          select item_id, date_trunc('month', day)::date as month, sum(quantity) as quantity, sum(amount) as revenue,
            sum(amount) filter (where cost is not null) as costed,
            sum(round(quantity * cost)) filter (where amount is not null) as cost,
            sum(sign(quantity)) filter (where amount is null) as unpriced,
            sum(sign(quantity)) filter (where cost is null) as uncosted
          from sale_lines where sale_lines.shop_id = v_shop
          group by 1, 2) l on l.item_id = m.item_id and l.month = m.month
        cross join lateral (
          values ('quantity', m.quantity, l.quantity), ('revenue', m.revenue, l.revenue), ('costed', m.costed, l.costed),
            ('cost', m.cost, l.cost), ('unpriced', m.unpriced, l.unpriced), ('uncosted', m.uncosted, l.uncosted)
        ) as f (figure, shown, entries)
      where coalesce(f.shown, 0) <> coalesce(f.entries, 0);
  end loop;
  perform set_config('app.shop_id', coalesce(v_before, ''), true);
end
$$;
