import Database
import Foundation
import Measures
import Messages
import Testing

/// Whatever is asked at the customers' door, nothing of the books comes out: the wordings are those by which the owner's
/// own intents are learnt.
struct CustomersDoorTests {
  /// Figures and names that stand nowhere else, so that whoever says them has them from the books.
  private static let secrets = ["73.31", "7,777", "Zubeida", "Qureshi", "Hindmata", "38.625", "9,999"]
  private static let linesOfEach = 12

  private static let ownersIntents = [
    "stock_check", "stock_list", "low_stock", "stock_add", "stock_set", "stock_reduce", "sale_record", "sale_return",
    "item_create", "item_delete", "item_rename", "price_check", "price_set", "price_suggest", "threshold_set",
    "expiry_check", "sales_summary", "profit", "top_items", "slow_items", "expense_add", "competitor_price", "forecast",
    "reorder_suggest", "supplier_order", "report_request", "credit_add", "credit_receive", "credit_balance",
    "credit_list", "credit_remind", "alert_list", "undo", "follow_up", "correct",
  ]

  @Test func `no wording of an owner's opens the books to a customer`() async throws {
    try await Talk.with { talk in
      let shop = try await TranscriptShop.create(in: talk.owner, at: talk.clock.now)
      try await Self.writeSecrets(in: shop, talk)
      let before = try await Self.books(talk)
      for line in try Self.lines() {
        let reply = try await talk.say(.text(line), from: TranscriptShop.customer, on: TranscriptShop.customerChannel)
        let said = reply?.lines.joined(separator: "\n") ?? ""
        let secret = Self.secrets.first { said.contains($0) && !line.contains($0) }
        #expect(secret == nil, "“\(line)” → \(said)")
        #expect(!said.contains("[Undo]") && reply?.attachment == nil, "“\(line)” → \(said)")
      }
      #expect(try await Self.books(talk) == before)
    }
  }

  @Test func `a button of the owner's does nothing in a customer's hand`() async throws {
    try await Talk.with { talk in
      let shop = try await TranscriptShop.create(in: talk.owner, at: talk.clock.now)
      try await Self.writeSecrets(in: shop, talk)
      _ = try await talk.say(.text("2 maggi bechi"), from: TranscriptShop.owner)
      let before = try await Self.books(talk)
      let group = try await talk.owner.query("select max(group_id) from entry_groups").only().decode(Int64.self)
      for id in ["undo:\(group)", "dues:0", "list:0", "remind:1", "answer:1", "yes:1", "pick:1:0", "new:1"] {
        let reply = try await talk.say(
          .button(id: id, title: "x"), from: TranscriptShop.customer, on: TranscriptShop.customerChannel)
        let said = reply?.lines.joined(separator: "\n") ?? ""
        #expect(!Self.secrets.contains { said.contains($0) }, "\(id) → \(said)")
      }
      #expect(try await Self.books(talk) == before)
    }
  }

  /// A cost, a stock, a debt, a customer and a supplier that nobody outside may hear of.
  private static func writeSecrets(in shop: TranscriptShop, _ talk: Talk) async throws {
    try await shop.grow(by: "customer Zubeida Qureshi 919900000077", in: talk)
    _ = try await talk.say(.text("zubeida qureshi ko 7777 udhaar diya"), from: TranscriptShop.owner)
    _ = try await talk.say(.text("chini ka stock 38.625 kilo hai"), from: TranscriptShop.owner)
    _ = try await talk.say(.text("kiraya 9999 diya"), from: TranscriptShop.owner)
    try await talk.owner.execute("update prices set amount = 7331 where kind = 'cost'")
    try await talk.owner.execute(
      "insert into suppliers (shop_id, name, created_at) values (\(shop.id), 'Hindmata Agency', \(talk.clock.now))")
  }

  /// The secrets are there to be heard: the owner does hear them.
  @Test func `the owner hears what a customer does not`() async throws {
    try await Talk.with { talk in
      let shop = try await TranscriptShop.create(in: talk.owner, at: talk.clock.now)
      try await Self.writeSecrets(in: shop, talk)
      for (line, secret) in [
        ("chini kitni hai", "38.625"), ("chini ka kharid rate kya hai", "73.31"), ("kis kis ka udhaar hai", "7,777"),
        ("kis kis ka udhaar hai", "Zubeida"),
      ] {
        let reply = try await talk.say(.text(line), from: TranscriptShop.owner)
        #expect(reply?.text.contains(secret) == true, "“\(line)” → \(reply?.text ?? "")")
      }
    }
  }

  /// What the books hold, as one line.
  private static func books(_ talk: Talk) async throws -> String {
    try await talk.owner.query(
      """
      select concat_ws(' ', (select count(*) from entry_groups), (select sum(on_hand) from stock),
        (select sum(balance) from credit_balances), (select count(*) from items), (select count(*) from item_names),
        (select count(*) from prices), (select count(*) from reminders), (select upi_id from shops limit 1))
      """
    ).only().decode(String.self)
  }

  private static func lines() throws -> [String] {
    try ownersIntents.flatMap { intent in
      let file = TranscriptShop.packageRoot.appending(path: "Sources/Intents/Training/\(intent).txt")
      let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map(String.init)
        .filter { !$0.hasPrefix("#") && !$0.hasPrefix("[") }
      // From all over the file, so that every voice is among them.
      let step = max(1, lines.count / linesOfEach)
      return stride(from: 0, to: lines.count, by: step).map { lines[$0] }
    }
  }
}
