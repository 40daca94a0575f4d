import Database
import Foundation
import HTTP
import Sheets
import TestSupport
import Testing

@testable import App
@testable import Simulator

/// Files through everything in between: from the phone into the books, and from the books onto the phone.
@Suite(.timeLimit(.minutes(5)))
struct FilePathTests {
  @Test func `a list that the owner sends is fetched, shown, and written on one tap`() async throws {
    try await LiveServer.with { live async throws in
      let file = Data("Item,Qty,Unit,Rate\nSugar,55,kg,46\nJaggery,9,kg,60\n".utf8)
      _ = try await live.simulator.say([
        "from": .string(live.shop.owner), "to": .string(LittleShop.ownersChannel),
        "media": [
          "mimeType": "text/csv", "fileName": "goods.csv", "base64": .string(file.base64EncodedString()),
        ],
      ])
      let shown = try await live.answer(1)
      #expect(shown?.contains("New items: 1") == true, "\(shown ?? "")")
      #expect(try await live.sugar() == 40)
      let question: String = try await live.value(
        "select message #>> '{reply,_0,choices,buttons,_0,0,id}' from outbox order by id desc limit 1")
      _ = try await live.simulator.say([
        "from": .string(live.shop.owner), "to": .string(LittleShop.ownersChannel), "buttonID": .string(question),
      ])
      #expect(try await live.answer(2)?.hasPrefix("✅ Written from the file") == true)
      #expect(try await live.sugar() == 55)
    }
  }

  @Test func `a list that is asked for as a file arrives as one that opens`() async throws {
    try await LiveServer.with { live async throws in
      #expect(try await live.post(live.envelope(live.asha("send the stock as an excel file"))) == 200)
      _ = try await live.answers()
      let upload: String = try await live.value("select upload_id from outbox where media_id is not null")
      let bytes = await live.simulator.ask { world, now in world.upload(upload, at: now)?.bytes } ?? []
      let table = try Table(reading: bytes)
      #expect(table.rows.first?.cells.first == "Item")
      #expect(table.rows.contains { $0.cells.first == "Sugar" && $0.cells[1] == "40" })
      #expect(
        try await live.value(
          "select count(*) from outbox where state = 'sent' or state = 'delivered' or state = 'read'") == 1)
    }
  }
}

extension LiveServer {
  /// What the phone was told last, once it was told so many times. The phone speaks in its own time, so that all may be
  /// quiet before it has begun.
  fileprivate func answer(_ count: Int) async throws -> String? {
    let answered: SQL = "select count(*) >= \(count) from outbox where wamid is not null"
    for await _ in database.notifications(on: "movement")
    where try await database.query(answered).only().decode(Bool.self) { break }
    return await sent.all.last?.text
  }
}
