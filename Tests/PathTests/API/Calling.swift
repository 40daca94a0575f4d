import Database
import Foundation
import HTTP
import TestSupport

@testable import API

/// Calling the API as a program does, over a socket.
extension LiveServer {
  /// What came back, and its envelope.
  struct Answered: Sendable {
    let response: HTTPClient.Response
    let envelope: JSON

    var status: Int { response.status }
    var data: JSON { envelope["data"] ?? .null }
    var code: String? { envelope["error"]?["code"]?.text }

    /// Success with data, or an error with a code and a message; and when it was.
    var isWhole: Bool {
      guard let stamp = envelope["timestamp"]?.text, stamp.hasSuffix("Z") else { return false }
      return envelope["success"]?.flag == true
        ? status == 200 && envelope.object["data"] != nil
        : Envelope.Code.allCases.contains { $0.rawValue == code && $0.status == status }
          && envelope["error"]?["message"]?.text?.isEmpty == false
    }
  }

  func key(mayWrite: Bool = true, shops: [Int64]? = nil) async throws -> String {
    try await database.createKey(named: "test", mayWrite: mayWrite, shops: shops, at: Date()).key.shown
  }

  /// For Asha's shop alone.
  func ownKey(mayWrite: Bool = true) async throws -> String {
    try await key(mayWrite: mayWrite, shops: [shop.id.rawValue])
  }

  func call(
    _ method: String = "GET", _ path: String, _ body: [UInt8] = [], key: String?,
    headers: [(name: String, value: String)] = []
  ) async throws -> Answered {
    var headers = headers
    if let key { headers.append(("Authorization", "Bearer \(key)")) }
    let response = try await client.send(
      .init(method: method, url: "http://127.0.0.1:\(port)\(path)", headers: headers, body: body))
    let envelope = try? JSON(parsing: response.body)  // nil where it is none, which `isWhole` then says
    return Answered(response: response, envelope: envelope ?? .null)
  }

  func get(_ path: String, key: String) async throws -> Answered { try await call("GET", path, key: key) }

  func post(_ path: String, _ body: JSON, key: String, named name: String? = nil) async throws -> Answered {
    let headers = name.map { [(name: "Idempotency-Key", value: $0)] } ?? []
    return try await call("POST", path, body.encoded(), key: key, headers: headers)
  }

  /// Says something as a program does.
  func ask(_ text: String, key: String, language: String? = nil, named name: String? = nil) async throws -> Answered {
    var body: [String: JSON] = ["userId": .integer(shop.id.rawValue), "text": .string(text)]
    body["language"] = language.map(JSON.string)
    return try await post("/api/v1/query", .object(body), key: key, named: name)
  }

  func tap(_ button: String, key: String) async throws -> Answered {
    try await post(
      "/api/v1/query", ["userId": .integer(shop.id.rawValue), "button": .string(button)], key: key)
  }

  /// The same path for Asha's shop.
  func mine(_ path: String) -> String { "/api/v1/" + path.replacing("{userId}", with: "\(shop.id.rawValue)") }

  func item(_ name: String) async throws -> Int64 {
    try await value("select item_id from items where shop_id = \(shop.id) and name = \(name)")
  }
}

extension LiveServer.Answered {
  var reply: String? { data["reply"]?["text"]?.text }

  func button(_ index: Int = 0) -> String { data["reply"]?["buttons"]?[index]?["id"]?.text ?? "" }
}
