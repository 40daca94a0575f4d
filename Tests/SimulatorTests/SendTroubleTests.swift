import Foundation
import HTTP
import Testing

@testable import Simulator

/// What trouble does to our server's calls.
@Suite(.timeLimit(.minutes(1)))
struct SendTroubleTests {
  typealias Trouble = WhatsAppSimulator.Trouble

  struct Refusal: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let status: Int
    let code: Int64
    let change: @Sendable (inout Trouble) -> Void
  }

  @Test(arguments: [
    Refusal(testDescription: "throughput", status: 429, code: 130_429) { $0.refuse429 = 1 },
    Refusal(testDescription: "pair", status: 429, code: 131_056) { $0.pairRefuse = 1 },
    Refusal(testDescription: "500", status: 500, code: 131_000) { $0.fail500 = 1 },
    Refusal(testDescription: "token", status: 401, code: 190) { $0.isTokenExpired = true },
  ])
  func `a refused message is not sent`(refusal: Refusal) async throws {
    try await Stage.run { stage in
      await stage.say(["text": "hi"])
      await stage.makeTrouble(refusal.change)
      let answer = await stage.sendText("namaste")
      #expect(answer.status == refusal.status)
      #expect(answer.errorCode == refusal.code)
      #expect(await stage.simulator.received().isEmpty)
      await stage.simulator.set(.none)
      #expect(await stage.sendText("namaste").status == 200)
      #expect(await stage.simulator.counters.sends == 1)
    }
  }

  @Test func `an expired token says so`() async throws {
    try await Stage.run { stage in
      await stage.makeTrouble { $0.isTokenExpired = true }
      let answer = await stage.graph("GET", Shop.owners.phoneNumberID)
      #expect(answer.status == 401)
      #expect(answer.json["error"]?["error_subcode"]?.integer == 463)
    }
  }

  @Test func `a share of the sends fails, and it is that share`() async throws {
    try await Stage.run { stage in
      await stage.say(["text": "hi"])
      await stage.makeTrouble { $0.fail500 = 0.25 }
      var failed = 0
      for _ in 1...400 where await stage.sendText("x").status == 500 { failed += 1 }
      #expect((70...130).contains(failed), "\(failed) of 400")
      let counters = await stage.simulator.counters
      #expect(counters.sendsRefused == failed)
      #expect(counters.sends == 400 - failed)
    }
  }

  @Test func `a lost answer leaves the message on the phone, and its statuses come`() async throws {
    try await Stage.run { stage in
      await stage.say(["text": "hi"])
      await stage.makeTrouble { $0.loseAnswers = 1 }
      let lost = await stage.send([
        "to": .string(Shop.sunita), "type": "text", "text": ["body": "5 kg"], "biz_opaque_callback_data": "7",
      ])
      #expect(lost.status == 504)
      #expect(await stage.status("sent")["biz_opaque_callback_data"]?.text == "7")
      let seen = await stage.simulator.received(by: Shop.sunita, from: Shop.owners.phoneNumberID)
      #expect(seen.map(\.callbackData) == ["7"])
      #expect(await stage.simulator.counters.answersLost == 1)
    }
  }

  @Test func `a slow answer is a whole one`() async throws {
    try await Stage.run { stage in
      await stage.say(["text": "hi"])
      await stage.makeTrouble { $0.slowAnswers = .init(share: 1, wait: .milliseconds(30)) }
      let start = ContinuousClock.now
      #expect(await stage.sendText("x").status == 200)
      #expect(ContinuousClock.now - start >= .milliseconds(30))
    }
  }

  @Test func `blue ticks meet no trouble but an expired token`() async throws {
    try await Stage.run { stage in
      let id = await stage.say(["text": "one"]).json["id"] ?? .null
      await stage.makeTrouble { $0.fail500 = 1 }
      #expect(await stage.send(["status": "read", "message_id": id]).status == 200)
      await stage.makeTrouble { $0.isTokenExpired = true }
      #expect(await stage.send(["status": "read", "message_id": id]).status == 401)
    }
  }
}
