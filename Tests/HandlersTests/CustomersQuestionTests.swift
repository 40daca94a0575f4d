import Database
import Foundation
import Messages
import Testing

/// How a customer's question reaches an owner and comes back, where a transcript cannot tell: by forwarding, by swiping.
struct CustomersQuestionTests {
  private static func ask(_ words: String, in talk: Talk) async throws {
    _ = try await talk.say(.text(words), from: TranscriptShop.customer, on: TranscriptShop.customerChannel)
  }

  @Test func `a question that the owner forwards is answered as at the customers' door`() async throws {
    try await Talk.with { talk in
      _ = try await TranscriptShop.create(in: talk.owner, at: talk.clock.now)
      let own = try await talk.say(.text("parle g hai kya"), from: TranscriptShop.owner)
      #expect(own?.text == "Parle-G – stock 36 packet.")
      let forwarded = try await talk.say(.text("parle g hai kya"), from: TranscriptShop.owner, forwarded: true)
      #expect(forwarded?.text == "Parle-G: ₹10/packet. Stock me hai. Kitna chahiye?")
    }
  }

  @Test func `swiping on the question answers it`() async throws {
    try await Talk.with { talk in
      _ = try await TranscriptShop.create(in: talk.owner, at: talk.clock.now)
      _ = try await talk.say(.text("namaste"), from: TranscriptShop.owner)
      try await Self.ask("ghar pe delivery karte ho kya", in: talk)
      try await talk.owner.execute(
        "update outbox set wamid = 'wamid.told' where address = \(TranscriptShop.owner) and in_reply_to is null")
      let reply = try await talk.say(.text("haan, shaam ko"), from: TranscriptShop.owner, answering: "wamid.told")
      #expect(reply?.text == "✅ Bheja: +910000000003 – haan, shaam ko")
      #expect(
        try await talk.lastLetter(to: TranscriptShop.customer)?.text == "haan, shaam ko\n– Shree Ganesh Kirana")
    }
  }

  @Test func `what is swiped on anything else is an ordinary message`() async throws {
    try await Talk.with { talk in
      _ = try await TranscriptShop.create(in: talk.owner, at: talk.clock.now)
      let reply = try await talk.say(.text("chini kitni hai"), from: TranscriptShop.owner, answering: "wamid.other")
      #expect(reply?.text == "Sugar – stock 40 kilo.")
    }
  }

  @Test func `an owner who wants a person hears whom to ask, where somebody is named`() async throws {
    try await Talk.with(support: "+91 98220 00000") { talk in
      _ = try await TranscriptShop.create(in: talk.owner, at: talk.clock.now)
      let reply = try await talk.say(.text("kisi insaan se baat karni hai"), from: TranscriptShop.owner)
      #expect(reply?.text == "Kisi se baat karni ho to: +91 98220 00000")
    }
  }

  @Test func `after ten questions in a day the customer is told that they arrived, and the owner is left in peace`()
    async throws
  {
    try await Talk.with { talk in
      _ = try await TranscriptShop.create(in: talk.owner, at: talk.clock.now)
      _ = try await talk.say(.text("namaste"), from: TranscriptShop.owner)
      for _ in 0..<13 { try await Self.ask("malik se baat karni hai", in: talk) }
      let told = try await talk.owner.query(
        "select count(*) from outbox where address = \(TranscriptShop.owner) and in_reply_to is null"
      ).only().decode(Int.self)
      #expect(told == 10)
    }
  }
}
