import Database
import Foundation
import TestSupport

/// The shops that are tortured: full shelves, and owners who all sell.
struct Shops {
  /// More than all of a trial's sales together.
  private static let shelf = 10_000_000

  static func open(for script: Script, in database: Postgres, home: URL) async throws {
    try await Migrator(directory: home.appending(path: "Migrations")).migrate(on: database)
    try await database.execute("alter role retailmind_app login")
    let now = Date()
    for number in 1...Script.shops {
      let shop = try await LittleShop.open("Kirana \(number)", number: number, in: database, at: now)
      try await fill(shop.id, in: database, at: now)
      let phones = script.everybody.filter { $0.shop == number }.map(\.phone)
      try await enroll(phones, in: shop.id, database, at: now)
    }
    try await remember(database)
  }

  private static func fill(_ shop: ShopID, in database: Postgres, at now: Date) async throws {
    try await database.execute(
      """
      with bought as (
        insert into entry_groups (shop_id, kind, day, at) values (\(shop), 'stock_in', \(now)::date, \(now))
        returning group_id
      ), filled as (
        update stock set on_hand = on_hand + \(shelf) where shop_id = \(shop) returning item_id, on_hand
      )
      insert into stock_entries (shop_id, group_id, item_id, kind, quantity, on_hand_after, day, at)
      select \(shop), group_id, item_id, 'purchase', \(shelf), on_hand, \(now)::date, \(now) from bought, filled
      """)
  }

  private static func enroll(_ phones: [String], in shop: ShopID, _ database: Postgres, at now: Date) async throws {
    try await database.execute(
      """
      with m as (
        insert into members (shop_id, role, name, created_at)
        select \(shop), 'owner', phone, \(now) from unnest(\(phones)) as phone
        returning member_id, name)
      insert into identities (channel, alias, person_id, shop_id, member_id, seen_at)
      select \(LittleShop.ownersChannel), 'phone:' || name, nextval('people'), \(shop), member_id, \(now) from m
      """)
  }

  /// Writes down what the tables forget when they learn better: when the fate of a reply became unknown, and when an
  /// attempt at a message was counted.
  private static func remember(_ database: Postgres) async throws {
    try await database.execute(
      script: """
        create table once_unknown (id bigint not null, at timestamptz not null default clock_timestamp());
        create index on once_unknown (id);
        create function remember_unknown() returns trigger
        language plpgsql security definer set search_path = pg_catalog, public, pg_temp as
        $$ begin insert into once_unknown values (new.id); return null; end $$;
        create trigger remember_unknown after update on outbox
        for each row when (new.state = 'unknown' and old.state <> 'unknown') execute function remember_unknown();

        create table attempts (
          inbox_id bigint not null, attempts integer not null, failure text,
          at timestamptz not null default clock_timestamp());
        create function remember_attempt() returns trigger
        language plpgsql security definer set search_path = pg_catalog, public, pg_temp as
        $$ begin insert into attempts values (new.inbox_id, new.attempts, new.failure); return null; end $$;
        create trigger remember_attempt after update on inbox
        for each row when (new.attempts <> old.attempts) execute function remember_attempt();
        """)
  }
}
