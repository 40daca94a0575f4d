import HTTP
import Testing

@testable import Simulator

@Suite(.timeLimit(.minutes(1)))
struct DoorTests {
  @Test func `other paths are somebody else's`() async {
    let simulator = WhatsAppSimulator(configuration: Shop.configuration, now: { Shop.start }, seed: 1) { _ in 200 }
    #expect(await simulator.respond(to: HTTPRequest(method: "GET", path: "/health")) == nil)
    #expect(await simulator.respond(to: HTTPRequest(method: "GET", path: "/simulators")) == nil)
  }

  @Test(arguments: [
    ("localhost:8080", 200), ("127.0.0.1", 200), ("[::1]:8080", 200), ("shop.example:8080", 200),
    ("evil.example", 403), ("localhost.evil.example", 403), ("", 403),
  ])
  func `the phones answer under our own names only`(host: String, status: Int) async throws {
    var configuration = Shop.configuration
    configuration.allowedHosts = ["shop.example"]
    try await Stage.run(configuration) { stage in
      #expect(await stage.ask("GET", "api/people", headers: [("Host", host)]).status == status)
      #expect(await stage.ask("GET", "", headers: [("Host", host)]).status == status)
    }
  }

  @Test func `a form of another site cannot speak for a person`() async throws {
    try await Stage.run { stage in
      let headers = [(name: "Host", value: "localhost"), (name: "Content-Type", value: "text/plain")]
      let body: JSON = ["from": .string(Shop.sunita), "to": .string(Shop.owners.phoneNumberID), "text": "x"]
      #expect(await stage.ask("POST", "api/say", body: body, headers: headers).status == 403)
    }
  }

  @Test(arguments: ["", "phone.css", "icon.svg", "main.js", "store.js"])
  func `the page is complete and asks nobody else`(file: String) async throws {
    try await Stage.run { stage in
      let answer = await stage.ask("GET", file)
      #expect(answer.status == 200)
      #expect(answer.body.count > 200)
      let policy = answer.headers.first { $0.name == "Content-Security-Policy" }?.value
      #expect(policy?.hasPrefix("default-src 'none'; script-src 'self';") == true)
    }
  }

  @Test func `every script that the page imports is there`() async throws {
    try await Stage.run { stage in
      var files = ["main.js"]
      var seen: Set<String> = []
      while let file = files.popLast() {
        guard seen.insert(file).inserted else { continue }
        let answer = await stage.ask("GET", file)
        #expect(answer.status == 200, "\(file)")
        let script = String(decoding: answer.body, as: UTF8.self)
        files += script.matches(of: /from '\.\/([a-z]+\.js)'/).map { String($0.output.1) }
      }
      #expect(seen.count == 13)
    }
  }

  @Test func `who waits for news is told at once`() async throws {
    try await Stage.run { stage in
      async let news = stage.chat(after: 4, wait: 20)
      await stage.say(["text": "hi"])
      let events = await news
      #expect(events.first?["text"]?.text == "hi")
      #expect(events.first?["from"]?.text == "person")
    }
  }

  @Test func `another chat's news wakes nobody for long`() async throws {
    try await Stage.run { stage in
      async let news = stage.chat(after: 4, wait: 20)
      await stage.say(["text": "not for Sunita's chat"], from: Shop.asha)
      await stage.say(["text": "hi"])
      #expect(await news.allSatisfy { $0["person"]?.text == Shop.sunita })
    }
  }

  @Test func `whoever waits is let go when the simulator stops`() async throws {
    let simulator = WhatsAppSimulator(configuration: Shop.configuration, now: { Shop.start }, seed: 1) { _ in 200 }
    let running = Task { await simulator.run() }
    async let news = simulator.news(after: 4, of: nil, until: .now + .seconds(600))
    running.cancel()
    #expect(await news.isEmpty)
  }

  @Test func `somebody new may write at once`() async throws {
    try await Stage.run { stage in
      let added = await stage.ask("POST", "api/people", body: ["name": "Naya", "phone": "+91 98765 43210"])
      #expect(added.status == 201)
      await stage.say(["text": "hi"], from: "919876543210")
      #expect(await stage.nextMessage(ofType: "text")["from"]?.text == "919876543210")
    }
  }

  @Test func `trouble comes as ordered and then ends`() async throws {
    try await Stage.run { stage in
      _ = await stage.ask("POST", "api/faults", body: ["next": 2, "code": 131_000])
      #expect(await stage.sendText("1").errorCode == 131_000)
      #expect(await stage.sendText("2").status == 500)
      #expect(await stage.sendText("3").status == 200)
    }
  }

  @Test func `a lost answer does not undo the message`() async throws {
    try await Stage.run { stage in
      await stage.say(["text": "hi"])
      _ = await stage.ask("POST", "api/faults", body: ["lost": true])
      #expect(await stage.sendText("are you there?").status == 504)
      #expect(await stage.status("delivered")["recipient_id"]?.text == Shop.sunita)
    }
  }
}
