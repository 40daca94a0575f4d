import Measures
import Testing

@testable import Forecast

/// What festivals do to sales, learned from the years seen.
@Suite struct FestivalEffectTests {
  /// Three years; on the feast everything sells three times, the day after nothing is wanted.
  private func items(_ count: Int) -> [DemandSeries] {
    (0..<count).map { place in
      var values = Shelf.item(4 + Double(place), days: 365 * 2 + 340, seed: UInt64(place)).values
      for year in 0..<3 where 365 * year + 341 < values.count {
        values[365 * year + 340] *= 3
        values[365 * year + 341] = 0
      }
      return DemandSeries(start: Shelf.start, values: values)
    }
  }

  private var feasts: [EventDay] {
    (0..<3).map { EventDay(kind: "feast", day: Shelf.start.adding(365 * $0 + 340)) }
  }

  @Test func `a feast to come is expected to be as those of the past`() {
    let items = items(12)
    let plain = ShopProfile(of: items).forecast(of: items[6], periods: 5)
    let aware = ShopProfile(of: items, events: feasts).forecast(of: items[6], periods: 5)
    #expect(aware.steps[0].mean > 2 * plain.steps[0].mean)
    #expect(aware.steps[1].mean < 0.4 * plain.steps[1].mean)
    #expect(abs(aware.steps[4].mean / plain.steps[4].mean - 1) < 0.2)
    #expect(aware.explanation.events.contains { $0.day == feasts[2].day && $0.factor > 2 })
  }

  @Test func `a day that never meant anything changes nothing`() {
    let items = Shelf.shop(12, days: 700)
    let days = (0..<3).map { EventDay(kind: "no feast", day: Shelf.start.adding(350 * $0 + 5)) }
    let plain = ShopProfile(of: items).forecast(of: items[11], periods: 14)
    let aware = ShopProfile(of: items, events: days).forecast(of: items[11], periods: 14)
    #expect(zip(plain.steps, aware.steps).allSatisfy { abs($1.mean / $0.mean - 1) < 0.15 })
  }
}
