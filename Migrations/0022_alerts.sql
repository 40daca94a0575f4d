-- What the shop should know without asking: raised once, told once to each owner, and gone when it is no longer so.

create table alerts (
  shop_id bigint not null references shops,
  alert_id bigint generated always as identity,
  -- A name of `AlertKind`.
  kind text not null check (kind in (
    'low_stock', 'out_of_stock', 'expiry_ahead', 'demand_spike', 'festival_ahead', 'slow_stock', 'price_chance',
    'unusual_sale', 'large_credit', 'failed_delivery', 'trouble', 'notice')),
  severity text not null check (severity in ('info', 'warning', 'critical')),
  -- What it is about ('item:12'): of one kind, only one is open about the same.
  subject text not null,
  item_id bigint,
  customer_id bigint,
  -- The figures with which it is said.
  data jsonb not null default '{}',
  raised_at timestamptz not null,
  -- Not said before.
  snoozed_until timestamptz,
  acknowledged_at timestamptz,
  -- Null where an administrator did.
  acknowledged_by bigint,
  -- It is no longer so, or its day is over.
  resolved_at timestamptz,
  primary key (shop_id, alert_id),
  foreign key (shop_id, item_id) references items (shop_id, item_id),
  foreign key (shop_id, customer_id) references customers (shop_id, customer_id),
  foreign key (shop_id, acknowledged_by) references members (shop_id, member_id)
);
create unique index alerts_open on alerts (shop_id, kind, subject) where resolved_at is null;
create index alerts_by_age on alerts (shop_id, raised_at);
call make_tenant_table('alerts', 'select, insert, update, delete');

-- Whom an alert was told, or why not yet.
create table alert_notices (
  shop_id bigint not null,
  alert_id bigint not null,
  conversation_id bigint not null,
  sent_at timestamptz,
  -- A name of `HeldReason`.
  held text,
  changed_at timestamptz not null,
  primary key (shop_id, alert_id, conversation_id),
  foreign key (shop_id, alert_id) references alerts (shop_id, alert_id) on delete cascade,
  foreign key (shop_id, conversation_id) references conversations (shop_id, conversation_id) on delete cascade,
  check (num_nonnulls(sent_at, held) = 1)
);
create index alert_notices_waiting on alert_notices (shop_id, conversation_id) where held = 'window_closed';
call make_tenant_table('alert_notices', 'select, insert, update, delete');

alter table preferences
  -- Kinds of alerts that this member does not want.
  add column alerts_off text[] not null default '{}',
  -- “kal tak mat batao”: no alerts before.
  add column alerts_after timestamptz,
  -- Minutes after midnight in the shop's zone, between which nothing is told that nobody asked for.
  add column night_from integer not null default 1320 check (night_from between 0 and 1439),
  add column night_until integer not null default 450 check (night_until between 0 and 1439);

-- Who is to be told, and by what their wishes are known.
create function owners_to_tell() returns table (channel text, person_id bigint, member_id bigint)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select distinct on (b.channel, b.person_id) b.channel, b.person_id, b.member_id
  from members m join memberships b on b.shop_id = m.shop_id and b.member_id = m.member_id
    join channels c on c.channel = b.channel and c.shop_id is null
  where m.shop_id = current_shop() and m.role = 'owner' and m.left_at is null
  order by b.channel, b.person_id, b.member_id
$$;

-- What this shop wrote to somebody other than its owners, and WhatsApp did not deliver.
create index outbox_undelivered on outbox (shop_id, settled_at) where state in ('failed', 'dead');
create function undelivered_messages(in_since timestamptz)
returns table (outbox_id bigint, address text, failure text, settled_at timestamptz)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select o.id, o.address, o.failure::text, o.settled_at from outbox o
  where o.shop_id = current_shop() and o.state in ('failed', 'dead') and o.settled_at > in_since
    and not exists (
      select from owners_to_tell() w where w.channel = o.channel and w.person_id::text = o.thread)
  order by o.id limit 100
$$;

-- Old forecasts are forgotten, as old messages are.
grant delete on forecasts to retailmind_app;

revoke execute on function owners_to_tell, undelivered_messages from public;
grant execute on function owners_to_tell, undelivered_messages to retailmind_app;
