import Foundation
import HTTP
import Testing

@testable import Simulator

@Suite(.timeLimit(.minutes(1)))
struct TemplateTests {
  @Test func `a template is looked at and approved`() async throws {
    try await Stage.run { stage in
      let submitted = await stage.submit(Sample.reminder)
      #expect(submitted.json["status"]?.text == "PENDING")
      let news = await stage.templateNews()
      #expect(news["event"]?.text == "APPROVED")
      #expect(news["message_template_id"]?.text == submitted.json["id"]?.text)
      #expect(news["message_template_name"]?.text == "udhaar_reminder")
      #expect(news["message_template_language"]?.text == "en-IN")
      #expect(news["reason"]?.text == "NONE")
      let listed = await stage.templates("GET", ["name": "udhaar"]).json["data"]?.array ?? []
      #expect(listed.map { $0["status"]?.text } == ["APPROVED"])
    }
  }

  @Test func `what the account is told comes in an entry of its own, with its time`() async throws {
    try await Stage.run { stage in
      _ = await stage.submit(Sample.reminder)
      let entry = await stage.receiver.posts(1)[0].json["entry"]?[0]
      #expect(entry?["id"]?.text == "102290120000001")
      #expect(entry?["time"]?.integer == 1_791_180_000)
      #expect(entry?["changes"]?[0]?["field"]?.text == "message_template_status_update")
    }
  }

  @Test(arguments: [
    ("Namaste {{1}}, see bit.ly/x and {{2}} more.", "INVALID_FORMAT"),
    ("Namaste {{1}}, a discount of {{2}} percent.", "INCORRECT_CATEGORY"),
  ])
  func `some are rejected, with a reason`(text: String, reason: String) async throws {
    try await Stage.run { stage in
      _ = await stage.submit(Sample.reminder(text))
      let news = await stage.templateNews()
      #expect(news["event"]?.text == "REJECTED")
      #expect(news["reason"]?.text == reason)
      #expect(
        await stage.send(Sample.sending(["a", "b"], name: "udhaar_reminder", language: "en_IN")).errorCode == 132_001)
    }
  }

  @Test(arguments: [
    "{{1}} owes ₹{{2}} to us.", "Dear {{1}}, you owe ₹{{2}}.", "Dear {{1}} {{2}} of ours.",
    "Dear {{2}}, you owe ₹{{1}} to us.",
  ])
  func `variables stand inside, apart and in order`(text: String) async throws {
    try await Stage.run { stage in
      #expect(await stage.submit(Sample.reminder(text)).errorCode == 100)
    }
  }

  @Test func `there is one of a name in a language, and a deleted name is blocked for a month`() async throws {
    try await Stage.run { stage in
      _ = await stage.submit(Sample.reminder)
      #expect(await stage.submit(Sample.reminder).subcode == 2_388_024)
      #expect(await stage.templates("DELETE", ["name": "udhaar_reminder"]).json == ["success": true])
      #expect(await stage.submit(Sample.reminder).subcode == 2_388_023)
      stage.clock.advance(TemplateBook.blockedSeconds)
      #expect(await stage.submit(Sample.reminder).status == 200)
    }
  }

  @Test func `templates are listed a page at a time`() async throws {
    var configuration = Shop.configuration
    configuration.templates = (1...5).map {
      .init(name: "t\($0)", language: "hi", components: Sample.summary.components)
    }
    try await Stage.run(configuration) { stage in
      var names: [String?] = []
      var query = ["limit": "2"]
      while true {
        let page = await stage.templates("GET", query).json
        names += page["data"]?.array.map { $0["name"]?.text } ?? []
        guard page["paging"]?["next"] != nil else { break }
        query["after"] = page["paging"]?["cursors"]?["after"]?.text
      }
      #expect(names == ["t1", "t2", "t3", "t4", "t5"])
    }
  }

  @Test func `a template shows its words in the phone`() async throws {
    try await Stage.run { stage in
      _ = await stage.send(Sample.sending(["5", "₹230"]))
      let bubble = await stage.event { $0["type"]?.text == "template" }
      #expect(bubble?["text"]?.text == "आज 5 बिक्री, कुल ₹230 रही।")
      #expect(bubble?["template"]?["name"]?.text == "daily_summary")
    }
  }

  @Test func `the parameters must fit`() async throws {
    try await Stage.run { stage in
      #expect(await stage.send(Sample.sending([])).errorCode == 132_000)
      #expect(await stage.send(Sample.sending(["5"])).errorCode == 132_000)
      #expect(await stage.send(Sample.sending(["5", "6", "7"])).errorCode == 132_000)
      #expect(await stage.send(Sample.sending(["5", "6"], place: "header")).errorCode == 132_000)
      #expect(await stage.send(Sample.sending(["5", "6"], type: "image")).errorCode == 132_012)
      #expect(await stage.send(Sample.sending(["5", "6"])).status == 200)
    }
  }

  @Test func `named parameters go by their names`() async throws {
    var configuration = Shop.configuration
    let body: JSON = [["type": "BODY", "text": "Dear {{name}}, thank you."]]
    configuration.templates = [.init(name: "thanks", language: "en", components: body, isNamed: true)]
    try await Stage.run(configuration) { stage in
      let send = { (name: String) in
        await stage.send([
          "to": .string(Shop.sunita), "type": "template",
          "template": [
            "name": "thanks", "language": ["code": "en"],
            "components": [
              ["type": "body", "parameters": [["type": "text", "parameter_name": .string(name), "text": "Asha"]]]
            ],
          ],
        ])
      }
      #expect(await send("first_name").errorCode == 132_012)
      #expect(await send("name").status == 200)
      #expect(await stage.event { $0["text"]?.text == "Dear Asha, thank you." } != nil)
    }
  }

  @Test func `what is unknown, paused or disabled is refused`() async throws {
    try await Stage.run { stage in
      #expect(await stage.send(Sample.sending(["5", "6"], language: "mr")).errorCode == 132_001)
      for (status, code) in [("PAUSED", 132_015), ("DISABLED", 132_016), ("REJECTED", 132_001)] as [(JSON, Int64)] {
        let judged = await stage.ask(
          "POST", "api/templates", body: ["name": "daily_summary", "language": "hi", "status": status])
        #expect(judged.status == 200)
        #expect(await stage.send(Sample.sending(["5", "6"])).errorCode == code)
      }
    }
  }

  @Test func `while templates are down they can be neither administered nor sent`() async throws {
    try await Stage.run { stage in
      await stage.makeTrouble { $0.areTemplatesDown = true }
      #expect(await stage.templates("GET").status == 503)
      #expect(await stage.submit(Sample.reminder).errorCode == 131_016)
      #expect(await stage.send(Sample.sending(["5", "6"])).errorCode == 131_016)
      await stage.say(["text": "hi"])
      #expect(await stage.sendText("words still go").status == 200)
    }
  }

  @Test func `too many calls about templates are the account's trouble`() async throws {
    try await Stage.run { stage in
      await stage.makeTrouble { $0.refuse429 = 1 }
      let answer = await stage.templates("GET")
      #expect((answer.status, answer.errorCode) == (429, 80_007))
    }
  }
}

extension Sample {
  /// Approved already.
  static let summary = WhatsAppSimulator.Template(
    name: "daily_summary", language: "hi", components: [["type": "BODY", "text": "आज {{1}} बिक्री, कुल {{2}} रही।"]])

  static let reminder = reminder("Dear {{1}}, your balance is ₹{{2}} as of today.")

  static func reminder(_ text: String) -> JSON {
    [
      "name": "udhaar_reminder", "language": "en_IN", "category": "UTILITY",
      "components": [
        ["type": "BODY", "text": .string(text), "example": ["body_text": [["Asha", "230"]]]],
        ["type": "FOOTER", "text": "Shree Ganesh Kirana"],
      ],
    ]
  }

  static func sending(
    _ values: [String], name: String = "daily_summary", language: String = "hi", place: String = "body",
    type: String = "text"
  ) -> [String: JSON] {
    let parameters = values.map { value -> JSON in ["type": .string(type), type: .string(value)] }
    return [
      "to": .string(Shop.sunita), "type": "template",
      "template": [
        "name": .string(name), "language": ["code": .string(language)],
        "components": [["type": .string(place), "parameters": .array(parameters)]],
      ],
    ]
  }
}

extension Stage {
  func templates(_ method: String, _ query: [String: String] = [:], body: JSON? = nil) async -> HTTPResponse {
    let headers = [(name: "Host", value: "localhost"), (name: "Authorization", value: "Bearer test-token")]
    return await ask(
      method, "graph/v23.0/\(Shop.configuration.businessAccountID)/message_templates", query, body: body,
      headers: headers)
  }

  func submit(_ template: JSON) async -> HTTPResponse { await templates("POST", body: template) }

  /// The first news of a template that the server got, once it came.
  func templateNews() async -> JSON {
    var count = 1
    while true {
      let changes = await receiver.posts(count)[count - 1].json["entry"]?[0]?["changes"]?.array ?? []
      if let change = changes.first(where: { $0["field"]?.text == "message_template_status_update" }) {
        return change["value"] ?? .null
      }
      count += 1
    }
  }
}

extension HTTPResponse {
  fileprivate var subcode: Int64? { json["error"]?["error_subcode"]?.integer }
}
