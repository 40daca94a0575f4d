import HTTP
import Testing

@testable import Simulator

@Suite(.timeLimit(.minutes(1)))
struct TroubleFormTests {
  typealias Trouble = WhatsAppSimulator.Trouble

  static var everything: Trouble {
    var trouble = Trouble.none
    trouble.duplicates = 0.1
    trouble.reorder = 0.2
    trouble.delay = .milliseconds(100) ... .milliseconds(2_500)
    trouble.burst = 1_000
    trouble.refuse429 = 0.3
    trouble.pairRefuse = 0.4
    trouble.fail500 = 0.5
    trouble.loseAnswers = 0.6
    trouble.slowAnswers = .init(share: 0.7, wait: .seconds(5))
    trouble.isTokenExpired = true
    trouble.statusStorm = 9
    trouble.isMediaDown = true
    trouble.areTemplatesDown = true
    return trouble
  }

  @Test func `at first everything goes well`() async throws {
    try await Stage.run { stage in
      let told = await stage.ask("GET", "api/trouble").json
      #expect(told == Trouble.none.json)
      #expect(told["duplicates"] == 0.0)
      #expect(told.object["delay"] == .null)
      #expect(told["slowAnswers"]?["wait"] == 2_000)
    }
  }

  @Test func `what is ordered is told again`() async throws {
    try await Stage.run { stage in
      let answer = await stage.ask("PUT", "api/trouble", body: Self.everything.json)
      #expect(answer.json == Self.everything.json)
      #expect(await stage.ask("GET", "api/trouble").json == Self.everything.json)
      #expect(await stage.simulator.trouble == Self.everything)
    }
  }

  @Test func `what is left out goes well`() async throws {
    try await Stage.run { stage in
      await stage.simulator.set(Self.everything)
      _ = await stage.ask("PUT", "api/trouble", body: ["duplicates": 1])
      var only = Trouble.none
      only.duplicates = 1
      #expect(await stage.simulator.trouble == only)
      _ = await stage.ask("PUT", "api/trouble", body: [:])
      #expect(await stage.simulator.trouble == .none)
    }
  }

  @Test(
    arguments: [
      (["duplicate": 0.1], "there is no trouble called duplicate"), (["duplicates": 1.1], "duplicates: 0 to 1"),
      (["reorder": -0.1], "reorder: 0 to 1"), (["fail500": "0.1"], "fail500: a number"),
      (["burst": 1_001], "burst: 0 to 1000"), (["burst": 1.5], "burst: a whole number"),
      (["statusStorm": 101], "statusStorm: 0 to 100"), (["isMediaDown": 1], "isMediaDown: true or false"),
      (["delay": 100], "delay: an object of from and to"),
      (["delay": ["from": 200, "to": 100]], "delay: from is more than to"),
      (["delay": ["from": 0]], "delay.to: a number"),
      (["delay": ["from": 0, "to": 600_001]], "delay: 0 to 600000 milliseconds"),
      (["slowAnswers": ["share": 2]], "slowAnswers.share: 0 to 1"),
      (["slowAnswers": ["share": 1, "wait": -1]], "slowAnswers.wait: milliseconds"),
      (["slowAnswers": ["share": 1, "seconds": 1]], "slowAnswers: an object of share and wait"),
    ] as [(JSON, String)])
  func `what cannot be meant is refused and changes nothing`(body: JSON, why: String) async throws {
    try await Stage.run { stage in
      let answer = await stage.ask("PUT", "api/trouble", body: body)
      #expect(answer.status == 400)
      #expect(answer.json["error"]?.text == why)
      #expect(await stage.simulator.trouble == .none)
    }
  }

  @Test func `a page of another site makes no trouble`() async throws {
    try await Stage.run { stage in
      let headers = [(name: "Host", value: "localhost"), (name: "Content-Type", value: "text/plain")]
      #expect(await stage.ask("PUT", "api/trouble", body: ["duplicates": 1], headers: headers).status == 403)
    }
  }

  @Test func `every page learns of it`() async throws {
    try await Stage.run { stage in
      await stage.simulator.set(Self.everything)
      let events = await stage.ask("GET", "api/events").json["events"]?.array ?? []
      #expect(events.last?["kind"]?.text == "trouble")
      #expect(events.last?["trouble"] == Self.everything.json)
    }
  }
}
