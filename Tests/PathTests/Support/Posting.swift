import Crypto
import Database
import Foundation
import HTTP
import TestSupport

/// A message inside of a webhook.
struct Said: Sendable {
  var text: String
  var id = "wamid.\(UUID().uuidString)"
  var phone: String?
  var userID: String?

  var json: JSON {
    var fields: [String: JSON] = [
      "id": .string(id), "timestamp": .string(String(Int(Date().timeIntervalSince1970))), "type": "text",
      "text": ["body": .string(text)],
    ]
    fields["from"] = phone.map(JSON.string)
    fields["from_user_id"] = userID.map(JSON.string)
    return .object(fields)
  }
}

/// Posting as WhatsApp does, and looking at what became of it.
extension LiveServer {
  /// A webhook's body.
  func envelope(_ messages: [JSON], on channel: String? = nil, contacts: [JSON] = []) -> [UInt8] {
    let value: JSON = [
      "messaging_product": "whatsapp", "metadata": ["phone_number_id": .string(channel ?? owners)],
      "contacts": .array(contacts), "messages": .array(messages),
    ]
    return envelope(field: "messages", value)
  }

  func envelope(field: String, _ value: JSON) -> [UInt8] {
    let change: JSON = ["field": .string(field), "value": value]
    let envelope: JSON = ["object": "whatsapp_business_account", "entry": [["id": "1", "changes": [change]]]]
    return envelope.encoded()
  }

  func envelope(_ said: Said..., on channel: String? = nil) -> [UInt8] { envelope(said.map(\.json), on: channel) }

  private var owners: String { "100000000000001" }

  /// Something that the owner of the shop writes.
  func asha(_ text: String) -> Said { Said(text: text, phone: shop.owner) }

  static func signature(of body: [UInt8], secret: String = secrets[0]) -> String {
    "sha256=" + Hex.encode(HMACKey(Array(secret.utf8)).code(for: body))
  }

  /// Posts to the webhook, rightly signed; the status of the answer.
  @discardableResult
  func post(_ body: [UInt8]) async throws -> Int { try await post(body, signature: Self.signature(of: body)) }

  func post(_ body: [UInt8], signature: String?) async throws -> Int {
    var headers = [(name: "Content-Type", value: "application/json")]
    if let signature { headers.append(("X-Hub-Signature-256", signature)) }
    return try await client.send(
      .init(method: "POST", url: "http://127.0.0.1:\(port)/webhook", headers: headers, body: body)
    ).status
  }

  func get(_ path: String) async throws -> HTTPClient.Response {
    try await client.send(.init(url: "http://127.0.0.1:\(port)\(path)"))
  }

  /// Returns when all that was acknowledged is handled and all answers are out. No answer can come after that.
  func quiet() async throws {
    let open: SQL =
      """
      select 1 from inbox where state = 'waiting'
      union all select 1 from outbox where state in ('ready', 'sending')
      """
    for await _ in database.notifications(on: Self.movement) where try await database.query(open).isEmpty { return }
  }

  private static let movement = "movement"

  /// Whatever happens to a message, and to an answer, is told to `quiet`.
  static func announceMovements(in database: Postgres) async throws {
    try await database.execute(
      script: """
        create or replace function announce_movement() returns trigger language plpgsql as
        $$ begin perform pg_notify('movement', ''); return null; end $$;
        create or replace trigger movement after update on inbox execute function announce_movement();
        create or replace trigger movement after update on outbox execute function announce_movement();
        """)
  }

  /// What was answered, once all is quiet.
  func answers() async throws -> [String] {
    try await quiet()
    return await sent.all.map(\.text)
  }

  func value<Value: SQLDecodable>(_ sql: SQL) async throws -> Value {
    try await database.query(sql).only().decode(Value.self)
  }

  /// Kilograms of sugar on the shelf; 40 in the beginning.
  func sugar() async throws -> Int {
    try await value(
      "select s.on_hand::bigint from stock s join items i using (shop_id, item_id) where i.name = 'Sugar'")
  }

  func sales() async throws -> Int { try await value("select count(*) from sales") }
}
