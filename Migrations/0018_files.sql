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

-- ── Erasure ─────────────────────────────────────────────────────────────────────────────────────────────────────────

-- What must be kept although somebody wants it gone: a dispute, a tax audit. Placed and lifted by the administrator.
create table legal_holds (
  shop_id bigint not null references shops,
  hold_id bigint generated always as identity,
  -- Null: all of the shop.
  member_id bigint,
  reason text not null check (reason <> ''),
  placed_at timestamptz not null,
  lifted_at timestamptz,
  primary key (shop_id, hold_id)
);
call make_tenant_table('legal_holds', 'select');

-- What was asked to be erased, and the proof that it was: how many rows of which tables, and a hash over it and over the
-- proof before, so that none can be changed or left out unseen. Once done, nothing in it tells of a person. It outlives
-- the shop, so it is no table of one.
create table erasures (
  erasure_id bigint generated always as identity primary key,
  kind text not null check (kind in ('shop', 'person')),
  shop_id bigint not null,
  person_id bigint,
  member_id bigint,
  asked_at timestamptz not null,
  due_at timestamptz not null,
  done_at timestamptz,
  counts jsonb,
  proof bytea,
  check ((done_at is null) = (proof is null) and (done_at is null) = (counts is null)),
  check (done_at is null or (person_id is null and member_id is null))
);
create index erasures_due on erasures (due_at) where done_at is null;

create function is_held(p_shop bigint, p_member bigint) returns boolean
language sql stable set search_path = pg_catalog, public, pg_temp as $$
  select exists (
    select from legal_holds h where h.shop_id = p_shop and h.lifted_at is null
      and (h.member_id is null or p_member is null or h.member_id = p_member))
$$;

-- Asks for the shop of this transaction, or for one person in it, to be erased at p_due; the number of the asking, or
-- null where it must be kept. Whoever asks twice has asked once.
create function ask_erasure(p_kind text, p_person bigint, p_member bigint, p_now timestamptz, p_due timestamptz)
returns bigint
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  v_shop bigint := current_shop();
  v_id bigint;
begin
  if v_shop is null then
    raise exception 'erasure: of no shop';
  end if;
  if is_held(v_shop, case p_kind when 'person' then p_member end) then
    return null;
  end if;
  select erasure_id into v_id from erasures
  where shop_id = v_shop and kind = p_kind and person_id is not distinct from p_person and done_at is null;
  if v_id is null then
    insert into erasures (kind, shop_id, person_id, member_id, asked_at, due_at)
    values (p_kind, v_shop, p_person, p_member, p_now, p_due) returning erasure_id into v_id;
  end if;
  return v_id;
end
$$;

-- Takes the asking back while there is time; false afterwards.
create function cancel_erasure(p_id bigint) returns boolean
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  delete from erasures where erasure_id = p_id and shop_id = current_shop() and done_at is null;
  return found;
end
$$;

-- Messages of a shop or of one person in it, on their way in and out, with all that names them.
create function erase_messages(p_shop bigint, p_person bigint, p_channels text[]) returns jsonb
language plpgsql set search_path = pg_catalog, public, pg_temp as $$
declare
  v_inbox bigint[];
  v_counts jsonb;
  v_rows bigint;
begin
  select coalesce(array_agg(i.inbox_id), '{}') into v_inbox from inbox i
  where (i.shop_id = p_shop or i.channel = any (p_channels)) and (p_person is null or i.person_id = p_person);
  delete from media m where m.shop_id = p_shop and m.inbox_id = any (v_inbox);
  delete from dead_messages d where d.inbox_id = any (v_inbox);
  delete from inbox_seen s using inbox i
  where i.inbox_id = any (v_inbox) and s.channel = i.channel and s.message_id = i.message_id;
  update lanes l set pending = greatest(0, l.pending - w.waiting)
  from (
    select i.lane_id, count(*)::integer as waiting from inbox i
    where i.inbox_id = any (v_inbox) and i.state = 'waiting' group by i.lane_id) w
  where l.lane_id = w.lane_id;
  delete from inbox i where i.inbox_id = any (v_inbox);
  get diagnostics v_rows = row_count;
  v_counts := jsonb_build_object('inbox', v_rows);

  delete from statuses s using outbox o
  where o.shop_id = p_shop and (p_person is null or o.thread = p_person::text) and s.channel = o.channel
    and s.wamid = o.wamid;
  delete from outbox o where o.shop_id = p_shop and (p_person is null or o.thread = p_person::text);
  get diagnostics v_rows = row_count;
  return v_counts || jsonb_build_object('outbox', v_rows);
end
$$;

-- By which names a shop's people, or one of them, are known.
create function erase_names(p_shop bigint, p_person bigint, p_channels text[]) returns jsonb
language plpgsql set search_path = pg_catalog, public, pg_temp as $$
declare
  v_rows bigint;
begin
  delete from consents c using identities i
  where i.channel = c.channel and i.alias = c.alias and i.shop_id = p_shop
    and (p_person is null or i.person_id = p_person);
  delete from taken_back t using identities i
  where i.channel = t.channel and i.person_id = t.person_id and i.shop_id = p_shop
    and (p_person is null or i.person_id = p_person);
  delete from outbox_pace p using identities i
  where i.channel = p.channel and p.address = substr(i.alias, strpos(i.alias, ':') + 1) and i.shop_id = p_shop
    and (p_person is null or i.person_id = p_person);
  delete from newcomers n using memberships b
  where b.shop_id = p_shop and b.channel = n.channel and b.person_id = n.person_id
    and (p_person is null or b.person_id = p_person);
  delete from memberships b where b.shop_id = p_shop and (p_person is null or b.person_id = p_person);
  delete from identities i
  where (i.shop_id = p_shop or i.channel = any (p_channels)) and (p_person is null or i.person_id = p_person);
  get diagnostics v_rows = row_count;
  return jsonb_build_object('identities', v_rows);
end
$$;

-- Every row of a shop. The tables are asked of the catalogue, so that one of tomorrow is not forgotten, and emptied in an
-- order in which nothing points to what is gone.
create function erase_shop(p_shop bigint) returns jsonb
language plpgsql set search_path = pg_catalog, public, pg_temp as $$
declare
  v_channels text[] := array(select channel from channels where shop_id = p_shop);
  v_counts jsonb := erase_messages(p_shop, null, v_channels) || erase_names(p_shop, null, v_channels);
  v_left oid[] := array(
    select c.oid from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum = 1 and a.attname = 'shop_id'
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') order by c.relname);
  v_table oid;
  v_rows bigint;
begin
  delete from channel_accounts where channel = any (v_channels);
  delete from channel_stops where channel = any (v_channels);
  delete from channels where channel = any (v_channels);
  while cardinality(v_left) > 0 loop
    select t into v_table from unnest(v_left) as t
    where not exists (
      select from pg_constraint k
      where k.contype = 'f' and k.confrelid = t and k.conrelid <> t and k.conrelid = any (v_left))
    limit 1;
    if v_table is null then
      raise exception 'erasure: tables that point to each other';
    end if;
    execute format('delete from %s where shop_id = $1', v_table::regclass) using p_shop;
    get diagnostics v_rows = row_count;
    v_counts := v_counts || jsonb_build_object(v_table::regclass::text, v_rows);
    v_left := array_remove(v_left, v_table);
    v_table := null;
  end loop;
  return v_counts;
end
$$;

-- One person in a shop: names, numbers, words. What the shop sold and is owed stays with the shop; a customer who owes
-- nothing loses the name there too.
create function erase_person(p_shop bigint, p_person bigint, p_member bigint) returns jsonb
language plpgsql set search_path = pg_catalog, public, pg_temp as $$
declare
  v_phones text[] := array(
    select right(substr(alias, 7), 10) from identities
    where shop_id = p_shop and person_id = p_person and alias like 'phone:%');
  v_counts jsonb := erase_messages(p_shop, p_person, '{}') || erase_names(p_shop, p_person, '{}');
  v_rows bigint;
begin
  delete from customer_answers a using customer_questions q, conversations c
  where a.shop_id = p_shop and q.shop_id = p_shop and q.question_id = a.question_id
    and c.shop_id = p_shop and c.conversation_id = q.conversation_id and c.person_id = p_person;
  delete from customer_questions q using conversations c
  where q.shop_id = p_shop and c.shop_id = p_shop and c.conversation_id = q.conversation_id
    and c.person_id = p_person;
  delete from messages m using conversations c
  where m.shop_id = p_shop and c.shop_id = p_shop and c.conversation_id = m.conversation_id
    and c.person_id = p_person;
  get diagnostics v_rows = row_count;
  v_counts := v_counts || jsonb_build_object('messages', v_rows);
  delete from conversations c where c.shop_id = p_shop and c.person_id = p_person;
  get diagnostics v_rows = row_count;
  v_counts := v_counts || jsonb_build_object('conversations', v_rows);
  update members m set name = '' where m.shop_id = p_shop and m.member_id = p_member;
  get diagnostics v_rows = row_count;
  v_counts := v_counts || jsonb_build_object('members', v_rows);
  update customers c set name = '–', other_names = '{}', phone = null
  where c.shop_id = p_shop and right(regexp_replace(c.phone, '\D', '', 'g'), 10) = any (v_phones)
    and not exists (
      select from credit_balances b
      where b.shop_id = p_shop and b.customer_id = c.customer_id and b.balance <> 0);
  get diagnostics v_rows = row_count;
  return v_counts || jsonb_build_object('customers', v_rows);
end
$$;

-- Erases what is due, each by itself; what must be kept meanwhile waits a day. This is the only way in which the
-- application can take anything out of a ledger: what was asked for in the shop's own name, and after its time.
create function erase_due(p_now timestamptz) returns table (erasure_id bigint, kind text, outcome text)
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
#variable_conflict use_column
declare
  v_before text := current_setting('app.shop_id', true);
  v_due erasures;
  v_counts jsonb;
begin
  -- The proofs are a chain: one link at a time.
  perform pg_advisory_xact_lock(hashtextextended('erasures', 0));
  for v_due in select * from erasures e where e.done_at is null and e.due_at <= p_now order by e.erasure_id limit 10 loop
    -- The owner of the tables, as whom this runs, is held to the policies too.
    perform set_config('app.shop_id', v_due.shop_id::text, true);
    if is_held(v_due.shop_id, case v_due.kind when 'person' then v_due.member_id end) then
      update erasures e set due_at = p_now + interval '1 day' where e.erasure_id = v_due.erasure_id;
      return query select v_due.erasure_id, v_due.kind, 'held'::text;
      continue;
    end if;
    v_counts := case v_due.kind
      when 'shop' then erase_shop(v_due.shop_id)
      else erase_person(v_due.shop_id, v_due.person_id, v_due.member_id) end;
    delete from erasures e where e.shop_id = v_due.shop_id and e.done_at is null and v_due.kind = 'shop'
      and e.erasure_id <> v_due.erasure_id;
    update erasures e
    set done_at = p_now, person_id = null, member_id = null, counts = v_counts,
      proof = erasure_proof(v_due.erasure_id, v_due.kind, v_due.shop_id, v_due.asked_at, p_now, v_counts)
    where e.erasure_id = v_due.erasure_id;
    return query select v_due.erasure_id, v_due.kind, 'erased'::text;
  end loop;
  perform set_config('app.shop_id', coalesce(v_before, ''), true);
end
$$;

-- SHA-256 over what was done and the proof before it.
create function erasure_proof(
  p_id bigint, p_kind text, p_shop bigint, p_asked timestamptz, p_done timestamptz, p_counts jsonb
) returns bytea
language sql stable set search_path = pg_catalog, public, pg_temp as $$
  select sha256(convert_to(concat_ws('|', p_id, p_kind, p_shop, extract(epoch from p_asked), extract(epoch from p_done),
    p_counts, (
      select encode(e.proof, 'hex') from erasures e where e.done_at is not null and e.erasure_id <> p_id
        and (e.done_at, e.erasure_id) < (p_done, p_id)
      order by e.done_at desc, e.erasure_id desc limit 1)), 'UTF8'))
$$;

-- The record of an erasure, for whoever asked: it names nobody.
create function erasure_record(p_id bigint)
returns table (kind text, shop_id bigint, asked_at timestamptz, done_at timestamptz, counts jsonb, proof bytea)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select kind, shop_id, asked_at, done_at, counts, proof from erasures where erasure_id = p_id
$$;

-- By which names the people of this transaction's shop are known to it, for its export.
create function names_of_people() returns table (member_id bigint, channel text, alias text)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select i.member_id, i.channel, i.alias from identities i where i.shop_id = current_shop() order by 1, 2, 3
$$;

-- Who wrote a message, in this transaction's shop.
create function person_of_message(p_inbox bigint) returns table (person_id bigint, member_id bigint)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select i.person_id, i.member_id from inbox i where i.inbox_id = p_inbox and i.shop_id = current_shop()
$$;

-- A person by the phone number, in this transaction's shop.
create function person_called(p_phone text) returns table (person_id bigint, member_id bigint)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select distinct i.person_id, i.member_id from identities i
  where i.shop_id = current_shop() and i.alias = 'phone:' || p_phone
$$;

revoke all on erasures from public;
revoke execute on function
  is_held, ask_erasure, cancel_erasure, erase_messages, erase_names, erase_shop, erase_person, erase_due, erasure_proof,
  erasure_record, names_of_people, person_of_message, person_called
from public;
grant execute on function
  ask_erasure, cancel_erasure, erase_due, erasure_record, names_of_people, person_of_message, person_called
to retailmind_app;
