-- The shop's books. Ledgers are append-only: the application role may insert and read them, nothing else.
-- Money is paise, quantity numeric(14,3) in the item's own unit, tax in basis points.

create table suppliers (
  shop_id bigint not null references shops,
  supplier_id bigint generated always as identity,
  name text not null check (name <> ''),
  phone text,
  lead_days integer check (lead_days >= 0),
  created_at timestamptz not null,
  primary key (shop_id, supplier_id)
);
call make_tenant_table('suppliers', 'select, insert, update');

create table customers (
  shop_id bigint not null references shops,
  customer_id bigint generated always as identity,
  name text not null check (name <> ''),
  other_names text[] not null default '{}',
  phone text,
  credit_limit bigint check (credit_limit >= 0),
  created_at timestamptz not null,
  primary key (shop_id, customer_id)
);
call make_tenant_table('customers', 'select, insert, update');

-- What one message wrote: the entries that are undone together. A reversal names the group that it takes back.
create table entry_groups (
  shop_id bigint not null references shops,
  group_id bigint generated always as identity,
  kind text not null check (kind in ('sale', 'stock_in', 'stock_set', 'stock_out', 'price', 'threshold', 'item', 'opening')),
  reverses bigint,
  inbox_id bigint,
  member_id bigint,
  day date not null,
  at timestamptz not null,
  primary key (shop_id, group_id),
  unique (shop_id, reverses),  -- a group is taken back once
  foreign key (shop_id, reverses) references entry_groups (shop_id, group_id)
);
create index entry_groups_by_member on entry_groups (shop_id, member_id, group_id);
call make_tenant_table('entry_groups', 'select, insert');

create table items (
  shop_id bigint not null references shops,
  item_id bigint generated always as identity,
  -- As the shop saved it; `item_names` holds what else people call it.
  name text not null check (name <> ''),
  category text,
  unit text not null,
  threshold numeric(14, 3) check (threshold >= 0),
  tax_rate integer check (tax_rate between 0 and 10000),
  hsn text,
  supplier_id bigint,
  -- The message that made it; null for items that were imported.
  created_in bigint,
  created_at timestamptz not null,
  retired_at timestamptz,
  primary key (shop_id, item_id),
  foreign key (shop_id, created_in) references entry_groups (shop_id, group_id),
  foreign key (shop_id, supplier_id) references suppliers (shop_id, supplier_id)
);
call make_tenant_table('items', 'select, insert, update');

create table item_names (
  shop_id bigint not null,
  item_id bigint not null,
  -- The voice in which this is the name to show ('en', 'hi', 'mr', …); '' for a name that is only understood.
  voice text not null default '',
  name text not null check (name <> ''),
  primary key (shop_id, item_id, voice, name),
  foreign key (shop_id, item_id) references items (shop_id, item_id)
);
create unique index item_names_shown on item_names (shop_id, item_id, voice) where voice <> '';
call make_tenant_table('item_names', 'select, insert, delete');

-- How many of the item's own unit are in a bigger pack of it: 1 sack = 50 kg.
create table item_packs (
  shop_id bigint not null,
  item_id bigint not null,
  unit text not null,
  holds numeric(14, 3) not null check (holds > 0),
  primary key (shop_id, item_id, unit),
  foreign key (shop_id, item_id) references items (shop_id, item_id)
);
call make_tenant_table('item_packs', 'select, insert, update');

create table stock_entries (
  shop_id bigint not null,
  entry_id bigint generated always as identity,
  group_id bigint not null,
  item_id bigint not null,
  kind text not null check (kind in ('opening', 'purchase', 'sale', 'count', 'reduction', 'reversal')),
  -- Signed: what came in, minus what went out.
  quantity numeric(14, 3) not null,
  on_hand_after numeric(14, 3) not null,
  reason text,
  -- Paise per unit, for goods that came in and whose price was said.
  cost bigint check (cost >= 0),
  supplier_id bigint,
  day date not null,
  at timestamptz not null,
  primary key (shop_id, entry_id),
  foreign key (shop_id, group_id) references entry_groups (shop_id, group_id),
  foreign key (shop_id, item_id) references items (shop_id, item_id),
  foreign key (shop_id, supplier_id) references suppliers (shop_id, supplier_id)
);
create index stock_entries_of_item on stock_entries (shop_id, item_id, day);
create index stock_entries_of_group on stock_entries (shop_id, group_id);
call make_tenant_table('stock_entries', 'select, insert');

-- What is there now: always the sum of the item's entries, kept by the one writer of `stock_entries`.
create table stock (
  shop_id bigint not null,
  item_id bigint not null,
  on_hand numeric(14, 3) not null,
  primary key (shop_id, item_id),
  foreign key (shop_id, item_id) references items (shop_id, item_id)
);
call make_tenant_table('stock', 'select, insert, update');

-- The price book: the latest entry of a kind counts. Null amount: the price was taken back and is unknown.
create table prices (
  shop_id bigint not null,
  price_id bigint generated always as identity,
  group_id bigint not null,
  item_id bigint not null,
  kind text not null check (kind in ('sale', 'cost', 'mrp')),
  amount bigint check (amount >= 0),
  day date not null,
  at timestamptz not null,
  primary key (shop_id, price_id),
  foreign key (shop_id, group_id) references entry_groups (shop_id, group_id),
  foreign key (shop_id, item_id) references items (shop_id, item_id)
);
create index prices_of_item on prices (shop_id, item_id, kind, price_id desc);
create index prices_of_group on prices (shop_id, group_id);
call make_tenant_table('prices', 'select, insert');

create table thresholds (
  shop_id bigint not null,
  threshold_id bigint generated always as identity,
  group_id bigint not null,
  item_id bigint not null,
  quantity numeric(14, 3) check (quantity >= 0),
  was numeric(14, 3),
  at timestamptz not null,
  primary key (shop_id, threshold_id),
  foreign key (shop_id, group_id) references entry_groups (shop_id, group_id),
  foreign key (shop_id, item_id) references items (shop_id, item_id)
);
create index thresholds_of_group on thresholds (shop_id, group_id);
call make_tenant_table('thresholds', 'select, insert');

create table sales (
  shop_id bigint not null,
  sale_id bigint generated always as identity,
  group_id bigint not null,
  customer_id bigint,
  payment text check (payment in ('cash', 'upi', 'card', 'credit')),
  -- Paise; null when the price of a line is not known. A reversal is negative.
  total bigint,
  day date not null,
  at timestamptz not null,
  primary key (shop_id, sale_id),
  foreign key (shop_id, group_id) references entry_groups (shop_id, group_id),
  foreign key (shop_id, customer_id) references customers (shop_id, customer_id)
);
create index sales_by_day on sales (shop_id, day);
create index sales_of_group on sales (shop_id, group_id);
call make_tenant_table('sales', 'select, insert');

create table sale_lines (
  shop_id bigint not null,
  sale_id bigint not null,
  line smallint not null check (line > 0),
  item_id bigint not null,
  quantity numeric(14, 3) not null,
  -- Paise per unit and for the line; null where no price is known.
  price bigint check (price >= 0),
  amount bigint,
  -- What one unit had cost the shop, where known: profit is counted from it.
  cost bigint check (cost >= 0),
  day date not null,
  primary key (shop_id, sale_id, line),
  foreign key (shop_id, sale_id) references sales (shop_id, sale_id),
  foreign key (shop_id, item_id) references items (shop_id, item_id)
);
create index sale_lines_of_item on sale_lines (shop_id, item_id, day);
call make_tenant_table('sale_lines', 'select, insert');
