import Database
import Foundation
import HTTP
import TestSupport
import Testing

/// What people do to messages after they sent them, and what is said in other ways than by words.
@Suite(.timeLimit(.minutes(5)))
struct TakingBackTests {
  @Test func `what was said is deleted when its sender takes it back, the sale stays`() async throws {
    try await FrontDoor.with { door in
      try await door.say("text", ["body": "sold 5 kg sugar"], id: "w1")
      try await door.say("revoke", ["original_message_id": "w1"], id: "w2")
      #expect(try await door.value("select length(body) + length(raw) from inbox where message_id = 'w1'") == 0)
      #expect(try await door.value("select count(*) from messages where text like '%sold 5%'") == 0)
      #expect(try await door.value("select count(*) from sales") == 1)
      #expect(try await door.tally().replies == 1)
    }
  }

  @Test func `what is taken back before it comes is neither done nor stored`() async throws {
    try await FrontDoor.with { door in
      try await door.say("revoke", ["original_message_id": "w1"], id: "w2")
      try await door.say("text", ["body": "sold 5 kg sugar"], id: "w1")
      #expect(
        try await door.value("select state || length(body) || length(raw) from inbox where message_id = 'w1'")
          == "done00")
      #expect(try await door.value("select count(*) from messages where text like '%sugar%'") == 0)
      #expect(try await door.value("select count(*) from sales") == 0)
      #expect(try await door.tally().replies == 0)
    }
  }

  @Test func `nobody takes back what somebody else said`() async throws {
    try await FrontDoor.with { door in
      try await door.say("revoke", ["original_message_id": "w1"], id: "w2", from: door.shop.helper)
      try await door.say("text", ["body": "sold 5 kg sugar"], id: "w1")
      try await door.say("revoke", ["original_message_id": "w1"], id: "w3", from: door.shop.helper)
      #expect(try await door.value("select count(*) from sales") == 1)
      #expect(try await door.value("select length(raw) > 0 from inbox where message_id = 'w1'"))
    }
  }

  @Test func `a stranger's words are deleted too`() async throws {
    try await FrontDoor.with { door in
      try await door.say("text", ["body": "hello"], id: "w1", from: "919700000001")
      try await door.say("revoke", ["original_message_id": "w1"], id: "w2", from: "919700000001")
      #expect(try await door.value("select length(body) + length(raw) from inbox where message_id = 'w1'") == 0)
      try await door.say("revoke", ["original_message_id": "w3"], id: "w4", from: "919700000001")
      try await door.say("text", ["body": "hello again"], id: "w3", from: "919700000001")
      #expect(try await door.tally().replies == 1)
    }
  }

  @Test func `an album gets one line, the next picture another`() async throws {
    try await FrontDoor.with { door in
      for number in 1...3 { try await door.say("image", ["id": "7"], id: "w\(number)") }
      #expect(try await door.tally().replies == 1)
      try await door.say("image", ["id": "8"], id: "w4", at: 1_795_240_060)
      try await door.say("sticker", ["id": "9"], id: "w5")
      try await door.say("sticker", ["id": "9"], id: "w6")
      #expect(try await door.tally().replies == 4)
    }
  }

  @Test(
    arguments: [
      ("text", ["body": "sugar?"], 1_795_240_000), ("reaction", ["message_id": "x", "emoji": "👍"], nil),
      ("edit", ["original_message_id": "x"], nil), ("system", ["type": "customer_identity_changed"], nil),
    ] as [(String, JSON, Double?)])
  func `only what a person says opens the day in which we may write`(type: String, node: JSON, heard: Double?)
    async throws
  {
    try await FrontDoor.with { door in
      try await door.say(type, node, id: "w1")
      let at: Date? = try await door.value("select heard_at from conversations")
      #expect(at == heard.map(Date.init(timeIntervalSince1970:)))
    }
  }

  @Test func `what is said in a group is kept, not answered, and opens nothing between two`() async throws {
    try await FrontDoor.with { door in
      try await door.say("text", ["body": "sold 5 kg sugar"], id: "w1", group: "G1")
      #expect(try await door.tally() == Corpus.Ends(jobs: 1))
      #expect(try await door.value("select count(*) from sales") == 0)
      let at: Date? = try await door.value("select heard_at from conversations")
      #expect(at == nil)
    }
  }
}

extension FrontDoor {
  /// Something of the shop's owner, unless of another; answered when this returns.
  fileprivate func say(
    _ type: String, _ node: JSON, id: String, from phone: String? = nil, at: Double = 1_795_240_000,
    group: String? = nil
  ) async throws {
    var message: [String: JSON] = [
      "from": .string(phone ?? shop.owner), "id": .string(id), "timestamp": .real(at), "type": .string(type),
      type: node,
    ]
    message["group_id"] = group.map(JSON.string)
    let value: JSON = [
      "metadata": ["phone_number_id": .string(LittleShop.ownersChannel)], "messages": [.object(message)],
    ]
    let body: JSON = [
      "object": "whatsapp_business_account",
      "entry": [["id": "5005", "changes": [["field": "messages", "value": value]]]],
    ]
    #expect(await post(Corpus.Case.wire(body)) == 200)
    try await work()
  }
}
