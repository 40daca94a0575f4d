-- So that sales by day, weekday, payment, month and year are added up from some rows a day and not from every bill.

-- What the bills of a day come to: always the sum of them, kept by the transaction that writes them.
create table bill_days (
  shop_id bigint not null,
  day date not null,
  -- Empty where it is not known.
  payment text not null,
  -- Paise; of a bill without a total the lines whose price is known.
  revenue bigint not null,
  discount bigint not null,
  -- One that was taken back is counted off.
  bills integer not null,
  primary key (shop_id, day, payment)
);

-- At the end of the transaction: the lines are there, and whoever else sells in the shop waits for the commit alone.
create function add_to_bill_days() returns trigger
language plpgsql as $$
begin
  insert into bill_days as d (shop_id, day, payment, revenue, discount, bills)
  select new.shop_id, new.day, coalesce(new.payment, ''),
    coalesce(new.total, (
      select sum(l.amount) from sale_lines l where l.shop_id = new.shop_id and l.sale_id = new.sale_id), 0),
    new.discount,
    case when g.reverses is null and g.kind not in ('sale_return', 'takings') then 1 when g.kind = 'sale' then -1 else 0 end
  from entry_groups g where g.shop_id = new.shop_id and g.group_id = new.group_id
  on conflict (shop_id, day, payment) do update set
    revenue = d.revenue + excluded.revenue, discount = d.discount + excluded.discount, bills = d.bills + excluded.bills;
  return null;
end
$$;

create constraint trigger add_to_bill_days after insert on sales
deferrable initially deferred for each row execute function add_to_bill_days();

-- The bills as they are, added up: what `bill_days` must show.
create view bill_day_sums with (security_invoker = true) as
select s.shop_id, s.day, coalesce(s.payment, '') as payment,
  sum(coalesce(s.total, (
    select sum(l.amount) from sale_lines l where l.shop_id = s.shop_id and l.sale_id = s.sale_id), 0)) as revenue,
  sum(s.discount) as discount,
  sum(case when g.reverses is null and g.kind not in ('sale_return', 'takings') then 1 when g.kind = 'sale' then -1 else 0
    end) as bills
from sales s join entry_groups g on g.shop_id = s.shop_id and g.group_id = s.group_id
group by 1, 2, 3;

-- All shops at once: an owner who is no superuser is held to one shop until he lets himself off.
alter table sales no force row level security;
alter table sale_lines no force row level security;
alter table entry_groups no force row level security;
insert into bill_days (shop_id, day, payment, revenue, discount, bills)
select shop_id, day, payment, revenue, discount, bills from bill_day_sums order by 1, 2, 3;
alter table sales force row level security;
alter table sale_lines force row level security;
alter table entry_groups force row level security;
call make_tenant_table('bill_days', 'select, insert, update');

-- As before, and the days.
alter function audit_books() rename to audit_entries;
create function audit_bill_days()
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
      select v_shop, 'days: ' || f.figure, to_char(coalesce(d.day, s.day), 'YYYYMMDD')::bigint, coalesce(f.shown, 0)::numeric,
        coalesce(f.entries, 0)::numeric
      from (select * from bill_days where bill_days.shop_id = v_shop) d
        full join (select * from bill_day_sums where bill_day_sums.shop_id = v_shop) s
          on s.day = d.day and s.payment = d.payment
        cross join lateral (
          values ('revenue', d.revenue, s.revenue), ('discount', d.discount, s.discount), ('bills', d.bills, s.bills)
        ) as f (figure, shown, entries)
      where coalesce(f.shown, 0) <> coalesce(f.entries, 0);
  end loop;
  perform set_config('app.shop_id', coalesce(v_before, ''), true);
end
$$;

create function audit_books()
returns table (shop_id bigint, book text, of_id bigint, shown numeric, entries numeric)
language sql security definer set search_path = pg_catalog, public, pg_temp
begin atomic
  select e.shop_id, e.book, e.of_id, e.shown, e.entries from audit_entries() e
  union all
  select d.shop_id, d.book, d.of_id, d.shown, d.entries from audit_bill_days() d;
end;
revoke execute on function audit_entries(), audit_bill_days(), audit_books() from public;
grant execute on function audit_books() to retailmind_app;
revoke execute on function audit_entries() from retailmind_app;
