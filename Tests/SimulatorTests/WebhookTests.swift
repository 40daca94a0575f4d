import Crypto
import Foundation
import HTTP
import Testing

@testable import Simulator

@Suite(.timeLimit(.minutes(1)))
struct WebhookTests {
  @Test func `a webhook is signed over its exact bytes`() async throws {
    try await Stage.run { stage in
      await stage.say(["text": "५ किलो चीनी बेची"])
      let post = await stage.receiver.posts(1)[0]
      let code = HMACKey(Array("test-secret".utf8)).code(for: post.body)
      #expect(post.signature == "sha256=" + Hex.encode(code))
    }
  }

  @Test(arguments: [
    ("नमस्ते 🙏", #""\u0928\u092e\u0938\u094d\u0924\u0947 \ud83d\ude4f""#),
    ("a/b", #""a\/b""#),
    ("50% <b> me@x", #""50\u0025 \u003Cb> me\u0040x""#),
    ("\"\\/\n", #""\"\\\/\n""#),
  ])
  func `text is escaped as Meta escapes it`(text: String, wire: String) {
    #expect(MetaEscaping.escape(JSON.string(text).encoded()) == Array(wire.utf8))
  }

  @Test func `escaping changes no meaning`() throws {
    let text = "“₹१०” \\u0041 \u{200D}क्ष 🧑🏽‍🌾 </script> \u{1}"
    let read = try JSON(parsing: MetaEscaping.escape(JSON.string(text).encoded()))
    #expect(read == .string(text))
  }

  @Test func `a text arrives in Meta's envelope`() async throws {
    try await Stage.run { stage in
      let said = await stage.say(["text": "5 kilo chini bechi"])
      let post = await stage.receiver.posts(1)[0]
      #expect(post.json["object"]?.text == "whatsapp_business_account")
      #expect(post.json["entry"]?[0]?["id"]?.text == "102290120000001")
      let metadata: JSON = ["display_phone_number": "919820000001", "phone_number_id": "106540350000001"]
      #expect(post.values[0]["metadata"] == metadata)
      let contact: JSON = [
        "profile": ["name": "सुनीता"], "wa_id": "919822000001", "user_id": "IN.40211785530196472201",
      ]
      #expect(post.values[0]["contacts"] == [contact])
      let message: JSON = [
        "from": "919822000001", "from_user_id": "IN.40211785530196472201", "id": said.json["id"] ?? .null,
        "timestamp": "1791180000", "type": "text", "text": ["body": "5 kilo chini bechi"],
      ]
      #expect(post.message == message)
    }
  }

  @Test func `somebody who hides the phone is known by the user id alone`() async throws {
    try await Stage.run { stage in
      await stage.say(["text": "namaste"], from: Shop.meera)
      let post = await stage.receiver.posts(1)[0]
      #expect(post.message?["from"] == nil)
      #expect(post.message?["from_user_id"]?.text == Shop.meera)
      #expect(post.values[0]["contacts"]?[0]?["wa_id"] == nil)
    }
  }

  @Test func `a tap names the button and the message it was on`() async throws {
    try await Stage.run { stage in
      await stage.say(["text": "5 kilo chini bechi"])
      let sent = await stage.send([
        "to": .string(Shop.sunita), "type": "interactive", "interactive": Sample.buttons([("undo:1", "Undo")]),
      ])
      await stage.say(["buttonID": "undo:1"])
      let tap = await stage.nextMessage(ofType: "interactive")
      #expect(tap["interactive"] == ["type": "button_reply", "button_reply": ["id": "undo:1", "title": "Undo"]])
      #expect(tap["context"]?["id"] == sent.json["messages"]?[0]?["id"])
    }
  }

  @Test func `a choice from a list carries its description`() async throws {
    try await Stage.run { stage in
      await stage.say(["text": "chini"])
      await stage.send([
        "to": .string(Shop.sunita), "type": "interactive",
        "interactive": Sample.list(rows: [("i:1", "Sugar", "42 kg")]),
      ])
      await stage.say(["rowID": "i:1"])
      let reply: JSON = ["id": "i:1", "title": "Sugar", "description": "42 kg"]
      let message = await stage.nextMessage(ofType: "interactive")
      #expect(message["interactive"] == ["type": "list_reply", "list_reply": reply])
    }
  }

  @Test func `a tap on what nobody offered is refused`() async throws {
    try await Stage.run { stage in
      #expect(await stage.say(["buttonID": "undo:1"]).status == 404)
    }
  }

  @Test func `places, reactions and stickers arrive as Meta writes them`() async throws {
    try await Stage.run { stage in
      let id = await stage.say(["text": "x"]).json["id"] ?? .null
      await stage.say(["location": ["latitude": 19.9975, "longitude": 73.7898, "name": "Nashik"]])
      await stage.say(["reaction": ["messageID": id, "emoji": "👍"]])
      await stage.say(["media": ["kind": "sticker", "mimeType": "image/webp", "base64": "UklGRg=="]])
      let place: JSON = ["latitude": 19.9975, "longitude": 73.7898, "name": "Nashik"]
      #expect(await stage.nextMessage(ofType: "location")["location"] == place)
      #expect(await stage.nextMessage(ofType: "reaction")["reaction"] == ["message_id": id, "emoji": "👍"])
      let sticker = await stage.nextMessage(ofType: "sticker")["sticker"]
      #expect(sticker?["mime_type"]?.text == "image/webp")
      #expect(sticker?["animated"]?.flag == false)
    }
  }
}

extension Stage {
  /// The first message of that type that the server got, once it came.
  func nextMessage(ofType type: String) async -> JSON {
    var count = 1
    while true {
      let posts = await receiver.posts(count)
      for value in posts[count - 1].values {
        if let message = value["messages"]?[0], message["type"]?.text == type { return message }
      }
      count += 1
    }
  }
}

/// Well-formed bodies to start from.
enum Sample {
  static func buttons(_ buttons: [(id: String, title: String)], text: String = "✓ 5 kg") -> JSON {
    let replies = buttons.map { button -> JSON in
      ["type": "reply", "reply": ["id": .string(button.id), "title": .string(button.title)]]
    }
    return ["type": "button", "body": ["text": .string(text)], "action": ["buttons": .array(replies)]]
  }

  static func list(rows: [(id: String, title: String, description: String)], button: String = "Choose") -> JSON {
    let rows = rows.map { row -> JSON in
      ["id": .string(row.id), "title": .string(row.title), "description": .string(row.description)]
    }
    let action: JSON = ["button": .string(button), "sections": [["rows": .array(rows)]]]
    return ["type": "list", "body": ["text": "Which one?"], "action": action]
  }
}
