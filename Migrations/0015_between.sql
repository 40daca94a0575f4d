-- What goes between a shop and the people who buy there: reminders to pay, and their questions.

-- Where money for the shop goes (“ganesh@okaxis”), and since when we need not ask for it any more.
alter table shops
  add column upi_id text check (upi_id ~ '^[A-Za-z0-9._-]{2,255}@[A-Za-z]{2,64}$'),
  add column upi_asked_at timestamptz;
grant update (upi_id, upi_asked_at) on shops to retailmind_app;

-- ── Reminders ───────────────────────────────────────────────────────────────────────────────────────────────────────

-- Who was reminded of what, and when. Whether a message that was made for the owner to forward was forwarded, only the
-- owner knows; `sent` left from the shop's own number.
create table reminders (
  shop_id bigint not null,
  reminder_id bigint generated always as identity,
  customer_id bigint not null,
  -- Paise.
  amount bigint not null check (amount > 0),
  how text not null check (how in ('prepared', 'sent')),
  member_id bigint,
  day date not null,
  at timestamptz not null,
  primary key (shop_id, reminder_id),
  foreign key (shop_id, customer_id) references customers (shop_id, customer_id),
  foreign key (shop_id, member_id) references members (shop_id, member_id)
);
create index reminders_of_customer on reminders (shop_id, customer_id, reminder_id desc);
create index reminders_by_day on reminders (shop_id, day);
call make_tenant_table('reminders', 'select, insert');

-- Where somebody writes to the transaction's shop on its own number, by their phone; and whether they have said that
-- they want reminders there.
create function counter_of(in_phone text) returns table (channel text, person_id bigint, wants_reminders boolean)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select i.channel, i.person_id, coalesce((
    select s.is_wanted from consents s join identities n on n.channel = s.channel and n.alias = s.alias
    where s.channel = i.channel and n.person_id = i.person_id and s.category = 'reminders'
    order by s.said_at desc, s.is_wanted limit 1), false)
  from identities i join channels c on c.channel = i.channel
  where c.shop_id = current_shop() and i.alias = 'phone:' || in_phone and i.retired_at is null
  limit 1
$$;

-- What somebody said at the counter about being reminded.
create function note_reminder_wish(in_conversation bigint, in_wanted boolean, in_at timestamptz) returns void
language sql security definer set search_path = pg_catalog, public, pg_temp as $$
  select note_consent(c.channel, array_agg(i.alias), 'reminders', in_wanted, in_at)
  from conversations c join identities i on i.channel = c.channel and i.person_id = c.person_id
  where c.shop_id = current_shop() and c.conversation_id = in_conversation
  group by c.channel
$$;

-- ── Questions ───────────────────────────────────────────────────────────────────────────────────────────────────────

-- What somebody asked that only the shop can answer. The words stand in the log of the conversation, and go with it.
create table customer_questions (
  shop_id bigint not null,
  question_id bigint generated always as identity,
  conversation_id bigint not null,
  member_id bigint,
  inbox_id bigint not null,
  at timestamptz not null,
  -- When an owner was told; null while none may be written to.
  told_at timestamptz,
  primary key (shop_id, question_id),
  unique (shop_id, inbox_id),
  foreign key (shop_id, conversation_id) references conversations (shop_id, conversation_id),
  foreign key (shop_id, member_id) references members (shop_id, member_id)
);
create index customer_questions_of_conversation on customer_questions (shop_id, conversation_id, at);
create index customer_questions_untold on customer_questions (shop_id) where told_at is null;
call make_tenant_table('customer_questions', 'select, insert, update (told_at)');

create table customer_answers (
  shop_id bigint not null,
  question_id bigint not null,
  member_id bigint,
  at timestamptz not null,
  primary key (shop_id, question_id),
  foreign key (shop_id, question_id) references customer_questions (shop_id, question_id),
  foreign key (shop_id, member_id) references members (shop_id, member_id)
);
call make_tenant_table('customer_answers', 'select, insert');

-- The owners of the transaction's shop, where they write to us.
create function owners_of_shop() returns table (channel text, person_id bigint)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select distinct i.channel, i.person_id
  from members m join identities i on i.shop_id = m.shop_id and i.member_id = m.member_id
    join channels c on c.channel = i.channel and c.shop_id is null
  where m.shop_id = current_shop() and m.role = 'owner' and i.retired_at is null
$$;

-- The phone of whoever speaks in a conversation of the transaction's shop; null where they hide it.
create function phone_of(in_conversation bigint) returns text
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select substr(i.alias, 7) from conversations c
    join identities i on i.channel = c.channel and i.person_id = c.person_id
  where c.shop_id = current_shop() and c.conversation_id = in_conversation
    and i.alias like 'phone:%' and i.retired_at is null
  order by i.alias limit 1
$$;

-- The question of which a message of ours told an owner, by WhatsApp's id of that message: people answer by swiping.
create function question_told_in(in_channel text, in_message text) returns bigint
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select substring(b.id #>> '{}' from '^answer:([0-9]+)$')::bigint
  from outbox o cross join lateral jsonb_path_query(o.message, '$.**.id') b (id)
  where o.channel = in_channel and o.wamid = in_message and o.shop_id = current_shop()
    and b.id #>> '{}' ~ '^answer:[0-9]+$'
  limit 1
$$;

revoke execute on function question_told_in, counter_of, note_reminder_wish, owners_of_shop, phone_of from public;
grant execute on function question_told_in, counter_of, note_reminder_wish, owners_of_shop, phone_of to retailmind_app;
