import Database
import Foundation
import Scheduler
import TestSupport
import Testing

/// A person may be known by a phone number, by a user id or both, and either may change: it stays one person, and one
/// lane, and no message overtakes another.
@Suite(.timeLimit(.minutes(5)))
struct PeopleTests {
  private static let user = "IN.1001"
  private static let later = "IN.2002"

  @Test func `two who turn out to be one are one once the lane of the younger is drained`() async throws {
    try await QueueDatabase.with { database in
      try await database.keep(Arrival("by phone"))
      try await database.keep(Arrival("by id", from: nil, user: Self.user))
      try await database.keep(Arrival("by both", user: Self.user))
      #expect(try await database.people() == 2, "the younger has something waiting")
      let lanes = try await database.lease()
      let younger = try #require(lanes.first { $0.first?.messageID == "by id" })
      for message in younger { try await database.perform(message, isLast: message.id == younger.last?.id) }
      #expect(try await database.people() == 1)
      try await database.keep(Arrival("after", from: nil, user: Self.user))
      #expect(
        try await database.value("select state || ' ' || seq from inbox where message_id = 'after'") == "waiting 2")
    }
  }

  @Test func `what is drained already merges at once`() async throws {
    try await QueueDatabase.with { database in
      try await database.keep(Arrival("by phone"), Arrival("by id", from: nil, user: Self.user))
      for lane in try await database.lease() { for message in lane { try await database.perform(message) } }
      try await database.keep(Arrival("by both", user: Self.user))
      #expect(try await database.people() == 1)
      #expect(try await database.value("select count(*) from lanes where pending = 1") == 1)
    }
  }

  @Test func `whom a shop knows stays, though the stranger is older`() async throws {
    try await QueueDatabase.with { database in
      try await database.keep(Arrival("stranger", from: nil, user: Self.user))
      try await database.perform(try await database.leaseOne())
      let owner = try await database.enrol("919800000009")
      try await database.keep(Arrival("both", from: "919800000009", user: Self.user))
      let message = try await database.leaseOne()
      #expect(message.person == owner)
      #expect(message.member != nil)
      #expect(try await database.people() == 1)
    }
  }

  @Test func `the members of two shops stay two, though they seem to be one`() async throws {
    try await QueueDatabase.with { database in
      try await database.enrol("919800000008")
      try await database.owner.execute("insert into shops (name, created_at) values ('Laxmi', \(QueueDatabase.now))")
      try await database.enrol("919800000009")
      try await database.rename(["phone:919800000008"], ["phone:919800000009"])
      #expect(try await database.people() == 2)
      #expect(try await database.value("select count(distinct shop_id) from identities") == 2)
    }
  }

  @Test func `two first messages at the same time under different names are of one person`() async throws {
    try await QueueDatabase.with { database in
      for number in 1...20 {
        let (phone, user) = ("91980000\(100 + number)", "IN.\(number)")
        let names: [(String?, String?)] = [(phone, user), (phone, nil), (nil, user), (phone, user)]
        try await withThrowingTaskGroup(of: Void.self) { group in
          for (index, (phone, user)) in names.enumerated() {
            group.addTask { try await database.keep(Arrival("\(number)-\(index)", from: phone, user: user)) }
          }
          try await group.waitForAll()
        }
      }
      while case let lanes = try await database.lease(lanes: 100), !lanes.isEmpty {
        for lane in lanes {
          for message in lane { try await database.perform(message, isLast: message.id == lane.last?.id) }
        }
      }
      #expect(try await database.people() == 20)
      #expect(try await database.effects().count == 80)
    }
  }

  @Test func `whoever looked before a merge and comes after it looks again`() async throws {
    try await QueueDatabase.with { database in
      try await database.keep(Arrival("by phone"), Arrival("by id", from: nil, user: Self.user))
      for lane in try await database.lease() { for message in lane { try await database.perform(message) } }
      try await database.keep(Arrival("by both", user: Self.user))
      let refused = await #expect(throws: DatabaseError.self) {
        try await database.owner.execute("update lanes set pending = pending + 1 where is_closed")
      }
      #expect(refused?.sqlState == "40001", "which runs the transaction again")
    }
  }

  @Test func `somebody with a new number is known by it, and the old one serves for what is still under way`()
    async throws
  {
    try await QueueDatabase.with { database in
      let owner = try await database.enrol(QueueDatabase.asha)
      try await database.rename(["phone:" + QueueDatabase.asha], ["phone:919800000091"])
      try await database.keep(Arrival("new", from: "919800000091"), Arrival("late"))
      let lane = try await database.lease()
      #expect(lane.ids == [["new", "late"]])
      #expect(lane.first?.first?.person == owner)
      let address: String = try await database.value(
        "select address from address_of(\(QueueDatabase.channel), \(owner))")
      #expect(address == "919800000091")
    }
  }

  @Test func `a stranger who wrote from the new number first is known once that is answered`() async throws {
    try await QueueDatabase.with { database in
      let owner = try await database.enrol(QueueDatabase.asha)
      try await database.keep(Arrival("too early", from: "919800000091"))
      try await database.rename(["phone:" + QueueDatabase.asha], ["phone:919800000091"])
      let early = try await database.leaseOne()
      #expect(early.member == nil)
      try await database.perform(early)
      try await database.keep(Arrival("known", from: "919800000091"))
      #expect(try await database.leaseOne().person == owner)
    }
  }

  @Test func `a number that was given up and comes with a new id has somebody else`() async throws {
    try await QueueDatabase.with { database in
      let owner = try await database.enrol(QueueDatabase.asha)
      try await database.rename(["phone:" + QueueDatabase.asha], ["phone:919800000091"])
      try await database.keep(Arrival("somebody", user: Self.later))
      let message = try await database.leaseOne()
      #expect(message.person != owner)
      #expect(message.member == nil)
    }
  }

  @Test func `a new user id takes the place of the old one`() async throws {
    try await QueueDatabase.with { database in
      try await database.keep(Arrival("a1", user: Self.user))
      try await database.perform(try await database.leaseOne())
      for _ in 1...2 { try await database.rename(["user:" + Self.user], ["user:" + Self.later]) }
      try await database.keep(Arrival("a2", from: nil, user: Self.later))
      #expect(try await database.people() == 1)
      let names = try await database.owner.query("select alias from identities where retired_at is not null")
      #expect(try names.map { try $0.decode(String.self) } == ["user:" + Self.user])
    }
  }

  @Test func `news in a message that came before changes nothing any more`() async throws {
    try await QueueDatabase.with { database in
      let (old, new) = ("phone:" + QueueDatabase.asha, "phone:919800000091")
      try await database.keep(Arrival("moved"))
      try await database.rename([new], [old])
      try await database.rename([old], [new], message: "moved")
      #expect(try await database.value("select count(*) from identities where alias = \(new)") == 0)
    }
  }
}

extension QueueDatabase {
  fileprivate func people() async throws -> Int {
    try await value("select count(distinct person_id) from identities")
  }

  /// Makes a phone number the owner of the shop that was founded last.
  @discardableResult
  fileprivate func enrol(_ phone: String) async throws -> Int64 {
    try await owner.query(
      """
      with shop as (select max(shop_id) as id from shops), member as (
        insert into members (shop_id, role, created_at) select id, 'owner', \(Self.now) from shop
        returning shop_id, member_id)
      insert into identities (channel, alias, person_id, shop_id, member_id, seen_at)
      select \(Self.channel), 'phone:' || \(phone), nextval('people'), shop_id, member_id, \(Self.now) from member
      returning person_id
      """
    ).only().decode(Int64.self)
  }

  fileprivate func rename(_ known: [String], _ now: [String], message: String? = nil) async throws {
    try await application.execute("select rename_person(\(known), \(now), \(Self.channel), \(message), \(Self.now))")
  }
}
