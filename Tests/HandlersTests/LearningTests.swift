import Database
import Foundation
import Handlers
import Messages
import Testing

/// What one shop calls an item is its own, and is learnt once.
struct LearningTests {
  @Test func `a name that one shop taught is not known in another`() async throws {
    try await Talk.with { talk in
      let first = try await TranscriptShop.create(in: talk.owner, at: talk.clock.now)
      _ = try await talk.say(.text("2 kilo khandsari bechi"), from: TranscriptShop.owner)
      _ = try await talk.say(.text("chini"), from: TranscriptShop.owner)
      let second = try await TranscriptShop.create(
        in: talk.owner, named: "Laxmi Stores", at: talk.clock.now, of: "910000000009")
      let there = try await talk.say(.text("2 kilo khandsari bechi"), from: "910000000009")
      #expect(there?.text == "List me 'khandsari' nahi hai. Naya item likh du?")
      let here = try await talk.say(.text("1 kilo khandsari bechi"), from: TranscriptShop.owner)
      #expect(here?.text == "✅ Bikri: Sugar 1 kilo, ₹45\nAb stock: 37 kilo")
      #expect(try await names(of: first, talk) == ["khandsari"])
      #expect(try await names(of: second, talk) == [])
    }
  }

  @Test func `picking the same again learns nothing new, and a tap forgets it once`() async throws {
    try await Talk.with { talk in
      let shop = try await TranscriptShop.create(in: talk.owner, at: talk.clock.now)
      _ = try await talk.say(.text("2 kilo khandsari bechi"), from: TranscriptShop.owner)
      let taught = try await talk.say(.text("chini"), from: TranscriptShop.owner)
      let forget = try #require(taught?.content(tapping: "Ye naam bhool jayein"))
      _ = try await talk.say(.text("nahi 3 kilo"), from: TranscriptShop.owner)
      #expect(try await names(of: shop, talk) == ["khandsari"])
      let forgotten = try await talk.say(forget, from: TranscriptShop.owner)
      #expect(forgotten?.text == "Undo ho gaya: Naam: khandsari")
      #expect(try await names(of: shop, talk) == [])
      #expect(try await talk.say(forget, from: TranscriptShop.owner)?.text == "Ye entry pehle hi undo ho chuki hai.")
    }
  }

  /// What stands in the list by learning and has not been forgotten.
  private func names(of shop: TranscriptShop, _ talk: Talk) async throws -> [String] {
    try await talk.owner.query(
      """
      select l.name from learnt_names l join item_names n
        on n.shop_id = l.shop_id and n.item_id = l.item_id and n.name = l.name and n.voice = ''
      where l.shop_id = \(shop.id) order by l.name
      """
    ).map { try $0.decode(String.self) }
  }
}
