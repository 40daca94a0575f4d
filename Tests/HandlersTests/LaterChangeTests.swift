import Database
import Messages
import Testing

/// A tap on the undo of an entry after which the same thing was changed again: the later word stands.
@Suite(.timeLimit(.minutes(5)))
struct LaterChangeTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let first: String
    let second: String
    /// What the database holds after the second.
    let look: SQL
    let holds: String

    var testDescription: String { first }
  }

  static let cases = [
    Case(
      first: "rename sugar to Shakkar", second: "rename shakkar to Khand",
      look: "select string_agg(name, ',') from items where name in ('Sugar', 'Shakkar', 'Khand')", holds: "Khand"),
    Case(
      first: "ramesh patil ka number 9822012345 hai", second: "ramesh patil ka number 9822099999 hai",
      look: "select min(phone) from customers where name = 'Ramesh Patil'", holds: "919822099999"),
    Case(
      first: "add asha as staff 9820000052", second: "9820000052 ko owner banao",
      look: "select min(role) from members where phone = '919820000052' and left_at is null", holds: "owner"),
    Case(
      first: "maggi ka rate 13 karo", second: "maggi ka rate 12 karo",
      look: "select (amount / 100)::text from prices where kind = 'sale' order by price_id desc limit 1", holds: "12"),
    Case(
      first: "maggi ki limit 7", second: "maggi ki limit 8",
      look: "select threshold::integer::text from items where name = 'Maggi'", holds: "8"),
    Case(
      first: "maggi ka hsn 1701 hai", second: "maggi ka hsn 1902 hai",
      look: "select hsn from items where name = 'Maggi'", holds: "1902"),
  ]

  @Test(arguments: cases) func `what was changed again is not taken back by the first undo`(_ case: Case) async throws {
    try await Talk.with { talk in
      let shop = try await TranscriptShop.create(in: talk.owner, at: talk.clock.now)
      try await shop.grow(by: "customer Ramesh Patil 919900000011", in: talk)
      func tap(_ title: String, of reply: Reply?) async throws -> Reply? {
        guard let tapped = reply?.content(tapping: title) else { return nil }
        return try await talk.say(tapped, from: TranscriptShop.owner)
      }
      let first = try await talk.say(.text(`case`.first), from: TranscriptShop.owner)
      var second = try await talk.say(.text(`case`.second), from: TranscriptShop.owner)
      if let sure = try await tap("Haan", of: second) { second = sure }
      let refused = try await tap("Undo", of: first)
      #expect(refused != nil && refused?.choices == Choices.none)
      #expect(try await Self.look(`case`, in: talk) == `case`.holds)
      // Latest first, all of it can be taken back.
      _ = try await tap("Undo", of: second)
      _ = try await tap("Undo", of: first)
      #expect(try await Self.look(`case`, in: talk) != `case`.holds)
    }
  }

  private static func look(_ case: Case, in talk: Talk) async throws -> String? {
    try await talk.owner.query(`case`.look).only().decode(String?.self)
  }
}
