import Database
import Foundation
import HTTP
import Telemetry
import TestSupport
import Testing

@testable import API

/// How much of everything the API puts up with, and what it says when it does not.
@Suite(.timeLimit(.minutes(5)))
struct LimitsTests {
  @Test func `a hundred calls a minute come through, and then the time to wait is told`() async throws {
    try await LiveServer.with { live async throws in
      let laxmi = try await LittleShop.open("Laxmi Stores", number: 2, in: live.database, at: Date())
      let (key, other) = (try await live.key(), try await live.ownKey())
      let path = live.mine("inventory/{userId}?limit=1")
      for number in 1...100 { #expect(try await live.get(path, key: key).status == 200, "\(number)") }
      let late = try await live.get(path, key: key)
      #expect(late.status == 429 && late.code == "RATE_LIMIT_EXCEEDED" && late.isWhole)
      let wait = try #require(late.response.headers["Retry-After"].flatMap(Int.init))
      #expect((1...60).contains(wait))

      #expect(try await live.get("/api/v1/inventory/\(laxmi.id.rawValue)", key: key).status == 200)
      #expect(try await live.get(path, key: other).status == 200)

      // A minute later.
      try await live.database.execute(
        "update api_pace set calls = array(select c - interval '1 minute' from unnest(calls) c)")
      #expect(try await live.get(path, key: key).status == 200)
    }
  }

  @Test func `the limit holds for many that call at once`() async throws {
    try await LiveServer.with { live async throws in
      let key = try await live.ownKey()
      let path = live.mine("inventory/{userId}?limit=1")
      let statuses = try await withThrowingTaskGroup(of: Int.self) { group in
        for _ in 1...130 { group.addTask { try await live.get(path, key: key).status } }
        return try await group.reduce(into: [:]) { $0[$1, default: 0] += 1 }
      }
      #expect(statuses == [200: 100, 429: 30])
    }
  }

  @Test func `another method, and an address that is not there, are told apart`() async throws {
    try await LiveServer.with { live async throws in
      let key = try await live.ownKey()
      let wrong = try await live.call("DELETE", live.mine("inventory/{userId}"), key: key)
      #expect(wrong.status == 405 && wrong.code == "METHOD_NOT_ALLOWED" && wrong.isWhole)
      #expect(wrong.response.headers["Allow"] == "GET, HEAD, POST")
      #expect(try await live.call("GET", "/api/v1/query", key: key).response.headers["Allow"] == "POST")
      #expect(try await live.call("HEAD", live.mine("inventory/{userId}"), key: key).status == 200)
      for path in [
        "/api/v1/", "/api/v1/nothing", "/api/v1/inventory", "/api/v1/inventory/1/2/3", "/api/v1/inventory//",
      ] {
        let answer = try await live.get(path, key: key)
        #expect(answer.status == 404 && answer.code == "NOT_FOUND" && answer.isWhole, "\(path)")
      }
    }
  }

  @Test func `a body too large is told by code, also one that the server itself refuses`() async throws {
    try await LiveServer.with { live async throws in
      let key = try await live.ownKey()
      for count in [Route.bodyBytesMax + 1, (4 << 20) + 1] {
        let body = Array(repeating: UInt8(ascii: " "), count: count)
        let answer = try await live.call("POST", "/api/v1/query", body, key: key)
        #expect(answer.status == 413 && answer.code == "PAYLOAD_TOO_LARGE" && answer.isWhole, "\(count)")
      }
    }
  }

  @Test func `what is no request is refused by name, and never falls over`() async throws {
    try await LiveServer.with { live async throws in
      let shop = live.shop.id.rawValue
      var random = SplitMix(seed: 23)
      let bodies = (1...150).map { _ in Hostile.body(for: shop, using: &random) }
      for call in KeysTests.calls(for: shop) where call.route.method == .post {
        let key = try await live.key(shops: [shop])  // of its own, for the pace
        for body in bodies.prefix(90) {
          let answer = try await live.call("POST", call.path, body, key: key)
          #expect(answer.isWhole && answer.status != 500, "\(answer.status): \(String(decoding: body, as: UTF8.self))")
        }
      }
      let key = try await live.key(shops: [shop])
      for body in bodies.dropFirst(90) {
        let answer = try await live.call("POST", "/api/v1/query", body, key: key)
        #expect(answer.isWhole && answer.status != 500, "\(answer.status): \(String(decoding: body, as: UTF8.self))")
      }
    }
  }

  @Test func `what goes wrong among us is told to nobody, and no key or number stands in the log`() async throws {
    let lines = Lines()
    try await LiveServer.with(log: Log(level: .debug) { lines.add($0) }) { live async throws in
      let key = try await live.ownKey()
      try await live.database.execute("alter table item_names rename to item_words")
      let broken = try await live.get(live.mine("inventory/{userId}"), key: key)
      #expect(broken.status == 500 && broken.code == "INTERNAL_ERROR" && broken.isWhole)
      let told = String(decoding: broken.response.body, as: UTF8.self)
      #expect(!told.contains("item_names") && !told.contains("42P01"))
      _ = try await live.get("/api/v1/inventory/919812345678", key: key)
      _ = try await live.get("/api/v1/inventory/919812345678", key: "rm_\(live.shop.owner)")
      let log = lines.all.joined()
      #expect(log.contains("42P01"))
      #expect(!log.contains("919812345678") && !log.contains(live.shop.owner))
      #expect(!log.contains(key.suffix(64)))
    }
  }
}

/// Bodies that no program of good faith sends, and some that are nearly right.
enum Hostile {
  static func body(for shop: Int64, using random: inout SplitMix) -> [UInt8] {
    let odd: [JSON] = [
      .null, true, 0, -1, 1.5, 1e300, "", " ", "\u{0}", "sold 5 kg sugar", [], [[]], [:], "919812345678", "' or 1=1 --",
      .integer(.max), .integer(.min), .string(String(repeating: "अ", count: 5_000)), "undo:1", "yes:0", "pick:1:99999",
    ]
    let names = ["text", "button", "language", "itemId", "add", "set", "kind", "severity", "userId"]
    var members: [String: JSON] = ["userId": .integer(shop)]
    for _ in 0..<Int.random(in: 0...4, using: &random) {
      members[names.randomElement(using: &random) ?? "text"] = odd.randomElement(using: &random) ?? .null
    }
    var bytes = JSON.object(members).encoded()
    switch Int.random(in: 0...5, using: &random) {
    case 0: bytes.removeLast(Int.random(in: 1...bytes.count, using: &random))
    case 1: bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
    case 2: bytes = Array(repeating: UInt8(ascii: "["), count: 1_000)
    default: break
    }
    return bytes
  }
}

/// What was logged. `lock` guards `kept`.
final class Lines: @unchecked Sendable {
  private let lock = NSLock()
  private var kept: [String] = []

  func add(_ line: String) { lock.withLock { kept.append(line) } }
  var all: [String] { lock.withLock { kept } }
}
