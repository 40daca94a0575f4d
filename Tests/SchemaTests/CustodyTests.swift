import Custody
import Database
import Foundation
import Messages
import TestSupport
import Testing

@testable import Sheets

/// What leaves with a shop, and what is left of it: nothing of its neighbour, and nothing at all.
@Suite(.timeLimit(.minutes(5)))
struct CustodyTests {
  private func withBazaar(_ body: @Sendable (Bazaar) async throws -> Void) async throws {
    try await Bazaar.with { bazaar in
      try await bazaar.trade(in: bazaar.ganesh)
      try await bazaar.trade(in: bazaar.laxmi)
      try await body(bazaar)
    }
  }

  // MARK: Export

  private func exported(_ shop: LittleShop, _ bazaar: Bazaar) async throws -> (ZipReader, [String: Int]) {
    let file = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString + ".zip")
    defer { try? FileManager.default.removeItem(at: file) }
    let counts = try await ShopExport(of: shop.id, in: bazaar.application, at: Bazaar.now).write(to: file)
    return (try ZipReader(Array(try Data(contentsOf: file))), counts)
  }

  @Test func `an export holds every table of the shop, with all its rows`() async throws {
    try await withBazaar { bazaar in
      let (archive, counts) = try await exported(bazaar.ganesh, bazaar)
      for table in try await bazaar.owner.tenantTables() {
        let rows = try await bazaar.owner.count(
          "select count(*) from \(SQL.identifier(table)) where shop_id = \(bazaar.ganesh.id)")
        #expect(rows > 0, "the bazaar leaves \(table) empty")
        #expect(counts[table] == rows, "\(table)")
        let json = try #require(try archive.entry("json/\(table).json"))
        let objects = try JSONSerialization.jsonObject(with: Data(json)) as? [[String: Any]]
        #expect(objects?.count == rows, "\(table)")
        #expect(objects?.allSatisfy { ($0["shop_id"] as? Int64) == bazaar.ganesh.id.rawValue } == true, "\(table)")
        let csv = try Table(reading: try #require(try archive.entry("csv/\(table).csv")))
        #expect(csv.rows.count == rows + 1, "\(table)")
      }
    }
  }

  @Test func `an export tells of the shop's people and files, and nothing of the neighbour`() async throws {
    try await withBazaar { bazaar in
      let (archive, _) = try await exported(bazaar.ganesh, bazaar)
      let people = String(decoding: try #require(try archive.entry("json/people.json")), as: UTF8.self)
      #expect(people.contains(bazaar.ganesh.owner) && !people.contains(bazaar.laxmi.owner))
      let file = try #require(archive.names.first { $0.hasPrefix("files/") })
      #expect(try archive.entry(file) == Array("chini,12".utf8))
      for name in archive.names {
        let text = String(decoding: try #require(try archive.entry(name)), as: UTF8.self)
        #expect(!text.contains("Laxmi"), "\(name)")
      }
    }
  }

  // MARK: Erasure

  private func erase(_ target: ErasureTarget, of shop: LittleShop, _ bazaar: Bazaar) async throws -> Int64? {
    let asked = try await bazaar.application.books(of: shop.id, at: Bazaar.now) { books in
      try await books.askErasure(of: target, due: Bazaar.now)
    }
    try await bazaar.application.eraseDue(at: Bazaar.now)
    return asked?.id
  }

  /// Also those that serve all shops: a table of tomorrow that names one must be emptied too. The proofs stay.
  private static let tablesThatNameShops: SQL =
    """
    select c.relname::text from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'shop_id'
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and c.relname <> 'erasures' order by 1
    """

  private func rows(of shop: LittleShop, _ bazaar: Bazaar) async throws -> [String: Int] {
    var counts: [String: Int] = [:]
    for table in try await bazaar.owner.names(Self.tablesThatNameShops) {
      counts[table] = try await bazaar.owner.count(
        "select count(*) from \(SQL.identifier(table)) where shop_id = \(shop.id)")
    }
    return counts
  }

  @Test func `an erased shop leaves no row, its neighbour loses none, and the proof names nobody`() async throws {
    try await withBazaar { bazaar in
      let before = try await rows(of: bazaar.laxmi, bazaar)
      let id = try #require(try await erase(.shop, of: bazaar.ganesh, bazaar))
      #expect(try await rows(of: bazaar.ganesh, bazaar).filter { $0.value > 0 } == [:])
      #expect(try await rows(of: bazaar.laxmi, bazaar) == before)
      let record = try #require(try await bazaar.application.erasure(id))
      #expect(record.doneAt == Bazaar.now && record.proof?.count == 32)
      let counts = try #require(record.counts)
      #expect(counts.contains("\"sale_lines\"") && !counts.contains("Ganesh") && !counts.contains(bazaar.ganesh.owner))
      #expect(try await bazaar.owner.count("select count(*) from audit_books()") == 0)
    }
  }

  @Test func `whoever was erased with the shop is a stranger, and the neighbour goes on`() async throws {
    try await withBazaar { bazaar in
      _ = try await erase(.shop, of: bazaar.ganesh, bazaar)
      let reply = try await bazaar.say(.text("how much sugar"), from: bazaar.ganesh.owner)
      #expect(reply?.text.contains("registered") == true || reply?.text.isEmpty == false)
      let other = try await bazaar.say(.text("how much sugar"), from: bazaar.laxmi.owner)
      #expect(other?.text.contains("Sugar") == true, "\(other?.text ?? "")")
    }
  }

  @Test func `an erased person loses name and words, and the books stay`() async throws {
    try await withBazaar { bazaar in
      let books = try await rows(of: bazaar.ganesh, bazaar)
      let target = try await bazaar.application.books(of: bazaar.ganesh.id, at: Bazaar.now) { books in
        try await books.person(called: bazaar.ganesh.owner)
      }
      _ = try await erase(try #require(target), of: bazaar.ganesh, bazaar)
      let after = try await rows(of: bazaar.ganesh, bazaar)
      for table in ["sales", "sale_lines", "stock_entries", "credit_entries", "entry_groups", "items"] {
        #expect(after[table] == books[table], "\(table)")
      }
      let traces = try await bazaar.owner.count(
        """
        select count(*) from identities where alias = 'phone:' || \(bazaar.ganesh.owner)
          and shop_id = \(bazaar.ganesh.id)
        """)
      #expect(traces == 0)
      #expect(try await bazaar.owner.count("select count(*) from audit_books()") == 0)
    }
  }

  @Test func `a legal hold keeps everything, from the asking and from the doing`() async throws {
    try await withBazaar { bazaar in
      let before = try await rows(of: bazaar.ganesh, bazaar)
      let early = try await bazaar.application.books(of: bazaar.ganesh.id, at: Bazaar.now) { books in
        try await books.askErasure(of: .shop, due: Bazaar.now)
      }
      try await bazaar.owner.execute(
        "insert into legal_holds (shop_id, reason, placed_at) values (\(bazaar.ganesh.id), 'court', \(Bazaar.now))")
      #expect(try await bazaar.application.eraseDue(at: Bazaar.now) == 0)
      #expect(early != nil)
      let late = try await bazaar.application.books(of: bazaar.ganesh.id, at: Bazaar.now) { books in
        try await books.askErasure(of: .shop, due: Bazaar.now)
      }
      #expect(late == nil)
      var held = try await rows(of: bazaar.ganesh, bazaar)
      held["legal_holds"] = before["legal_holds"]
      #expect(held == before)
    }
  }

  @Test func `nothing is erased before its time, and stopped in time it is not erased at all`() async throws {
    try await withBazaar { bazaar in
      let before = try await rows(of: bazaar.ganesh, bazaar)
      let later = Bazaar.now.addingTimeInterval(86_400)
      let asked = try await bazaar.application.books(of: bazaar.ganesh.id, at: Bazaar.now) { books in
        try await books.askErasure(of: .shop, due: later)
      }
      let id = try #require(asked?.id)
      #expect(try await bazaar.application.eraseDue(at: later.addingTimeInterval(-1)) == 0)
      let byNeighbour = try await bazaar.application.books(of: bazaar.laxmi.id, at: Bazaar.now) { books in
        try await books.cancelErasure(id)
      }
      #expect(!byNeighbour)
      let byOwner = try await bazaar.application.books(of: bazaar.ganesh.id, at: Bazaar.now) { books in
        try await books.cancelErasure(id)
      }
      #expect(byOwner)
      #expect(try await bazaar.application.eraseDue(at: later) == 0)
      #expect(try await rows(of: bazaar.ganesh, bazaar) == before)
    }
  }

  @Test func `each proof stands on the one before it`() async throws {
    try await withBazaar { bazaar in
      let first = try #require(try await erase(.shop, of: bazaar.ganesh, bazaar))
      let second = try #require(try await erase(.shop, of: bazaar.laxmi, bazaar))
      let faults: SQL =
        """
        select count(*) from erasures e
        where e.proof <> erasure_proof(e.erasure_id, e.kind, e.shop_id, e.asked_at, e.done_at, e.counts)
        """
      #expect(first < second)
      #expect(try await bazaar.owner.count(faults) == 0)
      try await bazaar.owner.execute("update erasures set counts = '{}' where erasure_id = \(first)")
      #expect(try await bazaar.owner.count(faults) == 1)
      try await bazaar.owner.execute("delete from erasures where erasure_id = \(first)")
      #expect(try await bazaar.owner.count(faults) == 1)
    }
  }

  @Test func `the application erases nothing by itself`() async throws {
    try await withBazaar { bazaar in
      for statement: SQL in [
        "select erase_shop(\(bazaar.ganesh.id))", "delete from sales", "delete from erasures",
        "select erase_person(\(bazaar.ganesh.id), 1::bigint, 1::bigint)",
        "insert into legal_holds (shop_id, reason, placed_at) values (\(bazaar.ganesh.id), 'x', \(Bazaar.now))",
      ] {
        await #expect(throws: DatabaseError.self) { try await bazaar.application.execute(statement) }
      }
    }
  }
}
