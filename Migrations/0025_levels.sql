-- From how little on goods run out, by what they sell; and what an owner calls a large sale.

alter table items
  -- So much is expected to be sold before more can be there; null where that is not known. What the owner set for the
  -- item (`threshold`) counts before it. Reckoned anew with each forecast.
  add column runs_low_at numeric(14, 3) check (runs_low_at >= 0);

alter table preferences
  -- A single sale of more units than this, of an item that rarely sells so, is asked about; null for the usual number.
  add column large_sale numeric(14, 3) check (large_sale > 0);
