import Database
import Foundation
import HTTP
import TestSupport
import Testing

/// Everything that WhatsApp may send is answered with 200 and ends where it should.
@Suite(.timeLimit(.minutes(5)))
struct ContractTests {
  @Test(arguments: Corpus.families)
  func `each payload is acknowledged and ends where it should`(family: String) async throws {
    try await FrontDoor.with { door in
      for payload in try Corpus.cases(of: family) {
        let before = try await door.tally()
        #expect(await door.post(payload.body) == 200, "\(payload.name)")
        try await door.work()
        let after = try await door.tally()
        #expect(after - before == payload.ends, "\(payload.name)")
      }
      #expect(try await door.value("select count(*) from inbox where state <> 'done'") == 0)
    }
  }

  @Test(arguments: Corpus.families)
  func `a payload that comes again has no second effect`(family: String) async throws {
    try await FrontDoor.with { door in
      let payloads = try Corpus.cases(of: family)
      for payload in payloads { _ = await door.post(payload.body) }
      try await door.work()
      let once = try await door.tally()
      for payload in payloads { #expect(await door.post(payload.body) == 200, "\(payload.name)") }
      try await door.work()
      var twice = try await door.tally()
      // What is only kept is kept as often as it comes.
      (twice.kept, twice.dead) = (once.kept, once.dead)
      #expect(twice == once)
    }
  }

  @Test func `the corpus is read whole, each file and each name once`() throws {
    #expect(try Corpus.files() == Corpus.families)
    for family in Corpus.families {
      let names = try Corpus.cases(of: family).map(\.name)
      #expect(Set(names).count == names.count && !names.isEmpty, "\(family)")
    }
  }

  @Test func `a thousand messages in one POST are a thousand jobs`() async throws {
    try await FrontDoor.with { door in
      let messages = (1...1000).map { number -> JSON in
        [
          "from": .string(String(919_800_000_000 + number % 40)), "id": .string("wamid.BIG\(number)"),
          "timestamp": "1795237200", "type": "reaction", "reaction": ["message_id": "wamid.OURS", "emoji": "🙏"],
        ]
      }
      let value: JSON = [
        "metadata": ["phone_number_id": .string(LittleShop.ownersChannel)], "messages": .array(messages),
      ]
      let body: JSON = [
        "object": "whatsapp_business_account",
        "entry": [["id": "5005", "changes": [["field": "messages", "value": value]]]],
      ]
      #expect(await door.post(Corpus.Case.wire(body)) == 200)
      try await door.work()
      #expect(try await door.tally().jobs == 1000)
      #expect(try await door.value("select count(*) from lanes where next_seq = 26") == 40)
    }
  }
}
