-- What was sold day by day, what was expected, and what the owner says is coming: derived from the books and made again
-- from them at any time, but for the owner's own words.

-- Only days on which something was sold or the goods had run out; any other day is a zero, or the shop was closed.
create table daily_demand (
  shop_id bigint not null,
  item_id bigint not null,
  day date not null,
  -- Sold, less what came back; own units.
  quantity numeric(14, 3) not null,
  -- None was left in the evening: more may have been wanted.
  ran_out boolean not null,
  primary key (shop_id, item_id, day),
  foreign key (shop_id, item_id) references items (shop_id, item_id)
);
call make_tenant_table('daily_demand', 'select, insert, update, delete');

-- Up to where the books were read.
create table demand_refreshes (
  shop_id bigint primary key references shops,
  through_group bigint not null,
  -- The first day that was not over.
  through_day date not null,
  at timestamptz not null
);
call make_tenant_table('demand_refreshes', 'select, insert, update');

-- One for an item and the first day of it; own units.
create table forecasts (
  shop_id bigint not null,
  item_id bigint not null,
  made_on date not null,
  -- Day after day: the mean, and what nine of ten days exceed and do not exceed.
  expected double precision[] not null,
  low double precision[] not null,
  high double precision[] not null,
  -- For the first day, the first two days, … together: six amounts that are enough in 10, 50, 80, 90, 95 and 98 of 100
  -- times, one group after the other.
  totals double precision[] not null,
  -- The first seven days: what was expected, what was sold once they were over, and in the seven days before.
  week_expected double precision not null,
  week_sold double precision,
  week_before double precision not null,
  primary key (shop_id, item_id, made_on),
  foreign key (shop_id, item_id) references items (shop_id, item_id)
);
create index forecasts_open on forecasts (shop_id, made_on) where week_sold is null;
call make_tenant_table('forecasts', 'select, insert, update');

-- A sale or a day far above what was expected. The owner is asked once whether it will come again.
create table spikes (
  shop_id bigint not null,
  spike_id bigint generated always as identity,
  item_id bigint not null,
  day date not null,
  -- The sale; null for a whole day.
  group_id bigint,
  quantity numeric(14, 3) not null,
  -- What is rarely exceeded.
  usual numeric(14, 3) not null,
  seen_at timestamptz not null,
  asked_at timestamptz,
  answer text check (answer in ('one_off', 'new_demand')),
  answered_at timestamptz,
  primary key (shop_id, spike_id),
  unique (shop_id, item_id, day),
  foreign key (shop_id, item_id) references items (shop_id, item_id),
  foreign key (shop_id, group_id) references entry_groups (shop_id, group_id)
);
create index spikes_open on spikes (shop_id, day) where answer is null;
call make_tenant_table('spikes', 'select, insert, update');

alter table entry_groups drop constraint entry_groups_kind_check;
alter table entry_groups add constraint entry_groups_kind_check
  check (kind in (
    'sale', 'takings', 'stock_in', 'stock_set', 'stock_out', 'price', 'threshold', 'item', 'opening', 'sale_return',
    'credit_given', 'credit_received', 'expense', 'competitor_price', 'item_change', 'name', 'supplier_paid',
    'supplier_owed', 'item_detail', 'member', 'customer', 'event'));

-- A day of the place that the owner told of (“12 तारखेला जत्रा”), or the day of a festival that the moon decides.
create table local_events (
  shop_id bigint not null,
  event_id bigint generated always as identity,
  group_id bigint not null,
  day date not null,
  -- By the owner's own word; of a reckoned festival, how the calendar calls it.
  name text,
  festival text,
  at timestamptz not null,
  primary key (shop_id, event_id),
  check (num_nonnulls(name, festival) = 1),
  foreign key (shop_id, group_id) references entry_groups (shop_id, group_id)
);
create index local_events_by_day on local_events (shop_id, day);
create index local_events_of_group on local_events (shop_id, group_id);
call make_tenant_table('local_events', 'select, insert');
