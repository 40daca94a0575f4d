import Database
import Foundation
import Handlers
import Intents
import Measures
import Messages
import Testing

/// The transcripts are the product's contract: owner line, shop line. To write the answers anew after a change of the
/// words, run the tests with `RETAILMIND_WRITE_TRANSCRIPTS=1`, read what changed, and only then commit it.
struct TranscriptTests {
  static let files: [String] = {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: TranscriptShop.transcripts.path)) ?? []
    return names.filter { $0.hasSuffix(".txt") }.sorted()
  }()

  private static let writes = ProcessInfo.processInfo.environment["RETAILMIND_WRITE_TRANSCRIPTS"] != nil

  @Test func `there are transcripts of at least 250 turns in five voices`() throws {
    let turns = try Self.files.flatMap { try Self.read($0).turns }.filter { turn in
      switch turn.step {
      case .writes, .taps, .sends: true
      case .check, .speaker, .wait, .grows, .note: false
      }
    }
    #expect(turns.count >= 250)
    for voice in ["en", "hi", "hi-Latn", "mr", "mr-Latn"] {
      #expect(
        Self.files.contains { $0.hasPrefix(voice + ".") || $0.hasPrefix(voice + "-") }, "no transcript in \(voice)")
    }
  }

  @Test(arguments: AskingRule.allCases) func `every rule that asks is tried`(rule: AskingRule) throws {
    let transcript = try String(contentsOf: Self.url("asking.txt"), encoding: .utf8)
    #expect(transcript.contains("# \(rule.rawValue):"))
  }

  /// Whatever is asked, two or three things to tap stand under it, each with room on a button.
  static func expectChoices(_ reply: Reply?, _ place: String) {
    guard case .buttons(let buttons)? = reply?.choices else { return }
    #expect((1...Choices.Limit.buttons).contains(buttons.count), "\(place)")
    #expect(buttons.allSatisfy { (1...Choices.Limit.buttonTitle).contains($0.title.unicodeScalars.count) }, "\(place)")
    #expect(Set(buttons.map(\.title)).count == buttons.count, "\(place)")
  }

  @Test(arguments: files)
  func `the conversation goes as written`(file: String) async throws {
    let transcript = try Self.read(file)
    try await Talk.with { talk in
      let shop = try await TranscriptShop.create(in: talk.owner, at: talk.clock.now)
      var answers: [[String]] = []
      var phone = TranscriptShop.owner
      var channel = TranscriptShop.channel
      var lastReply: Reply?
      var lastLetter: Int64 = 0
      for turn in transcript.turns {
        var answer: [String] = []
        switch turn.step {
        case .note: break
        case .grows("summary"): try await talk.sendSummary(of: shop.id)
        case .grows("check"): try await talk.checkInventory(of: shop.id)
        case .grows(let what): try await shop.grow(by: what, in: talk)
        case .wait(let minutes): talk.clock.advance(seconds: minutes * 60)
        case .speaker(let name): (phone, channel) = Self.speakers[name] ?? ("910000000099", TranscriptShop.channel)
        case .writes(let text):
          lastReply = try await talk.say(.text(text), from: phone, on: channel)
          answer = lastReply?.lines ?? []
        case .taps(let title):
          let letter = try await talk.lastLetter(to: phone)
          guard let tapped = lastReply?.content(tapping: title) ?? letter?.content(tapping: title) else {
            Issue.record("\(file):\(turn.line): nothing to tap: \(title)")
            break
          }
          let reply = try await talk.say(tapped, from: phone, on: channel)
          answer = reply?.lines ?? []
          if reply?.choices != Choices.none { lastReply = reply }
        case .sends(let file):
          lastReply = try await talk.send(file, from: phone, on: channel)
          answer = lastReply?.lines ?? []
        case .check(let words):
          let found = try await Self.look(words.dropLast(), in: shop, talk)
          if !Self.writes { #expect(found == words.last, "\(file):\(turn.line): \(words.joined(separator: " "))") }
        }
        try await talk.doJobs()
        answer += try await talk.letters(after: &lastLetter)
        answers.append(answer)
        Self.expectChoices(lastReply, "\(file):\(turn.line)")
        if !Self.writes { #expect(answer == turn.answer, "\(file):\(turn.line)") }
      }
      try await Self.expectBooksAgree(talk, file)
      if Self.writes {
        try transcript.written(with: answers).write(to: Self.url(file), atomically: true, encoding: .utf8)
      }
    }
  }

  private static let speakers = [
    "gopal": ("919820000051", TranscriptShop.channel), "asha": ("919820000052", TranscriptShop.channel),
    "raju": ("919822012345", TranscriptShop.channel), "vijay": ("919820000053", TranscriptShop.channel),
    "owner": (TranscriptShop.owner, TranscriptShop.channel),
    "staff": (TranscriptShop.staff, TranscriptShop.channel),
    "customer": (TranscriptShop.customer, TranscriptShop.customerChannel),
  ]

  /// What a check line asks for, as the database holds it.
  private static func look(_ words: ArraySlice<String>, in shop: TranscriptShop, _ talk: Talk) async throws -> String {
    let question = words.first ?? ""
    let item = words.dropFirst().lazy.compactMap { shop.items[$0] }.first ?? -1
    switch question {
    case "stock":
      return try await talk.owner.query("select on_hand from stock where item_id = \(item)").only()
        .decode(Quantity.self).plain
    case "price":
      return try await talk.owner.query(
        "select amount from prices where item_id = \(item) and kind = 'sale' order by price_id desc limit 1"
      ).only().decode(Money.self).description
    case "threshold":
      return try await talk.owner.query("select threshold from items where item_id = \(item)").only()
        .decode(Quantity.self).plain
    case "sales":
      return try await talk.owner.query("select coalesce(sum(total), 0)::bigint from sales").only()
        .decode(Money.self).description
    case "reminders":
      return try await talk.owner.query("select count(*) from reminders").only().decode(Int.self).description
    case "questions":
      return try await talk.owner.query(
        """
        select count(*) from customer_questions q where not exists (select from customer_answers a
          where a.shop_id = q.shop_id and a.question_id = q.question_id)
        """
      ).only().decode(Int.self).description
    case "due":
      return try await talk.owner.query("select coalesce(sum(balance), 0)::bigint from credit_balances").only()
        .decode(Money.self).description
    case "upi":
      return try await talk.owner.query("select coalesce(upi_id, 'none') from shops").only().decode(String.self)
    case "items":
      return try await talk.owner.query("select count(*) from items where retired_at is null").only()
        .decode(Int.self).description
    case "erasures":
      return try await talk.owner.query("select count(*) from erasures where done_at is null").only()
        .decode(Int.self).description
    case "opened": return try await talk.openedShop(words.dropFirst().map { $0 })
    case "member", "phone", "prefers", "written": return try await talk.people(words.map { $0 })
    default: return try await GoodsChecks.look(words, item: item, in: talk) ?? "unknown check \(question)"
    }
  }

  /// After each conversation: the ledger adds up, and each message has one effect and at most one reply.
  private static func expectBooksAgree(_ talk: Talk, _ file: String) async throws {
    let differing = try await talk.owner.query(
      """
      select s.item_id from stock s
      where s.on_hand <> (select coalesce(sum(e.quantity), 0) from stock_entries e
        where e.shop_id = s.shop_id and e.item_id = s.item_id)
      """)
    #expect(differing.isEmpty, "\(file): the ledger and the stock differ")
    let faults = try await talk.owner.query("select distinct book from audit_books()").map {
      try $0.decode(String.self)
    }
    #expect(faults == [], "\(file): the books do not add up")
    let unfinished = try await talk.owner.query("select inbox_id from inbox where state <> 'done'")
    #expect(unfinished.isEmpty, "\(file): messages were left over")
    let totals = try await talk.owner.query(
      """
      select s.sale_id from sales s where s.total + s.discount <> (
        select sum(l.amount) from sale_lines l where l.shop_id = s.shop_id and l.sale_id = s.sale_id
        having count(*) = count(l.amount))
      """)
    #expect(totals.isEmpty, "\(file): a bill is not the sum of its lines, less what was let off")
  }

  private static func url(_ file: String) -> URL { TranscriptShop.transcripts.appending(path: file) }

  private static func read(_ file: String) throws -> Transcript {
    try Transcript(try String(contentsOf: url(file), encoding: .utf8))
  }
}
