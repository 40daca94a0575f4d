import Database
import Foundation
import Insights
import Intents
import Inventory
import Language
import Measures
import Messages
import Reports
import Scheduler
import Testing

@testable import Handlers

/// A picture shows what the reply says and what the books hold, and comes only where it says more.
@Suite struct InsightPictureTests {
  @Test func `the columns add up to the sales that the reply tells`() async throws {
    try await withTurn { turn, talk in
      let request = Self.request(.salesSummary, "last_14_days")
      let asked = try await turn.askedPeriod(request, usually: "today")
      let picture = try await SalesPicture(turn, asked, total: "", before: "")
      let chart = try #require(picture?.chart)
      let held = try await Self.paise(in: talk, "select day, sum(total)::bigint from sales where day > '2026-11-07'")
      #expect(chart.firstDay == Day(text: "2026-11-08"))
      #expect(chart.sales.map(Self.paise) == (0..<14).map { held[chart.firstDay.adding($0)] ?? 0 })
      let answer = try await turn.salesSummary(request)
      let total = PhraseValue.money(Money(paise: chart.sales.map(Self.paise).reduce(0, +))).said(in: .english)
      #expect(answer.reply?.text.contains("Sales (last 14 days): \(total)") == true, "\(answer.reply?.text ?? "")")
      #expect(answer.reply?.attachment?.name == "sales.png")
      let before = PhraseValue.money(Money(paise: chart.before.map(Self.paise).reduce(0, +))).said(in: .english)
      #expect(answer.reply?.text.contains(": \(before)") == true)
    }
  }

  @Test func `the bars are as long as the lines of the reply say`() async throws {
    try await withTurn { turn, talk in
      let request = Self.request(.topItems, "last_30_days")
      let answer = try await turn.topItems(request)
      let lines = answer.reply?.text.split(separator: "\n").dropFirst() ?? []
      #expect(answer.reply?.attachment?.name == "best-sellers.png")
      let asked = try await turn.askedPeriod(request, usually: "today")
      let rows = try await turn.books.find(
        .init(.revenue, .quantity, by: .item, in: asked.range, limit: 5)
      ).rows
      let picture = TopItemsPicture(turn, asked, rows, names: try await turn.names(of: rows))
      let items = try #require(picture?.chart.items)
      #expect(items.enumerated().map { "\($0 + 1). \($1.name) – \($1.amount)" } == lines.map(String.init))
      let held = try await talk.owner.query(
        "select sum(amount)::bigint from sale_lines where day > '2026-10-22' group by item_id order by 1 desc"
      ).map { try $0.decode(Int64.self) }
      #expect(items.map { Self.paise($0.value) } == held)
    }
  }

  @Test(arguments: ["yesterday", "this_week", "date_20_11"])
  func `a few days are told without a picture`(period: String) async throws {
    try await withTurn { turn, _ in
      let answer = try await turn.salesSummary(Self.request(.salesSummary, period))
      #expect(answer.reply?.attachment == nil)
    }
  }

  private static func request(_ intent: Intent, _ period: String) -> Request {
    var frame = Frame(intent: intent, confidence: 1, voice: .english)
    frame.slots.period = period
    return Request(frame)
  }

  private static func paise(_ rupees: Double?) -> Int64 { Int64(((rupees ?? 0) * 100).rounded()) }

  private static func paise(in talk: Talk, _ statement: SQL) async throws -> [Day: Int64] {
    try await talk.owner.query("\(statement) group by day").reduce(into: [:]) { held, row in
      let (day, paise) = try row.decode(Day.self, Int64.self)
      held[day] = paise
    }
  }

  /// Saturday 21 November: three goods were sold on each of the forty days before.
  private func withTurn(_ body: @Sendable (Turn, Talk) async throws -> Void) async throws {
    try await Talk.with { talk in
      let shop = try await TranscriptShop.create(in: talk.owner, at: talk.clock.now)
      for past in ["past 40 sugar 4 6.5 @45.25", "past 40 maggi 8 11 @14", "past 40 rice 3 2 @52"] {
        try await shop.grow(by: past, in: talk)
      }
      let queued = try #require(try await Self.queued(in: talk))
      try await talk.database.books(of: shop.id, at: talk.clock.now) { books in
        let scene = try await books.scene(of: Speaker(queued), shops: talk.conversation.shops)
        try await body(scene.turn(.nothing, in: books, talk.conversation.templates, support: nil), talk)
      }
    }
  }

  private static func queued(in talk: Talk) async throws -> QueuedMessage? {
    let sender = try #require(Sender(phone: TranscriptShop.owner, userID: nil))
    let message = InboundMessage(
      id: "wamid.1", channel: TranscriptShop.channel, sender: sender, sentAt: talk.clock.now, content: .text("sales"))
    let body = Array(try JSONEncoder().encode(message))
    let queue = Queue(database: talk.database)
    try await queue.keep(
      [
        Arrival(
          channel: TranscriptShop.channel, messageID: "wamid.1", phone: TranscriptShop.owner, userID: nil, name: nil,
          body: body, raw: body)
      ], events: [], at: talk.clock.now)
    return try await queue.lease(by: "test", lanes: 1, messagesPerLane: 1, seconds: 60, careful: true).first?.first
  }
}
