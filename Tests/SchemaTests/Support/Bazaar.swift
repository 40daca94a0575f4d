import Database
import Foundation
import Handlers
import Intents
import Language
import Messages
import Scheduler
import TestSupport
import WhatsApp

/// Two shops on one server that sell the same things, so that whatever leaks between them would be believed.
struct Bazaar: Sendable {
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
  static let migrations = root.appending(path: "Migrations")
  static let now = Date(timeIntervalSince1970: 1_795_237_200)

  /// Owns the tables.
  let owner: Postgres
  let application: Postgres
  let conversation: Conversation
  let ganesh: LittleShop
  let laxmi: LittleShop

  static func with(_ body: @Sendable (Bazaar) async throws -> Void) async throws {
    try await withDatabase(migratedFrom: migrations.path) { owner in
      let name = try await owner.query("select current_database()::text").only().decode(String.self)
      try await open(name, owner, body)
    }
  }

  /// - Parameter name: of a database that `owner` has migrated.
  static func open(_ name: String, _ owner: Postgres, _ body: @Sendable (Bazaar) async throws -> Void) async throws {
    let url = try await testCluster().url(database: name) + "&options=-c%20role%3Dretailmind_app"
    let application = Postgres(.patient(url: url))
    let result: Result<Void, any Error>
    do {
      let phrasebook = try Phrasebook(directory: root.appending(path: "templates/replies"))
      let bazaar = Bazaar(
        owner: owner, application: application,
        conversation: Conversation(
          database: application, phrasebook: phrasebook, model: try TrainingFolder.model(), now: { now }),
        ganesh: try await LittleShop.open("Shree Ganesh Kirana", number: 1, in: owner, at: now),
        laxmi: try await LittleShop.open("Laxmi Stores", number: 2, in: owner, at: now))
      result = .success(try await body(bazaar))
    } catch {
      result = .failure(error)
    }
    await application.close(graceSeconds: 1)
    try result.get()
  }
}

// MARK: Talking

extension Bazaar {
  /// Says something the whole way, as the application role; returns our answer.
  @discardableResult
  func say(_ content: Content, from phone: String, on channel: String = LittleShop.ownersChannel) async throws -> Reply?
  {
    guard let sender = Sender(phone: phone, userID: nil) else { return nil }
    let id = "wamid.\(UUID().uuidString)"
    let message = InboundMessage(id: id, channel: channel, sender: sender, sentAt: Self.now, content: content)
    let body = Array(try JSONEncoder().encode(message))
    let queue = Queue(database: application)
    let arrival = Arrival(
      channel: channel, messageID: id, phone: phone, userID: nil, name: nil, body: body, raw: body)
    try await queue.keep([arrival], events: [], at: Self.now)
    for lane in try await queue.lease(by: "test", lanes: 1, messagesPerLane: 1, seconds: 60, careful: true) {
      for message in lane { try await conversation.take(message, isLast: true) }
    }
    let answer: SQL =
      "select o.message::text from outbox o join inbox i on i.inbox_id = o.in_reply_to where i.message_id = \(id)"
    guard let text = try await owner.query(answer).first?.decode(String.self),
      case .reply(let reply) = try JSONDecoder().decode(OutboundMessage.self, from: Data(text.utf8))
    else { return nil }
    return reply
  }

  /// A day at the counter that leaves something in every table of the shop.
  func trade(in shop: LittleShop) async throws {
    for text in [
      "sold 5 kg sugar", "set maggi price 15", "alert me when sugar goes below 20 kg", "add 2 sacks of sugar", "50",
      "sold 3 toothbrush",
    ] {
      let reply = try await say(.text(text), from: shop.owner)
      if case .buttons(let buttons) = reply?.choices, text == "sold 3 toothbrush", let button = buttons.first {
        try await say(.button(id: button.id, title: button.title), from: shop.owner)
      }
    }
    try await say(.text("namaste"), from: "919900000001", on: shop.counter)
    // Nothing that can be said makes these yet; they are imported.
    try await application.books(of: shop.id, at: Self.now) { books in
      try await books.execute(
        "insert into customers (shop_id, name, created_at) values (\(shop.id), 'Ramesh', \(Self.now))")
      try await books.execute(
        """
        insert into learnt_names (shop_id, group_id, name, item_id, at)
        select \(shop.id), min(group_id), 'meethi', (select min(item_id) from items where shop_id = \(shop.id)), \(Self.now)
        from entry_groups where shop_id = \(shop.id)
        """)
      try await books.execute(
        "insert into suppliers (shop_id, name, created_at) values (\(shop.id), 'Gupta Traders', \(Self.now))")
      try await fillBooks(books)
    }
    // What is done for the shop by itself.
    try await application.books(of: shop.id, at: Self.now) { books in
      try await books.enqueue(JobKind<NoPayload>("test", limit: .aMinute), NoPayload())
    }
    let schedule = Schedule(
      "test", at: try CronExpression("* * * * *"), .everyShop, missed: .latest,
      does: JobKind<NoPayload>("test", limit: .aMinute))
    let schedules = Schedules([schedule], database: application)
    try await schedules.plan(at: Self.now)
    try await schedules.tick(at: Self.now + 60)
    // The application may not place any.
    try await owner.transaction { transaction in
      _ = try await transaction.query("select set_config('app.shop_id', \(String(shop.id.rawValue)), true)")
      try await transaction.execute(
        """
        insert into legal_holds (shop_id, reason, placed_at, lifted_at)
        values (\(shop.id), 'tax audit', \(Self.now), \(Self.now))
        """)
    }
  }

  /// A row in each book that no sentence reaches yet.
  private func fillBooks(_ books: Books) async throws {
    let (shop, at) = (books.shop, books.now)
    let group = try await books.query(
      """
      insert into entry_groups (shop_id, kind, day, at) values (\(shop), 'opening', \(at)::date, \(at))
      returning group_id
      """
    ).only().decode(Int64.self)
    let rows: [SQL] = [
      """
      insert into credit_entries (shop_id, group_id, customer_id, kind, amount, balance_after, day, at)
      select \(shop), \(group), customer_id, 'given', 5000, 5000, \(at)::date, \(at)
      from customers where shop_id = \(shop)
      """,
      """
      insert into credit_balances (shop_id, customer_id, balance)
      select \(shop), customer_id, 5000 from customers where shop_id = \(shop)
      """,
      """
      insert into purchases (shop_id, group_id, total, day, at) values (\(shop), \(group), 90000, \(at)::date, \(at))
      """,
      """
      insert into supplier_entries (shop_id, group_id, supplier_id, kind, amount, balance_after, day, at)
      select \(shop), \(group), supplier_id, 'purchase', 7000, 7000, \(at)::date, \(at)
      from suppliers where shop_id = \(shop)
      """,
      """
      insert into supplier_balances (shop_id, supplier_id, balance)
      select \(shop), supplier_id, 7000 from suppliers where shop_id = \(shop)
      """,
      """
      insert into item_details (shop_id, group_id, item_id, kind, value, at)
      select \(shop), \(group), item_id, 'hsn', '1701', \(at) from items where shop_id = \(shop)
      """,
      """
      insert into expenses (shop_id, group_id, kind, amount, day, at)
      values (\(shop), \(group), 'rent', 500000, \(at)::date, \(at))
      """,
      """
      insert into competitor_prices (shop_id, group_id, item_id, amount, day, at)
      select \(shop), \(group), item_id, 4400, \(at)::date, \(at) from items where shop_id = \(shop)
      """,
      """
      insert into item_changes (shop_id, group_id, item_id, was_name, name, is_retired, at)
      select \(shop), \(group), item_id, name, name, false, \(at) from items where shop_id = \(shop)
      """,
      """
      insert into reminders (shop_id, customer_id, amount, how, day, at)
      select \(shop), customer_id, 5000, 'prepared', \(at)::date, \(at) from customers where shop_id = \(shop)
      """,
      """
      with asked as (
        insert into customer_questions (shop_id, conversation_id, inbox_id, at)
        select \(shop), conversation_id, 1, \(at) from conversations where shop_id = \(shop) limit 1
        returning question_id
      )
      insert into customer_answers (shop_id, question_id, at) select \(shop), question_id, \(at) from asked
      """,
      """
      insert into lots (shop_id, group_id, item_id, quantity, expires_on, at)
      select \(shop), \(group), item_id, 5, \(at)::date, \(at) from items where shop_id = \(shop)
      """,
    ]
    for row in rows + Self.people(shop, group, at) { try await books.execute(row) }
    try await books.execute(
      """
      insert into imports (shop_id, group_id, sha256, file_name, added, changed, unreadable, at)
      values (\(shop), \(group), sha256('stock'), 'stock.csv', 1, 0, 0, \(at))
      """)
    try await books.execute(
      """
      insert into daily_demand (shop_id, item_id, day, quantity, ran_out)
      select \(shop), item_id, \(at)::date - 1, 5, false from items where shop_id = \(shop)
      """)
    try await books.execute(
      """
      insert into demand_refreshes (shop_id, through_group, through_day, at) values (\(shop), \(group), \(at)::date, \(at))
      """)
    try await books.execute(
      """
      insert into forecasts (shop_id, item_id, made_on, expected, low, high, totals, week_expected, week_before)
      select \(shop), item_id, \(at)::date, '{5}', '{3}', '{8}', '{3,5,6,8,9,10}', 35, 30
      from items where shop_id = \(shop)
      """)
    try await books.execute(
      """
      insert into spikes (shop_id, item_id, day, quantity, usual, seen_at)
      select \(shop), item_id, \(at)::date, 50, 9, \(at) from items where shop_id = \(shop)
      """)
    try await books.execute(
      """
      insert into local_events (shop_id, group_id, day, name, at) values (\(shop), \(group), \(at)::date, 'jatra', \(at))
      """)
    try await books.execute(
      """
      with raised as (
        insert into alerts (shop_id, kind, severity, subject, item_id, raised_at)
        select \(shop), 'low_stock', 'critical', 'item:' || item_id, item_id, \(at) from items where shop_id = \(shop)
        returning alert_id)
      insert into alert_notices (shop_id, alert_id, conversation_id, sent_at, changed_at)
      select \(shop), alert_id, (select min(conversation_id) from conversations where shop_id = \(shop)), \(at), \(at)
      from raised
      """)
    try await books.execute(
      """
      insert into api_answers (shop_id, key_id, name, asked, answer, created_at)
      values (\(shop), 1, 'monday-1', sha256('how much sugar'), '{}', \(at))
      """)
    try await books.execute(
      """
      insert into ordered_goods (shop_id, group_id, item_id, quantity, advised_after, day, awaited_until, at)
      select \(shop), \(group), item_id, 5, 0, \(at)::date, \(at)::date + 5, \(at) from items where shop_id = \(shop)
      """)
    _ = try await books.keep(OutgoingFile(named: "stock.csv", type: .text, bytes: Array("chini,12".utf8)))
  }
}

extension Bazaar {
  /// What owners change in people, and what they prefer.
  private static func people(_ shop: ShopID, _ group: Int64, _ at: Date) -> [SQL] {
    [
      """
      insert into member_changes (shop_id, group_id, member_id, was, role, at)
      select \(shop), \(group), min(member_id), null, 'staff', \(at) from members where shop_id = \(shop)
      """,
      """
      insert into customer_phones (shop_id, group_id, customer_id, was, phone, at)
      select \(shop), \(group), customer_id, null, '919900000002', \(at) from customers where shop_id = \(shop)
      """,
      """
      insert into preferences (shop_id, member_id, language, changed_at)
      select \(shop), min(member_id), 'hi', \(at) from members where shop_id = \(shop)
      """,
    ]
  }
}

// MARK: The catalogue

extension Postgres {
  /// Every table of ours whose rows belong to one shop.
  func tenantTables() async throws -> [String] {
    try await names(
      """
      select c.relname::text from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum = 1
      where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and a.attname = 'shop_id'
      order by 1
      """)
  }

  /// A column of names; empty when all is well with a question that asks for faults.
  func names(_ sql: SQL) async throws -> [String] { try await query(sql).map { try $0.decode(String.self) } }

  func count(_ sql: SQL) async throws -> Int { try await query(sql).only().decode(Int.self) }
}
