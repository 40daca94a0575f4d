-- How a shop begins on WhatsApp, who belongs to it, and how each of them wants to be spoken to.

alter table shops
  add column kind text check (kind in ('kirana', 'medical', 'stationery', 'garments', 'hardware', 'other')),
  add column city text;
grant update (name, kind, city) on shops to retailmind_app;

alter table members
  -- As the owner who added them wrote it.
  add column phone text,
  add column left_at timestamptz,
  -- Added by an owner, and not yet greeted.
  add column is_expected boolean not null default false;

-- ── Who is on the way ───────────────────────────────────────────────────────────────────────────────────────────────

-- Somebody on the owners' number whom no shop knows yet, and how far they came. From the moment their shop has a name,
-- the rest of the way stands in `conversations.state`.
create table newcomers (
  channel text not null references channels,
  person_id bigint not null,
  -- JSON of `Handlers`.
  state jsonb not null default '{}',
  -- Messages since then: whoever is no shop gets only so many answers a day.
  counted_from timestamptz not null,
  heard integer not null,
  primary key (channel, person_id)
);

-- To which shops of a number a person belongs. `identities` says in which of them they are now.
create table memberships (
  channel text not null references channels,
  person_id bigint not null,
  shop_id bigint not null,
  member_id bigint not null,
  -- They were added while they stood in another shop, and have not heard of it.
  is_news boolean not null default false,
  primary key (channel, person_id, shop_id),
  foreign key (shop_id, member_id) references members (shop_id, member_id)
);
create index memberships_of_member on memberships (shop_id, member_id);

create function note_membership() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if exists (select from channels c where c.channel = new.channel and c.shop_id is not null) then
    return null;  -- a shop's own number: its customers belong nowhere else
  end if;
  if tg_op = 'UPDATE' and old.person_id <> new.person_id then
    -- Two people turned out to be one, who belongs wherever either did.
    insert into memberships (channel, person_id, shop_id, member_id)
    select m.channel, new.person_id, m.shop_id, m.member_id from memberships m
    where m.channel = new.channel and m.person_id = old.person_id
    on conflict do nothing;
    delete from memberships m where m.channel = new.channel and m.person_id = old.person_id;
  end if;
  if new.member_id is not null then
    insert into memberships (channel, person_id, shop_id, member_id)
    values (new.channel, new.person_id, new.shop_id, new.member_id)
    on conflict (channel, person_id, shop_id) do update set member_id = excluded.member_id;
  end if;
  return null;
end
$$;
create trigger identities_belong after insert or update of person_id, shop_id, member_id on identities
for each row execute function note_membership();

insert into memberships (channel, person_id, shop_id, member_id)
select distinct on (i.channel, i.person_id, i.shop_id) i.channel, i.person_id, i.shop_id, i.member_id
from identities i join channels c on c.channel = i.channel
where i.member_id is not null and c.shop_id is null
order by i.channel, i.person_id, i.shop_id;

-- The number on which shops begin is known from the first start on, before there is any shop.
create function know_owners_number(in_channel text) returns void
language sql security definer set search_path = pg_catalog, public, pg_temp as $$
  insert into channels (channel) values (in_channel) on conflict do nothing
$$;

-- Where a person stands now: a message that was taken in before they opened or changed their shop still says otherwise.
create function standing_of(in_channel text, in_person bigint)
returns table (shop_id bigint, member_id bigint, is_known boolean, has_news boolean)
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$  -- which keeps its plan
#variable_conflict use_column
begin
  return query select i.shop_id, i.member_id, true, exists (
      select from memberships m where m.channel = in_channel and m.person_id = in_person and m.is_news)
  from identities i
  where i.person_id = in_person and i.channel = in_channel
  order by i.member_id is null, i.alias desc limit 1;
end
$$;

-- What is known of a newcomer, and how many messages they sent since a day began, this one among them.
create function hear_newcomer(in_channel text, in_person bigint, in_now timestamptz)
returns table (state text, heard integer)
language sql security definer set search_path = pg_catalog, public, pg_temp as $$
  insert into newcomers as n (channel, person_id, counted_from, heard)
  values (in_channel, in_person, in_now, 1)
  on conflict (channel, person_id) do update set
    counted_from = case when n.counted_from < in_now - interval '1 day' then in_now else n.counted_from end,
    heard = case when n.counted_from < in_now - interval '1 day' then 1 else n.heard + 1 end
  returning n.state::text, n.heard
$$;

create function keep_newcomer(in_channel text, in_person bigint, in_state jsonb) returns void
language sql security definer set search_path = pg_catalog, public, pg_temp as $$
  update newcomers set state = in_state where channel = in_channel and person_id = in_person
$$;

-- Makes a shop of a newcomer, its owner, and leaves the transaction in that shop. Whoever belongs to a shop already
-- gets that one back: two messages at one instant open one shop.
create function open_shop(in_channel text, in_person bigint, in_name text, in_owner text, in_now timestamptz)
returns table (shop_id bigint, member_id bigint)
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
#variable_conflict use_column
declare
  known identities;
  opened bigint;
  opener bigint;
begin
  if not exists (select from channels c where c.channel = in_channel and c.shop_id is null) then
    raise exception 'shops begin on the number of owners';
  end if;
  perform from identities i where i.channel = in_channel and i.person_id = in_person order by i.alias for update;
  select i.* into known from identities i where i.channel = in_channel and i.person_id = in_person
  order by i.member_id is null, i.alias desc limit 1;
  if known.person_id is null then
    raise exception 'nobody is known by this number';
  end if;
  if known.member_id is null then
    opened := nextval(pg_get_serial_sequence('shops', 'shop_id'));
    -- The owner of the tables, as whom this runs, is held to the policies too.
    perform set_config('app.shop_id', opened::text, true);
    insert into shops (shop_id, name, created_at) overriding system value values (opened, in_name, in_now);
    insert into members (shop_id, role, name, phone, created_at)
    values (opened, 'owner', in_owner, (
      select substr(i.alias, 7) from identities i
      where i.channel = in_channel and i.person_id = in_person and i.alias like 'phone:%' and i.retired_at is null
      order by i.alias limit 1), in_now)
    returning members.member_id into opener;
    update identities i set shop_id = opened, member_id = opener
    where i.channel = in_channel and i.person_id = in_person;
    return query select opened, opener;
  else
    perform set_config('app.shop_id', known.shop_id::text, true);
    return query select known.shop_id, known.member_id;
  end if;
end
$$;

-- ── Who belongs to a shop ───────────────────────────────────────────────────────────────────────────────────────────

-- What an owner changed in the people of the shop; `was` and `role` are null for nobody of the shop.
create table member_changes (
  shop_id bigint not null,
  change_id bigint generated always as identity,
  group_id bigint not null,
  member_id bigint not null,
  was text,
  role text,
  at timestamptz not null,
  primary key (shop_id, change_id),
  foreign key (shop_id, group_id) references entry_groups (shop_id, group_id),
  foreign key (shop_id, member_id) references members (shop_id, member_id)
);
create index member_changes_of_group on member_changes (shop_id, group_id);
call make_tenant_table('member_changes', 'select, insert');

-- The numbers of customers that an owner noted; `was` is the one before.
create table customer_phones (
  shop_id bigint not null,
  note_id bigint generated always as identity,
  group_id bigint not null,
  customer_id bigint not null,
  was text,
  phone text,
  at timestamptz not null,
  primary key (shop_id, note_id),
  foreign key (shop_id, group_id) references entry_groups (shop_id, group_id),
  foreign key (shop_id, customer_id) references customers (shop_id, customer_id)
);
create index customer_phones_of_group on customer_phones (shop_id, group_id);
call make_tenant_table('customer_phones', 'select, insert');

-- Two more kinds of entries, beside whatever kinds there are.
do $$
declare
  kinds text;
begin
  select pg_get_expr(conbin, conrelid) into kinds from pg_constraint
  where conrelid = 'entry_groups'::regclass and conname = 'entry_groups_kind_check';
  alter table entry_groups drop constraint entry_groups_kind_check;
  execute format(
    'alter table entry_groups add constraint entry_groups_kind_check check ((%s) or kind in (''member'', ''customer''))',
    kinds);
end
$$;

-- The member of the transaction's shop who writes from a phone; null for nobody.
create function member_at(in_channel text, in_phone text) returns bigint
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select m.member_id from identities i
  join memberships m on m.channel = i.channel and m.person_id = i.person_id and m.shop_id = current_shop()
  where i.channel = in_channel and i.alias = 'phone:' || in_phone
$$;

-- Lets whoever writes from a phone into the transaction's shop. They stay where they are, if they are somewhere.
create function admit_member(in_channel text, in_phone text, in_member bigint, in_now timestamptz) returns void
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  person bigint;
begin
  insert into identities (channel, alias, person_id, seen_at)
  values (in_channel, 'phone:' || in_phone, nextval('people'), in_now) on conflict (channel, alias) do nothing;
  select i.person_id into person from identities i where i.channel = in_channel and i.alias = 'phone:' || in_phone;
  insert into memberships (channel, person_id, shop_id, member_id, is_news)
  select in_channel, person, current_shop(), in_member, exists (
    select from identities i where i.channel = in_channel and i.person_id = person and i.shop_id <> current_shop())
  on conflict (channel, person_id, shop_id) do update set member_id = excluded.member_id;
  update identities i set shop_id = current_shop(), member_id = in_member
  where i.channel = in_channel and i.person_id = person and i.member_id is null;
end
$$;

-- Somebody no longer belongs to the transaction's shop; they are in another of theirs from then on, if they have one.
create function dismiss_member(in_member bigint) returns void
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  delete from memberships m where m.shop_id = current_shop() and m.member_id = in_member;
  update identities i set (shop_id, member_id) = (
    select m.shop_id, m.member_id from memberships m
    where m.channel = i.channel and m.person_id = i.person_id order by m.shop_id limit 1)
  where i.shop_id = current_shop() and i.member_id = in_member;
end
$$;

-- The shops of a person by name; those that they have not heard of yet are marked.
create function shops_of(in_channel text, in_person bigint)
returns table (shop_id bigint, name text, is_news boolean)
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
#variable_conflict use_column
declare
  before text := current_setting('app.shop_id', true);
  one memberships;
begin
  for one in select * from memberships m where m.channel = in_channel and m.person_id = in_person order by m.shop_id loop
    -- The owner of the tables, as whom this runs, is held to the policies too.
    perform set_config('app.shop_id', one.shop_id::text, true);
    return query
      select s.shop_id, s.name, one.is_news from shops s where s.shop_id = one.shop_id;
  end loop;
  perform set_config('app.shop_id', coalesce(before, ''), true);
end
$$;

-- From here on a person is in another shop of theirs; false where they do not belong.
create function enter_shop(in_channel text, in_person bigint, in_shop bigint) returns boolean
language sql security definer set search_path = pg_catalog, public, pg_temp as $$
  with entered as (
    update identities i set shop_id = m.shop_id, member_id = m.member_id
    from memberships m
    where m.channel = in_channel and m.person_id = in_person and m.shop_id = in_shop
      and i.channel = in_channel and i.person_id = in_person
    returning 1
  )
  select exists (select from entered)
$$;

create function heard_of_shops(in_channel text, in_person bigint) returns void
language sql security definer set search_path = pg_catalog, public, pg_temp as $$
  update memberships set is_news = false where channel = in_channel and person_id = in_person and is_news
$$;

-- As before, also of shops whose people all stand in another one just now.
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
  end loop;
  perform set_config('app.shop_id', coalesce(v_before, ''), true);
end
$$;

-- ── How they want to be spoken to ───────────────────────────────────────────────────────────────────────────────────

create table preferences (
  shop_id bigint not null,
  member_id bigint not null,
  -- Answers come in this language whatever somebody writes; null where they follow what is written.
  language text check (language in ('en', 'hi', 'mr')),
  -- Minutes after midnight in the shop's zone.
  summary_at integer not null default 480 check (summary_at between 0 and 1439),
  is_muted boolean not null default false,
  changed_at timestamptz not null,
  primary key (shop_id, member_id),
  foreign key (shop_id, member_id) references members (shop_id, member_id)
);
call make_tenant_table('preferences', 'select, insert, update');

revoke execute on function note_membership, know_owners_number, standing_of, hear_newcomer, keep_newcomer, open_shop, member_at,
  admit_member, dismiss_member, shops_of, enter_shop, heard_of_shops from public;
grant execute on function know_owners_number, standing_of, hear_newcomer, keep_newcomer, open_shop, member_at, admit_member,
  dismiss_member, shops_of, enter_shop, heard_of_shops to retailmind_app;

-- Owners are told also while they are at work in another of their shops.
create or replace function owners_of_shop() returns table (channel text, person_id bigint)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select distinct b.channel, b.person_id
  from members m join memberships b on b.shop_id = m.shop_id and b.member_id = m.member_id
    join channels c on c.channel = b.channel and c.shop_id is null
  where m.shop_id = current_shop() and m.role = 'owner' and m.left_at is null
$$;
