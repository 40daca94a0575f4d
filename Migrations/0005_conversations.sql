-- One conversation is one person on one business number: what was said last, and what we are waiting to hear.

create table conversations (
  shop_id bigint not null references shops,
  conversation_id bigint generated always as identity,
  channel text not null,
  person_id bigint not null,
  -- How they wrote last, and so how we answer.
  voice text,
  -- The open question and the last frame, JSON of `Handlers`.
  state jsonb not null default '{}',
  -- When the person last wrote, by WhatsApp's clock: free answers are allowed for 24 hours from here.
  heard_at timestamptz,
  primary key (shop_id, conversation_id),
  unique (shop_id, channel, person_id)
);
call make_tenant_table('conversations', 'select, insert, update');

create table messages (
  shop_id bigint not null,
  message_id bigint generated always as identity,
  conversation_id bigint not null,
  direction text not null check (direction in ('in', 'out')),
  intent text,
  text text not null,
  inbox_id bigint,
  at timestamptz not null,
  primary key (shop_id, message_id),
  foreign key (shop_id, conversation_id) references conversations (shop_id, conversation_id)
);
create index messages_by_age on messages (shop_id, at);
call make_tenant_table('messages', 'select, insert, delete');
