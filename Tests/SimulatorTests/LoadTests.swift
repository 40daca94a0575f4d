import Foundation
import HTTP
import Testing

@testable import Simulator

/// The simulator as programs use it that load a server.
@Suite(.timeLimit(.minutes(1)))
struct LoadTests {
  @Test func `every phone remembers what it saw, in order, and what came again`() async throws {
    try await Stage.run { stage in
      let (sunita, owners) = (Shop.sunita, Shop.owners.phoneNumberID)
      let said = try await stage.simulator.say("5 kilo chini bechi", from: sunita, to: owners)
      #expect(await stage.receiver.posts(1)[0].message?["id"]?.text == said)
      for callback in ["1", "2", "1"] {
        await stage.send([
          "to": .string(sunita), "type": "text", "text": ["body": .string("answer \(callback)")],
          "biz_opaque_callback_data": .string(callback),
        ])
      }
      let seen = await stage.simulator.received(by: sunita, from: owners)
      #expect(seen.map(\.callbackData) == ["1", "2", "1"])
      #expect(seen.map(\.words) == ["answer 1", "answer 2", "answer 1"])
      #expect(seen.map(\.time) == [1, 1, 2])
      #expect(seen.map(\.isRepeat) == [false, false, true])
      #expect(await stage.simulator.received() == [.init(person: sunita, number: owners, messages: seen)])
      #expect(await stage.simulator.counters.repeats == 1)
    }
  }

  @Test func `what never reached a phone is not seen`() async throws {
    try await Stage.run { stage in
      _ = await stage.sendText("too late")
      await stage.quiet()
      #expect(await stage.simulator.received().isEmpty)
      #expect(await stage.simulator.counters.failed == 1)
    }
  }

  @Test func `a button is tapped`() async throws {
    try await Stage.run { stage in
      await stage.say(["text": "hi"])
      await stage.send([
        "to": .string(Shop.sunita), "type": "interactive", "interactive": Sample.buttons([("undo:1", "Undo")]),
      ])
      let id = try await stage.simulator.tap("undo:1", from: Shop.sunita, to: Shop.owners.phoneNumberID)
      #expect(await stage.nextMessage(ofType: "interactive")["id"]?.text == id)
      await #expect(throws: ControlRefusal.unknown("no message in this chat offers undo:2")) {
        try await stage.simulator.tap("undo:2", from: Shop.sunita, to: Shop.owners.phoneNumberID)
      }
    }
  }

  @Test func `a crowd has phones of its own`() {
    let crowd = WhatsAppSimulator.Person.crowd(1_000, role: .owner, writingTo: "1")
    #expect(Set(crowd.map(\.id)).count == 1_000)
    #expect(crowd.allSatisfy { $0.id.count == 12 && $0.id.hasPrefix("9100") })
    #expect(crowd == WhatsAppSimulator.Person.crowd(1_000, role: .owner, writingTo: "1"))
  }

  @Test func `only the newest messages are remembered`() {
    var arrivals = Arrivals(countMax: 2)
    let chat = ChatKey(person: "1", number: "2")
    for callback in ["1", "1", "2", "3"] {
      _ = arrivals.add(
        Message(
          id: callback, chat: chat, fromPerson: false, content: .text(callback), at: Shop.start, callbackData: callback)
      )
    }
    #expect(arrivals.inbox(of: chat).map(\.callbackData) == ["2", "3"])
    #expect(arrivals.inbox(of: ChatKey(person: "2", number: "2")).isEmpty)
  }

  @Test func `of a message that is forgotten nothing stays`() async throws {
    var configuration = Shop.configuration
    configuration.messagesMax = 10
    try await Stage.run(configuration) { stage in
      for number in 1...30 {
        try await stage.simulator.say("\(number)", from: Shop.sunita, to: Shop.owners.phoneNumberID)
        _ = await stage.sendText("\(number)")
      }
      await stage.quiet()
      let chat = await stage.simulator.world.chats.values.first
      #expect(chat?.unreadByShop.count == 5)
      #expect(chat?.unreadByPerson.count == 5)
      #expect(await stage.simulator.received().first?.messages.count == 10)
    }
  }

  @Test func `a counter tells attempts from webhooks`() async throws {
    try await Stage.run(answering: [503, 0]) { stage in
      try await stage.simulator.say("hi", from: Shop.sunita, to: Shop.owners.phoneNumberID)
      await stage.quiet()
      let counters = await stage.simulator.counters
      #expect(counters.said == 1)
      #expect(counters.posts == 3)
      #expect(counters.postsTaken == 1)
      #expect(counters.postsRefused == 2)
      #expect(counters.postsDropped == 0)
    }
  }

  @Test func `it serves on a port of its own`() async throws {
    let simulator = WhatsAppSimulator(configuration: Shop.configuration, now: { Shop.start }, seed: 1) { _ in 200 }
    let server = try simulator.server()
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask { await server.run() }
      let answer = try await HTTPClient().send(
        HTTPClient.Request(
          url: "http://127.0.0.1:\(server.port)/simulator/graph/v23.0/\(Shop.owners.phoneNumberID)",
          headers: [("Authorization", "Bearer test-token")]))
      #expect(answer.status == 200)
      group.cancelAll()
    }
  }
}
