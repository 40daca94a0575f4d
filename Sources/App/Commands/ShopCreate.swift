import Database
import Foundation

extension Retailmind {
  /// Until a shop can begin on WhatsApp itself, the administrator writes it down here.
  static func createShop(_ name: String, ownerPhone: String, _ variables: [String: String]) async throws {
    guard let channel = variables["WHATSAPP_PHONE_NUMBER_ID"], !channel.isEmpty else {
      throw Plainly("WHATSAPP_PHONE_NUMBER_ID is not set: the number on which the owner will write")
    }
    let (postgres, _) = try ownerDatabase(variables)
    let shop = try await postgres.transaction { transaction in
      try await transaction.createShop(name, ownerName: "", ownerPhone: ownerPhone, channel: channel, at: Date())
    }
    await postgres.close()
    print("Shop \(shop.rawValue) is there. Its owner can write now.")
  }
}

extension Transaction {
  /// A shop with its owner, known on a business number. As the role that owns the tables.
  func createShop(_ name: String, ownerName: String, ownerPhone: String, channel: String, at now: Date) async throws
    -> ShopID
  {
    let shop = try await query("select nextval(pg_get_serial_sequence('shops', 'shop_id'))").only().decode(ShopID.self)
    // The owner of the tables is held to their policies too.
    try await execute("select set_config('app.shop_id', \(String(shop.rawValue)), true)")
    try await execute(
      "insert into shops (shop_id, name, created_at) overriding system value values (\(shop), \(name), \(now))")
    try await execute("insert into channels (channel) values (\(channel)) on conflict do nothing")
    try await enroll(ownerName, role: "owner", phone: ownerPhone, in: shop, on: channel, at: now)
    return shop
  }

  /// Makes a phone number a member of a shop on a business number.
  func enroll(_ name: String, role: String, phone: String, in shop: ShopID, on channel: String, at now: Date)
    async throws
  {
    let member = try await query(
      """
      insert into members (shop_id, role, name, phone, created_at)
      values (\(shop), \(role), \(name), \(phone), \(now))
      returning member_id
      """
    ).only().decode(Int64.self)
    try await execute(
      """
      insert into identities (channel, alias, person_id, shop_id, member_id, seen_at)
      values (\(channel), 'phone:' || \(phone), nextval('people'), \(shop), \(member), \(now))
      on conflict (channel, alias) do update set shop_id = excluded.shop_id, member_id = excluded.member_id
      """)
    // Whoever wrote before, as a stranger, is known by a user id as well.
    try await execute(
      """
      update identities set shop_id = \(shop), member_id = \(member)
      where channel = \(channel) and person_id = (
        select person_id from identities where channel = \(channel) and alias = 'phone:' || \(phone))
      """)
  }
}
