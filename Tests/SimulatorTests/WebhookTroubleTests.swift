import HTTP
import Testing

@testable import Simulator

/// What trouble does to webhooks. The postbox decides it without a clock, so most is asked of the postbox alone.
@Suite(.timeLimit(.minutes(1)))
struct WebhookTroubleTests {
  @Test func `a duplicate is the same bytes, and may come while the first is under way`() {
    var postbox = Postbox.troubled { $0.duplicates = 1 }
    var atOnce = 0
    for person in 1...20 {
      postbox.put(.sample(person: "\(person)"))
      let first = postbox.next()
      let waits = postbox.takeWaits()
      for wait in waits { postbox.happen(wait.due) }
      let second = postbox.next()
      #expect(second?.body == first?.body)
      #expect(second?.signature == first?.signature)
      #expect((first?.isCopy, second?.isCopy) == (false, true))
      #expect(postbox.next() == nil)
      atOnce += waits.isEmpty ? 1 : 0
      for post in [first, second].compactMap(\.self) { _ = postbox.finish(post, status: 200) }
    }
    #expect((3...17).contains(atOnce), "\(atOnce) of 20 came at once")
    #expect(postbox.isEmpty)
  }

  @Test func `a copy does not let the next one overtake`() {
    var postbox = Postbox.troubled { $0.duplicates = 1 }
    postbox.put(.sample(person: Shop.sunita))
    let first = postbox.next()
    for wait in postbox.takeWaits() { postbox.happen(wait.due) }
    let copy = postbox.next()
    postbox.put(.sample(person: Shop.sunita))
    if let copy { _ = postbox.finish(copy, status: 200) }
    #expect(postbox.next() == nil, "the first has not been answered")
    if let first { _ = postbox.finish(first, status: 200) }
    #expect(postbox.next()?.lanes == [Shop.sunita])
  }

  @Test func `a message arrives twice and has two ticks once`() async throws {
    try await Stage.run { stage in
      await stage.makeTrouble { $0.duplicates = 1 }
      await stage.say(["text": "5 kilo chini bechi"])
      let posts = await stage.receiver.posts(2)
      #expect(posts[0].body == posts[1].body)
      await stage.quiet()
      #expect(await stage.simulator.counters.copies == 1)
      #expect(await stage.simulator.counters.postsTaken == 2)
    }
  }

  @Test func `what is held back is overtaken by the next of the same person`() {
    var postbox = Postbox.troubled { $0.reorder = 1 }
    var order: [String] = []
    for text in ["1", "2", "3", "4"] { postbox.put(.sample(person: Shop.sunita, id: text)) }
    while let post = postbox.next() {
      order += post.updates.compactMap(\.messageID)
      _ = postbox.finish(post, status: 200)
    }
    #expect(order == ["2", "1", "4", "3"])
    #expect(postbox.isEmpty)
    #expect(postbox.heldBackSoFar == 2)
  }

  @Test func `what nobody overtakes comes late`() {
    var postbox = Postbox.troubled { $0.reorder = 1 }
    postbox.put(.sample(person: Shop.sunita))
    #expect(postbox.next() == nil)
    let waits = postbox.takeWaits()
    #expect(waits.map(\.delay) == [WhatsAppSimulator.Timing.immediate.heldBack])
    for wait in waits { postbox.happen(wait.due) }
    #expect(postbox.next()?.lanes == [Shop.sunita])
  }

  @Test func `when all is well again nothing is held back`() {
    var postbox = Postbox.troubled { $0.reorder = 1 }
    postbox.put(.sample(person: Shop.sunita))
    #expect(postbox.next() == nil)
    postbox.trouble = .none
    #expect(postbox.next()?.lanes == [Shop.sunita])
  }

  @Test func `webhooks come late, within the limits, and in order`() {
    let delay = Duration.milliseconds(100) ... .milliseconds(900)
    var postbox = Postbox.troubled { $0.delay = delay }
    for person in 1...50 {
      postbox.put(.sample(person: "\(person)", id: "first"))
      postbox.put(.sample(person: "\(person)", id: "second"))
    }
    #expect(postbox.next() == nil)
    let waits = postbox.takeWaits()
    #expect(waits.count == 50)
    #expect(waits.allSatisfy { delay.contains($0.delay) })
    #expect(Set(waits.map(\.delay)).count > 40)
    for wait in waits { postbox.happen(wait.due) }
    let post = postbox.next()
    #expect(post?.updates.map(\.messageID) == ["first"])
    if let post { _ = postbox.finish(post, status: 200) }
    #expect(postbox.takeWaits().count == 1, "the second is late again")
  }

  @Test func `a burst is one webhook of many people`() {
    var postbox = Postbox.troubled { $0.burst = 1_000 }
    for person in 1...1_200 { postbox.put(.sample(person: "\(person)")) }
    let post = postbox.next()
    #expect(post?.values.count == 1_000)
    #expect(post?.lanes.count == 1_000)
    #expect(postbox.next() == nil, "200 wait for more")
    let waits = postbox.takeWaits()
    #expect(waits.map(\.delay) == [WhatsAppSimulator.Timing.immediate.burst])
    for wait in waits { postbox.happen(wait.due) }
    #expect(postbox.next()?.values.count == 200)
  }

  @Test func `no burst is larger than Meta's`() {
    var postbox = Postbox.troubled { $0.burst = 1_000 }
    let text = JSON.string(String(repeating: "क", count: 4_096))
    for person in 1...1_000 { postbox.put(.sample(person: "\(person)", value: ["text": text])) }
    let post = postbox.next()
    #expect((100...200).contains(post?.values.count ?? 0))
    #expect((post?.body.count ?? .max) <= Envelope.bytesMax + 1_000)
    #expect(postbox.waiting == 1_000 - (post?.values.count ?? 0))
  }

  @Test func `the people of a burst are told apart in the panel`() async throws {
    try await Stage.run { stage in
      await stage.makeTrouble { $0.burst = 2 }
      await stage.say(["text": "one"])
      await stage.say(["text": "two"], from: Shop.asha)
      #expect(await stage.receiver.posts(1)[0].values.count == 2)
      let call = await stage.event { $0["kind"]?.text == "call" }
      #expect(call?["person"]?.text == Shop.sunita)
      #expect(call?["what"]?.text == "text")
    }
  }

  @Test func `in a storm every status comes so often, read before sent as well`() async throws {
    try await Stage.run { stage in
      await stage.say(["text": "hi"])
      await stage.makeTrouble { $0.statusStorm = 5 }
      _ = await stage.sendText("namaste")
      await stage.quiet()
      let names = await stage.receiver.posts.flatMap(\.statuses).compactMap { $0["status"]?.text }
      for name in ["sent", "delivered", "read"] { #expect(names.filter { $0 == name }.count == 5) }
      #expect(names.firstIndex(of: "read") ?? .max < names.lastIndex(of: "sent") ?? 0)
      #expect(await stage.event { $0["status"]?.text == "read" } != nil)
    }
  }

  @Test func `the same seed lives the same day`() {
    func day(seed: UInt64) -> [Int] {
      var postbox = Postbox.troubled(seed: seed) { $0.reorder = 0.5 }
      for number in 1...60 { postbox.put(.sample(person: "\(number % 3)", id: "\(number)")) }
      var order: [Int] = []
      while let post = postbox.next() {
        order += post.updates.compactMap { Int($0.messageID ?? "") }
        _ = postbox.finish(post, status: 200)
      }
      return order
    }
    #expect(day(seed: 1) == day(seed: 1))
    #expect(day(seed: 1) != day(seed: 2))
  }
}

extension Postbox {
  /// One update in a webhook, so that order can be seen.
  static func troubled(
    seed: UInt64 = 1, _ change: (inout WhatsAppSimulator.Trouble) -> Void
  ) -> Postbox {
    var configuration = Shop.configuration
    configuration.timing.updatesPerPostMax = 1
    var postbox = Postbox(configuration: configuration, seed: seed)
    change(&postbox.trouble)
    return postbox
  }
}

extension Stage {
  func makeTrouble(_ change: (inout WhatsAppSimulator.Trouble) -> Void) async {
    var trouble = await simulator.trouble
    change(&trouble)
    await simulator.set(trouble)
  }

  /// Returns when nothing is under way any more.
  func quiet() async {
    while await !simulator.isQuiet { await Task.yield() }
  }
}
