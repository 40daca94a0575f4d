-- Jobs and what recurs. A job waits until it is due, then stands in a lane beside those of the conversations and is leased,
-- fenced and finished by the same means. Leases go by the database's clock; when something is due is business time, and
-- an argument.

alter table lanes add column work text not null default 'messages' check (work in ('messages', 'jobs'));
drop index lanes_ready;
create index lanes_ready on lanes (work, ready_at) where pending > 0;

create table jobs (
  job_id bigint generated always as identity primary key,
  kind text not null,
  -- Null for what concerns all shops.
  shop_id bigint,
  payload jsonb not null,
  -- Of one kind and shop, only one job with the same key is open.
  unique_key text,
  -- Up to so many of one kind and shop run at the same time.
  abreast integer not null check (abreast between 1 and 100),
  -- The firing that asked for it, and the time it was to be at.
  run_id bigint,
  slot timestamptz,
  -- waiting until it is due (or until its next attempt), queued in a lane until it has come to its end
  state text not null default 'waiting' check (state in ('waiting', 'queued', 'done', 'dead', 'cancelled')),
  due_at timestamptz not null,
  lane_id bigint,
  seq bigint,
  attempts integer not null default 0,
  failure text,
  created_at timestamptz not null,
  ended_at timestamptz,
  unique (lane_id, seq),
  check ((state = 'queued') <= (lane_id is not null and seq is not null)),
  check ((state in ('done', 'dead', 'cancelled')) = (ended_at is not null))
);
create index jobs_due on jobs (due_at, job_id) where state = 'waiting';
create unique index jobs_open on jobs (kind, shop_id, unique_key) nulls not distinct
  where unique_key is not null and state in ('waiting', 'queued');
create index jobs_ended on jobs (ended_at) where ended_at is not null;
create index jobs_of_shop on jobs (shop_id);
create index jobs_of_run on jobs (run_id) where run_id is not null;

-- Which shops there are and what their clocks show: `shops` itself shows nobody more than one.
create table shop_zones (
  zone text not null,
  shop_id bigint primary key
);

create table schedules (
  schedule_id bigint generated always as identity primary key,
  name text not null,
  -- Null for what concerns all shops.
  shop_id bigint,
  expression text not null,
  -- What the shop chose instead.
  own_expression text,
  zone text not null,
  -- Every slot up to here has run or was skipped.
  decided_until timestamptz not null,
  -- When to look again: at the next slot, or at once after a change.
  due_at timestamptz not null,
  paused_at timestamptz,
  unique nulls not distinct (shop_id, name)
);
create index schedules_due on schedules (due_at);

-- What became of each slot: a job, or the reason why there is none.
create table schedule_runs (
  run_id bigint generated always as identity primary key,
  schedule text not null,
  shop_id bigint,
  slot timestamptz not null,
  skipped text,
  by_hand boolean not null default false,
  decided_at timestamptz not null,
  unique nulls not distinct (shop_id, schedule, slot)
);
create index schedule_runs_by_age on schedule_runs using brin (decided_at) with (pages_per_range = 32);

-- Lanes ---------------------------------------------------------------------------------------------------------------

-- Leases up to `in_lanes` lanes of one kind of work that have something to do; where `in_careful` also one that needs
-- care. The only way in which anything of the queue is claimed.
create function claim_lanes(
  in_work text, in_worker text, in_lanes bigint, in_seconds double precision, in_careful boolean
) returns bigint[]
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  taken bigint[];
begin
  with free as (
    select l.lane_id from lanes l
    where l.work = in_work and l.pending > 0 and l.ready_at <= clock_timestamp() and l.leased_until is null
      and not l.careful
    order by l.ready_at
    limit in_lanes
    for no key update skip locked
  ), suspect as (
    select l.lane_id from lanes l
    where in_careful and l.work = in_work and l.pending > 0 and l.ready_at <= clock_timestamp()
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
  return taken;
end
$$;

-- As before; the lanes are claimed by the function above.
create or replace function lease_lanes(
  in_worker text, in_lanes bigint, in_messages bigint, in_seconds double precision, in_careful boolean
)
returns table (
  lane_id bigint, token bigint, careful boolean, inbox_id bigint, seq bigint, attempts integer, channel text,
  message_id text, person_id bigint, shop_id bigint, member_id bigint, body bytea, received_at timestamptz
)
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  taken bigint[] := claim_lanes('messages', in_worker, in_lanes, in_seconds, in_careful);
begin
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

-- Of messages only, as before there were jobs.
create or replace function queue_depth() returns table (waiting bigint, dead bigint, oldest_seconds double precision)
language sql stable security definer set search_path = pg_catalog, public, pg_temp
begin atomic
  select
    (select coalesce(sum(pending), 0) from lanes where pending > 0 and work = 'messages'),
    (select count(*) from dead_messages),
    (select extract(epoch from clock_timestamp() - min(i.received_at))::double precision
      from lanes l join inbox i on i.lane_id = l.lane_id and i.seq = l.next_seq - l.pending where l.pending > 0);
end;

-- Jobs ----------------------------------------------------------------------------------------------------------------

-- A job of the shop of this transaction, or of none outside of one. It holds no lane, so whoever enqueues waits for
-- nobody. Null when one with the same key is open.
create function enqueue_job(
  in_kind text, in_payload text, in_key text, in_abreast bigint, in_due timestamptz, in_now timestamptz
) returns bigint
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  v_job bigint;
begin
  insert into jobs (kind, shop_id, payload, unique_key, abreast, due_at, created_at)
  values (in_kind, current_shop(), in_payload::jsonb, in_key, in_abreast, in_due, in_now)
  on conflict do nothing
  returning job_id into v_job;
  if in_due <= in_now then
    perform pg_notify('jobs', '');
  end if;
  return v_job;
end
$$;

-- Puts into their lanes what is due, the oldest first. Lanes are locked in the order of their keys by every server.
create function line_up_jobs(in_now timestamptz, in_max bigint) returns void
language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  with due as (
    select j.job_id, j.due_at,
      'job:' || j.kind || ':' || coalesce(j.shop_id, 0) || ':' || j.job_id % j.abreast as key
    from jobs j where j.state = 'waiting' and j.due_at <= in_now
    order by j.due_at, j.job_id
    limit in_max
    for no key update skip locked
  ), wanted as (
    -- Microseconds keep their order among the lanes.
    select key, count(*) as count,
      clock_timestamp() + row_number() over (order by min(due_at)) * interval '1 microsecond' as ready_at
    from due group by key
  ), lane as (
    insert into lanes as l (key, work, next_seq, pending, ready_at)
    select key, 'jobs', count + 1, count, ready_at from wanted order by key
    on conflict (key) do update set next_seq = l.next_seq + excluded.pending, pending = l.pending + excluded.pending,
      ready_at = case when l.pending = 0 then excluded.ready_at else l.ready_at end
    returning lane_id, key, next_seq
  )
  update jobs j set state = 'queued', lane_id = n.lane_id, seq = n.seq
  from (
    select d.job_id, l.lane_id,
      l.next_seq - count(*) over (partition by l.lane_id) - 1
        + row_number() over (partition by l.lane_id order by d.due_at, d.job_id) as seq
    from due d join lane l on l.key = d.key
  ) n
  where n.job_id = j.job_id;
end
$$;

-- As `lease_lanes`, for jobs.
create function lease_jobs(
  in_worker text, in_lanes bigint, in_jobs bigint, in_seconds double precision, in_careful boolean, in_now timestamptz
)
returns table (
  lane_id bigint, token bigint, careful boolean, job_id bigint, kind text, shop_id bigint, payload text,
  slot timestamptz, attempts integer, is_cancelled boolean
)
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  taken bigint[];
begin
  perform line_up_jobs(in_now, 1000);
  taken := claim_lanes('jobs', in_worker, in_lanes, in_seconds, in_careful);

  update jobs j set attempts = j.attempts + 1
  from lanes l
  where l.lane_id = any (taken) and l.careful and j.lane_id = l.lane_id and j.seq = l.next_seq - l.pending;

  return query
  select l.lane_id, l.token, l.careful, m.job_id, m.kind, m.shop_id, m.payload::text, m.slot, m.attempts,
    m.state = 'cancelled'
  from lanes l
  cross join lateral (
    select * from jobs j where j.lane_id = l.lane_id and j.seq >= l.next_seq - l.pending
    order by j.seq limit case when l.careful then 1 else in_jobs end
  ) m
  where l.lane_id = any (taken)
  order by l.lane_id, m.seq;
end
$$;

-- Takes the first job out of its lane, in the transaction of its effects: done, dead, or waiting until `in_due`. Fails
-- with RM001 for whoever lost the lane, RM002 where the job is finished, RM003 where it was cancelled meanwhile.
create function leave_lane(
  in_lane bigint, in_token bigint, in_job bigint, in_state text, in_due timestamptz, in_attempts bigint,
  in_failure text, in_release boolean, in_now timestamptz
) returns void
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  v_state text;
begin
  perform hold_lane(in_lane, in_token);
  select j.state into v_state from jobs j where j.job_id = in_job and j.lane_id = in_lane for no key update;
  if v_state = 'cancelled' and in_state <> 'cancelled' then
    raise exception 'this job was cancelled' using errcode = 'RM003';
  elsif v_state is distinct from 'queued' and v_state is distinct from 'cancelled' then
    raise exception 'this job is finished already' using errcode = 'RM002';
  end if;
  -- A cancelled one keeps the moment at which it was.
  update jobs j set state = in_state, due_at = coalesce(in_due, j.due_at), attempts = in_attempts,
    failure = coalesce(in_failure, j.failure), lane_id = null, seq = null,
    ended_at = case when in_state = 'waiting' then null else coalesce(j.ended_at, in_now) end
  where j.job_id = in_job;
  update lanes l set pending = l.pending - 1, careful = false, ready_at = clock_timestamp(),
    leased_by = case when in_release then null else l.leased_by end,
    leased_until = case when in_release then null else l.leased_until end
  where l.lane_id = in_lane;
end
$$;

-- Cancels a job of this transaction's shop (or of none) that has not come to its end. One that runs is refused when it
-- wants to finish, so that it has no effect; false when it was too late.
create function cancel_job(in_job bigint, in_reason text, in_now timestamptz) returns boolean
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  update jobs set state = 'cancelled', failure = in_reason, ended_at = in_now
  where job_id = in_job and shop_id is not distinct from current_shop() and state in ('waiting', 'queued');
  return found;
end
$$;

-- What was given up, the last first: of this transaction's shop, or of none.
create function dead_jobs(in_max bigint)
returns table (job_id bigint, kind text, slot timestamptz, attempts integer, failure text, ended_at timestamptz)
language sql stable security definer set search_path = pg_catalog, public, pg_temp
begin atomic
  select j.job_id, j.kind, j.slot, j.attempts, j.failure, j.ended_at from jobs j
  where j.state = 'dead' and j.shop_id is not distinct from current_shop()
  order by j.ended_at desc limit in_max;
end;

create function job_depth() returns table (waiting bigint, due bigint, dead bigint)
language sql stable security definer set search_path = pg_catalog, public, pg_temp
begin atomic
  select count(*) filter (where state = 'waiting'), count(*) filter (where state = 'queued'),
    count(*) filter (where state = 'dead')
  from jobs where state in ('waiting', 'queued', 'dead');
end;

-- Up to `in_max` of each kind; a slot that is forgotten stays decided. Returns how many.
create function forget_jobs(in_now timestamptz, in_max bigint) returns bigint
language sql security definer set search_path = pg_catalog, public, pg_temp
begin atomic
  with ended as (
    delete from jobs where job_id = any (array(
      select job_id from jobs
      where lane_id is null and ended_at < in_now - interval '30 days'
        and (state <> 'dead' or ended_at < in_now - interval '90 days')
      order by ended_at limit in_max))
    returning 1
  ), runs as (
    delete from schedule_runs where run_id in (
      select o.run_id from (select * from schedule_runs order by run_id limit in_max) o
      where o.decided_at < in_now - interval '90 days')
    returning 1
  )
  select (select count(*) from ended) + (select count(*) from runs);
end;

-- Schedules -----------------------------------------------------------------------------------------------------------

-- Gives every shop (or, outside of shops, the one zone) its row of a schedule. A new time or zone holds from now on: what
-- came before by the old one is decided first, so a row for which something is due waits for the next plan.
create function plan_schedule(
  in_name text, in_expression text, in_is_of_shops boolean, in_zone text, in_now timestamptz
) returns void
language sql security definer set search_path = pg_catalog, public, pg_temp
begin atomic
  insert into schedules (name, shop_id, expression, zone, decided_until, due_at)
  select in_name, z.shop_id, in_expression, z.zone, in_now, in_now from shop_zones z
  where in_is_of_shops
    and not exists (select from schedules s where s.shop_id = z.shop_id and s.name = in_name)
  union all
  select in_name, null, in_expression, in_zone, in_now, in_now where not in_is_of_shops
    and not exists (select from schedules s where s.shop_id is null and s.name = in_name)
  on conflict do nothing;

  update schedules s set expression = in_expression, zone = n.zone,
    decided_until = greatest(s.decided_until, in_now), due_at = in_now
  from (
    select o.schedule_id, coalesce(z.zone, in_zone) as zone
    from schedules o left join shop_zones z on z.shop_id = o.shop_id
    where o.name = in_name and o.due_at > in_now
      and (o.expression, o.zone) is distinct from (in_expression, coalesce(z.zone, in_zone))
    order by o.schedule_id for no key update of o skip locked
  ) n
  where s.schedule_id = n.schedule_id;
end;

-- What is to be looked at, held until the end of this transaction; others pass it by.
create function due_schedules(in_names text[], in_now timestamptz, in_max bigint)
returns table (
  schedule_id bigint, name text, shop_id bigint, expression text, zone text, decided_until timestamptz,
  paused_at timestamptz
)
language sql security definer set search_path = pg_catalog, public, pg_temp
begin atomic
  select s.schedule_id, s.name, s.shop_id, coalesce(s.own_expression, s.expression), s.zone, s.decided_until, s.paused_at
  from schedules s where s.due_at <= in_now and s.name = any (in_names)
  order by s.due_at limit in_max
  for no key update skip locked;
end;

-- The one of this transaction's shop (or of none), held likewise.
create function hold_schedule(in_name text)
returns table (
  schedule_id bigint, name text, shop_id bigint, expression text, zone text, decided_until timestamptz,
  paused_at timestamptz
)
language sql security definer set search_path = pg_catalog, public, pg_temp
begin atomic
  select s.schedule_id, s.name, s.shop_id, coalesce(s.own_expression, s.expression), s.zone, s.decided_until, s.paused_at
  from schedules s where s.name = in_name and s.shop_id is not distinct from current_shop()
  for no key update;
end;

-- Writes down what became of slots: each is a row and, unless skipped, a job, and no slot is ever decided twice.
create function decide_slots(
  in_schedules bigint[], in_slots timestamptz[], in_skipped text[], in_dues timestamptz[], in_kinds text[],
  in_abreast bigint[], in_by_hand boolean, in_now timestamptz
) returns bigint
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  v_fired bigint;
begin
  with given as (
    select s.name, s.shop_id, t.*
    from unnest(in_schedules, in_slots, in_skipped, in_dues, in_kinds, in_abreast)
        as t (schedule_id, slot, skipped, due_at, kind, abreast)
      join schedules s on s.schedule_id = t.schedule_id
  ), decided as (
    insert into schedule_runs (schedule, shop_id, slot, skipped, by_hand, decided_at)
    select name, shop_id, slot, skipped, in_by_hand, in_now from given order by shop_id, name, slot
    on conflict do nothing
    returning run_id, schedule, shop_id, slot
  ), fired as (
    insert into jobs (kind, shop_id, payload, abreast, run_id, slot, due_at, created_at)
    select g.kind, g.shop_id, '{}', g.abreast, d.run_id, g.slot, g.due_at, in_now
    from given g join decided d
      on d.schedule = g.name and d.slot = g.slot and d.shop_id is not distinct from g.shop_id
    where g.skipped is null
    order by g.slot
    returning 1
  )
  select count(*) into v_fired from fired;
  if v_fired > 0 then
    perform pg_notify('jobs', '');
  end if;
  return v_fired;
end
$$;

create function settle_schedules(in_schedules bigint[], in_until timestamptz[], in_dues timestamptz[]) returns void
language sql security definer set search_path = pg_catalog, public, pg_temp
begin atomic
  update schedules s set decided_until = t.until, due_at = t.due_at
  from unnest(in_schedules, in_until, in_dues) as t (schedule_id, until, due_at)
  where s.schedule_id = t.schedule_id;
end;

-- Of this transaction's shop (or of none): from `in_now` on its slots are skipped, or (null) run again.
create function pause_schedule(in_name text, in_now timestamptz) returns boolean
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  update schedules s set paused_at = case when in_now is null then null else coalesce(s.paused_at, in_now) end
  where s.name = in_name and s.shop_id is not distinct from current_shop();
  return found;
end
$$;

-- What the shop chose from `in_now` on instead of the usual time; null goes back to that.
create function choose_schedule(in_name text, in_expression text, in_now timestamptz) returns boolean
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  update schedules s
  set own_expression = in_expression, decided_until = greatest(s.decided_until, in_now), due_at = in_now
  where s.name = in_name and s.shop_id is not distinct from current_shop();
  return found;
end
$$;

-- The last slots of this transaction's shop (or of none), and what became of their jobs.
create function runs_of_schedule(in_name text, in_max bigint)
returns table (
  slot timestamptz, by_hand boolean, skipped text, decided_at timestamptz, job_state text, failure text,
  ended_at timestamptz
)
language sql stable security definer set search_path = pg_catalog, public, pg_temp
begin atomic
  select r.slot, r.by_hand, r.skipped, r.decided_at, j.state, j.failure, j.ended_at
  from schedule_runs r left join jobs j on j.run_id = r.run_id
  where r.schedule = in_name and r.shop_id is not distinct from current_shop()
  order by r.slot desc limit in_max;
end;

-- Shops -----------------------------------------------------------------------------------------------------------

create function note_shop() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  insert into shop_zones (zone, shop_id) values (new.zone, new.shop_id)
  on conflict (shop_id) do update set zone = excluded.zone;
  return null;
end
$$;
create trigger shops_noted after insert or update of zone on shops for each row execute function note_shop();

-- With a shop goes what was to be done for it. Its lanes stay, empty and without a name, as those of conversations do.
create function forget_shop() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  delete from schedules where shop_id = old.shop_id;
  delete from schedule_runs where shop_id = old.shop_id;
  update lanes l set pending = 0 where l.pending > 0 and l.lane_id in (
    select j.lane_id from jobs j where j.shop_id = old.shop_id and j.lane_id is not null);
  delete from jobs where shop_id = old.shop_id;
  delete from shop_zones where shop_id = old.shop_id;
  return null;
end
$$;
create trigger shops_forgotten after delete on shops for each row execute function forget_shop();

do $$
declare
  v_shop bigint;
begin
  for v_shop in select distinct i.shop_id from identities i where i.shop_id is not null loop
    -- The owner of the tables is held to the policies too.
    perform set_config('app.shop_id', v_shop::text, true);
    insert into shop_zones (zone, shop_id) select s.zone, s.shop_id from shops s where s.shop_id = v_shop;
  end loop;
  perform set_config('app.shop_id', '', true);
end
$$;

revoke all on jobs, shop_zones, schedules, schedule_runs from public;
revoke execute on function
  claim_lanes, enqueue_job, line_up_jobs, lease_jobs, leave_lane, cancel_job, dead_jobs, job_depth, forget_jobs,
  plan_schedule, due_schedules, hold_schedule, decide_slots, settle_schedules, pause_schedule, choose_schedule,
  runs_of_schedule, note_shop, forget_shop
from public;
grant execute on function
  enqueue_job, lease_jobs, leave_lane, cancel_job, dead_jobs, job_depth, forget_jobs, plan_schedule, due_schedules,
  hold_schedule, decide_slots, settle_schedules, pause_schedule, choose_schedule, runs_of_schedule
to retailmind_app;
