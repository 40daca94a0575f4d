package import Database
package import Foundation

/// A shop with two things on its shelf: 40 kg of sugar at ₹45 and 12 packets of Maggi at ₹14.
///
/// Written by the owner of the tables, who is held to their policies unless a superuser.
package struct LittleShop: Sendable {
  package let id: ShopID
  /// The owner's and the helper's phone, both known on the owners' number.
  package let owner: String
  package let helper: String
  /// The shop's own number: whoever writes there is its customer.
  package let counter: String

  /// The number on which the owners of all shops write.
  package static let ownersChannel = "100000000000001"

  /// - Parameter number: tells several shops apart.
  package static func open(_ name: String, number: Int = 1, in database: Postgres, at now: Date) async throws
    -> LittleShop
  {
    try await database.transaction { transaction in
      let id = try await transaction.query("select nextval(pg_get_serial_sequence('shops', 'shop_id'))").only()
        .decode(ShopID.self)
      try await transaction.execute("select set_config('app.shop_id', \(String(id.rawValue)), true)")
      try await transaction.execute(
        "insert into shops (shop_id, name, created_at) overriding system value values (\(id), \(name), \(now))")
      let shop = LittleShop(
        id: id, owner: "91000000\(number)001", helper: "91000000\(number)002", counter: "10000000000010\(number)")
      try await shop.enroll(transaction, now)
      try await shop.stockUp(transaction, now)
      return shop
    }
  }

  private func enroll(_ transaction: Transaction, _ now: Date) async throws {
    try await transaction.execute(
      """
      insert into channels (channel, shop_id) values (\(Self.ownersChannel), null), (\(counter), \(id))
      on conflict do nothing
      """)
    for (role, phone) in [("owner", owner), ("staff", helper)] {
      try await transaction.execute(
        """
        with member as (
          insert into members (shop_id, role, created_at) values (\(id), \(role), \(now)) returning member_id
        )
        insert into identities (channel, alias, person_id, shop_id, member_id, seen_at)
        select \(Self.ownersChannel), 'phone:' || \(phone), nextval('people'), \(id), member_id, \(now) from member
        """)
    }
  }

  private func stockUp(_ transaction: Transaction, _ now: Date) async throws {
    let group = try await transaction.query(
      """
      insert into entry_groups (shop_id, kind, day, at) values (\(id), 'opening', \(now)::date, \(now))
      returning group_id
      """
    ).only().decode(Int64.self)
    let sugar = ["sugar", "chini", "चीनी", "साखर", "sakhar"]
    try await put(transaction, group, "Sugar", ["चीनी", "साखर"], sugar, unit: "kg", quantity: 40, paise: 4_500, now)
    try await put(
      transaction, group, "Maggi", ["मैगी", "मॅगी"], ["maggi"], unit: "packet", quantity: 12, paise: 1_400, now)
  }

  private func put(
    _ transaction: Transaction, _ group: Int64, _ name: String, _ indian: [String], _ others: [String], unit: String,
    quantity: Int, paise: Int, _ now: Date
  ) async throws {
    let item = try await transaction.query(
      """
      insert into items (shop_id, name, unit, created_at) values (\(id), \(name), \(unit), \(now)) returning item_id
      """
    ).only().decode(Int64.self)
    for (voice, name) in zip(["en", "hi", "mr"], [name] + indian) {
      try await transaction.execute(
        "insert into item_names (shop_id, item_id, voice, name) values (\(id), \(item), \(voice), \(name))")
    }
    try await transaction.execute(
      "insert into item_names (shop_id, item_id, name) select \(id), \(item), unnest(\(others))")
    try await transaction.execute(
      """
      insert into prices (shop_id, group_id, item_id, kind, amount, day, at)
      values (\(id), \(group), \(item), 'sale', \(paise), \(now)::date, \(now))
      """)
    try await transaction.execute(
      "insert into stock (shop_id, item_id, on_hand) values (\(id), \(item), \(quantity))")
    try await transaction.execute(
      """
      insert into stock_entries (shop_id, group_id, item_id, kind, quantity, on_hand_after, day, at)
      values (\(id), \(group), \(item), 'opening', \(quantity), \(quantity), \(now)::date, \(now))
      """)
  }
}
