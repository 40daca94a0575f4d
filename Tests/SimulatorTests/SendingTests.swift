import HTTP
import Testing

@testable import Simulator

@Suite(.timeLimit(.minutes(1)))
struct SendingTests {
  @Test func `an answer names the recipient and the message`() async throws {
    try await Stage.run { stage in
      let answer = await stage.sendText("नमस्ते", to: "+91 98220-00001")
      #expect(answer.status == 200)
      let contact: JSON = [
        "input": "+91 98220-00001", "wa_id": "919822000001", "user_id": "IN.40211785530196472201",
      ]
      #expect(answer.json["contacts"] == [contact])
      #expect(answer.json["messages"]?[0]?["id"]?.text?.hasPrefix("wamid.HBg") == true)
    }
  }

  @Test func `a message shows in the phone with its buttons`() async throws {
    try await Stage.run { stage in
      await stage.say(["text": "5 kilo chini bechi"])
      await stage.send([
        "to": .string(Shop.sunita), "type": "interactive", "interactive": Sample.buttons([("undo:1", "वापस लो")]),
      ])
      let bubble = await stage.event { $0["from"]?.text == "business" }
      #expect(bubble?["text"]?.text == "✓ 5 kg")
      #expect(bubble?["buttons"] == [["id": "undo:1", "title": "वापस लो"]])
    }
  }

  @Test(arguments: [nil, "wrong"])
  func `without the token nothing is done`(token: String?) async throws {
    try await Stage.run { stage in
      let answer = await stage.graph("POST", "106540350000001/messages", body: [:], token: token)
      #expect(answer.status == 401)
      #expect(answer.errorCode == 190)
    }
  }

  @Test func `an unknown number is an unknown object`() async throws {
    try await Stage.run { stage in
      let answer = await stage.graph("POST", "999/messages", body: ["messaging_product": "whatsapp"])
      #expect(answer.status == 400)
      #expect(answer.errorCode == 100)
      #expect(answer.json["error"]?["error_subcode"]?.integer == 33)
    }
  }

  @Test func `an error has the form of Meta's`() async throws {
    try await Stage.run { stage in
      let error = await stage.sendText("").json["error"] ?? .null
      #expect(error["message"]?.text == "(#131009) Parameter value is not valid")
      #expect(error["type"]?.text == "OAuthException")
      #expect(error["error_data"]?["messaging_product"]?.text == "whatsapp")
      #expect(error["error_data"]?["details"]?.text?.contains("Max length: 4096") == true)
      #expect(error["fbtrace_id"]?.text?.isEmpty == false)
    }
  }

  @Test(arguments: Broken.all)
  func `what Meta refuses is refused`(broken: Broken) {
    #expect(throws: broken.error) { try SendCommand(.object(broken.body)) }
  }

  @Test func `what just fits is taken`() throws {
    let texts: [JSON] = [
      ["type": "text", "text": ["body": .string(String(repeating: "क", count: 4096))]],
      ["type": "interactive", "interactive": Sample.buttons([("1", "a"), ("2", "b"), ("3", .twenty)])],
      ["type": "interactive", "interactive": Sample.list(rows: (1...10).map { ("\($0)", "row", "") })],
    ]
    for text in texts {
      let fields = text.object.merging(["messaging_product": "whatsapp", "to": "919822000001"]) { old, _ in old }
      #expect(throws: Never.self) { try SendCommand(.object(fields)) }
    }
  }

  @Test func `of to and recipient, to wins`() throws {
    let body: JSON = [
      "messaging_product": "whatsapp", "to": "919822000001", "recipient": "IN.1", "text": ["body": "x"],
    ]
    guard case .message(let message) = try SendCommand(body) else { return #expect(Bool(false)) }
    #expect(message.recipient == .phone("919822000001"))
  }

  @Test func `a number without country code is an Indian one`() async throws {
    try await Stage.run { stage in
      let answer = await stage.sendText("x", to: "9822000001")
      #expect(answer.json["contacts"]?[0]?["wa_id"]?.text == "919822000001")
    }
  }
}

/// A body that Meta refuses, and how.
struct Broken: CustomTestStringConvertible, Sendable {
  let testDescription: String
  let body: [String: JSON]
  let code: Int

  var error: GraphError {
    do throws(GraphError) {
      _ = try SendCommand(.object(body))
    } catch  where error.code == code {
      return error
    } catch {}
    return .injected(code, details: "expected by \(testDescription)")
  }

  init(_ description: String, _ code: Int, _ fields: [String: JSON], to: JSON? = "919822000001") {
    testDescription = description
    self.code = code
    var body = fields.merging(["messaging_product": "whatsapp"]) { old, _ in old }
    body["to"] = to
    self.body = body
  }

  init(_ description: String, _ interactive: JSON) {
    self.init(description, 131_009, ["type": "interactive", "interactive": interactive])
  }

  static let all: [Broken] = [
    Broken("no product", 100, ["messaging_product": "sms", "text": ["body": "x"]]),
    Broken("nobody to send to", 100, ["text": ["body": "x"]], to: nil),
    Broken("no node", 100, ["type": "text"]),
    Broken("unknown type", 131_009, ["type": "poll", "poll": [:]]),
    Broken("text of 4097", 131_009, ["text": ["body": .string(String(repeating: "a", count: 4097))]]),
    Broken(
      "callback data of 513", 131_009,
      [
        "text": ["body": "x"], "biz_opaque_callback_data": .string(String(repeating: "a", count: 513)),
      ]),
    Broken("no buttons", Sample.buttons([])),
    Broken("four buttons", Sample.buttons([("1", "a"), ("2", "b"), ("3", "c"), ("4", "d")])),
    Broken("button title of 21", Sample.buttons([("1", .twenty + "1")])),
    Broken("Devanagari is counted by scalars", Sample.buttons([("1", String(repeating: "कि", count: 11))])),
    Broken("button titles twice", Sample.buttons([("1", "a"), ("2", "a")])),
    Broken("button ids twice", Sample.buttons([("1", "a"), ("1", "b")])),
    Broken("button text of 1025", Sample.buttons([("1", "a")], text: String(repeating: "a", count: 1025))),
    Broken("eleven rows", Sample.list(rows: (1...11).map { ("\($0)", "row", "") })),
    Broken("no rows", Sample.list(rows: [])),
    Broken("row title of 25", Sample.list(rows: [("1", .twenty + "12345", "")])),
    Broken("row description of 73", Sample.list(rows: [("1", "a", String(repeating: "a", count: 73))])),
    Broken("row ids twice", Sample.list(rows: [("1", "a", ""), ("1", "b", "")])),
    Broken("list button of 21", Sample.list(rows: [("1", "a", "")], button: .twenty + "1")),
    Broken(
      "caption of 1025", 131_009,
      [
        "type": "image", "image": ["id": "1", "caption": .string(String(repeating: "a", count: 1025))],
      ]),
    Broken("image without id", 100, ["type": "image", "image": ["caption": "x"]]),
  ]
}

extension String {
  static let twenty = String(repeating: "t", count: 20)
}
