import Database
import Demand
import Foundation
import HTTP
import Measures
import TestSupport
import Testing

@testable import API

/// What programs read of the shelf and of what is expected, and how they change it.
@Suite(.timeLimit(.minutes(5)))
struct ShelfTests {
  @Test func `the shelf is told in parts, each item once`() async throws {
    try await LiveServer.with { live async throws in
      let key = try await live.ownKey(mayWrite: false)
      for number in 1...9 {
        try await live.database.execute(
          """
          with one as (
            insert into items (shop_id, name, unit, created_at)
            values (\(live.shop.id), \("Soap \(number)"), 'piece', clock_timestamp()) returning shop_id, item_id, name)
          insert into item_names (shop_id, item_id, name) select shop_id, item_id, name from one
          """)
      }
      var (seen, cursor) = ([JSON](), "0")
      while true {
        let part = try await live.get(live.mine("inventory/{userId}?limit=4&cursor=\(cursor)"), key: key)
        seen += part.data["items"]?.array ?? []
        guard let next = part.data["nextCursor"]?.text else { break }
        cursor = next
      }
      #expect(seen.count == 11 && Set(seen.map { $0["itemId"]?.integer }).count == 11)
      let sugar = try #require(seen.first { $0["name"]?.text == "Sugar" })
      #expect(sugar["quantity"] == 40 && sugar["unit"] == "kg" && sugar["pricePaise"] == 4_500)
      let soap = try #require(seen.first { $0["name"]?.text == "Soap 1" })
      #expect(soap["quantity"] == nil && soap["isLow"] == false)
    }
  }

  @Test(arguments: [
    ("chini", ["Sugar"]), ("%E0%A4%9A%E0%A5%80%E0%A4%A8%E0%A5%80", ["Sugar"]), ("SUG", ["Sugar"]), ("%25", []),
    ("g", ["Maggi", "Sugar"]), ("nothing", []),
  ])
  func `items are found by any of their names`(search: String, names: [String]) async throws {
    try await LiveServer.with { live async throws in
      let found = try await live.get(live.mine("inventory/{userId}?search=\(search)"), key: live.ownKey())
      #expect(found.data["items"]?.array.compactMap { $0["name"]?.text }.sorted() == names)
    }
  }

  @Test func `what came in is added, what was counted is set, and both are entries that can be taken back`()
    async throws
  {
    try await LiveServer.with { live async throws in
      let (key, sugar) = (try await live.ownKey(), try await live.item("Sugar"))
      let path = live.mine("inventory/{userId}")
      let added = try await live.post(path, ["itemId": .integer(sugar), "add": 2.5], key: key)
      #expect(added.data["before"] == 40 && added.data["quantity"] == 42.5 && added.isWhole)
      let set = try await live.post(path, ["itemId": .integer(sugar), "set": "35.125"], key: key)
      #expect(set.data["before"] == 42.5 && set.data["quantity"] == 35.125)
      let kinds: String = try await live.value(
        "select string_agg(kind || ' ' || quantity, ', ' order by entry_id) from stock_entries where item_id = \(sugar)"
      )
      #expect(kinds == "opening 40.000, purchase 2.500, count -7.375")
      let group = try #require(set.data["entryGroup"]?.integer)
      #expect(try await live.tap("undo:\(group)", key: key).status == 200)
      let list = try await live.get(path + "?search=sugar", key: key)
      #expect(list.data["items"]?[0]?["quantity"] == 42.5)
    }
  }

  @Test func `the same change under one name is made once`() async throws {
    try await LiveServer.with { live async throws in
      let (key, sugar) = (try await live.ownKey(), try await live.item("Sugar"))
      for _ in 1...3 {
        let body: JSON = ["itemId": .integer(sugar), "add": 5]
        let answer = try await live.post(live.mine("inventory/{userId}"), body, key: key, named: "delivery 7")
        #expect(answer.data["quantity"] == 45)
      }
      #expect(try await live.sugar() == 45)
    }
  }

  @Test(
    arguments: [
      ["itemId": 1], ["itemId": 1, "add": 0], ["itemId": 1, "add": -1], ["itemId": 1, "add": 1, "set": 1],
      ["itemId": 1, "add": "five"], ["itemId": 1, "add": true], ["itemId": 1, "add": 0.0001], ["itemId": 1, "set": -1],
      ["itemId": 1, "add": 1e300], ["itemId": 1, "add": 10_000_001], ["itemId": "x", "add": 1], ["add": 1], [:],
    ] as [JSON])
  func `what is no change is refused by name`(body: JSON) async throws {
    try await LiveServer.with { live async throws in
      let answer = try await live.post(live.mine("inventory/{userId}"), body, key: live.ownKey())
      #expect(answer.status == 400 && answer.code == "INVALID_REQUEST" && answer.isWhole)
      #expect(answer.envelope["error"]?["details"]?["field"] != nil)
    }
  }

  @Test func `an item of another shop is none of this one`() async throws {
    try await LiveServer.with { live async throws in
      let laxmi = try await LittleShop.open("Laxmi Stores", number: 2, in: live.database, at: Date())
      let theirs: Int64 = try await live.value("select min(item_id) from items where shop_id = \(laxmi.id)")
      let key = try await live.ownKey()
      for item in [theirs, 999_999] {
        let changed = try await live.post(
          live.mine("inventory/{userId}"), ["itemId": .integer(item), "add": 1], key: key)
        #expect(changed.status == 404 && changed.code == "ITEM_NOT_FOUND")
        #expect(try await live.get(live.mine("forecast/{userId}/\(item)"), key: key).code == "ITEM_NOT_FOUND")
      }
      #expect(try await live.get(live.mine("forecast/{userId}/sugar"), key: key).code == "ITEM_NOT_FOUND")
    }
  }

  @Test func `a forecast says what is stored, and what the reply says`() async throws {
    try await LiveServer.with { live async throws in
      let (key, sugar) = (try await live.ownKey(mayWrite: false), try await live.item("Sugar"))
      try await live.sellDaily(sugar)
      let answer = try await live.get(live.mine("forecast/{userId}/\(sugar)?days=3"), key: key)
      #expect(answer.isWhole && answer.data["days"]?.array.count == 3)
      let week = try #require(answer.data["totals"]?.array.first { $0["days"] == 7 })

      let expected: Double = try await live.value(
        "select week_expected from forecasts where item_id = \(sugar) order by made_on desc limit 1")
      #expect(abs((week["expected"]?.real ?? 0) - expected) < 1e-9)
      let stored: [Double] = try await live.value(
        "select expected[1:3] from forecasts where item_id = \(sugar) order by made_on desc limit 1")
      #expect(answer.data["days"]?.array.compactMap { $0["expected"]?.real } == stored)
      let reply = try await live.ask("how much sugar will sell in the next 7 days", key: key).reply ?? ""
      #expect(reply.contains("\(Int(expected.rounded())) kg"), "\(reply)")
      // Of the amounts for seven days together, the seventh row of six.
      let amounts: [Double] = try await live.value(
        "select totals[37:42] from forecasts where item_id = \(sugar) order by made_on desc limit 1")
      let told = ["0.1", "0.5", "0.8", "0.9", "0.95", "0.98"].map { week["quantiles"]?[$0]?.real ?? 0 }
      #expect(zip(told, amounts).allSatisfy { abs($0 - $1) < 1e-9 } && amounts.count == 6)
      #expect(week["low"]?.real == told.first && week["high"]?.real == told[3])
      #expect(try await live.get(live.mine("forecast/{userId}/\(sugar)?days=31"), key: key).status == 400)
      let maggi = try await live.item("Maggi")
      #expect(try await live.get(live.mine("forecast/{userId}/\(maggi)"), key: key).code == "NOT_FOUND")
    }
  }
}

extension LiveServer {
  /// Some kilos of an item on each of the last sixty days.
  func sellDaily(_ item: Int64) async throws {
    try await database.execute(
      """
      with days as (select d, (clock_timestamp() at time zone 'Asia/Kolkata')::date - d as day from generate_series(1, 60) d),
      groups as (
        insert into entry_groups (shop_id, kind, day, at)
        select \(shop.id), 'sale', day, clock_timestamp() - make_interval(days => d) from days
        returning group_id, day, at),
      bills as (
        insert into sales (shop_id, group_id, day, at) select \(shop.id), group_id, day, at from groups
        returning sale_id, day)
      insert into sale_lines (shop_id, sale_id, line, item_id, quantity, day)
      select \(shop.id), sale_id, 1, \(item), 10 + sale_id % 3, day from bills
      """)
  }
}
