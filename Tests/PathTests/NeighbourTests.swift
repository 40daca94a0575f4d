import Database
import Foundation
import HTTP
import TestSupport
import Testing

@testable import App

/// At every address that the server has: what is in the books of shops stays there.
@Suite(.timeLimit(.minutes(5)))
struct NeighbourTests {
  private static let secrets = ["Zafrani", "38.625", "38625", "919911223344", "Zubeida", "Laxmi"]

  @Test func `no address tells anything of a shop, or changes one, whoever asks in whichever way`() async throws {
    try await LiveServer.with { live async throws in
      let neighbour = try await LittleShop.open("Laxmi Stores", number: 2, in: live.database, at: Date())
      try await Self.writeSecrets(in: neighbour, live)
      let before = try await Self.rows(of: neighbour, live)
      for path in Server.paths {
        for method in ["GET", "POST", "PUT", "DELETE"] {
          for query in ["", "?shop_id=\(neighbour.id.rawValue)", "/\(neighbour.id.rawValue)"] {
            let response = try await live.client.send(
              .init(
                method: method, url: "http://127.0.0.1:\(live.port)\(path)\(query)",
                headers: [(name: "Content-Type", value: "application/json")],
                body: method == "GET" ? [] : Array("{\"shop_id\": \(neighbour.id.rawValue)}".utf8)))
            let said = String(decoding: response.body, as: UTF8.self)
            let secret = Self.secrets.first { said.contains($0) }
            #expect(secret == nil, "\(method) \(path)\(query) → \(said)")
          }
        }
      }
      for text in ["how much sugar is left", "sold 1 kg sugar", "show full stock", "who owes me"] {
        #expect(try await live.post(live.envelope(live.asha(text))) == 200)
      }
      let answers = try await live.answers()
      #expect(answers.count == 4)
      for answer in answers { #expect(!Self.secrets.contains { answer.contains($0) }, "\(answer)") }
      #expect(try await Self.rows(of: neighbour, live) == before)
    }
  }

  @Test func `at an address that is not in the list there is nothing`() async throws {
    try await LiveServer.with { live async throws in
      for path in ["/", "/shops", "/api/v1/shops", "/api/v1/items", "/join/1", "/export", "/media/1", "/simulator"] {
        #expect(try await live.get(path).status == 404, "\(path)")
      }
      for path in Server.paths { #expect(try await live.get(path).status != 404, "\(path)") }
    }
  }

  private static func writeSecrets(in shop: LittleShop, _ live: LiveServer) async throws {
    for change: SQL in [
      "update stock set on_hand = 38.625 where shop_id = \(shop.id)",
      "update items set category = 'Zafrani' where shop_id = \(shop.id)",
      """
      insert into customers (shop_id, name, phone, created_at)
      values (\(shop.id), 'Zubeida', '919911223344', \(Date()))
      """,
    ] { try await live.database.execute(change) }
  }

  private static func rows(of shop: LittleShop, _ live: LiveServer) async throws -> [String: String] {
    let tables = try await live.database.query(
      """
      select c.relname::text from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum = 1
      where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and a.attname = 'shop_id'
      """
    ).map { try $0.decode(String.self) }
    var rows: [String: String] = [:]
    for table in tables {
      rows[table] = try await live.database.query(
        """
        select coalesce(md5(string_agg(t::text, ' ' order by t::text)), '')
        from \(SQL.identifier(table)) t where shop_id = \(shop.id)
        """
      ).only().decode(String.self)
    }
    return rows
  }
}
