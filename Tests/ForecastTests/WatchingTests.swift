import Measures
import Testing

@testable import Forecast

/// Spikes, records and trends.
@Suite struct WatchingTests {
  private let ordinary = DemandDistribution(mean: 10, variance: 15, unit: 1)

  @Test func `a day far beyond the usual is a spike, and an ordinary good day is none`() {
    #expect(SpikeRule().spike(ofDay: 40, expected: ordinary)?.kind == .day)
    #expect(SpikeRule().spike(ofDay: 16, expected: ordinary) == nil)
    #expect(SpikeRule().spike(ofDay: .nan, expected: ordinary) == nil)
  }

  @Test func `the calm rule asks less often`() {
    let restless = DemandDistribution(mean: 4, variance: 40, unit: 1)
    let asked = (0..<80).filter { SpikeRule().spike(ofDay: Double($0), expected: restless) != nil }
    let calm = (0..<80).filter { SpikeRule.calm.spike(ofDay: Double($0), expected: restless) != nil }
    #expect(!calm.isEmpty && calm.count < asked.count)
  }

  /// As the night looks at each day, with what was known on its eve. A day that sells twice as much as is usual on its
  /// weekday is a spike by itself; so a false alarm is one about less.
  @Test func `four of five planted spikes are found, and hardly any ordinary day is called one`() {
    let items = Shelf.shop(40, days: 228)
    let profile = ShopProfile(of: items.compactMap { $0.until($0.start.adding(200)) })
    var random = SeededRandom(seed: 7)
    var (found, falsely, days) = (0, 0, 0)
    for item in items {
      for day in 200..<228 {
        guard let known = item.until(item.start.adding(day)),
          let expected = profile.forecast(of: known, periods: 1).steps.first
        else { continue }
        let usual = stride(from: day - 7, through: 0, by: -7).map { item.values[$0] }.sorted()[day / 14]
        guard usual > 0 else { continue }
        let (sold, more) = (item.values[day], (2 + 4 * random.unit()) * usual)
        days += 1
        if SpikeRule().spike(ofDay: sold + more, expected: expected) != nil { found += 1 }
        if sold < 2 * usual, SpikeRule().spike(ofDay: sold, expected: expected) != nil { falsely += 1 }
      }
    }
    #expect(Double(found) >= 0.8 * Double(days), "\(found) of \(days)")
    #expect(30 * Double(falsely) < 0.05 * Double(days), "\(falsely) in \(days) days")
  }

  @Test func `a sale of more than ten is asked about where few are so large`() {
    let small = Array(repeating: 2.0, count: 100)
    #expect(SpikeRule().spike(ofSale: 25, earlier: small)?.usual == 2)
    #expect(SpikeRule().spike(ofSale: 10, earlier: small) == nil)
    #expect(SpikeRule().spike(ofSale: 25, earlier: small + Array(repeating: 30, count: 10)) == nil)
    #expect(SpikeRule(saleUnitsMin: 50).spike(ofSale: 25, earlier: small) == nil)
    #expect(SpikeRule().spike(ofSale: 25, earlier: []) != nil)
  }

  @Test func `a one-off order is not expected again, new demand is`() {
    var values = Array(repeating: 5.0, count: 80)
    for day in 76..<80 { values[day] = 60 }
    func week(_ answer: SpikeAnswer) -> Double {
      var marks = [DemandSeries.Mark](repeating: .observed, count: 80)
      for day in 76..<80 { marks[day] = answer.mark }
      let item = DemandSeries(start: Shelf.start, values: values, marks: marks)
      return ShopProfile(of: [item]).forecast(of: item, periods: 7).mean(periods: 7)
    }
    #expect(abs(week(.oneOff) - 35) < 2)
    #expect(week(.newDemand) > 42)
  }

  @Test func `a record holds forecasts beside the week before`() {
    let record = ForecastRecord([
      ForecastRecord.Entry(forecast: 11, lastWeek: 14, actual: 10),
      ForecastRecord.Entry(forecast: 9, lastWeek: 8, actual: 10),
      ForecastRecord.Entry(forecast: .nan, lastWeek: 8, actual: 10),
    ])
    #expect(record?.count == 2)
    #expect(record?.error == 0.1)
    #expect(record?.lastWeekError == 0.3)
    #expect(record?.isBetterThanGuess == true)
    #expect(ForecastRecord([]) == nil)
    #expect(ForecastRecord([.init(forecast: 1, lastWeek: 1, actual: 0)]) == nil)
  }

  @Test func `what would have been said can be told for the past weeks`() {
    let items = Shelf.shop(12, days: 300)
    let record = ForecastRecord(lookingBack: 8, at: items[11], in: ShopProfile(of: items))
    #expect(record?.count == 8)
    #expect((record?.error ?? 1) < (record?.lastWeekError ?? 0))
    #expect(
      ForecastRecord(lookingBack: 8, at: DemandSeries(start: Shelf.start, values: [1, 2]), in: ShopProfile(of: []))
        == nil)
  }

  @Test func `more than chance is a trend, and chance is none`() {
    let steady = Shelf.item(10, days: 56, seed: 1)
    #expect(Trend(of: steady, days: 28)?.direction == .steady)
    let grown = DemandSeries(
      start: Shelf.start, values: Shelf.item(10, days: 28, seed: 2).values + Shelf.item(14, days: 28, seed: 3).values)
    #expect(Trend(of: grown, days: 28)?.direction == .up)
    let fallen = DemandSeries(start: Shelf.start, values: grown.values.reversed())
    #expect(Trend(of: fallen, days: 28)?.direction == .down)
    #expect(Trend(of: grown, days: 28, back: 364) == nil)
    #expect(Trend(now: [0, 0, 0, 0, 0, 0, 0], before: [0, 0, 0, 0, 0, 0, 0]).direction == .unknown)
    #expect(Trend(now: [1], before: [9]).direction == .unknown)
  }
}
