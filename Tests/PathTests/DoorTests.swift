import Database
import Foundation
import HTTP
import Messages
import TestSupport
import Testing

/// Who may come in, and what is kept of whatever comes.
@Suite(.timeLimit(.minutes(5)))
struct DoorTests {
  @Test func `nothing is kept of a POST that is not signed by WhatsApp`() async throws {
    try await LiveServer.with { live async throws in
      let body = live.envelope(live.asha("sold 5 kg sugar"))
      let right = LiveServer.signature(of: body)
      let wrong: [String?] = [
        nil, "", "sha256=", String(right.dropLast(2)), right + "00", String(right.dropFirst(7)),
        "sha1=" + right.dropFirst(7), LiveServer.signature(of: body, secret: "somebody-else"),
        LiveServer.signature(of: body + [32]), "sha256=" + String(repeating: "0", count: 64),
      ]
      for signature in wrong {
        #expect(try await live.post(body, signature: signature) == 401, "\(signature ?? "none")")
      }
      #expect(try await live.rowsKept() == 0)
    }
  }

  @Test func `while one secret takes over from another, both may sign`() async throws {
    try await LiveServer.with { live async throws in
      for secret in LiveServer.secrets {
        let body = live.envelope(live.asha("sold 1 kg sugar"))
        #expect(try await live.post(body, signature: LiveServer.signature(of: body, secret: secret)) == 200)
      }
      #expect(try await live.answers().count == 2)
    }
  }

  @Test func `Meta's handshake is answered to who knows the token`() async throws {
    try await LiveServer.with { live async throws in
      let path = "/webhook?hub.mode=subscribe&hub.challenge=1158201444&hub.verify_token="
      let welcome = try await live.get(path + LiveServer.verifyToken)
      #expect(welcome.status == 200 && welcome.body == Array("1158201444".utf8))
      #expect(try await live.get(path + "guess").status == 403)
    }
  }

  @Test func `a body over four megabytes is refused, one just below is taken`() async throws {
    try await LiveServer.with { live async throws in
      let body = live.envelope(live.asha("sold 5 kg sugar"))
      let filled = body + Array(repeating: UInt8(ascii: " "), count: (4 << 20) - body.count)
      #expect(try await live.post(filled + [32]) == 413)
      #expect(try await live.rowsKept() == 0)
      #expect(try await live.post(filled) == 200)
      #expect(try await live.answers().count == 1)
    }
  }

  @Test(arguments: ["", "{", "good morning", "\u{0}", "[1, 2", "{\"object\": \"whatsapp_business_account\""])
  func `signed bytes that are no JSON are kept as a dead letter, as they came`(text: String) async throws {
    try await LiveServer.with { live async throws in
      let body = Array(text.utf8)
      #expect(try await live.post(body) == 200)
      let (raw, isDead) = try await live.database.query("select raw, is_dead_letter from kept_events").only()
        .decode([UInt8].self, Bool.self)
      #expect(raw == body)
      #expect(isDead)
    }
  }

  @Test func `a NUL in a text is answered, and stored as it came`() async throws {
    try await LiveServer.with { live async throws in
      #expect(try await live.post(live.envelope(live.asha("sold 5\u{0} kg sugar"))) == 200)
      #expect(try await live.answers().first?.hasPrefix("✅ Sold: Sugar 5 kg") == true)
      let body: [UInt8] = try await live.value("select body from inbox")
      let message = try JSONDecoder().decode(InboundMessage.self, from: Data(body))
      #expect(message.content == .text("sold 5\u{0} kg sugar"))
      let raw: [UInt8] = try await live.value("select raw from inbox")
      #expect(try JSON(parsing: raw)["text"]?["body"]?.text == "sold 5\u{0} kg sugar")
    }
  }

  @Test func `a NUL under a button of somebody else's is answered too`() async throws {
    try await LiveServer.with { live async throws in
      var fields = live.asha("").json.object
      fields["type"] = "interactive"
      fields["interactive"] = ["type": "button_reply", "button_reply": ["id": "zz\0", "title": "sold 5\0 kg sugar"]]
      #expect(try await live.post(live.envelope([.object(fields)])) == 200)
      #expect(try await live.answers().first?.hasPrefix("✅ Sold: Sugar 5 kg") == true)
    }
  }

  @Test func `a NUL in a name, a field or a status does not bring the POST back for a week`() async throws {
    try await LiveServer.with { live async throws in
      let contact: JSON = ["wa_id": .string(live.shop.owner), "profile": ["name": "A\u{0}sha"]]
      #expect(try await live.post(live.envelope([live.asha("sold 5 kg sugar").json], contacts: [contact])) == 200)
      #expect(try await live.post(live.envelope(field: "account\u{0}update", ["a": "\u{0}"])) == 200)
      let status: JSON = [
        "id": "wamid.X", "status": "failed", "timestamp": "1790000000", "recipient_id": "919800000001",
        "errors": [["code": 131_026, "title": "un\u{0}deliverable"]],
      ]
      let value: JSON = ["metadata": ["phone_number_id": "100000000000001"], "statuses": [status, ["id": "\u{0}"]]]
      #expect(try await live.post(live.envelope(field: "messages", value)) == 200)
      let odd: JSON = [
        "metadata": ["phone_number_id": "100000000000001"], "statuses": [["id": "x", "type": "pay\u{0}"]],
      ]
      #expect(try await live.post(live.envelope(field: "messages", odd)) == 200)
      #expect(try await live.answers().count == 1)
    }
  }

  @Test func `a message from nobody is a dead letter, and its neighbours are answered`() async throws {
    try await LiveServer.with { live async throws in
      let body = live.envelope(live.asha("sold 5 kg sugar"), Said(text: "who am I"), live.asha("sold 2 kg sugar"))
      #expect(try await live.post(body) == 200)
      #expect(try await live.answers().count == 2)
      #expect(try await live.sugar() == 33)
      #expect(try await live.value("select reason from kept_events where is_dead_letter") == "no sender")
    }
  }

  @Test func `a message to a number that is not ours is kept and not answered, and its neighbours are`() async throws {
    try await LiveServer.with { live async throws in
      #expect(try await live.post(live.envelope(live.asha("hello"), on: "123456123")) == 200)
      #expect(try await live.post(live.envelope(live.asha("sold 5 kg sugar"))) == 200)
      #expect(try await live.answers().count == 1)
      #expect(try await live.value("select reason from kept_events") == "unknown business number")
    }
  }
}

extension LiveServer {
  /// Everything that a POST can leave behind.
  fileprivate func rowsKept() async throws -> Int {
    try await value(
      """
      select (select count(*) from inbox) + (select count(*) from inbox_seen) + (select count(*) from kept_events)
        + (select count(*) from statuses) + (select count(*) from lanes)
      """)
  }
}
