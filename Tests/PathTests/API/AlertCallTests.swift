import Alerts
import Database
import Foundation
import HTTP
import Inventory
import TestSupport
import Testing

@testable import API

/// What shops are told by themselves, as an administrator sees it.
@Suite(.timeLimit(.minutes(5)))
struct AlertCallTests {
  @Test func `what was raised is read, filtered, and acknowledged once`() async throws {
    try await LiveServer.with { live async throws in
      let (key, sugar) = (try await live.ownKey(), try await live.item("Sugar"))
      try await live.raise([
        Finding(.lowStock, .warning, .item(sugar), AlertFigures()),
        Finding(.slowStock, .info, .item(sugar), AlertFigures()),
      ])
      let path = live.mine("alerts/{userId}")
      let all = try await live.get(path, key: key)
      #expect(all.isWhole && all.alerts.map { $0["kind"] } == ["slow_stock", "low_stock"])
      #expect(all.alerts[1]["item"]?["name"] == "Sugar" && all.alerts[1]["isOpen"] == true)
      #expect(try await live.get(path + "?severity=warning", key: key).alerts.count == 1)
      #expect(try await live.get(path + "?kind=slow_stock&acknowledged=false", key: key).alerts.count == 1)
      #expect(try await live.get(path + "?since=2099-01-01", key: key).alerts.isEmpty)
      #expect(try await live.get(path + "?since=2020-01-01T00:00:00Z", key: key).alerts.count == 2)

      let id = try #require(all.alerts[0]["alertId"]?.integer)
      let first = try await live.post(path + "/\(id)/acknowledge", [:], key: key)
      #expect(first.isWhole && first.data["acknowledgedAt"] != nil && first.data["isOpen"] == false)
      let second = try await live.post(path + "/\(id)/acknowledge", [:], key: key)
      #expect(first.data == second.data)
      #expect(try await live.get(path + "?acknowledged=true", key: key).alerts.map { $0["alertId"]?.integer } == [id])
      for nothing in ["999999", "abc"] {
        #expect(try await live.post(path + "/\(nothing)/acknowledge", [:], key: key).code == "NOT_FOUND")
      }
    }
  }

  @Test(arguments: [
    "severity=loud", "kind=tea", "acknowledged=perhaps", "since=yesterday", "limit=0", "limit=201", "cursor=x",
    "shop=1.5",
  ])
  func `a filter that is none is refused by name`(query: String) async throws {
    try await LiveServer.with { live async throws in
      let answer = try await live.get("/api/v1/alerts?\(query)", key: live.key())
      #expect(answer.isWhole && answer.status == (query.hasPrefix("shop") ? 404 : 400))
    }
  }

  @Test func `the alerts of several shops are read in parts, each once, and of one's own shops only`() async throws {
    try await LiveServer.with { live async throws in
      var shops = [live.shop]
      for number in 2...4 {
        shops.append(try await LittleShop.open("Shop \(number)", number: number, in: live.database, at: Date()))
      }
      // The third has none.
      for shop in [shops[0], shops[1], shops[3]] {
        try await live.raise((1...5).map { Finding(.notice, .info, .named("\($0)"), AlertFigures()) }, in: shop.id)
      }
      #expect(try await live.allAlerts(key: live.key()).count == 15)
      let two = [shops[1].id.rawValue, shops[2].id.rawValue]
      let own = try await live.allAlerts(key: live.key(shops: two))
      #expect(own.count == 5 && own.allSatisfy { $0["userId"]?.integer == two[0] })
      #expect(own.compactMap { $0["alertId"]?.integer } == own.compactMap { $0["alertId"]?.integer }.sorted(by: >))
      let key = try await live.key(shops: two)
      #expect(try await live.get("/api/v1/alerts?shop=\(two[0])", key: key).alerts.count == 5)
      #expect(try await live.get("/api/v1/alerts?shop=\(shops[0].id.rawValue)", key: key).code == "FORBIDDEN")
      #expect(try await live.get("/api/v1/alerts?shop=999999", key: key).code == "FORBIDDEN")
      #expect(try await live.get("/api/v1/alerts?shop=999999", key: live.key()).code == "USER_NOT_FOUND")
    }
  }

  @Test func `what an administrator writes reaches the owner, once`() async throws {
    try await LiveServer.with { live async throws in
      let key = try await live.ownKey()
      try await live.post(live.envelope(live.asha("namaste")))
      try await live.quiet()
      // By day or by night.
      try await live.database.execute(
        """
        insert into preferences (shop_id, member_id, night_from, night_until, changed_at)
        select shop_id, member_id, 0, 0, clock_timestamp() from members where role = 'owner'
        """)
      let body: JSON = ["kind": "notice", "severity": "critical", "text": "The server moves at 9 tonight."]
      let written = try await live.post(live.mine("alerts/{userId}"), body, key: key, named: "move")
      #expect(written.isWhole && written.data["figures"]?["text"] == "The server moves at 9 tonight.")
      let again = try await live.post(live.mine("alerts/{userId}"), body, key: key, named: "move")
      #expect(again.data == written.data)
      try await live.sent { $0.contains { $0.text.contains("The server moves at 9 tonight.") } }
      #expect(try await live.value("select count(*) from alerts") == 1)
    }
  }

  @Test(
    arguments: [
      [:], ["text": ""], ["text": 5], ["kind": "low_stock", "text": "x"], ["kind": "tea", "text": "x"],
      ["severity": "loud", "text": "x"], ["text": .string(String(repeating: "x", count: 501))],
    ] as [JSON])
  func `what nobody could be told is refused`(body: JSON) async throws {
    try await LiveServer.with { live async throws in
      let answer = try await live.post(live.mine("alerts/{userId}"), body, key: live.ownKey())
      #expect(answer.status == 400 && answer.isWhole)
      #expect(try await live.value("select count(*) from alerts") == 0)
    }
  }

  @Test func `goods that a program sells low are told to the owner, not to the program`() async throws {
    try await LiveServer.with { live async throws in
      let key = try await live.ownKey()
      try await live.post(live.envelope(live.asha("alert me when sugar goes below 39 kg")))
      try await live.quiet()
      #expect(try await live.ask("sold 5 kg sugar", key: key).reply?.contains("⚠️") == false)
      #expect(try await live.value("select count(*) from jobs where kind = 'stock_crossed'") == 1)
    }
  }
}

extension LiveServer.Answered {
  fileprivate var alerts: [JSON] { data["alerts"]?.array ?? [] }
}

extension LiveServer {
  fileprivate func raise(_ findings: [Finding], in shop: ShopID? = nil) async throws {
    try await database.books(of: shop ?? self.shop.id, at: Date()) { try await $0.raise(findings) }
  }

  /// Page after page.
  fileprivate func allAlerts(key: String) async throws -> [JSON] {
    var (seen, cursor) = ([JSON](), "0")
    while true {
      let part = try await get("/api/v1/alerts?limit=4&cursor=\(cursor)", key: key)
      seen += part.alerts
      guard let next = part.data["nextCursor"]?.text else { return seen }
      cursor = next
    }
  }

  /// Returns when what was sent is as expected; the time limit of the suite ends it where that never comes.
  fileprivate func sent(_ isSo: ([SentLog.Sent]) -> Bool) async throws {
    for await _ in database.notifications(on: "movement") where isSo(await sent.all) { return }
  }
}
