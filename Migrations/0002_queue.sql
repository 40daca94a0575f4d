-- The one queue. A lane keeps the order of one conversation: its messages run one at a time, in the order in which
-- they were committed. A worker leases lanes, and proves with the lane's token that it still holds them when it
-- finishes a message inside the transaction of the message's effects.
--
-- Leases, due times and waits go by the database's clock, because several servers share them. Business time never does.

create table lanes (
  lane_id bigint generated always as identity primary key,
  key text not null unique,
  next_seq bigint not null default 1,
  pending integer not null default 0 check (pending >= 0),
  ready_at timestamptz not null default clock_timestamp(),
  -- Counts the leases: the fencing token of the present one.
  token bigint not null default 0,
  leased_by text,
  leased_until timestamptz,
  -- A lease ran out before it was given back: something may have crashed here. Until a message succeeds, messages run
  -- alone and each attempt is counted before it begins.
  careful boolean not null default false
);
create index lanes_ready on lanes (ready_at) where pending > 0;

-- Which message ids were taken in, for at least eight days: WhatsApp repeats for seven.
create table inbox_seen (
  channel text not null,
  message_id text not null,
  seen_at timestamptz not null,
  primary key (channel, message_id)
);
create index inbox_seen_by_age on inbox_seen (seen_at);

create table inbox (
  inbox_id bigint generated always as identity primary key,
  lane_id bigint not null references lanes,
  seq bigint not null,
  state text not null default 'waiting' check (state in ('waiting', 'done', 'dead')),
  channel text not null,
  message_id text not null,
  person_id bigint not null,
  shop_id bigint,
  member_id bigint,
  -- The decoded message (JSON, as bytes: text may hold U+0000, which PostgreSQL's text cannot) and what WhatsApp sent.
  body bytea not null,
  raw bytea not null,
  attempts integer not null default 0,
  received_at timestamptz not null,
  done_at timestamptz,
  failure text,
  unique (lane_id, seq)
);
create index inbox_waiting on inbox (lane_id, seq) where state = 'waiting';
create index inbox_dead on inbox (inbox_id) where state = 'dead';

-- What came in signed but is no message: kept, so that nothing that was acknowledged is lost.
create table kept_events (
  event_id bigint generated always as identity primary key,
  kind text not null,
  reason text,
  is_dead_letter boolean not null,
  raw bytea not null,
  received_at timestamptz not null
);

-- Takes a batch of messages in. Returns how many were new.
-- Locks are taken in one order by every server: message ids, new people, lanes, each of them sorted.
create function take_in(
  in_channels text[], in_ids text[], in_phones text[], in_users text[], in_names text[],
  in_bodies bytea[], in_raws bytea[], in_now timestamptz
) returns integer
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  fresh integer[];
  total integer := coalesce(array_length(in_ids, 1), 0);
  one record;
  lane lanes;
begin
  with given as (
    select distinct on (channel, id) channel, id, at
    from unnest(in_channels, in_ids) with ordinality as t (channel, id, at)
    order by channel, id, at
  ), entered as (
    insert into inbox_seen (channel, message_id, seen_at)
    select channel, id, in_now from given order by channel, id
    on conflict do nothing
    returning channel, message_id
  )
  select coalesce(array_agg(g.at), '{}') into fresh
  from given g join entered e on e.channel = g.channel and e.message_id = g.id;

  -- A number that is not ours (the dashboard's test button sends one) is kept and never answered.
  insert into kept_events (kind, reason, is_dead_letter, raw, received_at)
  select 'message', 'unknown business number', true, t.raw, in_now
  from unnest(in_channels, in_raws) with ordinality as t (channel, raw, at)
  where t.at = any (fresh) and not exists (select from channels c where c.channel = t.channel);

  if cardinality(fresh) < total then
    -- A redelivery may be acknowledged only when the original is as safe as a commit of ours makes it; writing
    -- something makes this commit wait for the same standbys.
    perform pg_logical_emit_message(true, 'retailmind', 'redelivery');
  end if;

  for one in
    with ours as materialized (  -- sorted and settled before a sender is looked up: that may make a new person
      select t.* from unnest(in_channels, in_ids, in_phones, in_users, in_names, in_bodies, in_raws) with ordinality
        as t (channel, id, phone, user_id, name, body, raw, at)
      where t.at = any (fresh) and exists (select from channels c where c.channel = t.channel)
      order by t.channel, t.user_id, t.phone, t.at
    )
    select t.at, t.channel, t.id, t.body, t.raw, p.person_id, p.shop_id, p.member_id,
      'talk:' || t.channel || ':' || p.person_id as key
    from ours t cross join lateral resolve_sender(t.channel, t.phone, t.user_id, t.name, in_now) p
    order by key, t.at
  loop
    insert into lanes (key, next_seq, pending) values (one.key, 2, 1)
    on conflict (key) do update set next_seq = lanes.next_seq + 1, pending = lanes.pending + 1
    returning * into lane;
    insert into inbox (lane_id, seq, channel, message_id, person_id, shop_id, member_id, body, raw, received_at)
    values (lane.lane_id, lane.next_seq - 1, one.channel, one.id, one.person_id, one.shop_id, one.member_id,
      one.body, one.raw, in_now);
  end loop;

  if cardinality(fresh) > 0 then
    perform pg_notify('inbox', '');
  end if;
  return cardinality(fresh);
end
$$;

create function keep_events(
  in_kinds text[], in_reasons text[], in_dead boolean[], in_raws bytea[], in_now timestamptz
) returns void
language sql security definer set search_path = pg_catalog, public, pg_temp
begin atomic
  insert into kept_events (kind, reason, is_dead_letter, raw, received_at)
  select kind, reason, dead, raw, in_now from unnest(in_kinds, in_reasons, in_dead, in_raws) as t (kind, reason, dead, raw);
end;

-- Leases up to `in_lanes` lanes that have something to do, with up to `in_messages` messages of each; where `in_careful`
-- also one lane that needs care, with its first message. Two statements: in a single one the messages would be read by
-- a snapshot older than the lease, and one already done could return.
create function lease_lanes(
  in_worker text, in_lanes bigint, in_messages bigint, in_seconds double precision, in_careful boolean
)
returns table (
  lane_id bigint, token bigint, careful boolean, inbox_id bigint, seq bigint, attempts integer, channel text,
  message_id text, person_id bigint, shop_id bigint, member_id bigint, body bytea, received_at timestamptz
)
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  taken bigint[];
begin
  with free as (
    select l.lane_id from lanes l
    where l.pending > 0 and l.ready_at <= clock_timestamp() and l.leased_until is null and not l.careful
    order by l.ready_at
    limit in_lanes
    for no key update skip locked
  ), suspect as (
    select l.lane_id from lanes l
    where in_careful and l.pending > 0 and l.ready_at <= clock_timestamp()
      and (l.leased_until < clock_timestamp() or (l.careful and l.leased_until is null))
    order by l.ready_at
    limit 1
    for no key update skip locked
  ), leased as (
    update lanes l set token = l.token + 1, careful = l.careful or l.leased_until is not null,
      leased_by = in_worker, leased_until = clock_timestamp() + make_interval(secs => in_seconds)
    from (select * from free union all select * from suspect) f
    where f.lane_id = l.lane_id
    returning l.lane_id
  )
  select coalesce(array_agg(leased.lane_id), '{}') into taken from leased;

  update inbox i set attempts = i.attempts + 1
  from lanes l
  where l.lane_id = any (taken) and l.careful and i.inbox_id = (
    select h.inbox_id from inbox h where h.lane_id = l.lane_id and h.state = 'waiting' order by h.seq limit 1);

  return query
  select l.lane_id, l.token, l.careful, m.inbox_id, m.seq, m.attempts, m.channel, m.message_id, m.person_id, m.shop_id,
    m.member_id, m.body, m.received_at
  from lanes l
  cross join lateral (
    select * from inbox i where i.lane_id = l.lane_id and i.state = 'waiting'
    order by i.seq limit case when l.careful then 1 else in_messages end
  ) m
  where l.lane_id = any (taken)
  order by l.lane_id, m.seq;
end
$$;

-- Locks the lane for a holder of its lease; fails with RM001 for whoever lost it.
create function hold_lane(in_lane bigint, in_token bigint) returns void
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  perform from lanes l where l.lane_id = in_lane and l.token = in_token and l.leased_until is not null
  for no key update;
  if not found then
    raise exception 'the lease of this lane was lost' using errcode = 'RM001';
  end if;
end
$$;

-- Ends a message, in the transaction of its effects. `in_release` gives the lane back with it.
create function finish_message(in_lane bigint, in_token bigint, in_inbox bigint, in_release boolean) returns void
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  perform hold_lane(in_lane, in_token);
  update inbox set state = 'done', done_at = clock_timestamp()
  where inbox.inbox_id = in_inbox and inbox.lane_id = in_lane and state = 'waiting';
  if not found then
    raise exception 'this message is finished already' using errcode = 'RM002';
  end if;
  -- A lane that was served goes behind those that wait.
  update lanes set pending = pending - 1, careful = false, ready_at = clock_timestamp(),
    leased_by = case when in_release then null else leased_by end,
    leased_until = case when in_release then null else leased_until end
  where lanes.lane_id = in_lane;
end
$$;

-- Puts a lane off after a failed attempt at its first message, which has now failed `in_failed` times: a failure that
-- was caught is charged to its own message, one of the database to none.
create function put_off_message(
  in_lane bigint, in_token bigint, in_inbox bigint, in_failed bigint, in_wait double precision, in_failure text
) returns void
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  perform hold_lane(in_lane, in_token);
  update inbox set attempts = in_failed, failure = in_failure where inbox.inbox_id = in_inbox and state = 'waiting';
  update lanes set ready_at = clock_timestamp() + make_interval(secs => in_wait), leased_by = null, leased_until = null
  where lanes.lane_id = in_lane;
end
$$;

-- Gives up on a message, in the transaction of the line that tells its sender.
create function bury_message(in_lane bigint, in_token bigint, in_inbox bigint, in_failure text) returns void
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  perform hold_lane(in_lane, in_token);
  update inbox set state = 'dead', failure = coalesce(in_failure, failure), done_at = clock_timestamp()
  where inbox.inbox_id = in_inbox and state = 'waiting';
  if not found then
    raise exception 'this message is finished already' using errcode = 'RM002';
  end if;
  update lanes set pending = pending - 1, careful = false, leased_by = null, leased_until = null
  where lanes.lane_id = in_lane;
end
$$;

-- Lengthens a lease that is still held.
create function renew_lease(in_lane bigint, in_token bigint, in_seconds double precision) returns void
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  perform hold_lane(in_lane, in_token);
  update lanes set leased_until = clock_timestamp() + make_interval(secs => in_seconds) where lanes.lane_id = in_lane;
end
$$;

-- Gives lanes back unfinished, at once and without costing an attempt: a server that stops on purpose.
create function return_lanes(in_worker text) returns integer
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  returned integer;
begin
  update lanes set leased_by = null, leased_until = null where leased_by = in_worker;
  get diagnostics returned = row_count;
  return returned;
end
$$;

create function queue_depth() returns table (waiting bigint, dead bigint, oldest_seconds double precision)
language sql stable security definer set search_path = pg_catalog, public, pg_temp
begin atomic
  select
    (select coalesce(sum(pending), 0) from lanes where pending > 0),
    (select count(*) from inbox where state = 'dead'),
    (select extract(epoch from clock_timestamp() - min(received_at))::double precision from inbox where state = 'waiting');
end;

revoke execute on function take_in, keep_events, lease_lanes, hold_lane, finish_message, put_off_message, bury_message,
  renew_lease, return_lanes, queue_depth from public;
grant execute on function take_in, keep_events, lease_lanes, finish_message, put_off_message, bury_message,
  renew_lease, return_lanes, queue_depth to retailmind_app;
