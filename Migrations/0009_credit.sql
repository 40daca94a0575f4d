-- What people owe and are owed: the credit book (khata), purchases, expenses, other shops' prices, goods that expire.
-- Ledgers as before: append-only, paise, quantity in the item's own unit, each entry in the group of its message.

alter table entry_groups drop constraint entry_groups_kind_check;
alter table entry_groups add constraint entry_groups_kind_check check (
  kind in (
    'sale', 'stock_in', 'stock_set', 'stock_out', 'price', 'threshold', 'item', 'opening', 'sale_return', 'credit_given',
    'credit_received', 'expense', 'competitor_price', 'item_change'));

-- Goods that a customer brought back.
alter table stock_entries drop constraint stock_entries_kind_check;
alter table stock_entries add constraint stock_entries_kind_check check (
  kind in ('opening', 'purchase', 'sale', 'return', 'count', 'reduction', 'reversal'));

-- What was done to an item of the list: renamed, or taken off. A reversal is an entry of its own.
create table item_changes (
  shop_id bigint not null,
  change_id bigint generated always as identity,
  group_id bigint not null,
  item_id bigint not null,
  was_name text not null,
  name text not null,
  is_retired boolean not null,
  at timestamptz not null,
  primary key (shop_id, change_id),
  foreign key (shop_id, group_id) references entry_groups (shop_id, group_id),
  foreign key (shop_id, item_id) references items (shop_id, item_id)
);
create index item_changes_of_group on item_changes (shop_id, group_id);
call make_tenant_table('item_changes', 'select, insert');

create table credit_entries (
  shop_id bigint not null,
  entry_id bigint generated always as identity,
  group_id bigint not null,
  customer_id bigint not null,
  kind text not null check (kind in ('opening', 'sale', 'given', 'received', 'returned', 'reversal')),
  -- Paise, signed: plus is owed to the shop.
  amount bigint not null check (amount <> 0),
  balance_after bigint not null,
  -- How money that came in was paid.
  payment text check (payment in ('cash', 'upi', 'card')),
  day date not null,
  at timestamptz not null,
  primary key (shop_id, entry_id),
  foreign key (shop_id, group_id) references entry_groups (shop_id, group_id),
  foreign key (shop_id, customer_id) references customers (shop_id, customer_id)
);
create index credit_entries_of_customer on credit_entries (shop_id, customer_id, entry_id);
create index credit_entries_of_group on credit_entries (shop_id, group_id);
create index credit_entries_by_day on credit_entries (shop_id, day);
call make_tenant_table('credit_entries', 'select, insert');

-- What a customer owes now: always the sum of the entries, kept by the one writer of `credit_entries`. Below zero the
-- shop owes: money was paid ahead.
create table credit_balances (
  shop_id bigint not null,
  customer_id bigint not null,
  balance bigint not null,
  primary key (shop_id, customer_id),
  foreign key (shop_id, customer_id) references customers (shop_id, customer_id)
);
create index credit_balances_owed on credit_balances (shop_id, balance desc) where balance > 0;
call make_tenant_table('credit_balances', 'select, insert, update');

-- A bill that was typed as one figure has no lines; what was let off is part of no line.
alter table sales add column discount bigint not null default 0;

create table purchases (
  shop_id bigint not null,
  purchase_id bigint generated always as identity,
  group_id bigint not null,
  supplier_id bigint,
  -- Paise; null when it was not said. A reversal is negative.
  total bigint,
  day date not null,
  at timestamptz not null,
  primary key (shop_id, purchase_id),
  foreign key (shop_id, group_id) references entry_groups (shop_id, group_id),
  foreign key (shop_id, supplier_id) references suppliers (shop_id, supplier_id)
);
create index purchases_by_day on purchases (shop_id, day);
create index purchases_of_group on purchases (shop_id, group_id);
call make_tenant_table('purchases', 'select, insert');

create table expenses (
  shop_id bigint not null,
  expense_id bigint generated always as identity,
  group_id bigint not null,
  -- What it was for: one of ours ('rent'), or 'other' with the words in `note`.
  kind text not null check (kind in ('rent', 'electricity', 'salary', 'transport', 'phone', 'repair', 'tea', 'other')),
  note text,
  -- Paise; a reversal is negative.
  amount bigint not null check (amount <> 0),
  day date not null,
  at timestamptz not null,
  primary key (shop_id, expense_id),
  foreign key (shop_id, group_id) references entry_groups (shop_id, group_id)
);
create index expenses_by_day on expenses (shop_id, day);
create index expenses_of_group on expenses (shop_id, group_id);
call make_tenant_table('expenses', 'select, insert');

create table competitor_prices (
  shop_id bigint not null,
  price_id bigint generated always as identity,
  group_id bigint not null,
  item_id bigint not null,
  -- Paise per own unit; null takes the price of that group back.
  amount bigint check (amount >= 0),
  -- Which shop, as it was called; null when nobody said.
  source text,
  day date not null,
  at timestamptz not null,
  primary key (shop_id, price_id),
  foreign key (shop_id, group_id) references entry_groups (shop_id, group_id),
  foreign key (shop_id, item_id) references items (shop_id, item_id)
);
create index competitor_prices_of_item on competitor_prices (shop_id, item_id, price_id desc);
create index competitor_prices_of_group on competitor_prices (shop_id, group_id);
call make_tenant_table('competitor_prices', 'select, insert');

-- Goods that came in with a date: how much of it is still there is not known, only how much came.
create table lots (
  shop_id bigint not null,
  lot_id bigint generated always as identity,
  group_id bigint not null,
  item_id bigint not null,
  quantity numeric(14, 3) not null,
  expires_on date not null,
  batch text,
  at timestamptz not null,
  primary key (shop_id, lot_id),
  foreign key (shop_id, group_id) references entry_groups (shop_id, group_id),
  foreign key (shop_id, item_id) references items (shop_id, item_id)
);
create index lots_by_expiry on lots (shop_id, expires_on);
create index lots_of_group on lots (shop_id, group_id);
call make_tenant_table('lots', 'select, insert');
