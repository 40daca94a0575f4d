import Database
import Foundation
import HTTP
import TestSupport
import Testing

@testable import API

/// What a program says is understood, answered and written as if the owner had said it.
@Suite(.timeLimit(.minutes(5)))
struct QueryTests {
  @Test func `a program sells, hears what the owner would hear, and takes it back`() async throws {
    try await LiveServer.with { live async throws in
      let key = try await live.ownKey()
      let sold = try await live.ask("5 kilo chini bechi", key: key)
      #expect(sold.status == 200 && sold.isWhole)
      #expect(sold.data["intent"]?.text == "sale_record" && sold.data["language"]?.text == "hi-Latn")
      #expect(sold.data["entryGroup"]?.integer != nil && sold.data["awaitsAnswer"]?.flag == false)
      #expect(try await live.sugar() == 35)

      try await live.post(live.envelope(live.asha("chini kitni hai")))
      let asked = try await live.ask("chini kitni hai", key: key)
      #expect(try await live.answers().last == asked.reply)

      #expect(sold.button().hasPrefix("undo:"))
      #expect(try await live.tap(sold.button(), key: key).status == 200)
      #expect(try await live.sugar() == 40)
    }
  }

  @Test func `a program that says undo takes back its own last word, and nobody else's`() async throws {
    try await LiveServer.with { live async throws in
      let (key, other) = (try await live.ownKey(), try await live.ownKey())
      _ = try await live.ask("sold 5 kg sugar", key: key)
      _ = try await live.ask("sold 2 kg sugar", key: other)
      _ = try await live.ask("undo", key: key)
      #expect(try await live.sugar() == 38)
      _ = try await live.ask("undo", key: key)
      #expect(try await live.sugar() == 38)
      _ = try await live.ask("undo", key: live.ownKey())
      #expect(try await live.sugar() == 38)
    }
  }

  @Test func `nothing of it goes out on WhatsApp`() async throws {
    try await LiveServer.with { live async throws in
      let key = try await live.ownKey()
      #expect(try await live.ask("sold 5 kg sugar", key: key).status == 200)
      #expect(try await live.value("select (select count(*) from outbox) + (select count(*) from inbox)") == 0)
    }
  }

  @Test func `a question is answered in the next call, and only by who was asked`() async throws {
    try await LiveServer.with { live async throws in
      let (key, other) = (try await live.ownKey(), try await live.ownKey())
      let asked = try await live.ask("sold sugar", key: key)
      #expect(asked.data["awaitsAnswer"]?.flag == true && asked.data["entryGroup"] == nil)
      _ = try await live.ask("5 kg", key: other)
      #expect(try await live.sugar() == 40)
      #expect(try await live.ask("5 kg", key: key).data["entryGroup"]?.integer != nil)
      #expect(try await live.sugar() == 35)
    }
  }

  @Test(arguments: ["en", "hi", "hi-Latn", "mr", "mr-Latn"])
  func `the answer comes in the language that is wanted`(language: String) async throws {
    try await LiveServer.with { live async throws in
      let answer = try await live.ask("how much sugar is left?", key: live.ownKey(), language: language)
      #expect(answer.data["language"]?.text == language)
      let isDevanagari = answer.reply?.unicodeScalars.contains { (0x900...0x97F).contains($0.value) }
      #expect(isDevanagari == ["hi", "mr"].contains(language))
    }
  }

  /// Everything that only asks.
  private static let questions = [
    "how much sugar is left?", "stock list", "what is low", "price of sugar", "sales today", "profit this month",
    "top selling items", "who owes me", "what will sell tomorrow", "sugar forecast next week", "what should I order",
    "slow moving items", "what expires soon", "suggest a price for sugar", "history of sugar", "who is in my shop",
    "help", "hello", "thanks", "how much do I owe suppliers",
  ]

  @Test func `a key that may only read asks whatever it likes`() async throws {
    try await LiveServer.with { live async throws in
      let key = try await live.ownKey(mayWrite: false)
      for question in Self.questions {
        let answer = try await live.ask(question, key: key)
        #expect(answer.status == 200 && answer.reply?.isEmpty == false, "\(question): \(answer.code ?? "")")
      }
    }
  }

  private static let changes = [
    "sold 5 kg sugar", "add 20 packets of maggi", "set sugar stock to 3 kg", "set maggi price 15",
    "alert me when sugar goes below 20 kg", "paid 500 for rent", "Ramesh took 100 on credit", "delete maggi",
  ]

  @Test func `a key that may only read changes nothing, however it is said`() async throws {
    try await LiveServer.with { live async throws in
      let key = try await live.ownKey(mayWrite: false)
      let books: SQL =
        """
        select (select count(*) from entry_groups) + (select count(*) from customers) + (select count(*) from items)
          + (select sum(catalogue_version) from shops) + (select sum(on_hand) from stock)::bigint
        """
      let before: Int = try await live.value(books)
      for change in Self.changes {
        let answer = try await live.ask(change, key: key)
        // What needs to be asked first is a question still; to answer it is what is refused.
        if answer.status == 200 {
          #expect(answer.data["awaitsAnswer"]?.flag == true && answer.data["entryGroup"] == nil, "\(change)")
          let confirmed = try await live.ask("yes", key: key)
          #expect(confirmed.code == "FORBIDDEN" || confirmed.data["awaitsAnswer"]?.flag == true, "\(change)")
        } else {
          #expect(answer.code == "FORBIDDEN" && answer.isWhole, "\(change): \(answer.code ?? "")")
        }
      }
      #expect(try await live.tap("undo:1", key: key).status != 500)
      #expect(try await live.value(books) == before)
    }
  }

  @Test(arguments: [
    "delete all my data", "add staff 919800000077", "summary at 9 pm", "switch to another shop", "shop:2", "keep:1",
    "setup:language:en",
  ])
  func `what concerns the person who writes is not for a program`(words: String) async throws {
    try await LiveServer.with { live async throws in
      let key = try await live.ownKey()
      let answer = words.contains(":") ? try await live.tap(words, key: key) : try await live.ask(words, key: key)
      #expect(answer.status == 200 && answer.data["awaitsAnswer"]?.flag == false, "\(answer.reply ?? "")")
      #expect(try await live.value("select (select count(*) from erasures) + (select count(*) from preferences)") == 0)
      #expect(try await live.value("select count(*) from members") == 2)
    }
  }

  @Test func `asked again under the same name, it is answered as before and nothing is done twice`() async throws {
    try await LiveServer.with { live async throws in
      let key = try await live.ownKey()
      let first = try await live.ask("sold 5 kg sugar", key: key, named: "monday-1")
      let second = try await live.ask("sold 5 kg sugar", key: key, named: "monday-1")
      #expect(first.status == 200 && first.data == second.data)
      #expect(try await live.sugar() == 35)
      let other = try await live.ask("sold 6 kg sugar", key: key, named: "monday-1")
      #expect(other.status == 409 && other.code == "CONFLICT" && other.isWhole)
      let another = try await live.ask("sold 5 kg sugar", key: try await live.ownKey(), named: "monday-1")
      #expect(another.status == 200)
      #expect(try await live.sugar() == 30)
      #expect(try await live.ask("sold 5 kg sugar", key: key, named: String(repeating: "x", count: 256)).status == 400)
    }
  }

  @Test func `eight at once under one name do it once, and all hear the same`() async throws {
    try await LiveServer.with { live async throws in
      let key = try await live.ownKey()
      let answers = try await withThrowingTaskGroup(of: JSON.self) { group in
        for _ in 1...8 { group.addTask { try await live.ask("sold 5 kg sugar", key: key, named: "one").data } }
        return try await group.reduce(into: Set<JSON>()) { $0.insert($1) }
      }
      #expect(answers.count == 1 && answers.first?["entryGroup"] != nil)
      #expect(try await live.sugar() == 35)
    }
  }

  @Test func `many that speak at once with one key are heard one after the other`() async throws {
    try await LiveServer.with { live async throws in
      let key = try await live.ownKey()
      let statuses = try await withThrowingTaskGroup(of: Int.self) { group in
        for _ in 1...10 { group.addTask { try await live.ask("sold 1 kg sugar", key: key).status } }
        return try await group.reduce(into: []) { $0.append($1) }
      }
      #expect(statuses == Array(repeating: 200, count: 10))
      #expect(try await live.sugar() == 30)
      #expect(try await live.value("select count(*) from conversations") == 1)
    }
  }

  @Test func `an answer in a file says where the file is`() async throws {
    try await LiveServer.with { live async throws in
      let key = try await live.ownKey()
      _ = try await live.ask("stock list", key: key)
      let answer = try await live.ask("send it as excel", key: key)
      let file = try #require(answer.data["reply"]?["file"]?["fileId"]?.integer)
      let bytes = try await live.get(live.mine("files/{userId}/\(file)"), key: key)
      #expect(bytes.status == 200 && bytes.response.body.starts(with: Array("PK".utf8)))
      #expect(try await live.get(live.mine("files/{userId}/99999"), key: key).code == "NOT_FOUND")
    }
  }
}
