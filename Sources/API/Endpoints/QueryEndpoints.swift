import Database
import HTTP
import Messages

/// “5 kilo chini bechi”, said by a program: the same understanding, handlers and books as on WhatsApp.
extension ShopAPI {
  var queryRoutes: [Route] {
    ["/api/v1/query", "/api/v1/process-query"].map { path in
      // Whether it writes is known only when it is understood.
      Route.post(path, needs: .read, shopIn: .body, query)
    }
  }

  /// As much as fits into a message on WhatsApp.
  private static let textMax = 4_096

  @Sendable private func query(_ call: Call, _ shop: ShopID) async throws -> JSON {
    let words = Engine.Words(caller: call.caller, content: try content(call), language: try language(call))
    try await database.books(of: shop, at: call.now) { try await engine.prepare(words, $0) }
    return try await database.books(of: shop, at: call.now) { books in
      // To read twice does no harm, and whoever may only read keeps no answers in the books.
      guard call.caller.mayWrite else { return try await engine.answer(words, books).json }
      return try await books.once(call) { try await engine.answer(words, books).json }
    }
  }

  private func content(_ call: Call) throws(Refusal) -> Content {
    let text = try call.words("text", scalarsMax: Self.textMax)
    let button = try call.words("button", scalarsMax: Choices.Limit.buttonID)
    switch (text, button) {
    case (let text?, nil): return .text(text)
    case (nil, let button?): return .button(id: button, title: "")
    case (nil, nil), (_?, _?): throw .field("text", "Send “text”, or the id of a “button” of an answer.")
    }
  }

  private func language(_ call: Call) throws(Refusal) -> String? {
    guard let language = try call.words("language", scalarsMax: 20) else { return nil }
    guard engine.languages.contains(language) else {
      throw .field("language", "“language” is one of \(engine.languages.joined(separator: ", ")).")
    }
    return language
  }
}

extension Engine.Answer {
  fileprivate var json: JSON {
    [
      "reply": reply?.json ?? .null, "forward": forward?.json ?? .null, "intent": intent.map(JSON.string) ?? .null,
      "language": .string(language), "awaitsAnswer": .bool(isQuestion),
      "entryGroup": group.map(JSON.integer) ?? .null,
    ]
  }
}

extension Reply {
  fileprivate var json: JSON {
    var members: [String: JSON] = ["text": .string(text)]
    switch choices {
    case .none: break
    case .buttons(let buttons):
      members["buttons"] = .array(buttons.map { ["id": .string($0.id), "title": .string($0.title)] })
    case .list(let button, let rows):
      let lines = rows.map { row -> JSON in
        var line: [String: JSON] = ["id": .string(row.id), "title": .string(row.title)]
        line["detail"] = row.detail.map(JSON.string)
        return .object(line)
      }
      members["list"] = ["button": .string(button), "rows": .array(lines)]
    }
    if let attachment {
      members["file"] = [
        "fileId": .integer(attachment.file), "name": .string(attachment.name),
        "kind": .string(attachment.kind.rawValue),
      ]
    }
    return .object(members)
  }
}
