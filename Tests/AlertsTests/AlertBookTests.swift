import Alerts
import Database
import Foundation
import Measures
import TestSupport
import Testing

struct AlertBookTests {
  static let now = Date(timeIntervalSince1970: 1_795_237_200)

  @Test func `the same is raised once, and again when it was over`() async throws {
    try await Self.withShop { books, items in
      let low = Self.low(items[0], left: 3)
      let first = try await books.raise([low, Self.low(items[1], left: 1)])
      #expect(first.count == 2)
      #expect(try await books.raise([low]) == [])
      try await books.acknowledge([first[0]], by: nil)
      #expect(try await books.raise([low]) == [], "seen is not over")
      try await books.resolveAlerts([first[0]])
      #expect(try await books.raise([low]).count == 1)
    }
  }

  @Test func `alerts are listed newest first, page by page, as they are asked for`() async throws {
    try await Self.withShop { books, items in
      let ids = try await books.raise([
        Self.low(items[0], left: 3), Self.low(items[1], left: 1),
        Finding(.notice, .info, .named("notice:1"), AlertFigures()),
      ])
      #expect(try await books.alerts(max: 2).map(\.id) == [ids[2], ids[1]])
      #expect(try await books.alerts(before: ids[1], max: 2).map(\.id) == [ids[0]])
      #expect(try await books.alerts(AlertFilter(kinds: [.lowStock]), max: 9).map(\.id) == [ids[1], ids[0]])
      #expect(try await books.alerts(AlertFilter(severities: [.info]), max: 9).map(\.id) == [ids[2]])
      try await books.acknowledge([ids[1]], by: nil)
      #expect(try await books.alerts(AlertFilter(isAcknowledged: true), max: 9).map(\.id) == [ids[1]])
      #expect(try await books.alerts(.open, max: 9).map(\.id) == [ids[2], ids[0]])
      let later = AlertFilter(since: Self.now + 1)
      #expect(try await books.alerts(later, max: 9).isEmpty)
    }
  }

  @Test func `an alert keeps its figures exactly`() async throws {
    try await Self.withShop { books, items in
      var figures = AlertFigures()
      figures.left = Quantity(thousandths: 2_125)
      figures.days = 3
      figures.day = Day(year: 2026, month: 11, day: 8)
      figures.amount = Money(paise: 12_345)
      figures.name = "diwali"
      let id = try await books.raise([Finding(.expiryAhead, .warning, .itemOf(items[0], "2026-11-08"), figures)])[0]
      let alert = try #require(try await books.alert(id))
      #expect(alert.figures == figures)
      #expect(alert.item == items[0])
      #expect(alert.itemName == "Sugar")
    }
  }

  @Test func `seen is noted once, with who and when`() async throws {
    try await Self.withShop { books, items in
      let id = try await books.raise([Self.low(items[0], left: 3)])[0]
      let owner = try await books.query(
        "select member_id from members where shop_id = \(books.shop) and role = 'owner'"
      ).only().decode(Int64.self)
      #expect(try await books.acknowledge([id, 99_999], by: owner) == [id])
      #expect(try await books.acknowledge([id], by: nil) == [])
      let alert = try #require(try await books.alert(id))
      #expect(alert.acknowledgedBy == owner)
      #expect(alert.acknowledgedAt == Self.now)
    }
  }

  @Test func `what is over is forgotten, with whom it was told, and what is still so stays`() async throws {
    try await Self.withShop { books, items in
      let ids = try await books.raise([Self.low(items[0], left: 3), Self.low(items[1], left: 1)])
      let conversation = try await books.query(
        """
        insert into conversations (shop_id, channel, person_id) values (\(books.shop), 'c', 1) returning conversation_id
        """
      ).only().decode(Int64.self)
      try await books.noteTold(ids, in: conversation)
      try await books.resolveAlerts([ids[0]])
      try await books.forgetAlerts(before: Self.now)
      #expect(try await books.alerts(max: 9).count == 2)
      try await books.forgetAlerts(before: Self.now + 1)
      #expect(try await books.alerts(max: 9).map(\.id) == [ids[1]])
    }
  }

  private static func low(_ item: Int64, left: Int64) -> Finding {
    var figures = AlertFigures()
    figures.left = Quantity(left)
    return Finding(.lowStock, .critical, .item(item), figures)
  }

  /// Sugar, then Maggi.
  private static func withShop(_ body: @Sendable @escaping (Books, [Int64]) async throws -> Void) async throws {
    try await Shop.with { shop in
      try await shop.books { books in try await body(books, [shop.sugar, shop.maggi]) }
    }
  }
}
