import Database
import Foundation
import GoogleSheets
import Handlers
import Intents
import Inventory
import Language
import Messages
import Scheduler
import TestSupport
import WhatsApp

/// Somebody talking to the shop: each message goes through the queue, the conversation and the outbox of a real
/// database, as the application role.
struct Talk: Sendable {
  /// The owner of the tables, for looking behind the scenes.
  let owner: Postgres
  let database: Postgres
  let conversation: Conversation
  let clock: TestClock
  let shelf: FileShelf

  /// Lends a database with the migrations applied and two connections to it: its owner's, and the application role's.
  static func with(support: String? = nil, _ body: (Talk) async throws -> Void) async throws {
    try await withDatabase(migratedFrom: TranscriptShop.packageRoot.appending(path: "Migrations").path) { owner in
      let name = try await owner.query("select current_database()").only().decode(String.self)
      let url = try await testCluster().url(database: name) + "&options=-c%20role%3Dretailmind_app"
      let database = Postgres(.patient(url: url))
      let clock = TestClock()
      let shelf = FileShelf()
      let phrasebook = try Phrasebook(directory: TranscriptShop.packageRoot.appending(path: "templates/replies"))
      let conversation = Conversation(
        database: database, phrasebook: phrasebook,
        starters: try StarterCatalogue.all(in: TranscriptShop.packageRoot.appending(path: "templates/starter")),
        model: try TrainingFolder.model(), support: support, now: { clock.now },
        fetch: { id, _, _, bytesMax in shelf.fetch(id, bytesMax: bytesMax) },
        fetchSheet: { link, _ in shelf.fetch(link) })
      do {
        try await body(Talk(owner: owner, database: database, conversation: conversation, clock: clock, shelf: shelf))
      } catch {
        await database.close(graceSeconds: 1)
        throw error
      }
      await database.close(graceSeconds: 1)
    }
  }

  /// Sends a message the whole way; returns our reply, nil when there is none.
  func say(
    _ content: Content, from phone: String, on channel: String = TranscriptShop.channel,
    answering quoted: String? = nil,
    forwarded: Bool = false
  ) async throws -> Reply? {
    clock.advance(seconds: 1)
    let id = "wamid.\(UUID().uuidString)"
    guard let sender = Sender(phone: phone, userID: nil) else { return nil }
    let message = InboundMessage(
      id: id, channel: channel, sender: sender, sentAt: clock.now, content: content, repliesTo: quoted,
      forwarded: forwarded)
    let body = Array(try JSONEncoder().encode(message))
    let arrival = Arrival(
      channel: channel, messageID: id, phone: phone, userID: nil, name: nil, body: body, raw: body)
    let queue = Queue(database: database)
    try await queue.keep([arrival], events: [], at: clock.now)
    for lane in try await queue.lease(by: "test", lanes: 1, messagesPerLane: 1, seconds: 60, careful: true) {
      for message in lane { try await conversation.take(message, isLast: true) }
    }
    return try await reply(to: id)
  }

  /// “goods.csv: item,qty / Chini,50”: sends a file with these lines.
  func send(_ file: String, from phone: String, on channel: String = TranscriptShop.channel) async throws -> Reply? {
    let parts = file.split(separator: ":", maxSplits: 1).map { $0.trimmingCharacters(in: .whitespaces) }
    let text = parts.count == 2 ? parts[1].replacing(" / ", with: "\n") : ""
    return try await send(Array(text.utf8), named: parts[0], from: phone, on: channel)
  }

  func send(
    _ bytes: [UInt8], named name: String, from phone: String, on channel: String = TranscriptShop.channel
  ) async throws -> Reply? {
    let id = shelf.put(bytes)
    return try await say(.media(Media(kind: .document, id: id, fileName: name)), from: phone, on: channel)
  }

  /// What this made us write besides the answer since the outbox held `last`: to the owner, to a customer, or to the
  /// sender to be forwarded. Each line is led by whom it goes to.
  func letters(after last: inout Int64) async throws -> [String] {
    let rows = try await owner.query(
      "select id, address, message::text, in_reply_to from outbox where id > \(last) order by id")
    var lines: [String] = []
    for row in rows {
      let (id, address, text, answers) = try row.decode(Int64.self, String.self, String.self, Int64?.self)
      last = id
      guard answers == nil,
        case .reply(let reply) = try JSONDecoder().decode(OutboundMessage.self, from: Data(text.utf8))
      else { continue }
      let name = TranscriptShop.names[address] ?? address
      lines += reply.lines.map { "→ \(name): \($0)" }
    }
    return lines
  }

  /// What can be tapped in the last letter to somebody.
  func lastLetter(to phone: String) async throws -> Reply? {
    let row = try await owner.query(
      """
      select message::text from outbox where address = \(phone) and in_reply_to is null order by id desc limit 1
      """
    ).first
    guard let text = try row?.decode(String.self),
      case .reply(let reply) = try JSONDecoder().decode(OutboundMessage.self, from: Data(text.utf8))
    else { return nil }
    return reply
  }

  /// Does what is due by itself, as the server does.
  func doJobs() async throws {
    let queue = JobQueue(database: database, now: { clock.now }, chance: { 0.5 })
    let all = conversation.alertRoutines + conversation.summaryRoutines
    let routines = Dictionary(uniqueKeysWithValues: all.map { ($0.name, $0) })
    while case let lanes = try await queue.lease(
      by: "test", lanes: 10, messagesPerLane: 10, seconds: 60, careful: false), !lanes.isEmpty
    {
      for lane in lanes {
        for (index, job) in lane.enumerated() {
          guard let routine = routines[job.kind] else { throw DatabaseError.decoding("a job of kind \(job.kind)") }
          try await queue.perform(job, routine, isLast: index == lane.count - 1)
        }
      }
    }
  }

  /// The day's summary, as at its hour.
  func sendSummary(of shop: ShopID) async throws {
    try await database.books(of: shop, at: clock.now) { books in
      try await books.transaction.enqueue(Conversation.dailySummary, NoPayload(), at: books.now)
    }
    try await doJobs()
  }

  /// The inventory check of a shop, as at its hour.
  func checkInventory(of shop: ShopID) async throws {
    try await database.books(of: shop, at: clock.now) { books in
      try await books.transaction.enqueue(Conversation.inventoryCheck, NoPayload(), at: books.now)
    }
    try await doJobs()
  }

  /// Several messages that are taken in together, before any is handled. Returns how many of them were answered.
  func sayAtOnce(_ texts: [String], from phone: String) async throws -> Int {
    guard let sender = Sender(phone: phone, userID: nil) else { return 0 }
    let ids = texts.map { _ in "wamid.\(UUID().uuidString)" }
    let arrivals = try zip(texts, ids).map { text, id in
      let message = InboundMessage(
        id: id, channel: TranscriptShop.channel, sender: sender, sentAt: clock.now, content: .text(text))
      let body = Array(try JSONEncoder().encode(message))
      return Arrival(
        channel: TranscriptShop.channel, messageID: id, phone: phone, userID: nil, name: nil, body: body, raw: body)
    }
    let queue = Queue(database: database)
    try await queue.keep(arrivals, events: [], at: clock.now)
    for lane in try await queue.lease(by: "test", lanes: 1, messagesPerLane: texts.count, seconds: 60, careful: true) {
      for (index, message) in lane.enumerated() {
        try await conversation.take(message, isLast: index == lane.count - 1)
      }
    }
    var answered = 0
    for id in ids where try await reply(to: id) != nil { answered += 1 }
    return answered
  }

  /// Messages of several people, handled at the same time: each of them waits for a lock before any can end.
  func sayTogether(_ said: [(phone: String, content: Content)], whileLocked lock: SQL) async throws -> [Reply?] {
    clock.advance(seconds: 1)
    let queue = Queue(database: database)
    var ids: [String] = []
    for (phone, content) in said {
      let id = "wamid.\(UUID().uuidString)"
      ids.append(id)
      guard let sender = Sender(phone: phone, userID: nil) else { continue }
      let message = InboundMessage(
        id: id, channel: TranscriptShop.channel, sender: sender, sentAt: clock.now, content: content)
      let body = Array(try JSONEncoder().encode(message))
      let arrival = Arrival(
        channel: TranscriptShop.channel, messageID: id, phone: phone, userID: nil, name: nil, body: body, raw: body)
      try await queue.keep([arrival], events: [], at: clock.now)
    }
    let lanes = try await queue.lease(
      by: "test", lanes: said.count, messagesPerLane: 1, seconds: 60, careful: true)
    try await withThrowingTaskGroup(of: Void.self) { group in
      try await owner.transaction { holder in
        try await holder.execute(lock)
        for message in lanes.flatMap({ $0 }) {
          group.addTask { try await conversation.take(message, isLast: true) }
        }
        let waiting: SQL =
          """
          select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'
          """
        while try await owner.query(waiting).count < said.count { try Task.checkCancellation() }
      }
      try await group.waitForAll()
    }
    var replies: [Reply?] = []
    for id in ids { replies.append(try await reply(to: id)) }
    return replies
  }

  private func reply(to id: String) async throws -> Reply? {
    let rows = try await owner.query(
      """
      select o.message::text from outbox o join inbox i on i.inbox_id = o.in_reply_to where i.message_id = \(id)
      """)
    guard rows.count <= 1 else { throw DatabaseError.decoding("\(rows.count) replies to one message") }
    guard let text = try rows.first?.decode(String.self) else { return nil }
    guard case .reply(let reply) = try JSONDecoder().decode(OutboundMessage.self, from: Data(text.utf8)) else {
      return nil
    }
    return reply
  }
}

/// The files that people sent, in WhatsApp's place.
///
/// Unchecked because the compiler cannot see that `files` and `fetches` are touched only under `lock`.
final class FileShelf: @unchecked Sendable {
  private let lock = NSLock()
  private var files: [[UInt8]] = []
  private var fetches = 0
  private var sheets: [String: SheetFetch] = [:]

  var fetched: Int { lock.withLock { fetches } }

  func put(_ bytes: [UInt8]) -> String {
    lock.withLock {
      files.append(bytes)
      return String(files.count - 1)
    }
  }

  /// “1AbcDefGhij: item,qty / Chini,50” can be had by its link from now on; “1AbcDefGhij private” not by everybody.
  func share(_ sheet: String) {
    let parts = sheet.split(separator: ":", maxSplits: 1).map { $0.trimmingCharacters(in: .whitespaces) }
    lock.withLock {
      if parts.count == 2 {
        sheets[parts[0]] = .fetched(Array(parts[1].replacing(" / ", with: "\n").utf8))
      } else {
        let words = sheet.split(separator: " ").map(String.init)
        sheets[words.first ?? ""] = words.last == "private" ? .notShared : .trouble("slow")
      }
    }
  }

  func fetch(_ link: SheetLink) -> SheetFetch {
    lock.withLock {
      fetches += 1
      return sheets[link.id] ?? .gone
    }
  }

  func fetch(_ id: String, bytesMax: Int) -> MediaFetch {
    lock.withLock {
      fetches += 1
      guard let place = Int(id), files.indices.contains(place) else { return .gone }
      return files[place].count > bytesMax ? .tooLarge : .fetched(files[place])
    }
  }
}

/// Time that moves when the test says so.
///
/// Unchecked because the compiler cannot see that `seconds` is touched only under `lock`.
final class TestClock: @unchecked Sendable {
  private let lock = NSLock()
  private var seconds = 0.0

  /// Saturday 21 November 2026, 10:30 in Pune.
  var now: Date { lock.withLock { Date(timeIntervalSince1970: 1_795_237_200 + seconds) } }

  func advance(seconds more: Double) { lock.withLock { seconds += more } }
}
