import Database
import Foundation
import Measures

/// The shop of the transcripts: twenty items that any kirana has, an owner, a helper and a customer.
struct TranscriptShop: Sendable {
  static let channel = "100000000000001"
  static let owner = "910000000001"
  static let staff = "910000000002"
  static let customerChannel = "100000000000002"
  static let customer = "910000000003"
  /// Whom a letter goes to, as a transcript calls them.
  static let names = [owner: "owner", staff: "staff", customer: "customer"]

  let id: ShopID
  /// Item ids by the key of the file.
  let items: [String: Int64]

  /// Writes the shop as the owner of the tables.
  static func create(
    in database: Postgres, named name: String = "Shree Ganesh Kirana", at now: Date, of owner: String = owner
  ) async throws -> TranscriptShop {
    try await database.transaction { transaction in
      let shop = try await transaction.query(
        "insert into shops (name, created_at) values (\(name), \(now)) returning shop_id"
      ).only().decode(ShopID.self)
      try await transaction.execute("insert into channels (channel) values (\(channel)) on conflict do nothing")
      try await transaction.execute(
        "insert into channels (channel, shop_id) values (\(customerChannel), \(shop)) on conflict do nothing")
      for (role, phone) in [("owner", owner), ("staff", staff)] {
        let member = try await transaction.query(
          "insert into members (shop_id, role, name, created_at) values (\(shop), \(role), '', \(now)) returning member_id"
        ).only().decode(Int64.self)
        try await transaction.execute(
          """
          insert into identities (channel, alias, person_id, shop_id, member_id, seen_at)
          values (\(channel), 'phone:' || \(phone), nextval('people'), \(shop), \(member), \(now))
          on conflict do nothing
          """)
      }
      return TranscriptShop(id: shop, items: try await stockUp(shop, transaction, now))
    }
  }

  private static func stockUp(_ shop: ShopID, _ transaction: Transaction, _ now: Date) async throws -> [String: Int64] {
    let group = try await transaction.query(
      """
      insert into entry_groups (shop_id, kind, day, at) values (\(shop), 'opening', '2026-11-01', \(now))
      returning group_id
      """
    ).only().decode(Int64.self)
    var ids: [String: Int64] = [:]
    for line in try rows() {
      let (key, category, unit, names) = (line[0], line[1], line[2], line[3...5])
      let threshold = Quantity(text: line[11])
      let id = try await transaction.query(
        """
        insert into items (shop_id, name, category, unit, threshold, created_at)
        values (\(shop), \(line[3]), \(category), \(unit), \(threshold), \(now)) returning item_id
        """
      ).only().decode(Int64.self)
      for (voice, name) in zip(["en", "hi", "mr"], names) {
        try await transaction.execute(
          "insert into item_names (shop_id, item_id, name, voice) values (\(shop), \(id), \(name), \(voice))")
      }
      for name in line[6].split(separator: "|").map(String.init) {
        try await transaction.execute(
          "insert into item_names (shop_id, item_id, name) values (\(shop), \(id), \(name)) on conflict do nothing")
      }
      for (kind, text) in [("sale", line[7]), ("cost", line[8]), ("mrp", line[9])] {
        guard let price = Money(text: text) else { continue }
        try await transaction.execute(
          """
          insert into prices (shop_id, group_id, item_id, kind, amount, day, at)
          values (\(shop), \(group), \(id), \(kind), \(price), '2026-11-01', \(now))
          """)
      }
      for pack in line[12].split(separator: ";").map({ $0.split(separator: "=").map(String.init) }) {
        try await transaction.execute(
          "insert into item_packs (shop_id, item_id, unit, holds) values (\(shop), \(id), \(pack[0]), \(Quantity(text: pack[1])))"
        )
      }
      let stock = Quantity(text: line[10]) ?? .zero
      try await transaction.execute(
        "insert into stock (shop_id, item_id, on_hand) values (\(shop), \(id), \(stock))")
      try await transaction.execute(
        """
        insert into stock_entries (shop_id, group_id, item_id, kind, quantity, on_hand_after, day, at)
        values (\(shop), \(group), \(id), 'opening', \(stock), \(stock), '2026-11-01', \(now))
        """)
      ids[key] = id
    }
    return ids
  }

  /// “customer Ramesh Patil 919900000011”, “item Ladi Pav | packet | 24 | pav | पाव”: as if it had been imported.
  func grow(by what: String, in talk: Talk) async throws {
    let parts = what.split(separator: " ", maxSplits: 1).map(String.init)
    if parts[0] == "sheet" { return talk.shelf.share(parts[1]) }
    if ["past", "price", "supplier", "unlimited"].contains(parts[0]) { return try await remember(what, in: talk) }
    try await talk.owner.transaction { transaction in
      if parts[0] == "customer" {
        let words = parts[1].split(separator: " ")
        try await transaction.execute(
          """
          insert into customers (shop_id, name, phone, created_at)
          values (\(id), \(words.dropLast().joined(separator: " ")), \(words.last.map(String.init)), \(talk.clock.now))
          """)
      } else {
        try await growItem(
          parts[1].split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }, transaction, talk.clock.now)
      }
      try await transaction.execute(
        "update shops set catalogue_version = catalogue_version + 1 where shop_id = \(id)")
    }
  }

  private func growItem(_ fields: [String], _ transaction: Transaction, _ now: Date) async throws {
    let item = try await transaction.query(
      "insert into items (shop_id, name, unit, created_at) values (\(id), \(fields[0]), \(fields[1]), \(now)) returning item_id"
    ).only().decode(Int64.self)
    for name in [fields[0]] + fields[3...] {
      try await transaction.execute(
        "insert into item_names (shop_id, item_id, name) values (\(id), \(item), \(name))")
    }
    let group = try await transaction.query(
      "insert into entry_groups (shop_id, kind, day, at) values (\(id), 'opening', '2026-11-01', \(now)) returning group_id"
    ).only().decode(Int64.self)
    try await transaction.execute("insert into stock (shop_id, item_id, on_hand) values (\(id), \(item), 50)")
    try await transaction.execute(
      """
      insert into stock_entries (shop_id, group_id, item_id, kind, quantity, on_hand_after, day, at)
      values (\(id), \(group), \(item), 'opening', 50, 50, '2026-11-01', \(now))
      """)
    try await transaction.execute(
      """
      insert into prices (shop_id, group_id, item_id, kind, amount, day, at)
      values (\(id), \(group), \(item), 'sale', \(Money(text: fields[2])), '2026-11-01', \(now))
      """)
  }

  private static func rows() throws -> [[String]] {
    let text = try String(contentsOf: transcripts.appending(path: "shop.tsv"), encoding: .utf8)
    return text.split(separator: "\n").dropFirst().map { line in
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      return fields + Array(repeating: "", count: max(0, 13 - fields.count))
    }
  }

  static let transcripts = packageRoot.appending(path: "Tests/HandlersTests/Transcripts")
  static let packageRoot = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
}
