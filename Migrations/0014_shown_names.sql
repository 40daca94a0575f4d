-- What a new name replaced, so that undo can show it again.

alter table item_changes
  -- The names that were shown until then, by voice: {"hi": "मैदा"}.
  add column was_shown jsonb not null default '{}',
  -- The new name was not understood before.
  add column is_name_new boolean not null default false;
