import Forecast
import Measures
import Testing

/// The demand of one item, day by day.
@Suite struct DailyForecastTests {
  @Test func `an item that sells four a day is expected to sell four a day`() {
    let item = DemandSeries(start: Day(number: 20_000), values: Array(repeating: 4, count: 100))
    let forecast = ShopProfile(of: [item]).forecast(of: item, periods: 30)
    #expect(forecast.start == item.end)
    #expect(forecast.steps.count == 30)
    #expect(forecast.steps.allSatisfy { abs($0.mean - 4) < 0.01 })
    #expect(abs(forecast.total(periods: 7).mean - 28) < 0.1)
    #expect(forecast.total(periods: 7).probability(atMost: 40) > 0.95)
  }
}
