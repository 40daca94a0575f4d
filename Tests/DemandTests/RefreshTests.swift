import Database
import Demand
import Forecast
import Measures
import Testing

struct RefreshTests {
  @Test func `what is expected follows the week that was seen`() async throws {
    try await Counter.with { counter async throws in
      try await counter.refresh()
      let forecast = try #require(try await counter.books { try await $0.forecasts(of: [counter.tea]) }[counter.tea])
      #expect(forecast.start == Counter.today)
      let sunday = try #require((0..<7).first { Counter.today.adding($0).weekday == 7 })
      #expect((24...36).contains(forecast.expected[sunday]))
      #expect((8...12).contains(forecast.expected[(sunday + 2) % 7]))
      #expect((80...100).contains(forecast.mean(days: 7)))
      #expect(forecast.low[0] <= forecast.expected[0] && forecast.expected[0] <= forecast.high[0])
      #expect(forecast.total(days: 7, enoughWith: 0.9) >= forecast.total(days: 7, enoughWith: 0.5))
      #expect(forecast.total(days: 14, enoughWith: 0.85) > forecast.total(days: 7, enoughWith: 0.85))
    }
  }

  @Test func `a second look finds nothing to do`() async throws {
    try await Counter.with { counter async throws in
      let refreshed1 = try await counter.refresh()
      #expect(refreshed1.forecast == 1)
      let refreshed0 = try await counter.refresh()
      #expect(refreshed0.forecast == 0)
    }
  }

  @Test func `only items of which something was written are foretold again`() async throws {
    try await Counter.with { counter async throws in
      try await counter.sell(counter.rope, 1, daysAgo: 30)
      #expect(try await counter.refresh(on: Counter.today.adding(-1)).forecast == 2)
      try await counter.padWithGroups()
      try await counter.sell(counter.rope, 2, daysAgo: 1)
      let refreshed1 = try await counter.refresh()
      #expect(refreshed1.forecast == 1)
    }
  }

  @Test func `a past that is brought in after the day's look is foretold the same day`() async throws {
    try await Counter.with { counter async throws in
      try await counter.books { try await $0.refreshDemandIfDue(on: Counter.today) }
      for day in 1...60 { try await counter.sell(counter.rope, 6, daysAgo: day) }
      try await counter.sell(counter.tea, 40, daysAgo: 0)
      try await counter.books { try await $0.refreshDemandIfDue(on: Counter.today) }
      let forecast = try await counter.books { try await $0.forecasts(of: [counter.rope]) }[counter.rope]
      #expect((36...48).contains(try #require(forecast).mean(days: 7)))
      let written = try await counter.writes { try await $0.refreshDemandIfDue(on: Counter.today) }
      #expect(!written, "nothing is done twice")
    }
  }

  @Test func `an item that was foretold today is foretold again when its past is written`() async throws {
    try await Counter.with { counter async throws in
      for day in 1...60 { try await counter.sell(counter.rope, 2, daysAgo: day) }
      try await counter.books { try await $0.refreshDemandIfDue(on: Counter.today) }
      for day in 1...60 { try await counter.sell(counter.rope, 6, daysAgo: day) }
      try await counter.books { try await $0.refreshDemandIfDue(on: Counter.today) }
      let forecast = try await counter.books { try await $0.forecasts(of: [counter.rope]) }[counter.rope]
      #expect((48...64).contains(try #require(forecast).mean(days: 7)))
    }
  }

  @Test func `what was taken back was never sold`() async throws {
    try await Counter.with { counter async throws in
      let bill = try await counter.sell(counter.tea, 500, daysAgo: 3)
      try await counter.refresh()
      #expect(try await counter.demand(of: counter.tea, daysAgo: 3) == 510)
      try await counter.sell(counter.tea, -500, daysAgo: 3, reversing: bill)
      try await counter.refresh()
      #expect(try await counter.demand(of: counter.tea, daysAgo: 3) == 10)
    }
  }

  @Test func `days without goods count as days without goods`() async throws {
    try await Counter.with { counter async throws in
      try await counter.stock(counter.rope, 5, daysAgo: 20)
      try await counter.sell(counter.rope, 5, daysAgo: 10)
      try await counter.stock(counter.rope, 5, daysAgo: 4)
      try await counter.refresh()
      let bare = try await counter.application.books(of: counter.shop, at: Counter.now) { books in
        try await books.query(
          "select \(Counter.today) - day from daily_demand where item_id = \(counter.rope) and ran_out order by day"
        ).map { try $0.decode(Int.self) }
      }
      #expect(bare == [10, 9, 8, 7, 6, 5])
    }
  }

  @Test func `the record compares each week with what was sold in it`() async throws {
    try await Counter.with { counter async throws in
      try await counter.refresh()
      let record = try #require(
        try await counter.books { try await $0.forecastRecord(of: [counter.tea], before: Counter.today) })
      #expect(record.count == 8)
      #expect(record.error < 0.1)
      #expect(record.lastWeekError == 0)  // every week was like the one before
      #expect(!record.isBetterThanGuess)
    }
  }
}

extension Counter {
  /// Whether a refresh was noted.
  func writes(_ body: @Sendable (Books) async throws -> Void) async throws -> Bool {
    let version = "select xmin::text from demand_refreshes where shop_id = \(shop)" as SQL
    let before = try await owner.query(version).only().decode(String.self)
    try await books(body)
    return try await owner.query(version).only().decode(String.self) != before
  }

  func demand(of item: Int64, daysAgo: Int) async throws -> Int {
    try await owner.query(
      """
      select quantity::int from daily_demand
      where shop_id = \(shop) and item_id = \(item) and day = \(Self.today.adding(-daysAgo))
      """
    ).only().decode(Int.self)
  }

  /// So many groups that those before are not read again.
  func padWithGroups() async throws {
    try await owner.execute(
      """
      insert into entry_groups (shop_id, kind, day, at)
      select \(shop), 'price', \(Self.today), \(Self.now) from generate_series(1, 200)
      """)
    try await owner.execute(
      "update demand_refreshes set through_group = (select max(group_id) from entry_groups) where shop_id = \(shop)")
  }
}
