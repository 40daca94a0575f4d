-- What is shown must equal the sum of the entries, in every shop: for `retailmind doctor`. Rows come back only where it
-- does not.
create function audit_books()
returns table (shop_id bigint, book text, of_id bigint, shown numeric, entries numeric)
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
#variable_conflict use_column
declare
  v_before text := current_setting('app.shop_id', true);
  v_shop bigint;
begin
  for v_shop in select distinct i.shop_id from identities i where i.shop_id is not null order by 1 loop
    perform set_config('app.shop_id', v_shop::text, true);
    return query
      select v_shop, 'stock'::text, coalesce(s.item_id, e.item_id), coalesce(s.on_hand, 0), coalesce(e.quantity, 0)
      from (select item_id, on_hand from stock where stock.shop_id = v_shop) s
        full join (
          select item_id, sum(quantity) as quantity from stock_entries where stock_entries.shop_id = v_shop
          group by item_id) e on e.item_id = s.item_id
      where coalesce(s.on_hand, 0) <> coalesce(e.quantity, 0);
    return query
      select v_shop, 'credit'::text, coalesce(b.customer_id, e.customer_id), coalesce(b.balance, 0)::numeric,
        coalesce(e.amount, 0)
      from (select customer_id, balance from credit_balances where credit_balances.shop_id = v_shop) b
        full join (
          select customer_id, sum(amount) as amount from credit_entries where credit_entries.shop_id = v_shop
          group by customer_id) e on e.customer_id = b.customer_id
      where coalesce(b.balance, 0) <> coalesce(e.amount, 0);
  end loop;
  perform set_config('app.shop_id', coalesce(v_before, ''), true);
end
$$;
revoke execute on function audit_books from public;
grant execute on function audit_books to retailmind_app;
