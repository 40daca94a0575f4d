-- What WhatsApp tells besides messages and their ticks: accounts and templates, people who want no offers, people who
-- are called differently from now on, payments, messages that were taken back.

-- ── Accounts ────────────────────────────────────────────────────────────────────────────────────────────────────────

-- Which business account a number belongs to, learnt from what arrives: a ban names the account, not its numbers.
create table channel_accounts (
  channel text primary key references channels,
  account text not null,
  learnt_at timestamptz not null
);
create index channel_accounts_by_account on channel_accounts (account);

-- How things stand with an account ('' as subject) or a number of it: the latest news by WhatsApp's clock.
create table account_facts (
  account text not null,
  subject text not null,
  fact text not null,
  value jsonb not null,
  said_at timestamptz not null,
  primary key (account, subject, fact)
);

-- A template in one language, as WhatsApp last spoke of it. Each side of it has a clock of its own.
create table templates (
  account text not null,
  name text not null,
  language text not null,
  status text,
  reason text,
  status_at timestamptz,
  quality text,
  quality_at timestamptz,
  category text,
  -- What WhatsApp will make of it, and when.
  category_next text,
  category_next_at timestamptz,
  category_at timestamptz,
  changed_at timestamptz,
  primary key (account, name, language)
);

-- News is written by one transaction at a time: it is rare, and comes in any order.
create function begin_news() returns void
language sql security definer set search_path = pg_catalog, public, pg_temp as $$
  select pg_advisory_xact_lock(hashtextextended('news', 0))
$$;

-- Learns which numbers belong to which accounts. Said with every message, it is nearly always known.
create function learn_accounts(in_channels text[], in_accounts text[], in_now timestamptz) returns void
language sql security definer set search_path = pg_catalog, public, pg_temp as $$
  insert into channel_accounts (channel, account, learnt_at)
  select c.channel, t.account, in_now
  from unnest(in_channels, in_accounts) as t (channel, account) join channels c on c.channel = t.channel
  where not exists (select from channel_accounts a where a.channel = t.channel and a.account = t.account)
  order by c.channel
  on conflict (channel) do update set account = excluded.account, learnt_at = excluded.learnt_at
$$;

-- True when this is news: later than what we know, or something else at the same time.
create function note_fact(in_account text, in_subject text, in_fact text, in_value jsonb, in_at timestamptz)
returns boolean
language sql security definer set search_path = pg_catalog, public, pg_temp as $$
  with noted as (
    insert into account_facts (account, subject, fact, value, said_at)
    values (in_account, in_subject, in_fact, in_value, in_at)
    on conflict (account, subject, fact) do update set value = excluded.value, said_at = excluded.said_at
    where excluded.said_at > account_facts.said_at
      or (excluded.said_at = account_facts.said_at and excluded.value <> account_facts.value)
    returning 1
  )
  select exists (select from noted)
$$;

-- Stops the numbers of an account, all where we do not know them, for in_seconds or until it is lifted. A stop that is
-- there already for good stays as it is, and so does its cause.
create function stop_account(in_account text, in_cause text, in_failure jsonb, in_seconds double precision)
returns integer
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  stopped text[];
begin
  select coalesce(nullif(array_agg(a.channel order by a.channel), '{}'), array['*']) into stopped
  from channel_accounts a where a.account = in_account;
  perform stop_channel(
    s, in_seconds, in_failure || jsonb_build_object('account', in_account, 'cause', in_cause)) from unnest(stopped) s;
  return cardinality(stopped);
end
$$;

-- Lifts what `stop_account` did for the same cause, and no other stop.
create function lift_account_stop(in_account text, in_cause text) returns integer
language sql security definer set search_path = pg_catalog, public, pg_temp as $$
  with gone as (
    delete from channel_stops where failure ->> 'account' = in_account and failure ->> 'cause' = in_cause returning 1
  )
  select count(*)::integer from gone
$$;

create function note_template_status(
  in_account text, in_name text, in_language text, in_status text, in_reason text, in_at timestamptz
) returns void
language sql security definer set search_path = pg_catalog, public, pg_temp as $$
  insert into templates (account, name, language, status, reason, status_at)
  values (in_account, in_name, in_language, in_status, in_reason, in_at)
  on conflict (account, name, language) do update
  set status = excluded.status, reason = excluded.reason, status_at = excluded.status_at
  where templates.status_at is null or excluded.status_at >= templates.status_at
$$;

create function note_template_quality(
  in_account text, in_name text, in_language text, in_quality text, in_at timestamptz
) returns void
language sql security definer set search_path = pg_catalog, public, pg_temp as $$
  insert into templates (account, name, language, quality, quality_at)
  values (in_account, in_name, in_language, in_quality, in_at)
  on conflict (account, name, language) do update set quality = excluded.quality, quality_at = excluded.quality_at
  where templates.quality_at is null or excluded.quality_at >= templates.quality_at
$$;

create function note_template_category(
  in_account text, in_name text, in_language text, in_category text, in_next text, in_next_at timestamptz,
  in_at timestamptz
) returns void
language sql security definer set search_path = pg_catalog, public, pg_temp as $$
  insert into templates (account, name, language, category, category_next, category_next_at, category_at)
  values (in_account, in_name, in_language, in_category, in_next, in_next_at, in_at)
  on conflict (account, name, language) do update
  set category = excluded.category, category_next = excluded.category_next,
    category_next_at = excluded.category_next_at, category_at = excluded.category_at
  where templates.category_at is null or excluded.category_at >= templates.category_at
$$;

create function note_template_change(in_account text, in_name text, in_language text, in_at timestamptz) returns void
language sql security definer set search_path = pg_catalog, public, pg_temp as $$
  insert into templates (account, name, language, changed_at) values (in_account, in_name, in_language, in_at)
  on conflict (account, name, language) do update set changed_at = excluded.changed_at
  where templates.changed_at is null or excluded.changed_at >= templates.changed_at
$$;

-- How a template stands on a business number: for whoever wants to send it.
create function template_state(in_channel text, in_name text, in_language text)
returns table (status text, quality text, category text)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select t.status, t.quality, t.category from templates t join channel_accounts a on a.account = t.account
  where a.channel = in_channel and t.name = in_name and t.language = in_language
$$;

-- ── Consents ────────────────────────────────────────────────────────────────────────────────────────────────────────

-- What a person wants from a business number; the latest word counts. Written down for each name that came with it.
create table consents (
  channel text not null,
  alias text not null check (alias ~ '^(user|phone):.'),
  category text not null,
  is_wanted boolean not null,
  said_at timestamptz not null,
  primary key (channel, alias, category)
);

create function note_consent(
  in_channel text, in_aliases text[], in_category text, in_wanted boolean, in_at timestamptz
) returns void
language sql security definer set search_path = pg_catalog, public, pg_temp as $$
  insert into consents (channel, alias, category, is_wanted, said_at)
  select in_channel, alias, in_category, in_wanted, in_at from unnest(in_aliases) as t (alias) order by alias
  on conflict (channel, alias, category) do update set is_wanted = excluded.is_wanted, said_at = excluded.said_at
  where excluded.said_at > consents.said_at
    -- At the same second the no counts.
    or (excluded.said_at = consents.said_at and not excluded.is_wanted)
$$;

-- Whether somebody may be sent this category (marketing_messages): true until they, under any of their names, say no.
create function wants(in_channel text, in_alias text, in_category text) returns boolean
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select coalesce((
    select c.is_wanted from consents c
    where c.channel = in_channel and c.category = in_category and (c.alias = in_alias or c.alias in (
      select other.alias from identities i join identities other
        on other.channel = i.channel and other.person_id = i.person_id
      where i.channel = in_channel and i.alias = in_alias))
    order by c.said_at desc, c.is_wanted limit 1), true)
$$;

-- ── Payments ────────────────────────────────────────────────────────────────────────────────────────────────────────

-- What WhatsApp said about payments, each word once: hints, to be confirmed at the gateway before anything is booked.
create table payment_hints (
  channel text not null,
  reference_id text not null,
  transaction_id text not null,
  status text not null,
  transaction_status text,
  -- Paise.
  amount bigint,
  refunded bigint not null default 0,
  currency text,
  said_at timestamptz not null,
  primary key (channel, reference_id, transaction_id, status)
);

create function note_payment(
  in_channel text, in_reference text, in_transaction text, in_status text, in_transaction_status text,
  in_amount bigint, in_refunded bigint, in_currency text, in_at timestamptz
) returns void
language sql security definer set search_path = pg_catalog, public, pg_temp as $$
  insert into payment_hints (
    channel, reference_id, transaction_id, status, transaction_status, amount, refunded, currency, said_at)
  values (
    in_channel, in_reference, in_transaction, in_status, in_transaction_status, in_amount, in_refunded, in_currency,
    in_at)
  -- A refund comes as the capture once more, with the refunds added.
  on conflict (channel, reference_id, transaction_id, status) do update
  set refunded = greatest(payment_hints.refunded, excluded.refunded),
    transaction_status = case when excluded.said_at > payment_hints.said_at then excluded.transaction_status
      else payment_hints.transaction_status end,
    said_at = greatest(payment_hints.said_at, excluded.said_at)
$$;

-- ── People ──────────────────────────────────────────────────────────────────────────────────────────────────────────

-- A name that its person gave up: messages that are still under way may bear it for eight days, then it is nobody's.
alter table identities add retired_at timestamptz;

-- Two people who turned out to be one become one when the lane of the one who goes is drained, so that no message
-- overtakes another: with the end of the last message in it, or at once.
alter table lanes
  -- The person that this lane's person turned out to be.
  add column merges_into bigint,
  -- Nothing comes here any more.
  add column is_closed boolean not null default false;

-- Who of two stays: one whom a shop knows, else the older. Null where both would have to give up a membership.
create function who_stays(in_one identities, in_other identities) returns bigint
language plpgsql set search_path = pg_catalog, public, pg_temp as $$
declare
  shop text := current_setting('app.shop_id', true);
  customers integer;
begin
  if in_one.member_id is null and in_other.member_id is null or in_one.member_id = in_other.member_id then
    return least(in_one.person_id, in_other.person_id);
  elsif in_one.member_id is null then
    return in_other.person_id;
  elsif in_other.member_id is null then
    return in_one.person_id;
  elsif in_one.shop_id <> in_other.shop_id then
    return null;
  end if;
  -- The owner of the tables, as whom this runs, is held to the policies too.
  perform set_config('app.shop_id', in_one.shop_id::text, true);
  select count(*) into customers from members m
  where m.shop_id = in_one.shop_id and m.member_id in (in_one.member_id, in_other.member_id) and m.role = 'customer';
  perform set_config('app.shop_id', coalesce(shop, ''), true);
  return case when customers = 2 then least(in_one.person_id, in_other.person_id) end;
end
$$;

-- Notes that the people behind these names of a number are one.
create function note_same_person(in_channel text, in_aliases text[]) returns void
language plpgsql set search_path = pg_catalog, public, pg_temp as $$
declare
  one identities;
  other identities;
  stays bigint;
  goes text;
begin
  select i.* into one from identities i where i.channel = in_channel and i.alias = any (in_aliases)
  order by i.person_id limit 1;
  select i.* into other from identities i where i.channel = in_channel and i.alias = any (in_aliases)
  order by i.person_id desc limit 1;
  stays := case when one.person_id <> other.person_id then who_stays(one, other) end;
  if stays is null then
    return;
  end if;
  goes := 'talk:' || in_channel || ':' || (one.person_id + other.person_id - stays);
  -- Somebody who never wrote has no lane yet, and from here on cannot begin one.
  insert into lanes (key) values (goes) on conflict (key) do nothing;
  update lanes l set merges_into = stays
  where l.key = goes and not l.is_closed and l.merges_into is distinct from stays;
end
$$;

-- Makes the person of a drained lane one with the other.
create function merge_drained() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  goes identities;
  stays identities;
begin
  select i.* into goes from identities i where i.person_id = substring(new.key from '[0-9]+$')::bigint limit 1;
  select i.* into stays from identities i where i.person_id = new.merges_into limit 1;
  if goes.person_id is null or stays.person_id is null or who_stays(goes, stays) is distinct from stays.person_id then
    -- A shop has come to know the one who was to go.
    new.merges_into := null;
    return new;
  end if;
  update identities i set person_id = stays.person_id, shop_id = stays.shop_id, member_id = stays.member_id
  where i.person_id = goes.person_id;
  -- Whoever was to become the one who went.
  update lanes l set merges_into = stays.person_id
  where l.merges_into = goes.person_id and l.key like 'talk:' || goes.channel || ':%' and not l.is_closed
    and l.key <> 'talk:' || goes.channel || ':' || stays.person_id;
  new.is_closed := true;
  return new;
end
$$;
create trigger lanes_drained before update on lanes for each row
when (new.merges_into is not null and new.pending = 0 and not new.is_closed) execute function merge_drained();
create index lanes_merging on lanes (merges_into) where merges_into is not null and not is_closed;

-- Whoever looked the person up before they became somebody else, and now comes with the message, has to look again.
create function refuse_closed_lane() returns trigger
language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  raise exception 'this person has become another' using errcode = 'serialization_failure';
end
$$;
create trigger lanes_closed before update on lanes for each row
when (old.is_closed and new.pending > old.pending) execute function refuse_closed_lane();

-- Writes names down: of somebody new, who on a shop's own number becomes its customer, or more names of somebody known.
create function introduce(in_channel text, in_aliases text[], in_name text, in_now timestamptz) returns void
language plpgsql set search_path = pg_catalog, public, pg_temp as $$
declare
  shop text := current_setting('app.shop_id', true);
  known identities;
  newcomer bigint;
begin
  select i.* into known from identities i where i.channel = in_channel and i.alias = any (in_aliases)
  order by i.alias desc limit 1;
  if not found then
    newcomer := nextval('people');
    known.person_id := newcomer;
  end if;
  -- Another server with the same newcomer waits here until we have committed, and then takes what we wrote.
  insert into identities (channel, alias, person_id, shop_id, member_id, seen_at)
  select in_channel, alias, known.person_id, known.shop_id, known.member_id, in_now from unnest(in_aliases) as t (alias)
  on conflict do nothing;
  if newcomer is null then
    return;
  end if;

  select i.* into known from identities i
  where i.channel = in_channel and i.alias = any (in_aliases) and i.person_id <> newcomer order by i.alias desc limit 1;
  if not found then
    select c.channel, c.shop_id into known.channel, known.shop_id from channels c where c.channel = in_channel;
    known.person_id := newcomer;
    if known.shop_id is not null then
      perform set_config('app.shop_id', known.shop_id::text, true);
      insert into members (shop_id, role, name, created_at)
      values (known.shop_id, 'customer', coalesce(in_name, ''), in_now)
      returning members.member_id into known.member_id;
      perform set_config('app.shop_id', coalesce(shop, ''), true);
    end if;
  end if;
  -- Whoever was faster under another of the names is the same person; nobody has seen ours yet.
  update identities i set person_id = known.person_id, shop_id = known.shop_id, member_id = known.member_id
  where i.channel = in_channel and i.person_id = newcomer
    and (i.person_id, i.shop_id, i.member_id) is distinct from (known.person_id, known.shop_id, known.member_id);
end
$$;

-- The person behind a sender; made when never seen before. Whoever writes to a shop's own number is its customer.
create or replace function resolve_sender(
  in_channel text, in_phone text, in_user text, in_name text, in_now timestamptz
) returns table (person_id bigint, shop_id bigint, member_id bigint)
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
#variable_conflict use_column
declare
  -- The business-scoped user id before the phone.
  aliases text[] := array_remove(array['user:' || in_user, 'phone:' || in_phone], null);
begin
  -- A phone number that was given up and comes with an id that is new has somebody else now.
  delete from identities i where i.channel = in_channel and i.alias = any (aliases) and i.retired_at is not null
    and (i.retired_at < in_now - interval '8 days'
      or in_user is not null and not exists (
        select from identities u where u.channel = in_channel and u.alias = 'user:' || in_user));
  if (select count(*) from identities i where i.channel = in_channel and i.alias = any (aliases)) < cardinality(aliases)
  then
    perform introduce(in_channel, aliases, in_name, in_now);
  end if;
  perform note_same_person(in_channel, aliases);
  return query select i.person_id, i.shop_id, i.member_id from identities i
  where i.channel = in_channel and i.alias = any (aliases) order by i.alias desc limit 1;
end
$$;

-- Where a person can be reached on a business number, when a message of theirs cannot be read: 'user' or 'phone', and
-- the address. A name that was given up is the last resort.
create or replace function address_of(in_channel text, in_person bigint) returns table (kind text, address text)
language sql stable security definer set search_path = pg_catalog, public, pg_temp
begin atomic
  select split_part(i.alias, ':', 1), substr(i.alias, strpos(i.alias, ':') + 1) from identities i
  where i.channel = in_channel and i.person_id = in_person order by i.retired_at is not null, i.alias desc limit 1;
end;

-- Somebody known by one of in_known is called in_now_called from now on; their other names of the same kinds are given
-- up. A message that told of it before (in_message, to in_channel) tells nothing new.
create function rename_person(
  in_known text[], in_now_called text[], in_channel text, in_message text, in_at timestamptz
) returns integer
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
#variable_conflict use_column
declare
  person identities;
  renamed integer := 0;
begin
  for person in
    select distinct on (i.channel) i.* from identities i
    where i.alias = any (in_known)
      and not exists (select from inbox_seen s where s.channel = in_channel and s.message_id = in_message)
    order by i.channel, i.alias desc
  loop
    -- What somebody else gave up is free.
    insert into identities (channel, alias, person_id, shop_id, member_id, seen_at)
    select person.channel, alias, person.person_id, person.shop_id, person.member_id, in_at
    from unnest(in_now_called) as t (alias)
    on conflict (channel, alias) do update
    set person_id = excluded.person_id, shop_id = excluded.shop_id, member_id = excluded.member_id, retired_at = null
    where identities.retired_at is not null;
    perform note_same_person(person.channel, in_now_called || person.alias);
    update identities i set retired_at = in_at
    where i.channel = person.channel and i.person_id = person.person_id and i.retired_at is null
      and i.alias <> all (in_now_called)
      and split_part(i.alias, ':', 1) in (select split_part(n, ':', 1) from unnest(in_now_called) as t (n));
    renamed := renamed + 1;
  end loop;
  return renamed;
end
$$;

-- Somebody rang: we may write freely for a day, as after a message.
create function note_call(in_channel text, in_phone text, in_user text, in_at timestamptz, in_now timestamptz)
returns void
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  caller record;
begin
  if not exists (select from channels c where c.channel = in_channel) then
    return;
  end if;
  select p.* into caller from resolve_sender(in_channel, in_phone, in_user, null, in_now) p;
  if caller.shop_id is not null then
    perform set_config('app.shop_id', caller.shop_id::text, true);
    insert into conversations (shop_id, channel, person_id, heard_at)
    values (caller.shop_id, in_channel, caller.person_id, in_at)
    on conflict (shop_id, channel, person_id) do update
    set heard_at = greatest(conversations.heard_at, excluded.heard_at);
    perform set_config('app.shop_id', '', true);
  end if;
end
$$;

-- ── Messages that were taken back ───────────────────────────────────────────────────────────────────────────────────

create table taken_back (
  channel text not null,
  message_id text not null,
  person_id bigint not null,
  taken_back_at timestamptz not null,
  primary key (channel, message_id)
);

-- Deletes what is stored of a message that its sender took back, and remembers it, should it come only later.
-- in_inbox is the message itself when it has come, and is handled in this transaction.
create function take_back(in_channel text, in_person bigint, in_message text, in_inbox bigint, in_now timestamptz)
returns void
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  erased bigint[];
begin
  insert into taken_back (channel, message_id, person_id, taken_back_at)
  values (in_channel, in_message, in_person, in_now) on conflict do nothing;
  with emptied as (
    update inbox i set body = '', raw = ''
    where i.lane_id = (select l.lane_id from lanes l where l.key = 'talk:' || in_channel || ':' || in_person)
      and i.person_id = in_person and i.message_id = in_message and (i.state <> 'waiting' or i.inbox_id = in_inbox)
    returning i.inbox_id
  )
  select array_agg(emptied.inbox_id) into erased from emptied;
  delete from messages m where m.shop_id = current_shop() and m.direction = 'in' and m.inbox_id = any (erased);
end
$$;

create function was_taken_back(in_channel text, in_person bigint, in_message text) returns boolean
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$  -- which keeps its plan
begin
  return exists (
    select from taken_back t
    where t.channel = in_channel and t.message_id = in_message and t.person_id = in_person);
end
$$;

-- As forget_old, for what is no message: it holds people's words too (what an owner wrote on the phone, histories).
-- Payments stay.
create function forget_news(in_now timestamptz, in_max bigint) returns bigint
language sql security definer set search_path = pg_catalog, public, pg_temp
begin atomic
  with events as (
    delete from kept_events where event_id in (
      select o.event_id from (select * from kept_events order by event_id limit in_max) o
      where o.received_at < in_now - interval '30 days')
    returning 1
  ), revokes as (
    delete from taken_back where ctid = any (array(
      select ctid from taken_back where taken_back_at < in_now - interval '30 days' limit in_max))
    returning 1
  )
  select (select count(*) from events) + (select count(*) from revokes);
end;

revoke execute on function
  begin_news, learn_accounts, note_fact, stop_account, lift_account_stop, note_template_status, note_template_quality,
  note_template_category, note_template_change, template_state, note_consent, wants, note_payment, who_stays,
  note_same_person, merge_drained, refuse_closed_lane, introduce, rename_person, note_call, take_back, was_taken_back, forget_news
from public;
grant execute on function
  begin_news, learn_accounts, note_fact, stop_account, lift_account_stop, note_template_status, note_template_quality,
  note_template_category, note_template_change, template_state, note_consent, wants, note_payment, rename_person,
  note_call, take_back, was_taken_back, forget_news
to retailmind_app;
