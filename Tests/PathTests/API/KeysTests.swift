import Database
import Foundation
import HTTP
import Scheduler
import Telemetry
import TestSupport
import Testing

@testable import API
@testable import App

/// Who may call, and for which shop: every line of the table, with every kind of key.
@Suite(.timeLimit(.minutes(5)))
struct KeysTests {
  /// Every line of the table with something in each of its places. A place of tomorrow does not compile before it is
  /// thought of here.
  static func calls(for shop: Int64) -> [(route: Route, path: String, body: [UInt8])] {
    let database = Postgres(.init(url: "postgresql://nobody@127.0.0.1:1/none"))
    let engine = Engine(languages: [], prepare: { _, _ in }, answer: { _, _ in throw Refusal.starting })
    let api = ShopAPI(
      database: database, engine: engine, schedules: .init([], database: database), tellAlerts: { _ in }, log: .silent,
      now: { Date() })
    return api.table.routes.map { route in
      let parts = route.path.text.split(separator: "/").map { part -> String in
        switch PathPattern.Parameter(rawValue: String(part)) {
        case nil: String(part)
        case .user: "\(shop)"
        case .item, .alert, .file: "1"
        case .schedule: "forecast%20refresh"
        }
      }
      let body: JSON = ["userId": .integer(shop), "text": "how much sugar is left?"]
      return (route, "/" + parts.joined(separator: "/"), route.method == .post ? body.encoded() : [])
    }
  }

  /// What is wrong with a key, and the key.
  private func wrongKeys(_ live: LiveServer) async throws -> [(String, String?)] {
    let right = try await live.key()
    let revoked = try await live.database.createKey(named: "old", mayWrite: true, shops: nil, at: Date())
    #expect(try await live.database.revokeKey(revoked.id, at: Date()))
    let other = try await live.key()
    let handleOnly = right.prefix(20) + other.dropFirst(20)
    return [
      ("none", nil), ("empty", ""), ("a word", "hello"), ("half", String(right.prefix(40))), ("longer", right + "00"),
      ("another's secret", String(handleOnly)), ("revoked", revoked.key.shown),
      ("never made", APIKey.fresh().shown), ("two words", right + " " + right),
    ]
  }

  @Test func `whoever has no key, or a wrong one, is told to show one, and nothing else`() async throws {
    try await LiveServer.with { live async throws in
      for (what, key) in try await wrongKeys(live) {
        for call in Self.calls(for: live.shop.id.rawValue) {
          let answer = try await live.call(call.route.method.rawValue, call.path, call.body, key: key)
          #expect(answer.status == 401 && answer.code == "UNAUTHORIZED" && answer.isWhole, "\(what): \(call.path)")
          #expect(answer.response.headers["WWW-Authenticate"] == "Bearer")
        }
      }
      #expect(try await live.value("select count(*) from api_pace") == 0)
    }
  }

  @Test func `a key opens its own shops, and does not tell which others there are`() async throws {
    try await LiveServer.with { live async throws in
      let laxmi = try await LittleShop.open("Laxmi Stores", number: 2, in: live.database, at: Date())
      let key = try await live.ownKey()
      var foreign: Set<JSON?> = []
      for shop in [laxmi.id.rawValue, 999_999] {
        for call in Self.calls(for: shop) where call.route.isOfShop {
          let answer = try await live.call(call.route.method.rawValue, call.path, call.body, key: key)
          #expect(answer.status == 403 && answer.code == "FORBIDDEN" && answer.isWhole, "\(shop): \(call.path)")
          foreign.insert(answer.envelope["error"])
        }
      }
      #expect(foreign.count == 1)
      #expect(try await live.get("/api/v1/inventory/abc", key: key).status == 403)
      for call in Self.calls(for: live.shop.id.rawValue) {
        let answer = try await live.call(call.route.method.rawValue, call.path, call.body, key: key)
        #expect(![401, 403, 500, 503].contains(answer.status), "\(answer.status): \(call.path)")
        #expect(answer.code != "USER_NOT_FOUND", "\(call.path)")
      }
    }
  }

  @Test func `a key to all shops is told when there is none of that number`() async throws {
    try await LiveServer.with { live async throws in
      let key = try await live.key()
      for call in Self.calls(for: 999_999) where call.route.isOfShop {
        let answer = try await live.call(call.route.method.rawValue, call.path, call.body, key: key)
        #expect(answer.status == 404 && answer.code == "USER_NOT_FOUND" && answer.isWhole, "\(call.path)")
      }
      for odd in ["abc", "-1", "+1", "01", "1e3", "99999999999999999999", "%E0%A5%A7"] {
        #expect(try await live.get("/api/v1/inventory/\(odd)", key: key).code == "USER_NOT_FOUND", "\(odd)")
      }
    }
  }

  @Test func `a key that may only read changes nothing`() async throws {
    try await LiveServer.with { live async throws in
      let key = try await live.ownKey(mayWrite: false)
      let entries: Int = try await live.value("select count(*) from entry_groups")
      for call in Self.calls(for: live.shop.id.rawValue) {
        let answer = try await live.call(call.route.method.rawValue, call.path, call.body, key: key)
        #expect((answer.status == 403) == (call.route.right == .write), "\(answer.status): \(call.path)")
      }
      #expect(try await live.value("select count(*) from entry_groups") == entries)
    }
  }

  @Test func `of a key only a hash is kept, and the day of its last use`() async throws {
    try await LiveServer.with { live async throws in
      let key = try await live.ownKey()
      #expect(try await live.get(live.mine("inventory/{userId}"), key: key).status == 200)
      let row: String = try await live.value(
        "select to_jsonb(k)::text || to_jsonb(p)::text from api_keys k, api_pace p")
      let secret = try #require(key.split(separator: "_").last)
      #expect(!row.contains(secret))
      #expect(try await live.value("select last_used_on is not null from api_keys"))
    }
  }

  @Test func `a shop that is erased takes the keys to it along`() async throws {
    try await LiveServer.with { live async throws in
      let laxmi = try await LittleShop.open("Laxmi Stores", number: 2, in: live.database, at: Date())
      let (own, both) = (
        try await live.ownKey(), try await live.key(shops: [live.shop.id.rawValue, laxmi.id.rawValue])
      )
      #expect(try await live.ask("sold 5 kg sugar", key: own, named: "a").status == 200)
      try await live.database.execute(
        script: """
          begin; select set_config('app.shop_id', '\(live.shop.id.rawValue)', true);
          select ask_erasure('shop', null, null, clock_timestamp(), clock_timestamp());
          select set_config('app.shop_id', '', true); select erase_due(clock_timestamp()); commit
          """)
      #expect(try await live.get(live.mine("inventory/{userId}"), key: own).status == 401)
      #expect(try await live.get(live.mine("inventory/{userId}"), key: both).status == 403)
      #expect(try await live.get("/api/v1/inventory/\(laxmi.id.rawValue)", key: both).status == 200)
    }
  }
}

extension Route {
  fileprivate var isOfShop: Bool { if case .ofShop = work { true } else { false } }
}
