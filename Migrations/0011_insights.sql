-- So that a question over a year is answered from sums, and one over a few days from an index alone.

-- What was sold of an item in a month: always the sum of its lines, kept by the transaction that writes them. An item's
-- lines come one transaction after the other (each holds its stock), so nobody waits here who did not wait there.
create table item_months (
  shop_id bigint not null,
  item_id bigint not null,
  -- The first day of it.
  month date not null check (extract(day from month) = 1),
  quantity numeric(14, 3) not null,
  -- Paise: what was charged; the same where the cost is known, too; and that cost.
  revenue bigint not null,
  costed bigint,
  cost bigint,
  -- Lines without a price, without a cost; a line that was taken back is counted off.
  unpriced integer not null,
  uncosted integer not null,
  primary key (shop_id, item_id, month),
  foreign key (shop_id, item_id) references items (shop_id, item_id)
);
create index item_months_by_month on item_months (shop_id, month);

create function add_to_item_months() returns trigger
language plpgsql as $$
begin
  insert into item_months as m (shop_id, item_id, month, quantity, revenue, costed, cost, unpriced, uncosted)
  select l.shop_id, l.item_id, date_trunc('month', l.day)::date, sum(l.quantity), coalesce(sum(l.amount), 0),
    sum(l.amount) filter (where l.cost is not null),
    sum(round(l.quantity * l.cost)) filter (where l.amount is not null),
    coalesce(sum(sign(l.quantity)) filter (where l.amount is null), 0),
    coalesce(sum(sign(l.quantity)) filter (where l.cost is null), 0)
  from written l
  group by 1, 2, 3
  order by 2, 3
  on conflict (shop_id, item_id, month) do update set
    quantity = m.quantity + excluded.quantity,
    revenue = m.revenue + excluded.revenue,
    costed = case when m.costed is null then excluded.costed else m.costed + coalesce(excluded.costed, 0) end,
    cost = case when m.cost is null then excluded.cost else m.cost + coalesce(excluded.cost, 0) end,
    unpriced = m.unpriced + excluded.unpriced,
    uncosted = m.uncosted + excluded.uncosted;
  return null;
end
$$;

create trigger add_to_item_months after insert on sale_lines
referencing new table as written for each statement execute function add_to_item_months();

-- All shops at once: an owner who is no superuser is held to one shop until he lets himself off.
alter table sale_lines no force row level security;
insert into item_months (shop_id, item_id, month, quantity, revenue, costed, cost, unpriced, uncosted)
select l.shop_id, l.item_id, date_trunc('month', l.day)::date, sum(l.quantity), coalesce(sum(l.amount), 0),
  sum(l.amount) filter (where l.cost is not null),
  sum(round(l.quantity * l.cost)) filter (where l.amount is not null),
  coalesce(sum(sign(l.quantity)) filter (where l.amount is null), 0),
  coalesce(sum(sign(l.quantity)) filter (where l.cost is null), 0)
from sale_lines l
group by 1, 2, 3
order by 1, 3, 2;  -- a month's rows lie together, as they do when they come day by day
alter table sale_lines force row level security;
call make_tenant_table('item_months', 'select, insert, update');

create index sale_lines_by_day on sale_lines (shop_id, day) include (item_id, sale_id, quantity, amount, cost);

drop index sales_by_day;
create index sales_by_day on sales (shop_id, day) include (sale_id, customer_id, payment, total, discount, group_id, at);

-- The few groups that are no bill of their own.
create index entry_groups_counted_off on entry_groups (shop_id, group_id) include (kind)
where reverses is not null or kind = 'sale_return';
