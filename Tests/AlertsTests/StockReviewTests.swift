import Alerts
import Database
import Foundation
import Inventory
import Measures
import Scheduler
import Testing

struct StockReviewTests {
  static let today = Day(number: 20_778)

  @Test func `whoever brings an item to its level says so in the same transaction`() async throws {
    try await Shop.with { shop in
      try await shop.setThreshold(of: shop.sugar, to: 10)
      try await shop.move(shop.sugar, -25)
      #expect(try await shop.crossings().isEmpty)
      try await shop.move(shop.sugar, -5)
      try await shop.move(shop.sugar, -2)
      try await shop.move(shop.sugar, 30)
      try await shop.move(shop.maggi, -12)
      #expect(
        try await shop.crossings() == [
          StockCrossing(fell: [shop.sugar]), StockCrossing(rose: [shop.sugar]), StockCrossing(fell: [shop.maggi]),
        ])
    }
  }

  @Test func `what was not committed crossed nothing`() async throws {
    try await Shop.with { shop async throws in
      struct Refused: Error {}
      await #expect(throws: Refused.self) {
        try await shop.books { books in
          try await books.sell(shop.maggi, 12)
          throw Refused()
        }
      }
      #expect(try await shop.crossings().isEmpty)
    }
  }

  @Test func `several of one bill are one job`() async throws {
    try await Shop.with { shop in
      try await shop.books { books in
        let author = Author(inboxID: nil, member: nil, day: Self.today)
        _ = try await books.move(
          [
            Movement(item: shop.sugar, kind: .sale, quantity: Quantity(-40)),
            Movement(item: shop.maggi, kind: .sale, quantity: Quantity(-12)),
          ], opening: .sale, by: author)
      }
      #expect(try await shop.crossings() == [StockCrossing(fell: [shop.sugar, shop.maggi])])
    }
  }

  @Test func `low is raised once, out by itself, and both are over when goods have come`() async throws {
    try await Shop.with { shop in
      try await shop.setThreshold(of: shop.sugar, to: 10)
      try await shop.move(shop.sugar, -32)
      #expect(try await shop.review(fell: [shop.sugar]) == [.lowStock])
      #expect(try await shop.review(fell: [shop.sugar]) == [])
      try await shop.move(shop.sugar, -8)
      #expect(try await shop.review(fell: [shop.sugar]) == [.outOfStock])
      try await shop.move(shop.sugar, 2)
      #expect(try await shop.review(rose: [shop.sugar]) == [], "two of ten are no news to whoever put them there")
      #expect(try await shop.open() == [.lowStock])
      try await shop.move(shop.sugar, 20)
      _ = try await shop.review(rose: [shop.sugar])
      #expect(try await shop.open() == [])
      try await shop.move(shop.sugar, -14)
      #expect(try await shop.review(fell: [shop.sugar]) == [.lowStock])
    }
  }

  @Test func `a bill that is taken back resolves what it raised`() async throws {
    try await Shop.with { shop in
      try await shop.setThreshold(of: shop.sugar, to: 10)
      let group = try await shop.move(shop.sugar, -35)
      _ = try await shop.review(fell: [shop.sugar])
      try await shop.books { books in
        let author = Author(inboxID: nil, member: nil, day: Self.today)
        let reversal = try await books.openGroup(.sale, by: author, reversing: group.id)
        _ = try await books.reverseMovements(of: group, in: reversal, by: author)
      }
      #expect(try await shop.crossings().last == StockCrossing(rose: [shop.sugar]))
      _ = try await shop.review(rose: [shop.sugar])
      #expect(try await shop.open() == [])
    }
  }

  @Test func `told by two jobs at once, each alert goes to one`() async throws {
    try await Shop.with { shop in
      try await shop.move(shop.maggi, -12)
      _ = try await shop.review(fell: [shop.maggi])
      let conversation = try await shop.books { books in
        try await books.query(
          """
          insert into conversations (shop_id, channel, person_id) values (\(books.shop), 'c', 1)
          returning conversation_id
          """
        ).only().decode(Int64.self)
      }
      let ids = try await shop.books { try await $0.alerts(.open, max: 9).map(\.id) }
      async let first = shop.books { try await $0.noteTold(ids, in: conversation) }
      async let second = shop.books { try await $0.noteTold(ids, in: conversation) }
      let told = try await first.count + second.count
      #expect(told == 1)
      try await shop.books { books in
        try await books.noteHeld(ids, for: .windowClosed, in: conversation)
        #expect(try await books.untoldAlerts(in: conversation).isEmpty)
        #expect(try await books.alert(ids[0])?.sentAt == Shop.now)
      }
    }
  }
}

extension Books {
  fileprivate func sell(_ item: Int64, _ quantity: Int64) async throws {
    _ = try await move(
      [Movement(item: item, kind: .sale, quantity: Quantity(-quantity))], opening: .sale,
      by: Author(inboxID: nil, member: nil, day: StockReviewTests.today))
  }
}

extension Shop {
  fileprivate func setThreshold(of item: Int64, to quantity: Int64) async throws {
    try await owner.transaction { transaction in
      _ = try await transaction.query("select set_config('app.shop_id', \(String(id.rawValue)), true)")
      try await transaction.execute("update items set threshold = \(Quantity(quantity)) where item_id = \(item)")
    }
  }

  @discardableResult
  fileprivate func move(_ item: Int64, _ quantity: Int64) async throws -> EntryGroup {
    try await books { books in
      let author = Author(inboxID: nil, member: nil, day: StockReviewTests.today)
      let kind: EntryGroup.Kind = quantity < 0 ? .sale : .stockIn
      let group = try await books.openGroup(kind, by: author)
      try await books.move(
        Movement(item: item, kind: quantity < 0 ? .sale : .purchase, quantity: Quantity(quantity)), in: group,
        by: author)
      return group
    }
  }

  /// What was asked for, in order.
  fileprivate func crossings() async throws -> [StockCrossing] {
    try await owner.query("select payload::text from jobs where kind = 'stock_crossed' order by job_id").map {
      try JSONDecoder().decode(StockCrossing.self, from: Data(try $0.decode(String.self).utf8))
    }
  }

  fileprivate func review(fell: [Int64] = [], rose: [Int64] = []) async throws -> [AlertKind] {
    try await books { books in
      let raised = try await books.reviewStock(fell: fell, rose: rose, on: StockReviewTests.today)
      return try await books.alerts(AlertFilter(ids: raised), max: 9).map(\.kind)
    }
  }

  fileprivate func open() async throws -> [AlertKind] {
    try await books { try await $0.alerts(AlertFilter(isUnresolved: true), max: 9).map(\.kind) }
  }
}
