-- Many at once: messages that arrive together share a commit, and are found by the numbers of their lane.
-- Clocks as before: leases, waits and paces go by the database's, business time is an argument.

-- Somebody who writes faster than allowed is answered later, and told so once.
alter table lanes
  -- When this lane would be free again if every message of it had taken its full share of a minute.
  add column paced_until timestamptz,
  add column notice_due boolean not null default false,
  add column noticed_at timestamptz;
create index lanes_notice on lanes (lane_id) where notice_due;

-- Messages of a lane are finished in their order, so those that wait are the last `pending` ones and `unique (lane_id,
-- seq)` finds them. Without these two indexes finishing a message touches no index.
drop index inbox_waiting;
drop index inbox_dead;
-- Lanes are never deleted, and `take_in` alone writes messages, in the statement that makes their lane: to look each
-- lane up once more would cost as much as the row.
alter table inbox drop constraint inbox_lane_id_fkey;
-- Ids come in the order of time, so a few blocks tell their age.
drop index inbox_seen_by_age;
create index inbox_seen_by_age on inbox_seen using brin (seen_at) with (pages_per_range = 32);
alter table inbox set (fillfactor = 60);
-- Every message changes its lane three times: what is dead there is cleared away sooner than elsewhere.
alter table lanes set (fillfactor = 60, autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_cost_delay = 0);

create table dead_messages (
  inbox_id bigint primary key references inbox,
  failure text,
  died_at timestamptz not null default clock_timestamp()
);

-- Takes a batch of messages in. Returns how many were new.
-- Locks are taken in one order by every server: message ids, new people, lanes, each of them sorted.
drop function take_in(text[], text[], text[], text[], text[], bytea[], bytea[], timestamptz);
create function take_in(
  in_channels text[], in_ids text[], in_phones text[], in_users text[], in_names text[],
  in_bodies bytea[], in_raws bytea[], in_now timestamptz, in_per_minute double precision default 0
) returns integer
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  total integer := coalesce(cardinality(in_ids), 0);
  -- Beside the messages, by their place in the batch: null for those that are not to be queued.
  fresh boolean[];
  fresh_count integer;
  people bigint[];
  shops bigint[];
  members bigint[];
  keys text[];
  is_anybody_new boolean;
  one record;
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
  select array_agg(e.message_id is not null order by t.at), count(e.message_id) into fresh, fresh_count
  from unnest(in_channels, in_ids) with ordinality as t (channel, id, at)
    left join given g on g.channel = t.channel and g.id = t.id and g.at = t.at
    left join entered e on e.channel = g.channel and e.message_id = g.id;

  if fresh_count < total then
    -- A redelivery may be acknowledged only when the original is as safe as a commit of ours makes it; writing
    -- something makes this commit wait for the same standbys.
    perform pg_logical_emit_message(true, 'retailmind', 'redelivery');
  end if;
  if fresh_count = 0 then
    return 0;
  end if;

  -- A number that is not ours (the dashboard's test button sends one) is kept and never answered.
  insert into kept_events (kind, reason, is_dead_letter, raw, received_at)
  select 'message', 'unknown business number', true, t.raw, in_now
  from unnest(in_channels, in_raws, fresh) as t (channel, raw, is_fresh)
  where t.is_fresh and not exists (select from channels c where c.channel = t.channel);

  for attempt in 1..2 loop
    select array_agg(s.person_id order by s.at), array_agg(s.shop_id order by s.at),
      array_agg(s.member_id order by s.at),
      array_agg('talk:' || s.channel || ':' || s.person_id order by s.at), coalesce(bool_or(s.is_new), false)
    into people, shops, members, keys, is_anybody_new
    from (
      select t.at, c.channel, coalesce(u.person_id, p.person_id) as person_id,
        case when u.person_id is null then p.shop_id else u.shop_id end as shop_id,
        case when u.person_id is null then p.member_id else u.member_id end as member_id,
        c.channel is not null and (
          (t.user_id is not null and u.person_id is null) or (t.phone is not null and p.person_id is null)
          or coalesce(u.person_id <> p.person_id, false)) as is_new
      from unnest(in_channels, in_phones, in_users, fresh) with ordinality
          as t (channel, phone, user_id, is_fresh, at)
        left join channels c on t.is_fresh and c.channel = t.channel
        left join identities u on u.channel = c.channel and u.alias = 'user:' || t.user_id
        left join identities p on p.channel = c.channel and p.alias = 'phone:' || t.phone
    ) s;
    exit when attempt = 2 or not is_anybody_new;
    -- Somebody whom we do not know, or not by all these names.
    for one in
      select t.channel, t.phone, t.user_id, max(t.name) as name
      from unnest(in_channels, in_phones, in_users, in_names, fresh) as t (channel, phone, user_id, name, is_fresh)
      where t.is_fresh and exists (select from channels c where c.channel = t.channel)
      group by t.channel, t.user_id, t.phone order by t.channel, t.user_id, t.phone
    loop
      perform resolve_sender(one.channel, one.phone, one.user_id, one.name, in_now);
    end loop;
  end loop;

  with lane as (
    insert into lanes as l (key, next_seq, pending)
    select key, count(*) + 1, count(*) from unnest(keys) as k (key) where key is not null group by key order by key
    on conflict (key) do update set next_seq = l.next_seq + excluded.pending, pending = l.pending + excluded.pending,
      notice_due = l.notice_due or (
        in_per_minute > 0
        -- With all that waits, this lane goes more than its minute ahead.
        and greatest(l.paced_until, clock_timestamp())
          + (l.pending + excluded.pending) * make_interval(secs => 60 / greatest(in_per_minute, 1))
          > clock_timestamp() + interval '1 minute'
        and coalesce(l.noticed_at < clock_timestamp() - interval '10 minutes', true))
    returning lane_id, key, next_seq
  )
  insert into inbox (lane_id, seq, channel, message_id, person_id, shop_id, member_id, body, raw, received_at)
  select l.lane_id, l.next_seq - count(*) over lanes_messages - 1 + row_number() over (lanes_messages order by t.at),
    t.channel, t.id, t.person_id, t.shop_id, t.member_id, t.body, t.raw, in_now
  from unnest(in_channels, in_ids, in_bodies, in_raws, people, shops, members, keys) with ordinality
      as t (channel, id, body, raw, person_id, shop_id, member_id, key, at)
    join lane l on l.key = t.key
  window lanes_messages as (partition by l.lane_id);

  perform pg_notify('inbox', '');
  return fresh_count;
end
$$;

-- As before, but what waits is found by the lane's numbers.
create or replace function lease_lanes(
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
  where l.lane_id = any (taken) and l.careful and i.lane_id = l.lane_id and i.seq = l.next_seq - l.pending;

  return query
  select l.lane_id, l.token, l.careful, m.inbox_id, m.seq, m.attempts, m.channel, m.message_id, m.person_id, m.shop_id,
    m.member_id, m.body, m.received_at
  from lanes l
  cross join lateral (
    select * from inbox i where i.lane_id = l.lane_id and i.seq >= l.next_seq - l.pending
    order by i.seq limit case when l.careful then 1 else in_messages end
  ) m
  where l.lane_id = any (taken)
  order by l.lane_id, m.seq;
end
$$;

-- Ends a message, in the transaction of its effects. `in_release` gives the lane back with it. A sender may have so many
-- messages handled in a minute (0: any number); a lane that is ahead of that is ready again later.
drop function finish_message(bigint, bigint, bigint, boolean);
create function finish_message(
  in_lane bigint, in_token bigint, in_inbox bigint, in_release boolean, in_per_minute double precision default 0
) returns void
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  v_now timestamptz := clock_timestamp();
  v_share interval := make_interval(secs => case when in_per_minute > 0 then 60 / in_per_minute else 0 end);
begin
  update lanes l set pending = l.pending - 1, careful = false,
    paced_until = case when in_per_minute > 0 then greatest(l.paced_until, v_now) + v_share end,
    -- A lane that was served goes behind those that wait.
    ready_at = greatest(v_now,
      case when in_per_minute > 0 then greatest(l.paced_until, v_now) + 2 * v_share - interval '1 minute' end),
    leased_by = case when in_release then null else l.leased_by end,
    leased_until = case when in_release then null else l.leased_until end
  where l.lane_id = in_lane and l.token = in_token and l.leased_until is not null;
  if not found then
    raise exception 'the lease of this lane was lost' using errcode = 'RM001';
  end if;
  update inbox set state = 'done', done_at = v_now
  where inbox.inbox_id = in_inbox and inbox.lane_id = in_lane and state = 'waiting';
  if not found then
    raise exception 'this message is finished already' using errcode = 'RM002';
  end if;
end
$$;

create or replace function bury_message(in_lane bigint, in_token bigint, in_inbox bigint, in_failure text) returns void
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  perform hold_lane(in_lane, in_token);
  update inbox set state = 'dead', failure = coalesce(in_failure, failure), done_at = clock_timestamp()
  where inbox.inbox_id = in_inbox and state = 'waiting';
  if not found then
    raise exception 'this message is finished already' using errcode = 'RM002';
  end if;
  insert into dead_messages (inbox_id, failure) values (in_inbox, in_failure);
  update lanes set pending = pending - 1, careful = false, leased_by = null, leased_until = null
  where lanes.lane_id = in_lane;
end
$$;

-- Whoever is to hear that the rest comes later: the last message of each such lane, once, in the transaction of the line
-- that says so.
create function claim_delay_notices(in_max bigint)
returns table (channel text, person_id bigint, shop_id bigint, body bytea)
language sql security definer set search_path = pg_catalog, public, pg_temp
begin atomic
  with due as (
    select lane_id from lanes where notice_due order by lane_id limit in_max for no key update skip locked
  ), told as (
    update lanes l set notice_due = false, noticed_at = clock_timestamp() from due where l.lane_id = due.lane_id
    returning l.lane_id, l.next_seq
  )
  select m.channel, m.person_id, m.shop_id, m.body
  from told t join inbox m on m.lane_id = t.lane_id and m.seq = t.next_seq - 1;
end;

create or replace function queue_depth() returns table (waiting bigint, dead bigint, oldest_seconds double precision)
language sql stable security definer set search_path = pg_catalog, public, pg_temp
begin atomic
  select
    (select coalesce(sum(pending), 0) from lanes where pending > 0),
    (select count(*) from dead_messages),
    (select extract(epoch from clock_timestamp() - min(i.received_at))::double precision
      from lanes l join inbox i on i.lane_id = l.lane_id and i.seq = l.next_seq - l.pending where l.pending > 0);
end;

revoke all on dead_messages from public;
revoke execute on function take_in, finish_message, claim_delay_notices from public;
grant execute on function take_in, finish_message, claim_delay_notices to retailmind_app;
