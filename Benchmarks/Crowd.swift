import Database

/// Many small shops with many people who write to them: on few shops everybody would wait for the same few rows, as
/// nobody does in the world.
struct Crowd: Sendable {
  let channels: [String]
  /// All of them, each on one of the channels: the first on the first, the second on the second, and so on.
  let people: [String]

  func channel(of person: Int) -> String { channels[person % channels.count] }

  static func settle(shops: Int, peoplePerShop: Int, channels: [String], in database: Postgres) async throws -> Crowd {
    try await database.execute(
      "insert into channels (channel) select unnest(\(channels)) on conflict do nothing")
    try await database.transaction { transaction in
      for statement in founding(shops: shops, peoplePerShop: peoplePerShop, channels: channels) {
        try await transaction.execute(statement)
      }
    }
    // As autovacuum would have done by itself after a while.
    try await database.execute(script: "analyze")
    return Crowd(channels: channels, people: (0..<shops * peoplePerShop).map(phone))
  }

  private static func phone(_ person: Int) -> String { "93\(1_000_000_000 + person)" }

  /// Twenty items a shop, with a price, forty packs of each; person n of all is an owner of shop n % shops.
  private static func founding(shops: Int, peoplePerShop: Int, channels: [String]) -> [SQL] {
    [
      """
      create temporary table crowd_shops on commit drop as
      select n, nextval(pg_get_serial_sequence('shops', 'shop_id')) as shop_id from generate_series(0, \(shops) - 1) n
      """,
      """
      insert into shops (shop_id, name, created_at) overriding system value
      select shop_id, 'Kirana ' || n, clock_timestamp() from crowd_shops
      """,
      """
      with known as (
        insert into members (shop_id, role, name, created_at)
        select s.shop_id, 'owner', '93' || (1000000000 + p)::text, clock_timestamp()
        from generate_series(0, \(shops * peoplePerShop) - 1) p join crowd_shops s on s.n = p % \(shops)
        returning shop_id, member_id, name)
      insert into identities (channel, alias, person_id, shop_id, member_id, seen_at)
      select (\(channels)::text[])[1 + ((substr(name, 3)::bigint - 1000000000) % \(channels.count))::int],
        'phone:' || name, nextval('people'), shop_id, member_id, clock_timestamp()
      from known
      """,
      """
      with made as (
        insert into items (shop_id, name, unit, created_at)
        select s.shop_id, name, 'packet', clock_timestamp() from crowd_shops s, unnest(array[
          'sugar', 'rice', 'salt', 'tea', 'maggi', 'soap', 'oil', 'atta', 'besan', 'poha', 'rava', 'ghee', 'milk', 'bread',
          'biscuit', 'jeera', 'haldi', 'mirchi', 'dal', 'chips']) as name
        returning shop_id, item_id, name
      ), named as (
        insert into item_names (shop_id, item_id, voice, name) select shop_id, item_id, 'en', name from made
      ), grouped as (
        insert into entry_groups (shop_id, kind, day, at)
        select shop_id, 'opening', current_day, clock_timestamp()
        from crowd_shops, (select (clock_timestamp() at time zone 'Asia/Kolkata')::date as current_day) d
        returning shop_id, group_id, day
      ), priced as (
        insert into prices (shop_id, group_id, item_id, kind, amount, day, at)
        select m.shop_id, g.group_id, m.item_id, 'sale', 4500, g.day, clock_timestamp()
        from made m join grouped g on g.shop_id = m.shop_id
      ), stocked as (
        insert into stock (shop_id, item_id, on_hand) select shop_id, item_id, 100000 from made
      )
      insert into stock_entries (shop_id, group_id, item_id, kind, quantity, on_hand_after, day, at)
      select m.shop_id, g.group_id, m.item_id, 'opening', 100000, 100000, g.day, clock_timestamp()
      from made m join grouped g on g.shop_id = m.shop_id
      """,
    ]
  }
}
