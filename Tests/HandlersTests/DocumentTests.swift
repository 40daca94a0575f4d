import Database
import Foundation
import Handlers
import Measures
import Messages
import Scheduler
import Sheets
import Testing
import WhatsApp

/// Files that people send: fetched once, of owners only, and read for what they are.
@Suite struct DocumentTests {
  private static let goods = "Item,Qty,Unit,Rate\nSugar,55,kg,46\nJaggery,9,kg,60\n"

  private func withShop(_ body: (Talk, TranscriptShop) async throws -> Void) async throws {
    try await Talk.with { talk in
      try await body(talk, try await TranscriptShop.create(in: talk.owner, at: talk.clock.now))
    }
  }

  @Test func `a workbook is read like any list`() async throws {
    try await withShop { talk, shop in
      let sheet = Sheet(
        title: "Goods", columns: ["Item", "Qty", "Rate"],
        rows: [[.text("Jaggery"), .quantity(.init(9)), .money(.init(rupees: 60))]])
      let reply = try await talk.send(
        try Workbook.bytes(of: [sheet]), named: "goods.xlsx", from: TranscriptShop.owner)
      #expect(reply?.text.contains("+ Jaggery, 9 pcs, ₹60") == true, "\(reply?.text ?? "")")
    }
  }

  @Test(arguments: [
    (TranscriptShop.staff, TranscriptShop.channel), (TranscriptShop.customer, TranscriptShop.customerChannel),
  ])
  func `nobody but an owner makes us fetch anything`(phone: String, channel: String) async throws {
    try await withShop { talk, _ in
      let reply = try await talk.send(Array(Self.goods.utf8), named: "goods.csv", from: phone, on: channel)
      #expect(reply?.choices == Choices.none)
      #expect(talk.shelf.fetched == 0)
      #expect(try await talk.owner.query("select media_id from media").isEmpty)
    }
  }

  @Test func `a file is fetched once, whatever becomes of its message`() async throws {
    try await withShop { talk, _ in
      let id = talk.shelf.put(Array(Self.goods.utf8))
      let sender = try #require(Sender(phone: TranscriptShop.owner, userID: nil))
      let message = InboundMessage(
        id: "wamid.1", channel: TranscriptShop.channel, sender: sender, sentAt: talk.clock.now,
        content: .media(Media(kind: .document, id: id, fileName: "goods.csv")))
      let body = Array(try JSONEncoder().encode(message))
      let queue = Queue(database: talk.database)
      try await queue.keep(
        [
          Arrival(
            channel: TranscriptShop.channel, messageID: "wamid.1", phone: TranscriptShop.owner, userID: nil, name: nil,
            body: body, raw: body)
        ], events: [], at: talk.clock.now)
      let lanes = try await queue.lease(by: "test", lanes: 1, messagesPerLane: 1, seconds: 60, careful: true)
      let leased = try #require(lanes.first?.first)
      // Somebody else has the lane meanwhile: all that was done is undone, but the file is there.
      try await talk.owner.execute("update lanes set token = token + 1")
      await #expect(throws: (any Error).self) { try await talk.conversation.take(leased, isLast: true) }
      try await talk.owner.execute("update lanes set token = token - 1")
      try await talk.conversation.take(leased, isLast: true)
      #expect(talk.shelf.fetched == 1)
      #expect(try await talk.owner.query("select 1 from outbox").count == 1)
    }
  }

  /// Neither can write before both have begun: the test holds what every writing needs.
  @Test func `a file that two owners confirm at once is written once`() async throws {
    try await withShop { talk, _ in
      let other = "919820000053"
      let asked = try await talk.say(.text("add vijay as owner 9820000053"), from: TranscriptShop.owner)
      _ = try await talk.say(try #require(asked?.content(tapping: "Yes")), from: TranscriptShop.owner)
      var taps: [(phone: String, content: Content)] = []
      for phone in [TranscriptShop.owner, other] {
        let shown = try await talk.send(Array(Self.goods.utf8), named: "goods.csv", from: phone)
        taps.append((phone, try #require(shown?.content(tapping: "Yes"))))
      }
      let replies = try await talk.sayTogether(taps, whileLocked: "lock table entry_groups in share mode")
      let texts = replies.map { $0?.text ?? "" }
      #expect(texts.filter { $0.hasPrefix("✅") }.count == 1, "\(texts)")
      #expect(texts.contains { $0.hasPrefix("This file is written already") }, "\(texts)")
      #expect(try await talk.owner.query("select 1 from imports").count == 1)
      #expect(try await talk.owner.query("select 1 from items where name = 'Jaggery'").count == 1)
    }
  }

  @Test func `what is too large, gone or no list is refused, each in its words`() async throws {
    try await withShop { talk, _ in
      let large = try await talk.send(
        [UInt8](repeating: 65, count: 6 << 20), named: "a.csv", from: TranscriptShop.owner)
      #expect(large?.text.hasPrefix("The file is too big") == true)
      let gone = try await talk.say(
        .media(Media(kind: .document, id: "99", fileName: "a.csv")), from: TranscriptShop.owner)
      #expect(gone?.text.hasPrefix("The file did not come") == true)
      let picture = try await talk.send([0xFF, 0xD8, 0xFF, 0xE0], named: "a.csv", from: TranscriptShop.owner)
      #expect(picture?.text.hasPrefix("This file cannot be read") == true)
      let old = try await talk.send([0xD0, 0xCF, 0x11, 0xE0, 1], named: "a.xls", from: TranscriptShop.owner)
      #expect(old?.text.hasPrefix("This is old Excel") == true)
      #expect(try await talk.owner.query("select media_id from media").count == 1)
    }
  }

  @Test func `a file of five thousand goods is written and taken back`() async throws {
    try await withShop { talk, _ in
      let lines = (1...5_000).map { "Item \($0) x,\($0),packet,\($0).50" }
      let file = Array(("Item,Qty,Unit,Rate\n" + lines.joined(separator: "\n")).utf8)
      let shown = try await talk.send(file, named: "all.csv", from: TranscriptShop.owner)
      #expect(shown?.text.contains("New items: 5000") == true, "\(shown?.text ?? "")")
      let yes = try #require(shown?.content(tapping: "Yes"))
      let began = ContinuousClock.now
      let written = try await talk.say(yes, from: TranscriptShop.owner)
      print("5,000 items written in \(ContinuousClock.now - began)")
      let undo = try #require(written?.content(tapping: "Undo"))
      let undone = try await talk.say(undo, from: TranscriptShop.owner)
      #expect(undone?.text == "Undone: items from a file: 5000")
      let left: Int = try await talk.owner.query(
        "select count(*) from items where retired_at is null"
      ).only().decode(Int.self)
      #expect(left == 20)
    }
  }
}
