-- The limits of sending are kept by all servers together, and what WhatsApp took is noted in batches.

-- Rows to one person go in order, whatever they are called: a phone and a user id may be the same person.
alter table outbox add column thread text;
update outbox set thread = address;
alter table outbox alter column thread set not null;
drop index outbox_open;
create index outbox_open on outbox (channel, thread, id) where state in ('ready', 'sending', 'unknown');
alter table outbox set (fillfactor = 60, autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_cost_delay = 0);

-- When a number ('' as address), or a pair of number and person, would be free again if every message had taken its
-- full share of time. One row for all servers: WhatsApp counts the number, not our processes.
create table outbox_pace (
  channel text not null,
  address text not null default '',
  paced_until timestamptz not null,
  primary key (channel, address)
) with (fillfactor = 50);

drop function enqueue_outbox(bigint, text, text, text, jsonb, bigint);
create function enqueue_outbox(
  p_shop bigint, p_channel text, p_recipient text, p_address text, p_message jsonb, p_in_reply_to bigint,
  p_person bigint default null
) returns bigint
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$  -- which keeps its plan
declare
  v_id bigint;
begin
  insert into outbox (shop_id, channel, recipient, address, thread, message, in_reply_to)
  values (p_shop, p_channel, p_recipient, p_address, coalesce(p_person::text, p_address), p_message, p_in_reply_to)
  returning id into v_id;
  return v_id;
end
$$;

-- Hands out the next row of each thread, at most p_max of them, each with the seconds that its sender is to wait so that
-- the number keeps to its limit. Rows of a thread go strictly in the order of their ids; one whose fate is unknown holds
-- up the next for at most 30 seconds.
--
-- Limits are kept by the generic cell rate algorithm: p_per_second messages a second from a number with a tenth of a
-- second's worth at once, p_burst to one person at once and then one each p_pair_seconds.
drop function claim_outbox(text, integer);
create function claim_outbox(
  p_worker text, p_max bigint, p_sending_seconds double precision, p_per_second double precision,
  p_burst double precision, p_pair_seconds double precision
)
returns table (
  id bigint, claim integer, attempts integer, channel text, recipient text, address text, message jsonb,
  wait_seconds double precision
)
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
#variable_conflict use_column
declare
  v_now timestamptz := clock_timestamp();
  v_step interval := make_interval(secs => 1 / p_per_second);
  v_slack interval := make_interval(secs => greatest(0.1, 1 / p_per_second));
  -- Slots are given out so far ahead (at least the next one); beyond it a number waits, and the others get their turn.
  v_ahead interval := make_interval(secs => greatest(0.25, 1 / p_per_second));
  v_heads bigint[];
begin
  -- Whoever was sending these has died, or is slower than any time-out of a send: nobody knows whether they went out.
  update outbox set state = 'unknown', unknown_since = v_now, sending_since = null
  where state = 'sending' and sending_since < v_now - make_interval(secs => p_sending_seconds);

  -- Stops and rows by one snapshot: a row that is given back together with the stop of its number must not be seen
  -- without it.
  with held as materialized (
    select s.channel from channel_stops s where s.until is null or s.until > v_now
    union all
    select n.channel from outbox_pace n where n.address = '' and n.paced_until > v_now + v_slack + v_ahead
  ), heads as (
    select o.id from outbox o
    where o.state = 'ready' and o.due_at <= v_now
      and not exists (select from held h where h.channel in (o.channel, '*'))
      and not exists (
        select from outbox earlier
        where earlier.channel = o.channel and earlier.thread = o.thread and earlier.id < o.id
          and earlier.state in ('ready', 'sending', 'unknown')
          and (earlier.state <> 'unknown' or earlier.unknown_since > v_now - interval '30 seconds'))
    -- In the order of the index: the search ends with p_max heads, however much waits.
    order by o.due_at, o.id
    limit p_max
    for no key update of o skip locked
  )
  select array_agg(heads.id) into v_heads from heads;
  if v_heads is null then
    return;
  end if;

  -- Who has had too much at once gets the next one when its time has come.
  with early as (
    update outbox o set due_at = p.paced_until - make_interval(secs => (p_burst - 1) * p_pair_seconds)
    from outbox_pace p
    where o.id = any (v_heads) and p.channel = o.channel and p.address = o.address
      and p.paced_until > v_now + make_interval(secs => (p_burst - 1) * p_pair_seconds)
    returning o.id
  )
  select array_agg(h) into v_heads from unnest(v_heads) as h where h not in (select early.id from early);

  -- Held until the commit, so that two servers do not give out the same slot.
  insert into outbox_pace as n (channel, address, paced_until)
  select o.channel, '', v_now from outbox o where o.id = any (v_heads) group by o.channel order by o.channel
  on conflict (channel, address) do update set paced_until = greatest(n.paced_until, v_now);

  return query
  with placed as (
    select o.id, o.channel, o.address, n.paced_until as free_at,
      row_number() over (partition by o.channel order by o.due_at, o.id) as place
    from outbox o join outbox_pace n on n.channel = o.channel and n.address = ''
    where o.id = any (v_heads)
  ), slots as (
    select p.id, p.channel, p.address, p.place,
      greatest(0, extract(epoch from p.free_at + (p.place - 1) * v_step - v_slack - v_now)) as wait
    from placed p where p.free_at + (p.place - 1) * v_step <= v_now + v_slack + v_ahead
  ), numbers as (
    update outbox_pace n set paced_until = n.paced_until + taken.slots * v_step
    from (select s.channel, count(*) as slots from slots s group by s.channel) taken
    where n.channel = taken.channel and n.address = ''
  ), pairs as (
    insert into outbox_pace as n (channel, address, paced_until)
    select s.channel, s.address, v_now + make_interval(secs => count(*) * p_pair_seconds) from slots s
    group by s.channel, s.address order by s.channel, s.address
    on conflict (channel, address) do update
      set paced_until = greatest(n.paced_until, v_now) + (excluded.paced_until - v_now)
  )
  update outbox o
  set state = 'sending', claims = o.claims + 1, claimed_by = p_worker,
    sending_since = v_now + make_interval(secs => s.wait::double precision)
  from slots s where o.id = s.id
  returning o.id, o.claims, o.attempts, o.channel, o.recipient, o.address, o.message, s.wait::double precision;
end
$$;

-- Says of several claimed rows that WhatsApp took them, and under which id; of one that is no longer under its claim,
-- nothing. An answer that comes after a row was given up as unknown is still the truth.
create function accept_outbox(p_ids bigint[], p_claims integer[], p_wamids text[]) returns void
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  v_now timestamptz := clock_timestamp();
begin
  -- A status can overtake the answer to the send. Either it is seen here, or record_statuses sees this wamid: both
  -- hold this lock until they have committed, settling shares it.
  perform pg_advisory_xact_lock_shared(hashtextextended('outbox.wamid', 0));
  -- In one order, so that this and a batch of statuses do not wait for each other.
  perform from outbox o where o.id = any (p_ids) order by o.id for no key update;
  update outbox o
  set state = case when o.state in ('sending', 'unknown') then 'sent' else o.state end,
    wamid = coalesce(o.wamid, g.wamid), settled_at = coalesce(o.settled_at, v_now),
    sending_since = null, unknown_since = null
  from unnest(p_ids, p_claims, p_wamids) as g (id, claim, wamid)
  where o.id = g.id and o.claims = g.claim;
  perform apply_statuses(known.ids) from (
    select array_agg(s.id) as ids from outbox o join statuses s on s.channel = o.channel and s.wamid = o.wamid
    where o.id = any (p_ids)) known
  where known.ids is not null;
end
$$;

-- Sends again what has been unknown for so long, while WhatsApp's news have come to what happened well after it: then its
-- own status would have come too. WhatsApp's time counts, not that of arrival, lest the first news of a backlog let all
-- be sent again whose own status is in the same backlog. A resend can be lost like any send, and each is as safe as the
-- first, so there may be several; all are counted. Returns how many.
drop function resend_unknown();
alter table outbox drop constraint outbox_resends_check;
alter table outbox add constraint outbox_resends_check check (resends <= 5);
create function resend_unknown(p_seconds double precision) returns bigint
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  v_now timestamptz := clock_timestamp();
  v_count bigint;
begin
  update outbox o
  set state = 'ready', resends = resends + 1, due_at = v_now, unknown_since = null
  where o.state = 'unknown' and o.resends < 5 and o.unknown_since < v_now - make_interval(secs => p_seconds)
    and exists (
      select from statuses s where s.channel = o.channel
        and s.said_at > o.unknown_since + make_interval(secs => p_seconds / 2));
  get diagnostics v_count = row_count;
  return v_count;
end
$$;

create index statuses_said on statuses (channel, said_at);
drop index statuses_received;

-- Forgets what nobody needs any more, of each kind up to `in_max` rows, the oldest first; returns how many. WhatsApp
-- repeats a message for seven days, so its id is remembered for longer.
create function forget_old(in_now timestamptz, in_max bigint) returns bigint
language sql security definer set search_path = pg_catalog, public, pg_temp
begin atomic
  with ids as (
    delete from inbox_seen where ctid = any (array(
      select ctid from inbox_seen where seen_at < in_now - interval '10 days' order by seen_at limit in_max))
    returning 1
  ), handled as (
    delete from inbox where inbox_id in (
      select o.inbox_id from (select * from inbox order by inbox_id limit in_max) o
      where o.state = 'done' and o.received_at < in_now - interval '30 days')
    returning 1
  ), news as (
    delete from statuses where id in (
      select o.id from (select * from statuses order by id limit in_max) o
      where o.received_at < in_now - interval '30 days')
    returning 1
  ), sent as (
    delete from outbox where id in (
      select o.id from (select * from outbox order by id limit in_max) o
      where o.state not in ('ready', 'sending', 'unknown') and o.created_at < in_now - interval '30 days')
    returning 1
  ), paces as (
    delete from outbox_pace where ctid = any (array(
      select ctid from outbox_pace where paced_until < in_now - interval '1 hour' limit in_max))
    returning 1
  )
  select (select count(*) from ids) + (select count(*) from handled) + (select count(*) from news)
    + (select count(*) from sent) + (select count(*) from paces);
end;

revoke all on outbox_pace from public;
revoke execute on function enqueue_outbox, claim_outbox, accept_outbox, resend_unknown, forget_old from public;
grant execute on function enqueue_outbox, claim_outbox, accept_outbox, resend_unknown, forget_old to retailmind_app;
