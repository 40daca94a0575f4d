import Database
import Foundation
import Messages
import TestSupport
import Testing

@testable import WhatsApp

/// What news does: to our sending, and to what we know of accounts, templates and people.
@Suite(.timeLimit(.minutes(5)))
struct NewsDeskTests {
  private static let account = "2001"
  private static let noon = Date(timeIntervalSince1970: 1_790_000_000)
  private static let asha = OutboxDatabase.asha

  private func news(_ matter: News.Matter, minute: Double = 0, of account: String = account) -> News {
    News(account: account, at: Self.noon + minute * 60, matter: matter)
  }

  @Test(arguments: [
    AccountEvent.ban(.disabled), .violation(kind: "SCAM"), .deleted, .offboarded,
    .restricted([Restriction(kind: .answering, until: nil)]),
    .restricted([Restriction(kind: .answering, until: noon + 3600), Restriction(kind: .beginning, until: nil)]),
  ])
  func `an account that must not send stops`(event: AccountEvent) async throws {
    try await withOutbox { database in
      try await database.enqueue()
      try await database.read(news(.account(event)))
      #expect(try await database.claim().isEmpty)
      #expect(try await database.stops() == ["*"])
    }
  }

  @Test(arguments: [
    AccountEvent.ban(.scheduled), .ban(.reinstated), .restricted([Restriction(kind: .beginning, until: nil)]),
    .restricted([Restriction(kind: .answering, until: noon - 1)]), .reconnected, .reviewed(decision: "REJECTED"),
    .partner(event: "PARTNER_REMOVED"),
  ])
  func `what forbids no answers stops none`(event: AccountEvent) async throws {
    try await withOutbox { database in
      try await database.enqueue()
      try await database.read(news(.account(event)))
      #expect(try await database.claim().count == 1)
      #expect(try await database.value("select count(*) from account_facts") == 1)
    }
  }

  @Test func `a ban stops the numbers of its account and no others`() async throws {
    try await withOutbox { database in
      try await database.own(["1", "2", "3"])
      try await database.application.transaction { transaction in
        try transaction.learn(accounts: ["1": "2001", "2": "2001", "3": "2002", "9": "2001"], at: Self.noon)
      }
      try await database.read(news(.account(.ban(.disabled))))
      #expect(try await database.stops() == ["1", "2"])
      try await database.read(news(.account(.ban(.reinstated)), minute: 1))
      #expect(try await database.stops() == [])
    }
  }

  @Test func `the end of a ban leaves what stopped for another reason`() async throws {
    try await withOutbox { database in
      try await database.own(["1", "2"])
      try await database.application.transaction { transaction in
        try transaction.learn(accounts: ["1": "2001", "2": "2001"], at: Self.noon)
      }
      try await database.application.execute("select stop_channel('1', null, '{\"code\": 190}')")
      try await database.read(
        news(.account(.ban(.disabled))), news(.account(.ban(.reinstated)), minute: 1))
      #expect(try await database.stops() == ["1"])
    }
  }

  @Test func `a second copy of a ban that was lifted does not stop again`() async throws {
    try await withOutbox { database in
      let (ban, end) = (news(.account(.ban(.disabled))), news(.account(.ban(.reinstated)), minute: 1))
      try await database.read(ban, end)
      try await database.read(ban)
      #expect(try await database.stops() == [])
      try await database.read(news(.account(.ban(.disabled)), minute: 2))
      try await database.read(end)
      #expect(try await database.stops() == ["*"])
    }
  }

  @Test(arguments: [131031, 368])
  func `an error of the number itself stops it`(code: Int) async throws {
    try await withOutbox { database in
      try await database.read(news(.trouble([ChannelFailure(code: code)], channel: OutboxDatabase.channel)))
      #expect(try await database.stops() == [OutboxDatabase.channel])
    }
  }

  @Test func `too many messages for now stop nothing for good`() async throws {
    try await withOutbox { database in
      try await database.read(news(.trouble([ChannelFailure(code: 130429)], channel: OutboxDatabase.channel)))
      #expect(try await database.stops() == [])
    }
  }

  @Test func `who wants no offers gets none, under any name, until the contrary is said`() async throws {
    try await withOutbox { database in
      let ravi = try #require(Sender(phone: "919800000002", userID: "IN.1002"))
      #expect(try await database.wantsMarketing(.phone("919800000002")))
      try await database.read(preference(of: ravi, isWanted: false))
      #expect(try await !database.wantsMarketing(.phone("919800000002")))
      #expect(try await !database.wantsMarketing(.user("IN.1002")))
      #expect(try await database.wantsMarketing(Self.asha))
      try await database.read(preference(of: ravi, isWanted: true, minute: -1))
      #expect(try await !database.wantsMarketing(.user("IN.1002")), "what was said earlier and comes later")
      try await database.read(preference(of: ravi, isWanted: true, minute: 1))
      #expect(try await database.wantsMarketing(.user("IN.1002")))
    }
  }

  @Test func `a wish holds for the person, not for the name it was said under`() async throws {
    try await withOutbox { database in
      try await database.own([OutboxDatabase.channel])
      for alias in ["phone:919800000002", "user:IN.1002"] {
        try await database.owner.execute(
          """
          insert into identities (channel, alias, person_id, seen_at)
          values (\(OutboxDatabase.channel), \(alias), 1, \(Self.noon))
          """)
      }
      let hidden = try #require(Sender(phone: nil, userID: "IN.1002"))
      try await database.read(preference(of: hidden, isWanted: false))
      #expect(try await !database.wantsMarketing(.phone("919800000002")))
    }
  }

  private func preference(of person: Sender, isWanted: Bool, minute: Double = 0) -> News {
    news(
      .preference(
        Preference(
          person: person, channel: OutboxDatabase.channel, category: Preference.marketing, isWanted: isWanted)),
      minute: minute)
  }

  @Test func `a template stands as WhatsApp last said, whatever came last`() async throws {
    try await withOutbox { database in
      let template = Template(name: "morning_hello", language: "en-US")
      try await database.own([OutboxDatabase.channel])
      #expect(try await database.state(of: template) == nil)
      try await database.application.transaction { transaction in
        try transaction.learn(accounts: [OutboxDatabase.channel: Self.account], at: Self.noon)
      }
      try await database.read(
        news(.template(template, .status(.paused, reason: "FIRST_PAUSE")), minute: 2),
        news(.template(template, .status(.approved, reason: nil)), minute: 1),
        news(.template(template, .quality(.red))), news(.template(template, .components)),
        news(.template(template, .category("UTILITY", next: "MARKETING", nextAt: Self.noon))))
      let expected = TemplateState(status: .paused, quality: .red, category: "UTILITY")
      #expect(try await database.state(of: Template(name: "morning_hello", language: "en_US")) == expected)
    }
  }

  @Test func `a payment is kept once for each word about it, and its refunds add up`() async throws {
    try await withOutbox { database in
      let pending = hint("pending", "failed"), captured = hint("captured", "success")
      try await database.read(pending, captured, captured, hint("captured", "success", refunded: 500), captured)
      #expect(try await database.value("select count(*) from payment_hints") == 2)
      #expect(try await database.value("select refunded from payment_hints where status = 'captured'") == 500)
    }
  }

  private func hint(_ status: String, _ transaction: String, refunded: Int64 = 0) -> News {
    news(
      .payment(
        PaymentHint(
          channel: OutboxDatabase.channel, reference: "bill-7", transaction: "pay_9", status: status,
          transactionStatus: transaction, amount: 45050, refunded: refunded, currency: "INR")))
  }

  @Test func `a call opens the day for whoever a shop serves`() async throws {
    try await withOutbox { database in
      try await database.own([OutboxDatabase.channel])
      try await database.owner.execute("insert into shops (name, created_at) values ('Kirana', \(Self.noon))")
      try await database.owner.execute("update channels set shop_id = (select shop_id from shops)")
      let ravi = try #require(Sender(phone: "919800000002", userID: nil))
      try await database.read(
        news(.call(from: ravi, channel: OutboxDatabase.channel), minute: 5),
        news(.call(from: ravi, channel: OutboxDatabase.channel)), news(.call(from: ravi, channel: "not ours")))
      let heard: Date = try await database.value("select heard_at from conversations")
      #expect(heard == Self.noon + 300)
    }
  }
}

extension OutboxDatabase {
  fileprivate func read(_ news: News...) async throws {
    try await application.transaction { transaction in
      try await transaction.record(news, at: Date(timeIntervalSince1970: 1_790_000_000))
    }
  }

  fileprivate func own(_ channels: [String]) async throws {
    try await owner.execute("insert into channels (channel) select unnest(\(channels))")
  }

  fileprivate func stops() async throws -> [String] {
    try await owner.query("select channel from channel_stops order by 1").map { try $0.decode(String.self) }
  }

  fileprivate func wantsMarketing(_ recipient: Recipient) async throws -> Bool {
    try await application.transaction { try await $0.wantsMarketing(recipient, on: Self.channel) }
  }

  fileprivate func state(of template: Template) async throws -> TemplateState? {
    try await application.transaction { try await $0.state(of: template, on: Self.channel) }
  }
}
