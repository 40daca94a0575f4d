import Database
import Foundation
import Messages
import Scheduler
import Testing

@testable import Handlers

/// Somebody whom no shop knows: at the door, twice at once, and far too often.
@Suite(.timeLimit(.minutes(5)))
struct NewcomerTests {
  private static let phone = "919820000077"

  @Test func `two messages taken in at one instant open one shop`() async throws {
    try await Talk.with { talk in
      _ = try await TranscriptShop.create(in: talk.owner, at: talk.clock.now)
      _ = try await talk.say(.text("hello"), from: Self.phone)
      _ = try await talk.say(.text("english"), from: Self.phone)
      // Both come from a time when there was no shop; the second is then said in it.
      let replies = try await talk.sayAtOnce(["Gupta Store", "Gupta Store"], from: Self.phone)
      #expect(replies == 2)
      let shops = try await talk.owner.query("select count(*) from shops where name = 'Gupta Store'")
      #expect(try shops.only().decode(Int.self) == 1)
      let owners = try await talk.owner.query(
        "select count(*) from identities i join members m using (shop_id, member_id) where alias = \("phone:" + Self.phone) and role = 'owner'"
      )
      #expect(try owners.only().decode(Int.self) == 1)
    }
  }

  @Test func `what was taken in before a change of shop is written in the shop that was chosen`() async throws {
    try await Talk.with { talk in
      let old = try await TranscriptShop.create(in: talk.owner, at: talk.clock.now)
      for text in ["hello", "english", "Gupta Store", "skip", "skip", "sugar 20 kg 44", "done", "skip", "skip"] {
        _ = try await talk.say(.text(text), from: Self.phone)
      }
      _ = try await talk.say(.text("add gopal as staff \(Self.phone.dropFirst(2))"), from: TranscriptShop.owner)
      let answered = try await talk.sayAtOnce(
        ["change shop", "sold 2 kg sugar", "change shop", "sold 3 kg sugar"], from: Self.phone)
      #expect(answered == 4)
      let stock = try await talk.owner.query("select on_hand::text from stock where item_id = \(old.items["sugar"])")
      #expect(try stock.only().decode(String.self) == "38.000")
      #expect(try await talk.openedShop(["stock", "sugar"]) == "17_kg")
    }
  }

  @Test func `whoever writes all day without a shop gets one last line, and tomorrow an answer`() async throws {
    try await Talk.with { talk in
      _ = try await TranscriptShop.create(in: talk.owner, at: talk.clock.now)
      var answers = 0
      for _ in 0..<(Newcomer.answersMax + 5) {
        if try await talk.say(.text("hello"), from: Self.phone) != nil { answers += 1 }
      }
      #expect(answers == Newcomer.answersMax + 1)
      talk.clock.advance(seconds: 90_000)
      #expect(try await talk.say(.text("hello"), from: Self.phone) != nil)
    }
  }

  @Test func `goods of a new shop are its own`() async throws {
    try await Talk.with { talk in
      let old = try await TranscriptShop.create(in: talk.owner, at: talk.clock.now)
      for text in ["hello", "english", "Gupta Store", "kirana", "Pune", "sugar 7 kg 44"] {
        _ = try await talk.say(.text(text), from: Self.phone)
      }
      let stock = try await talk.owner.query("select on_hand::text from stock where item_id = \(old.items["sugar"])")
      #expect(try stock.only().decode(String.self) == "40.000")
      #expect(try await talk.openedShop(["stock", "sugar"]) == "7_kg")
    }
  }

  @Test func `two who turn out to be one belong wherever either did`() async throws {
    try await Talk.with { talk in
      _ = try await TranscriptShop.create(in: talk.owner, at: talk.clock.now)
      _ = try await talk.say(.text("hello"), from: Self.phone)
      let people: SQL = "select person_id from identities where alias = \("phone:" + Self.phone)"
      let stays = try await talk.owner.query(people).only().decode(Int64.self)
      let goes: SQL = "select person_id from identities where alias = \("phone:" + TranscriptShop.owner)"
      try await talk.owner.execute("update identities set person_id = \(stays) where person_id = (\(goes))")
      let belongs = try await talk.owner.query("select count(*) from memberships where person_id = \(stays)")
      #expect(try belongs.only().decode(Int.self) == 1)
    }
  }

  @Test func `the books of a shop are added up though its people all stand in another`() async throws {
    try await Talk.with { talk in
      let first = try await TranscriptShop.create(in: talk.owner, at: talk.clock.now)
      let second = try await TranscriptShop.create(in: talk.owner, named: "Second", at: talk.clock.now)
      try await talk.owner.execute(
        """
        update identities set shop_id = \(second.id), member_id = (
          select min(member_id) from members where shop_id = \(second.id))
        """)
      try await talk.owner.execute("update stock set on_hand = on_hand + 1 where shop_id = \(first.id)")
      let faults = try await talk.owner.query("select distinct shop_id from audit_books()")
      #expect(try faults.map { try $0.decode(ShopID.self) } == [first.id])
    }
  }
}
