import Database
import Demand
import Inventory
import Measures
import Testing

/// Goods of which nobody said from how little on they are low: what they sell says it.
struct LowLevelTests {
  /// Tea sells ten a day and thirty on Sundays. From Saturday on four days are sixty.
  @Test func `what does not last until more can come is low`() async throws {
    try await Counter.with { counter async throws in
      try await counter.refresh()
      let tea = try await counter.books { try await $0.item(counter.tea) }
      let level = try #require(tea?.lowAt)
      #expect((48...72).contains(level.amount))
      #expect(try await counter.low(with: level + Quantity(1)) == [])
      #expect(try await counter.low(with: level) == ["Tea"])
    }
  }

  @Test func `a supplier who takes a week makes it low earlier`() async throws {
    try await Counter.with { counter async throws in
      try await counter.refresh()
      let before = try #require(try await counter.level())
      try await counter.owner.execute(
        """
        with slow as (
          insert into suppliers (shop_id, name, lead_days, created_at) values (\(counter.shop), 'Gupta', 7, \(Counter.now))
          returning supplier_id)
        update items set supplier_id = slow.supplier_id from slow where item_id = \(counter.tea)
        """)
      try await counter.refresh()
      let level = try #require(try await counter.level())
      #expect(level > before + Quantity(40))
    }
  }

  @Test func `what the owner said counts before what it sells`() async throws {
    try await Counter.with { counter async throws in
      try await counter.refresh()
      try await counter.owner.execute("update items set threshold = 5 where item_id = \(counter.tea)")
      #expect(try await counter.low(with: Quantity(6)) == [])
      #expect(try await counter.low(with: Quantity(5)) == ["Tea"])
    }
  }

  @Test func `of what hardly sells, or sells no more, nothing is said`() async throws {
    try await Counter.with { counter async throws in
      try await counter.sell(counter.rope, 3, daysAgo: 30)
      try await counter.refresh()
      #expect(try await counter.level(of: counter.rope) == nil)
      try await counter.refresh(on: Counter.today.adding(120))
      #expect(try await counter.level() == nil)
    }
  }
}

extension Counter {
  fileprivate func level(of item: Int64? = nil) async throws -> Quantity? {
    try await books { try await $0.item(item ?? tea)?.runsLowAt }
  }

  /// The names of what is low when so much tea is there.
  fileprivate func low(with left: Quantity) async throws -> [String] {
    try await owner.execute(
      """
      insert into stock (shop_id, item_id, on_hand) values (\(shop), \(tea), \(left))
      on conflict (shop_id, item_id) do update set on_hand = excluded.on_hand
      """)
    return try await books { try await $0.lowItems().filter { $0.id == tea }.map(\.name) }
  }
}
