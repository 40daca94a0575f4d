import Foundation
import HTTP
import Testing

@testable import Simulator

@Suite(.timeLimit(.minutes(1)))
struct WindowTests {
  @Test func `a day after the last message only templates arrive`() async throws {
    try await Stage.run { stage in
      await stage.say(["text": "hi"])
      stage.clock.advance(World.windowSeconds)
      let answer = await stage.sendText("too late")
      #expect(answer.status == 200)
      let failed = await stage.status("failed")
      #expect(failed["id"] == answer.json["messages"]?[0]?["id"])
      #expect(failed["errors"]?[0]?["code"]?.integer == 131_047)
      #expect(await stage.chat().contains { $0["text"]?.text == "too late" } == false)
    }
  }

  @Test func `within the day words arrive`() async throws {
    try await Stage.run { stage in
      await stage.say(["text": "hi"])
      stage.clock.advance(World.windowSeconds - 1)
      _ = await stage.sendText("in time")
      #expect(await stage.status("delivered")["errors"] == nil)
    }
  }

  @Test func `a template needs no window and costs`() async throws {
    try await Stage.run { stage in
      await stage.send([
        "to": .string(Shop.sunita), "type": "template",
        "template": Sample.sending(["5", "₹230"])["template"] ?? .null,
      ])
      #expect(await stage.status("sent")["pricing"]?["category"]?.text == "utility")
    }
  }

  @Test func `whoever has no WhatsApp is told of by a status`() async throws {
    try await Stage.run { stage in
      let answer = await stage.sendText("hi", to: "+919999999999")
      #expect(answer.status == 200)
      let failed = await stage.status("failed")
      #expect(failed["errors"]?[0]?["code"]?.integer == 131_026)
      #expect(failed["recipient_id"]?.text == "919999999999")
    }
  }

  @Test func `a user id in to is lost without a word`() async throws {
    try await Stage.run { stage in
      await stage.say(["text": "namaste"], from: Shop.meera)
      let lost = await stage.sendText("hi", to: Shop.meera)
      #expect(lost.status == 200)
      await stage.send(
        ["recipient": .string(Shop.meera), "type": "text", "text": ["body": "hi"]], from: Shop.counter)
      let sent = await stage.status("sent")
      #expect(sent["id"] != lost.json["messages"]?[0]?["id"])
      #expect(sent["recipient_user_id"]?.text == Shop.meera)
      #expect(sent["recipient_id"] == nil)
    }
  }

  @Test func `one person gets so many at once, and more with time`() async throws {
    var configuration = Shop.configuration
    configuration.rates = .init(pairBurst: 2)
    try await Stage.run(configuration) { stage in
      #expect(await stage.sendText("1").status == 200)
      #expect(await stage.sendText("2").status == 200)
      let refused = await stage.sendText("3")
      #expect(refused.status == 429)
      #expect(refused.errorCode == 131_056)
      stage.clock.advance(6)
      #expect(await stage.sendText("4").status == 200)
    }
  }

  @Test func `a number sends so many a second`() async throws {
    var configuration = Shop.configuration
    configuration.rates = .init(perNumber: 2)
    try await Stage.run(configuration) { stage in
      #expect(await stage.sendText("1").status == 200)
      #expect(await stage.sendText("2", to: Shop.ravi).status == 200)
      #expect(await stage.sendText("3", to: Shop.asha).errorCode == 130_429)
    }
  }
}
