-- Programs that ask and write on behalf of shops: their keys, how often they call, and what they were answered.

create table api_keys (
  key_id bigint generated always as identity primary key,
  -- The part of a key that is no secret: it finds the row.
  handle text not null unique check (handle ~ '^[0-9a-f]{16}$'),
  -- SHA-256 of the rest, which is 256 random bits: a slow hash would protect nothing more.
  digest bytea not null check (octet_length(digest) = 32),
  name text not null check (name <> ''),
  -- As whom it speaks: nobody in `identities`, so that no person is taken for it.
  person_id bigint not null default nextval('people'),
  may_write boolean not null,
  -- Null: all shops, also those to come.
  shops bigint[] check (cardinality(shops) > 0),
  created_at timestamptz not null,
  revoked_at timestamptz,
  -- No finer than a day: who uses it when is nobody's business.
  last_used_on date
);

-- When the calls of the last minute came, the oldest first; shop 0 for calls that are about no shop. To lose this in a
-- crash does no harm.
create unlogged table api_pace (
  key_id bigint not null,
  shop_id bigint not null,
  calls timestamptz[] not null,
  primary key (key_id, shop_id)
);

-- What a program was answered that named its request: asked once more, it hears the same and nothing is done twice.
create table api_answers (
  shop_id bigint not null references shops,
  key_id bigint not null,
  name text not null check (length(name) between 1 and 255),
  -- SHA-256 of what was asked.
  asked bytea not null check (octet_length(asked) = 32),
  -- Null only within the transaction that answers.
  answer text,
  created_at timestamptz not null,
  primary key (shop_id, key_id, name)
);
create index api_answers_by_age on api_answers (shop_id, created_at);
call make_tenant_table('api_answers', 'select, insert, update (answer)');

create function find_api_key(in_handle text)
returns table (key_id bigint, digest bytea, person_id bigint, may_write boolean, shops bigint[])
language sql stable security definer set search_path = pg_catalog, public, pg_temp
begin atomic
  select k.key_id, k.digest, k.person_id, k.may_write, k.shops from api_keys k
  where k.handle = in_handle and k.revoked_at is null;
end;

-- Counts a call of a key that has proved itself: whether that shop exists, and how long the call is to wait (0: not at
-- all; it is not counted otherwise). At most `in_per_minute` calls come through in any minute, whichever server they
-- come to.
create function admit_api_call(in_key bigint, in_shop bigint, in_per_minute bigint, in_today date)
returns table (is_shop boolean, wait_seconds double precision)
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  v_is_shop boolean := exists (select from shop_zones z where z.shop_id = in_shop);
  v_shop bigint := case when v_is_shop then in_shop else 0 end;
  v_calls timestamptz[];
  v_now timestamptz;
begin
  update api_keys k set last_used_on = in_today where k.key_id = in_key and k.last_used_on is distinct from in_today;

  insert into api_pace (key_id, shop_id, calls) values (in_key, v_shop, '{}') on conflict do nothing;
  select p.calls into v_calls from api_pace p where p.key_id = in_key and p.shop_id = v_shop for no key update;
  v_now := clock_timestamp();  -- after the wait for others
  v_calls := array(select c from unnest(v_calls) as c where c > v_now - interval '1 minute' order by c);
  if cardinality(v_calls) >= in_per_minute then
    return query select v_is_shop, extract(epoch from
      v_calls[cardinality(v_calls) - in_per_minute + 1] + interval '1 minute' - v_now)::double precision;
    return;
  end if;
  update api_pace p set calls = v_calls || v_now where p.key_id = in_key and p.shop_id = v_shop;
  return query select v_is_shop, 0::double precision;
end
$$;

-- The numbers of shops from one on: of those that are named, or of all.
create function shops_for_api(in_among bigint[], in_from bigint, in_max bigint) returns setof bigint
language sql stable security definer set search_path = pg_catalog, public, pg_temp
begin atomic
  select z.shop_id from shop_zones z
  where z.shop_id >= in_from and (in_among is null or z.shop_id = any (in_among))
  order by z.shop_id limit in_max;
end;

-- Answers of more than a day ago, and the paces of keys that call no more; returns how many.
create function forget_api_calls(in_now timestamptz, in_max bigint) returns bigint
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  v_before text := current_setting('app.shop_id', true);
  v_shop bigint;
  v_gone bigint;
  v_count bigint := 0;
begin
  for v_shop in select distinct p.shop_id from api_pace p where p.shop_id > 0 loop
    perform set_config('app.shop_id', v_shop::text, true);
    delete from api_answers where (shop_id, key_id, name) in (
      select a.shop_id, a.key_id, a.name from api_answers a
      where a.shop_id = v_shop and a.created_at < in_now - interval '1 day'
      order by a.created_at limit in_max);
    get diagnostics v_gone = row_count;
    v_count := v_count + v_gone;
  end loop;
  perform set_config('app.shop_id', coalesce(v_before, ''), true);
  -- Not before what they asked has been forgotten.
  delete from api_pace p where p.calls[cardinality(p.calls)] < in_now - interval '3 days';
  get diagnostics v_gone = row_count;
  return v_count + v_gone;
end
$$;

-- With a shop goes what was asked for it, and every key that opened nothing else.
create function forget_shop_calls() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  delete from api_pace where shop_id = old.shop_id;
  delete from api_keys where shops = array[old.shop_id];
  update api_keys set shops = array_remove(shops, old.shop_id) where old.shop_id = any (shops);
  return null;
end
$$;
create trigger shops_forgotten_by_programs after delete on shops for each row execute function forget_shop_calls();

revoke all on api_keys, api_pace from public;
revoke execute on function find_api_key, admit_api_call, shops_for_api, forget_api_calls, forget_shop_calls
from public;
grant execute on function find_api_key, admit_api_call, shops_for_api, forget_api_calls to retailmind_app;
