import Measures
import Testing

@testable import Forecast

/// Whatever the books hold, a forecast is an answer.
@Suite struct StrangeSeriesTests {
  private static let probabilities = [0.025, 0.5, 0.975]

  private static let strange: [[Double]] = [
    [], [0], [5], [-3], [.nan], [.infinity], [-.infinity], [1e300], [1e-300], Array(repeating: 0, count: 400),
    Array(repeating: .nan, count: 100), Array(repeating: 1e15, count: 60), Array(repeating: -2, count: 60),
    Array(repeating: 0.001, count: 90), [0, 0, 0, 0, 0, 0, 0, 1e9], Array(repeating: 0, count: 99) + [7],
    (0..<50).map { $0 % 2 == 0 ? .nan : Double($0) }, (0..<1000).map { $0 == 500 ? .greatestFiniteMagnitude : 1 },
  ]

  @Test(arguments: DemandSeries.Frequency.allCases)
  func `every series has a forecast with rising quantiles`(frequency: DemandSeries.Frequency) {
    let items = Self.strange.map { DemandSeries(start: Day(number: 20_000), frequency: frequency, values: $0) }
    let events = (0..<40).map { EventDay(kind: "fair \($0 % 3)", day: Day(number: 19_990 + 11 * $0)) }
    for profile in [ShopProfile(of: items, events: events), ShopProfile(of: [])] {
      for item in items {
        for periods in [-1, 0, 1, 7, 30, 400] { check(profile.forecast(of: item, periods: periods), periods) }
      }
    }
  }

  private func check(_ forecast: DemandForecast, _ periods: Int) {
    #expect(forecast.steps.count == max(periods, 0))
    let totals = [0, 1, 7, 14, 28, 30, 1000].map { forecast.total(periods: $0) }
    for distribution in forecast.steps + totals {
      let ends = distribution.quantiles(Self.probabilities)
      #expect(distribution.mean.isFinite && distribution.mean >= 0)
      #expect(ends.allSatisfy { $0.isFinite && $0 >= 0 })
      #expect(ends == ends.sorted())
      #expect((0...1).contains(distribution.probability(atMost: distribution.mean)))
      #expect(distribution.probability(atMost: -1) == 0)
    }
    #expect(!forecast.explanation.lines.isEmpty)
  }

  @Test func `random books of any kind never stop it`() {
    var random = SeededRandom(seed: 11)
    for _ in 0..<300 {
      let count = Int.random(in: 0..<120, using: &random)
      let kind = Int.random(in: 0..<4, using: &random)
      let values = (0..<count).map { _ -> Double in
        switch kind {
        case 0: Double(Int.random(in: -3...3, using: &random))
        case 1: random.unit() < 0.9 ? 0 : random.unit() * 1e6
        case 2: random.unit() < 0.2 ? .nan : random.unit()
        default: random.unit() * 50
        }
      }
      let marks = (0..<count).map { _ in
        DemandSeries.Mark(rawValue: UInt8.random(in: 0...3, using: &random)) ?? .observed
      }
      let item = DemandSeries(start: Day(number: -500), values: values, marks: marks)
      check(ShopProfile(of: [item]).forecast(of: item, periods: 10), 10)
    }
  }

  @Test func `nothing sold means nothing expected`() {
    let item = DemandSeries(start: Day(number: 20_000), values: Array(repeating: 0, count: 200))
    let forecast = ShopProfile(of: [item]).forecast(of: item, periods: 30)
    #expect(forecast.total(periods: 30).quantile(0.975) == 0)
    #expect(forecast.explanation.demand == .none)
  }

  @Test func `returns do not make demand`() {
    let values = (0..<100).map { $0 % 10 == 9 ? -40.0 : 4 }
    let item = DemandSeries(start: Day(number: 20_000), values: values)
    let forecast = ShopProfile(of: [item]).forecast(of: item, periods: 28)
    #expect((2.5...4.2).contains(forecast.mean(periods: 28) / 28))
  }
}
