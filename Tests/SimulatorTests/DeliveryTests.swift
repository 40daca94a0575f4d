import HTTP
import Testing

@testable import Simulator

@Suite(.timeLimit(.minutes(1)))
struct DeliveryTests {
  @Test func `a message of ours is sent, then delivered`() async throws {
    try await Stage.run { stage in
      await stage.say(["text": "hi"])
      await stage.send([
        "to": .string(Shop.sunita), "type": "text", "text": ["body": "नमस्ते"], "biz_opaque_callback_data": "outbox:7",
      ])
      let sent = await stage.status("sent")
      let delivered = await stage.status("delivered")
      #expect(sent["id"] == delivered["id"])
      #expect(sent["recipient_id"]?.text == Shop.sunita)
      #expect(sent["biz_opaque_callback_data"]?.text == "outbox:7")
      let pricing: JSON = [
        "billable": false, "pricing_model": "PMP", "type": "free_customer_service", "category": "service",
      ]
      #expect(sent["pricing"] == pricing)
      let names = await stage.receiver.posts.flatMap(\.statuses).compactMap { $0["status"]?.text }
      #expect(names == ["sent", "delivered"])
    }
  }

  @Test func `it is read when the phone lies open`() async throws {
    try await Stage.run { stage in
      await stage.say(["text": "hi"])
      _ = await stage.sendText("one")
      _ = await stage.status("delivered")
      _ = await stage.chat(open: true)
      let read = await stage.status("read")
      #expect(read["recipient_id"]?.text == Shop.sunita)
      #expect(read["pricing"] == nil)
    }
  }

  @Test func `a refused webhook comes again, byte for byte`() async throws {
    try await Stage.run(answering: [503, 500, 200]) { stage in
      await stage.say(["text": "hi"])
      let posts = await stage.receiver.posts(3)
      #expect(posts.map(\.attempt) == [1, 2, 3])
      #expect(Set(posts.map(\.body)).count == 1)
      let tick = await stage.event { $0["status"]?.text == "delivered" }
      #expect(tick != nil)
    }
  }

  @Test func `after the last attempt it is dropped`() async throws {
    try await Stage.run(answering: Array(repeating: 503, count: 5)) { stage in
      await stage.say(["text": "hi"])
      let call = await stage.event { $0["fate"]?.text == "dropped" }
      #expect(call?["attempt"]?.integer == 5)
      #expect(await stage.receiver.posts.count == 5)
    }
  }

  @Test func `one person's messages arrive in their order`() async throws {
    try await Stage.run { stage in
      for number in 1...40 { await stage.say(["text": .string("\(number)")]) }
      var bodies: [String] = []
      var count = 1
      while bodies.count < 40 {
        let post = await stage.receiver.posts(count)[count - 1]
        bodies += post.values.compactMap { $0["messages"]?[0]?["text"]?["body"]?.text }
        count += 1
      }
      #expect(bodies == (1...40).map(String.init))
    }
  }

  @Test func `a refused post holds up neither its person nor others`() {
    var postbox = Postbox(configuration: Shop.configuration)
    postbox.put(.sample(person: Shop.sunita))
    let first = postbox.next()
    postbox.put(.sample(person: Shop.sunita))
    postbox.put(.sample(person: Shop.ravi))
    #expect(postbox.next()?.lanes == [Shop.ravi])
    #expect(postbox.next() == nil, "Sunita's first is still under way")
    if let first { _ = postbox.finish(first, status: 503) }
    #expect(postbox.next()?.lanes == [Shop.sunita])
  }

  @Test func `so many webhooks are under way and no more`() {
    var configuration = Shop.configuration
    configuration.timing.inFlightMax = 2
    var postbox = Postbox(configuration: configuration)
    for person in ["1", "2", "3"] { postbox.put(.sample(person: person)) }
    let first = postbox.next()
    #expect(postbox.next() != nil)
    #expect(postbox.next() == nil)
    if let first { _ = postbox.finish(first, status: 200) }
    #expect(postbox.next()?.lanes == ["3"])
  }

  @Test func `what waits for the same person shares a webhook`() {
    var postbox = Postbox(configuration: Shop.configuration)
    for _ in 1...12 { postbox.put(.sample(person: Shop.sunita)) }
    let first = postbox.next()
    #expect(first?.values.count == 10)
    #expect(postbox.waiting == 2)
  }

  @Test func `blue ticks of ours cover the messages before`() async throws {
    try await Stage.run { stage in
      await stage.say(["text": "one"])
      let second = await stage.say(["text": "two"]).json["id"] ?? .null
      let answer = await stage.send([
        "status": "read", "message_id": second, "typing_indicator": ["type": "text"],
      ])
      #expect(answer.json == ["success": true])
      let events = await stage.chat()
      #expect(events.filter { $0["status"]?.text == "read" }.count == 2)
      #expect(events.contains { $0["kind"]?.text == "typing" })
    }
  }
}

extension Stage {
  /// The first status of that name that the server got, once it came.
  func status(_ name: String) async -> JSON {
    var count = 1
    while true {
      let post = await receiver.posts(count)[count - 1]
      if let status = post.statuses.first(where: { $0["status"]?.text == name }) { return status }
      count += 1
    }
  }
}

extension WebhookUpdate {
  static func sample(person: String, id: String = "wamid.1", value: JSON = [:]) -> WebhookUpdate {
    WebhookUpdate(
      chat: ChatKey(person: person, number: "1"), messageID: id, subject: "text", isMessage: true, value: value)
  }
}
