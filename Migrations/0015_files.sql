-- Files: what goes along with an answer of ours, and what people send us. The bytes lie here, so that an answer and its
-- file commit together, and a crash fetches or uploads nothing twice.
create table media (
  shop_id bigint not null references shops,
  media_id bigint generated always as identity,
  -- The message that brought it; null for a file of ours.
  inbox_id bigint,
  kind text not null check (kind in ('document', 'image')),
  mime_type text not null check (mime_type <> ''),
  file_name text not null check (file_name <> ''),
  bytes bytea not null check (octet_length(bytes) between 1 and 16777216),
  sha256 bytea not null generated always as (sha256(bytes)) stored,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  primary key (shop_id, media_id),
  unique (shop_id, inbox_id)
);
create index media_by_expiry on media (shop_id, expires_at);
call make_tenant_table('media', 'select, insert');

-- A file must lie with WhatsApp before the message that shows it can be sent. `upload_id` is what WhatsApp calls it,
-- kept with the row so that a message which is sent once more uploads nothing.
alter table outbox
  add column media_id bigint,
  add column upload_id text,
  add column uploaded_at timestamptz,
  add check ((upload_id is null) = (uploaded_at is null));

drop function enqueue_outbox(bigint, text, text, text, jsonb, bigint, bigint);
create function enqueue_outbox(
  p_shop bigint, p_channel text, p_recipient text, p_address text, p_message jsonb, p_in_reply_to bigint,
  p_person bigint default null, p_media bigint default null
) returns bigint
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$  -- which keeps its plan
declare
  v_id bigint;
begin
  insert into outbox (shop_id, channel, recipient, address, thread, message, in_reply_to, media_id)
  values (
    p_shop, p_channel, p_recipient, p_address, coalesce(p_person::text, p_address), p_message, p_in_reply_to, p_media)
  returning id into v_id;
  return v_id;
end
$$;

-- As before (see 0007), and what has a file that WhatsApp does not have yet is handed out for the upload first: such a
-- row stays ready, since nothing of it has been sent, and is due again when its uploader must have died. Only then can
-- it be claimed for sending, so a message is never unknown because of its file. WhatsApp forgets a file after 30 days.
drop function claim_outbox(text, bigint, double precision, double precision, double precision, double precision);
create function claim_outbox(
  p_worker text, p_max bigint, p_sending_seconds double precision, p_per_second double precision,
  p_burst double precision, p_pair_seconds double precision
)
returns table (
  id bigint, claim integer, attempts integer, channel text, recipient text, address text, message jsonb,
  wait_seconds double precision, upload_id text, wants_upload boolean
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

  return query
  update outbox o
  set due_at = v_now + make_interval(secs => p_sending_seconds), claims = o.claims + 1, claimed_by = p_worker
  where o.id = any (v_heads) and o.media_id is not null
    and (o.upload_id is null or o.uploaded_at < v_now - interval '29 days')
  returning o.id, o.claims, o.attempts, o.channel, o.recipient, o.address, o.message, 0::double precision, null::text,
    true;
  if found then
    select array_agg(o.id) into v_heads from outbox o
    where o.id = any (v_heads) and (o.media_id is null or o.uploaded_at >= v_now - interval '29 days');
    if v_heads is null then
      return;
    end if;
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
  returning o.id, o.claims, o.attempts, o.channel, o.recipient, o.address, o.message, s.wait::double precision,
    o.upload_id, false;
end
$$;

-- The file of a row; nothing when it is gone.
create function outbox_file(p_id bigint) returns table (mime_type text, bytes bytea)
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
#variable_conflict use_column
declare
  v_before text := current_setting('app.shop_id', true);
  v_row outbox;
begin
  select * into v_row from outbox where id = p_id;
  -- The owner of the tables, as whom this runs, is held to the policies too.
  perform set_config('app.shop_id', v_row.shop_id::text, true);
  return query select m.mime_type, m.bytes from media m where m.shop_id = v_row.shop_id and m.media_id = v_row.media_id;
  perform set_config('app.shop_id', coalesce(v_before, ''), true);
end
$$;

-- Says what became of an upload. A lost answer is no harm: the file is uploaded once more, and nobody sees the first.
--   uploaded  WhatsApp has it, under p_upload    retry   refused for now: again after p_delay seconds
--   later     not even tried, or not its fault   failed  refused for good        dead  refused too often
create function settle_upload(
  p_id bigint, p_claim integer, p_outcome text, p_upload text, p_failure jsonb, p_delay double precision
) returns boolean
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  v_now timestamptz := clock_timestamp();
begin
  if p_outcome = 'uploaded' then
    update outbox set upload_id = p_upload, uploaded_at = v_now, due_at = v_now
    where id = p_id and claims = p_claim and state = 'ready';
  elsif p_outcome in ('retry', 'later') then
    update outbox
    set attempts = attempts + (p_outcome = 'retry')::integer, due_at = v_now + make_interval(secs => p_delay),
      failure = coalesce(p_failure, failure)
    where id = p_id and claims = p_claim and state = 'ready';
  elsif p_outcome in ('failed', 'dead') then
    update outbox set state = p_outcome, failure = p_failure, settled_at = v_now
    where id = p_id and claims = p_claim and state = 'ready';
  else
    raise exception 'outbox: no such outcome of an upload';
  end if;
  return found;
end
$$;

-- Files whose time is over, of all shops, up to p_max of each; returns how many.
create function forget_files(p_now timestamptz, p_max bigint) returns bigint
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  v_before text := current_setting('app.shop_id', true);
  v_shop bigint;
  v_gone bigint;
  v_count bigint := 0;
begin
  for v_shop in select distinct i.shop_id from identities i where i.shop_id is not null loop
    perform set_config('app.shop_id', v_shop::text, true);
    delete from media where (shop_id, media_id) in (
      select m.shop_id, m.media_id from media m where m.shop_id = v_shop and m.expires_at <= p_now
      order by m.expires_at limit p_max);
    get diagnostics v_gone = row_count;
    v_count := v_count + v_gone;
  end loop;
  perform set_config('app.shop_id', coalesce(v_before, ''), true);
  return v_count;
end
$$;

revoke execute on function enqueue_outbox, claim_outbox, outbox_file, settle_upload, forget_files from public;
grant execute on function enqueue_outbox, claim_outbox, outbox_file, settle_upload, forget_files to retailmind_app;

-- Files of goods that were written into the books: the same one is not written twice, unless it was taken back.
create table imports (
  shop_id bigint not null,
  group_id bigint not null,
  sha256 bytea not null check (octet_length(sha256) = 32),
  file_name text not null,
  added integer not null check (added >= 0),
  changed integer not null check (changed >= 0),
  unreadable integer not null check (unreadable >= 0),
  at timestamptz not null,
  primary key (shop_id, group_id),
  foreign key (shop_id, group_id) references entry_groups (shop_id, group_id)
);
create index imports_of_file on imports (shop_id, sha256);
call make_tenant_table('imports', 'select, insert');

-- Forgets the file of a message that its sender took back.
create function forget_file(p_channel text, p_message text) returns void
language sql security definer set search_path = pg_catalog, public, pg_temp as $$
  delete from media m where m.shop_id = current_shop() and exists (
    select from inbox i where i.inbox_id = m.inbox_id and i.channel = p_channel and i.message_id = p_message)
$$;
revoke execute on function forget_file from public;
grant execute on function forget_file to retailmind_app;
