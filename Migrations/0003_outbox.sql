-- What we send over WhatsApp, what WhatsApp says about it, and which numbers may not send at the moment.
--
-- Not of one tenant: rows are claimed for all shops at once and found again by WhatsApp's message id. So the
-- application has no rights on these tables; it goes through the functions below, each of which does one thing.
--
-- Leases and due times are on the clock of the database, since several processes share them and their own clocks
-- differ.

create table outbox (
  -- Goes along with the message (biz_opaque_callback_data) and comes back with its statuses.
  id bigint generated always as identity primary key,
  shop_id bigint,
  channel text not null,
  recipient text not null check (recipient in ('phone', 'user')),
  address text not null check (address <> ''),
  message jsonb not null,
  in_reply_to bigint,
  -- ready → sending → sent → delivered → read → played; or failed (WhatsApp refused it), dead (tried too often),
  -- unknown (the answer was lost: it may have been sent).
  state text not null default 'ready' check (
    state in ('ready', 'sending', 'sent', 'delivered', 'read', 'played', 'failed', 'unknown', 'dead')),
  -- Sends that were refused for a time. Being held back by a limit of ours, or of the whole number, does not count.
  attempts integer not null default 0,
  -- Fences: an answer counts only for the claim under which it was asked.
  claims integer not null default 0,
  claimed_by text,
  resends integer not null default 0 check (resends <= 1),
  due_at timestamptz not null default clock_timestamp(),
  sending_since timestamptz,
  unknown_since timestamptz,
  wamid text,
  pricing jsonb,
  failure jsonb,
  created_at timestamptz not null default clock_timestamp(),
  settled_at timestamptz,
  check ((state = 'sending') = (sending_since is not null)),
  check ((state = 'unknown') = (unknown_since is not null))
);

create index outbox_due on outbox (due_at, id) where state = 'ready';
create index outbox_sending on outbox (sending_since) where state = 'sending';
create index outbox_unknown on outbox (unknown_since) where state = 'unknown';
create index outbox_open on outbox (channel, address, id) where state in ('ready', 'sending', 'unknown');
create index outbox_wamid on outbox (channel, wamid) where wamid is not null;

-- Every status that ever came, also of messages that we do not know (yet). Nothing here is changed.
create table statuses (
  id bigint generated always as identity primary key,
  channel text not null,
  wamid text not null,
  state text not null check (state in ('sent', 'delivered', 'read', 'played', 'failed')),
  -- Of a group; '' between two.
  participant text not null default '',
  said_at timestamptz not null,
  outbox_id bigint,
  pricing jsonb,
  failure jsonb,
  received_at timestamptz not null default clock_timestamp(),
  unique (channel, wamid, state, participant)
);

create index statuses_received on statuses (channel, received_at);

-- Numbers that are not to send: until a time, or until somebody resumes them. '*' is all of them.
create table channel_stops (
  channel text primary key,
  until timestamptz,
  failure jsonb not null,
  stopped_at timestamptz not null default clock_timestamp()
);

create function enqueue_outbox(
  p_shop bigint, p_channel text, p_recipient text, p_address text, p_message jsonb, p_in_reply_to bigint
) returns bigint
language sql security definer set search_path = pg_catalog, public, pg_temp as $$
  insert into outbox (shop_id, channel, recipient, address, message, in_reply_to)
  values (p_shop, p_channel, p_recipient, p_address, p_message, p_in_reply_to)
  returning id
$$;

-- Hands out the next row of each recipient, at most p_max of them. Rows to one recipient go strictly in the order of
-- their ids; one whose fate is unknown holds up the next for at most 30 seconds.
create function claim_outbox(p_worker text, p_max integer)
returns table (
  id bigint, claim integer, attempts integer, channel text, recipient text, address text, message jsonb
)
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
#variable_conflict use_column
declare
  v_now timestamptz := clock_timestamp();
begin
  -- Whoever was sending these has died, or is slower than any time-out of a send: nobody knows whether they went out.
  update outbox set state = 'unknown', unknown_since = v_now, sending_since = null
  where state = 'sending' and sending_since < v_now - interval '60 seconds';

  return query
  -- Stops and rows by one snapshot: a row that is given back together with the stop of its number must not be seen
  -- without it.
  with stopped as materialized (
    select s.channel from channel_stops s where s.until is null or s.until > v_now
  ), heads as (
    select o.id from outbox o
    where o.state = 'ready' and o.due_at <= v_now
      and not exists (select from stopped s where s.channel in (o.channel, '*'))
      and not exists (
        select from outbox earlier
        where earlier.channel = o.channel and earlier.address = o.address and earlier.id < o.id
          and earlier.state in ('ready', 'sending', 'unknown')
          and (earlier.state <> 'unknown' or earlier.unknown_since > v_now - interval '30 seconds'))
    -- In the order of the index: the search ends with p_max heads, however much waits.
    order by o.due_at, o.id
    limit p_max
    for no key update of o skip locked
  )
  update outbox o
  set state = 'sending', claims = o.claims + 1, claimed_by = p_worker, sending_since = v_now
  from heads where o.id = heads.id
  returning o.id, o.claims, o.attempts, o.channel, o.recipient, o.address, o.message;
end
$$;

-- What counts more. A message that reached one phone of its recipient has arrived, whatever another phone reported.
create function outbox_rank(p_state text) returns integer
language sql immutable set search_path = pg_catalog, public, pg_temp as $$
  select case p_state
    when 'sent' then 1 when 'failed' then 2 when 'delivered' then 3 when 'read' then 4 when 'played' then 5 else 0 end
$$;

-- The rows that statuses speak of: by WhatsApp's id, and while we do not know that, by our own (of a row that we have
-- tried to send: should somebody else send for the same number, their numbers mean nothing here).
create function outbox_rows_of(p_statuses bigint[])
returns table (status_id bigint, outbox_id bigint)
language sql stable set search_path = pg_catalog, public, pg_temp as $$
  select s.id, o.id from statuses s join outbox o on o.channel = s.channel and o.wamid = s.wamid
  where s.id = any (p_statuses)
  union
  select s.id, o.id from statuses s join outbox o on o.channel = s.channel and o.id = s.outbox_id and o.wamid is null
    and o.claims > 0
  where s.id = any (p_statuses)
$$;

-- Moves rows to the highest state that was reported, in whatever order the reports came.
create function apply_statuses(p_statuses bigint[]) returns void
language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  -- In one order, so that two batches do not wait for each other.
  perform 1 from outbox where id in (select outbox_id from outbox_rows_of(p_statuses)) order by id for no key update;

  with news as (
    select r.outbox_id,
      (array_agg(s.state order by outbox_rank(s.state) desc))[1] as state,
      min(s.wamid) as wamid,
      (array_agg(s.pricing order by s.said_at) filter (where s.pricing is not null))[1] as pricing,
      (array_agg(s.failure order by s.said_at) filter (where s.failure is not null))[1] as failure
    from outbox_rows_of(p_statuses) r join statuses s on s.id = r.status_id
    group by r.outbox_id
  )
  update outbox o
  set state = case when outbox_rank(news.state) > outbox_rank(o.state) then news.state else o.state end,
    wamid = coalesce(o.wamid, news.wamid),
    pricing = coalesce(o.pricing, news.pricing),
    failure = coalesce(news.failure, o.failure),
    settled_at = coalesce(o.settled_at, clock_timestamp()),
    sending_since = null,
    unknown_since = null
  from news where o.id = news.outbox_id;
end
$$;

-- Says what became of a claimed row; false if the row is no longer under this claim. An answer that comes after the row
-- was given up as unknown is still the truth.
--   accepted  WhatsApp took it, under p_wamid    retry    refused for now: again after p_delay seconds
--   later     not even tried, or not its fault   failed   refused for good
--   dead      refused too often                  unknown  the answer was lost
create function settle_outbox(
  p_id bigint, p_claim integer, p_outcome text, p_wamid text, p_failure jsonb, p_delay double precision
) returns boolean
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  v_now timestamptz := clock_timestamp();
  v_channel text;
begin
  if p_outcome = 'accepted' then
    -- A status can overtake the answer to the send. Either it is seen here, or record_statuses sees this wamid: both
    -- hold this lock until they have committed, settling shares it.
    perform pg_advisory_xact_lock_shared(hashtextextended('outbox.wamid', 0));
    update outbox
    set state = case when state in ('sending', 'unknown') then 'sent' else state end,
      wamid = coalesce(wamid, p_wamid), settled_at = coalesce(settled_at, v_now),
      sending_since = null, unknown_since = null
    where id = p_id and claims = p_claim
    returning channel into v_channel;
    perform apply_statuses(array(select s.id from statuses s where s.channel = v_channel and s.wamid = p_wamid));
    return v_channel is not null;
  elsif p_outcome = 'unknown' then
    update outbox set state = 'unknown', unknown_since = v_now, sending_since = null
    where id = p_id and claims = p_claim and state = 'sending';
  elsif p_outcome in ('retry', 'later') then
    update outbox
    set state = 'ready', attempts = attempts + (p_outcome = 'retry')::integer,
      due_at = v_now + make_interval(secs => p_delay), failure = coalesce(p_failure, failure),
      sending_since = null, unknown_since = null
    where id = p_id and claims = p_claim and state in ('sending', 'unknown');
  elsif p_outcome in ('failed', 'dead') then
    update outbox
    set state = p_outcome, failure = p_failure, settled_at = v_now, sending_since = null, unknown_since = null
    where id = p_id and claims = p_claim and state in ('sending', 'unknown');
  else
    raise exception 'outbox: no such outcome';
  end if;
  return found;
end
$$;

-- Keeps statuses (objects with channel, wamid, state, participant, at, callback, pricing, failure), moves the rows they
-- speak of, and returns the failures that were not known before.
create function record_statuses(p_statuses jsonb)
returns table (channel text, failure jsonb)
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
#variable_conflict use_column
declare
  v_new bigint[];
begin
  with fresh as (
    insert into statuses (channel, wamid, state, participant, said_at, outbox_id, pricing, failure)
    select s.channel, s.wamid, s.state, coalesce(s.participant, ''), to_timestamp(s.at),
      -- Anybody's callback data may come here, ours are the ids of rows.
      case when s.callback ~ '^[0-9]{1,18}$' then s.callback::bigint end, s.pricing, s.failure
    from jsonb_to_recordset(p_statuses) as s (
      channel text, wamid text, state text, participant text, at double precision, callback text,
      pricing jsonb, failure jsonb)
    -- In one order, so that two deliveries of the same batch do not wait for each other.
    order by 1, 2, 3, 4
    on conflict do nothing
    returning id
  )
  select coalesce(array_agg(id), '{}') into v_new from fresh;

  -- A commit that writes nothing does not wait for a standby, and the first copy's may still be on its way there.
  if cardinality(v_new) < jsonb_array_length(p_statuses) then
    perform pg_logical_emit_message(true, 'statuses', 'known already');
  end if;

  if exists (select unnest(v_new) except select status_id from outbox_rows_of(v_new)) then
    -- See settle_outbox. Before any row is locked, lest we and it wait for each other.
    perform pg_advisory_xact_lock(hashtextextended('outbox.wamid', 0));
  end if;
  perform apply_statuses(v_new);

  return query select s.channel, s.failure from statuses s where s.id = any (v_new) and s.failure is not null;
end
$$;

-- Sends again, once, what has been unknown for ten minutes: other statuses of its number came since, so its own would
-- have come too. Returns how many.
create function resend_unknown() returns integer
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  v_now timestamptz := clock_timestamp();
  v_count integer;
begin
  update outbox o
  set state = 'ready', resends = resends + 1, due_at = v_now, unknown_since = null
  where o.state = 'unknown' and o.resends = 0 and o.unknown_since < v_now - interval '10 minutes'
    and exists (select from statuses s where s.channel = o.channel and s.received_at > o.unknown_since);
  get diagnostics v_count = row_count;
  return v_count;
end
$$;

-- Stops a number ('*': all) for p_seconds, or without them until somebody resumes it. A stop is never made shorter.
create function stop_channel(p_channel text, p_seconds double precision, p_failure jsonb) returns void
language sql security definer set search_path = pg_catalog, public, pg_temp as $$
  insert into channel_stops (channel, until, failure)
  values (p_channel, clock_timestamp() + make_interval(secs => p_seconds), p_failure)
  on conflict (channel) do update
  set until = excluded.until, failure = excluded.failure, stopped_at = excluded.stopped_at
  where channel_stops.until is not null and (excluded.until is null or excluded.until > channel_stops.until)
$$;

create function resume_channel(p_channel text) returns boolean
language sql security definer set search_path = pg_catalog, public, pg_temp as $$
  with gone as (delete from channel_stops where channel = p_channel returning 1)
  select exists (select from gone)
$$;

create function stopped_channels()
returns table (channel text, until timestamptz, failure jsonb, stopped_at timestamptz)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select channel, until, failure, stopped_at from channel_stops
  where until is null or until > clock_timestamp() order by channel
$$;

-- For metrics: what is still open, how much of it, and since when.
create function open_outbox() returns table (state text, messages bigint, oldest timestamptz)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select state, count(*), min(created_at) from outbox where state in ('ready', 'sending', 'unknown') group by state
$$;

revoke all on outbox, statuses, channel_stops from public;
revoke execute on function
  enqueue_outbox, claim_outbox, outbox_rank, outbox_rows_of, apply_statuses, settle_outbox, record_statuses,
  resend_unknown, stop_channel, resume_channel, stopped_channels, open_outbox
from public;
grant execute on function
  enqueue_outbox, claim_outbox, settle_outbox, record_statuses, resend_unknown, stop_channel, resume_channel,
  stopped_channels, open_outbox
to retailmind_app;
