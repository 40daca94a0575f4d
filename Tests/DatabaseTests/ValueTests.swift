import Database
import Foundation
import Measures
import TestSupport
import Testing

private enum Mood: String, SQLBindable, SQLDecodable, CaseIterable { case good, bad }

struct ValueTests {
  /// Sends values through PostgreSQL as the named type, and expects them back unchanged.
  private func survive<T: SQLBindable & SQLDecodable & Equatable>(_ values: [T], as type: SQL) async throws {
    try await withDatabase { postgres in
      for value in values {
        let returned = try await postgres.query("select \(value)::\(type)").only().decode(T.self)
        #expect(returned == value)
      }
    }
  }

  @Test func `numbers survive`() async throws {
    try await survive([0, Int64.min, Int64.max], as: "bigint")
    try await survive([Int32.min, 7, Int32.max], as: "integer")
    try await survive([0.1, -0.0, 1e300, .leastNonzeroMagnitude, .infinity, -.infinity], as: "double precision")
    try await survive([true, false], as: "boolean")
  }

  @Test func `text survives, with joiners, quotes and no meaning`() async throws {
    let texts = ["", "चीनी ५ किलो", "क्‍ष न्‌", "it's \"$1\" \\ {a,b}", "👩‍👩‍👧", "NULL", "'; drop table items; --"]
    try await survive(texts, as: "text")
    try await survive([nil, "x"] as [String?], as: "text")
  }

  @Test func `an injection stays a value`() async throws {
    try await withDatabase { postgres in
      try await postgres.execute("create table items (name text)")
      let attack = "x'); drop table items; --"
      try await postgres.execute("insert into items values (\(attack))")
      #expect(try await postgres.query("select name from items").only().decode(String.self) == attack)
    }
  }

  @Test func `bytes survive, all of them`() async throws {
    try await survive([[], [0, 255, 92, 39], Array(0...255)] as [[UInt8]], as: "bytea")
    try await survive([[[], [0, 255], Array("{\"".utf8)]] as [[[UInt8]]], as: "bytea[]")
  }

  @Test func `moments survive to the microsecond`() async throws {
    let moments = [0, 1_766_514_599.000001, -1.5, 951_782_400, -62_135_596_800, 64_092_211_200.123456, -99_999_999_999]
    try await survive(moments.map(Date.init(timeIntervalSince1970:)), as: "timestamptz")
    try await withDatabase { postgres in
      let text = try await postgres.query("select \(Date(timeIntervalSince1970: 1_766_514_599.000001))::text").only()
      #expect(try text.decode(String.self) == "2025-12-23 18:29:59.000001+00")
      let read = try await postgres.query("select '2025-12-24 00:00+05:30'::timestamptz").only().decode(Date.self)
      #expect(read == Date(timeIntervalSince1970: 1_766_514_600))
    }
  }

  @Test func `measures survive`() async throws {
    try await survive([Money(paise: -1), Money(rupees: 125_000)], as: "bigint")
    try await survive([.max, Quantity(thousandths: 2500), Quantity(thousandths: -1)], as: "numeric(14,3)")
    try await survive([Day(number: 0), Day(number: 20_000), Day(number: -200_000)], as: "date")
  }

  @Test func `identifiers and words of an enum survive`() async throws {
    try await survive([UUID(), UUID()], as: "uuid")
    try await survive([ShopID(rawValue: 7)], as: "bigint")
    try await survive(Mood.allCases, as: "text")
    try await survive([[.good, nil, .bad]] as [[Mood?]], as: "text[]")
  }

  @Test func `arrays survive with quotes and nulls`() async throws {
    try await survive([[], ["a", "", "NULL", "{,}", "\"\\\"", "चीनी"]] as [[String]], as: "text[]")
    try await survive([[nil, "NULL", nil]] as [[String?]], as: "text[]")
    try await survive([[1, nil, .max]] as [[Int64?]], as: "bigint[]")
    try await survive([[Date(timeIntervalSince1970: 0.5)]], as: "timestamptz[]")
    try await survive([[Quantity(5)], []], as: "numeric[]")
  }

  @Test func `an array unfolds without being told its type`() async throws {
    try await withDatabase { postgres in
      let rows = try await postgres.query("select * from unnest(\([1, 2]), \(["a", "b"])) as pairs (number, word)")
      let words = try rows.map { try $0.decode(Int.self, String.self).1 }
      #expect(words == ["a", "b"])
    }
  }

  @Test func `text with a NUL is refused before it is sent`() async throws {
    try await withDatabase { postgres in
      let error = await #expect(throws: DatabaseError.self) { try await postgres.query("select \("a\0b")") }
      guard case .encoding = error else { return #expect(Bool(false), "\(String(describing: error))") }
    }
  }

  @Test func `a null needs an optional, and the number of columns must fit`() async throws {
    try await withDatabase { postgres in
      let row = try await postgres.query("select null::text as name, 1").only()
      let (name, number) = try row.decode(String?.self, Int.self)
      #expect(name == nil && number == 1)
      #expect(throws: DatabaseError.self) { try row.decode(String.self, Int.self) }
      #expect(throws: DatabaseError.self) { try row.decode(String?.self) }
      #expect(try row.decode(String?.self, named: "name") == nil)
    }
  }

  @Test func `what a statement touched is counted`() async throws {
    try await withDatabase { postgres in
      try await postgres.execute("create table items (id bigint)")
      #expect(try await postgres.execute("insert into items select generate_series(1, 7)") == 7)
      #expect(try await postgres.execute("delete from items where id > 5") == 2)
    }
  }
}
