-- Who may do what, and the shops. Everything is owned by the role that migrates; the server works as
-- `retailmind_app`, which owns nothing, bypasses nothing, and sees the rows of one shop at a time.

do $$
begin
  -- Roles are the cluster's, not the database's. An owner who may not make any finds this one made by the administrator.
  if not exists (select from pg_roles where rolname = 'retailmind_app') then
    create role retailmind_app nologin nosuperuser nobypassrls nocreatedb nocreaterole;
  end if;
exception
  when duplicate_object or unique_violation then null;
end
$$;

revoke create on schema public from public;
grant usage on schema public to retailmind_app;
grant select on schema_migrations to retailmind_app;

-- The shop of the transaction under way, or null outside of one.
create function current_shop() returns bigint
language sql stable parallel safe
return nullif(current_setting('app.shop_id', true), '')::bigint;

-- Makes a table one of a shop: its rows are seen and written only in a transaction of that shop.
create procedure make_tenant_table(name regclass, rights text)
language plpgsql as $$
begin
  execute format('alter table %s enable row level security', name);
  execute format('alter table %s force row level security', name);
  execute format(
    'create policy of_one_shop on %s using (shop_id = current_shop()) with check (shop_id = current_shop())', name);
  execute format('grant %s on %s to retailmind_app', rights, name);
end
$$;

revoke execute on procedure make_tenant_table from public;

create table shops (
  shop_id bigint generated always as identity primary key,
  name text not null check (name <> ''),
  zone text not null default 'Asia/Kolkata',
  -- Counts up whenever an item or a name of it changes, so that an index built from them can tell that it is old.
  catalogue_version bigint not null default 1,
  created_at timestamptz not null
);
call make_tenant_table('shops', 'select, update (catalogue_version)');

create table members (
  shop_id bigint not null references shops,
  member_id bigint generated always as identity,
  role text not null check (role in ('owner', 'staff', 'customer')),
  name text not null default '',
  created_at timestamptz not null,
  primary key (shop_id, member_id)
);
call make_tenant_table('members', 'select, insert, update');

-- A business number. The owners' number serves many shops (shop_id is null), a shop's own number its customers.
create table channels (
  channel text primary key,
  shop_id bigint references shops,
  display_number text not null default '',
  name text not null default ''
);

create sequence people;

-- What a sender is called on a channel ('user:IN.4021…', 'phone:9198…'), and whom that means. One person may have
-- several aliases. shop_id and member_id are null for a stranger.
create table identities (
  channel text not null references channels,
  alias text not null check (alias ~ '^(user|phone):.'),
  person_id bigint not null,
  shop_id bigint,
  member_id bigint,
  seen_at timestamptz not null,
  primary key (channel, alias),
  foreign key (shop_id, member_id) references members (shop_id, member_id)
);
create index identities_of_person on identities (person_id);

-- The person behind a sender; made when never seen before. Whoever writes to a shop's own number is its customer.
create function resolve_sender(in_channel text, in_phone text, in_user text, in_name text, in_now timestamptz)
returns table (person_id bigint, shop_id bigint, member_id bigint)
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  -- The business-scoped user id before the phone.
  aliases text[] := array_remove(array['user:' || in_user, 'phone:' || in_phone], null);
  known identities;
  is_new boolean;
begin
  select i.* into known from identities i
  where i.channel = in_channel and i.alias = any (aliases) order by i.alias desc limit 1;
  if not found then
    -- Another server with the same newcomer waits here until we have committed, and then takes what we wrote.
    insert into identities (channel, alias, person_id, seen_at)
    values (in_channel, aliases[1], nextval('people'), in_now)
    on conflict do nothing;
    is_new := found;
    select i.* into known from identities i where i.channel = in_channel and i.alias = aliases[1];
  end if;

  if is_new then
    select c.shop_id into known.shop_id from channels c where c.channel = in_channel;
  end if;
  if is_new and known.shop_id is not null then
    -- The owner of the tables, as whom this runs, is held to the policies too.
    perform set_config('app.shop_id', known.shop_id::text, true);
    insert into members (shop_id, role, name, created_at)
    values (known.shop_id, 'customer', coalesce(in_name, ''), in_now)
    returning members.member_id into known.member_id;
    perform set_config('app.shop_id', '', true);
    update identities i set shop_id = known.shop_id, member_id = known.member_id
    where i.channel = in_channel and i.alias = aliases[1];
  end if;

  insert into identities (channel, alias, person_id, shop_id, member_id, seen_at)
  select in_channel, alias, known.person_id, known.shop_id, known.member_id, in_now from unnest(aliases) as t (alias)
  on conflict do nothing;
  return query select known.person_id, known.shop_id, known.member_id;
end
$$;
revoke execute on function resolve_sender from public;

-- Where a person can be reached on a business number, when a message of theirs cannot be read: 'user' or 'phone', and
-- the address.
create function address_of(in_channel text, in_person bigint) returns table (kind text, address text)
language sql stable security definer set search_path = pg_catalog, public, pg_temp
begin atomic
  select split_part(i.alias, ':', 1), substr(i.alias, strpos(i.alias, ':') + 1) from identities i
  where i.channel = in_channel and i.person_id = in_person order by i.alias desc limit 1;
end;
revoke execute on function address_of from public;
grant execute on function address_of to retailmind_app;

-- Whether messages to this business number are for us.
create function is_known_channel(in_channel text) returns boolean
language sql stable security definer set search_path = pg_catalog, public, pg_temp
begin atomic
  select exists (select from channels where channel = in_channel);
end;
revoke execute on function is_known_channel from public;
grant execute on function is_known_channel to retailmind_app;
