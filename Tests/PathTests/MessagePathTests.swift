import Database
import Foundation
import HTTP
import Messages
import Scheduler
import Simulator
import TestSupport
import Testing

@testable import App

/// From WhatsApp's POST to the answer on the phone, through everything in between.
@Suite(.timeLimit(.minutes(5)))
struct MessagePathTests {
  @Test(
    arguments: [
      ("sold 5 kg sugar", "✅ Sold: Sugar 5 kg, ₹225"), ("5 kilo chini bechi", "✅ Bikri: Sugar 5 kilo, ₹225"),
      ("5 किलो चीनी बेची", "✅ बिक्री: चीनी 5 किलो, ₹225"), ("5 kilo sakhar vikli", "✅ Vikri: Sugar 5 kilo, ₹225"),
      ("5 किलो साखर विकली", "✅ विक्री: साखर 5 किलो, ₹225"),
    ])
  func `a sale gets one answer in its own language, and the sugar is gone`(text: String, answer: String) async throws {
    try await LiveServer.with { live async throws in
      #expect(try await live.post(live.envelope(live.asha(text))) == 200)
      let answers = try await live.answers()
      #expect(answers.count == 1)
      #expect(answers.first?.hasPrefix(answer) == true, "\(answers)")
      #expect(try await live.sugar() == 35)
    }
  }

  @Test func `a POST that is repeated has one effect and one answer`() async throws {
    try await LiveServer.with { live async throws in
      let body = live.envelope(live.asha("sold 5 kg sugar"))
      #expect(try await live.post(body) == 200)
      #expect(try await live.post(body) == 200)
      try await live.quiet()
      #expect(try await live.post(body) == 200, "and once more after it was answered")
      #expect(try await live.answers().count == 1)
      #expect(try await live.sugar() == 35)
    }
  }

  @Test func `two copies in one POST have one effect and one answer`() async throws {
    try await LiveServer.with { live async throws in
      let said = live.asha("sold 5 kg sugar")
      #expect(try await live.post(live.envelope(said, said)) == 200)
      #expect(try await live.answers().count == 1)
      #expect(try await live.sugar() == 35)
    }
  }

  @Test func `the same POST through many doors at once has one effect and one answer`() async throws {
    try await LiveServer.with { live async throws in
      let body = live.envelope(live.asha("sold 5 kg sugar"), live.asha("sold 2 kg sugar"))
      try await withThrowingTaskGroup(of: Int.self) { group in
        for _ in 0..<12 { group.addTask { try await live.post(body) } }
        for try await status in group { #expect(status == 200) }
      }
      #expect(try await live.answers().count == 2)
      #expect(try await live.sugar() == 33)
    }
  }

  @Test func `what one person writes is answered in its order`() async throws {
    try await LiveServer.with { live async throws in
      for kilos in 1...6 { try await live.post(live.envelope(live.asha("sold \(kilos) kg sugar"))) }
      let answers = try await live.answers()
      #expect(answers.map { $0.prefix(19) } == (1...6).map { "✅ Sold: Sugar \($0) kg," }.map { $0.prefix(19) })
      #expect(try await live.sugar() == 19)
    }
  }

  @Test func `somebody who hides the number is answered by user id`() async throws {
    try await LiveServer.with { live async throws in
      let said = Said(text: "namaste", userID: LiveServer.ravi)
      #expect(try await live.post(live.envelope(said, on: live.shop.counter)) == 200)
      try await live.quiet()
      let sent = await live.sent.all
      #expect(sent.map(\.recipient) == [LiveServer.ravi])
      #expect(sent.map(\.to) == [nil])
    }
  }

  @Test func `a stranger who is enrolled later is known from then on, however WhatsApp names him`() async throws {
    try await LiveServer.with { live async throws in
      let (phone, user) = ("919800000099", "IN.1099")
      try await live.post(live.envelope(Said(text: "hello", phone: phone, userID: user)))
      #expect(try await live.answers().last?.hasPrefix("Welcome to RetailMind") == true)
      try await live.database.transaction { transaction in
        try await transaction.enroll(
          "Meera", role: "owner", phone: phone, in: live.shop.id, on: "100000000000001", at: Date())
      }
      try await live.post(live.envelope(Said(text: "sold 5 kg sugar", phone: phone, userID: user)))
      #expect(try await live.answers().last?.hasPrefix("✅ Sold: Sugar 5 kg") == true)
      try await live.post(live.envelope(Said(text: "sold 5 kg sugar", userID: user)))
      #expect(try await live.answers().count == 3)
      #expect(try await live.sugar() == 30)
    }
  }

  @Test func `what WhatsApp says of our answer reaches the outbox`() async throws {
    try await LiveServer.with { live async throws in
      let said: JSON = [
        "from": .string(live.shop.owner), "to": "100000000000001", "text": "sold 5 kg sugar",
      ]
      let headers = HTTPHeaders([("Host", "localhost"), ("Content-Type", "application/json")])
      let request = HTTPRequest(
        method: "POST", path: "/simulator/api/say", headers: headers, body: said.encoded())
      #expect(await live.simulator.respond(to: request)?.status == 200)
      try await live.untilDelivered()
      #expect(try await live.value("select state from outbox") == "delivered")
      let states = try await live.database.query("select distinct state from statuses order by 1")
      #expect(try states.map { try $0.decode(String.self) } == ["delivered", "sent"])
    }
  }

  @Test func `a disabled account sends nothing, and all that waits when it is reinstated`() async throws {
    try await LiveServer.with { live async throws in
      #expect(try await live.post(live.ban("DISABLE", at: 1_790_000_000)) == 200)
      #expect(try await live.post(live.envelope(live.asha("sold 5 kg sugar"))) == 200)
      try await live.untilHandled()
      #expect(try await live.value("select state from outbox") == "ready")
      #expect(await live.sent.all.isEmpty)
      #expect(try await live.post(live.ban("REINSTATE", at: 1_790_000_001)) == 200)
      #expect(try await live.answers().count == 1)
      #expect(try await live.sugar() == 35)
    }
  }

  @Test func `a message that fails each time is a dead letter, told to its sender in one line`() async throws {
    try await LiveServer.with { live async throws in
      try await live.makeAttemptsQuick()
      try await live.database.execute("alter table messages add check (text not like '%7 kg%')")
      try await live.post(live.envelope(live.asha("sold 7 kg sugar"), live.asha("sold 5 kg sugar")))
      let answers = try await live.answers()
      #expect(answers.count == 2)
      #expect(answers.first == "Not written. Please send it again.")
      #expect(answers.last?.hasPrefix("✅ Sold: Sugar 5 kg") == true)
      #expect(try await live.sugar() == 35)
      #expect(try await live.value("select state || ' ' || attempts from inbox order by inbox_id limit 1") == "dead 4")
    }
  }

  @Test func `a message that nobody can read is a dead letter, told to its sender in one line`() async throws {
    try await LiveServer.with { live async throws in
      try await live.makeAttemptsQuick()
      let unreadable = Arrival(
        channel: "100000000000001", messageID: "wamid.1", phone: live.shop.owner, userID: nil, name: nil,
        body: Array("from another time".utf8), raw: [])
      try await Queue(database: live.database).keep([unreadable], events: [], at: Date())
      try await live.post(live.envelope(live.asha("sold 5 kg sugar")))
      let answers = try await live.answers()
      #expect(answers.count == 2)
      #expect(answers.first == "Not written. Please send it again.")
      #expect(try await live.value("select count(*) from inbox where state = 'dead'") == 1)
    }
  }
}

extension LiveServer {
  /// What WhatsApp says of the account as a whole.
  fileprivate func ban(_ state: String, at time: Int64) -> [UInt8] {
    let value: JSON = ["event": "DISABLED_UPDATE", "ban_info": ["waba_ban_state": .string(state)]]
    let change: JSON = ["field": "account_update", "value": value]
    let entry: JSON = ["id": "1", "time": .integer(time), "changes": [change]]
    return JSON.object(["object": "whatsapp_business_account", "entry": [entry]]).encoded()
  }

  /// Returns when nothing waits any more to be handled, whether or not its answers may go out.
  fileprivate func untilHandled() async throws {
    for await _ in database.notifications(on: "movement")
    where try await database.query("select 1 from inbox where state = 'waiting'").isEmpty { return }
  }

  /// Attempts follow each other without a pause.
  fileprivate func makeAttemptsQuick() async throws {
    try await database.execute(
      """
      create function without_waiting() returns trigger language plpgsql as
      $$ begin new.ready_at := least(new.ready_at, clock_timestamp()); return new; end $$
      """)
    try await database.execute(
      "create trigger without_waiting before update on lanes for each row execute function without_waiting()")
  }

  /// Returns when the server has acknowledged the second tick.
  fileprivate func untilDelivered() async throws {
    var after = 0
    while true {
      try Task.checkCancellation()
      let query = [
        "person": shop.owner, "number": "100000000000001", "after": String(after), "wait": "20",
      ]
      let request = HTTPRequest(
        method: "GET", path: "/simulator/api/chat", query: query, headers: HTTPHeaders([("Host", "localhost")]))
      let answer = try JSON(parsing: await simulator.respond(to: request)?.body ?? [])
      for event in answer["events"]?.array ?? [] {
        if event["direction"]?.text == "webhook", event["what"]?.text?.contains("delivered") == true,
          event["status"]?.integer == 200
        {
          return
        }
      }
      after = answer["next"]?.integer.flatMap { Int($0) } ?? after
    }
  }
}
