import Foundation
import Measures
import Testing

@testable import Forecast

/// Weeks and months.
@Suite struct PeriodForecastTests {
  @Test func `a year that comes again is expected again`() {
    let values = (0..<48).map { 100 + 40 * sin(Double($0) * .pi / 6) }
    let item = DemandSeries(start: Shelf.start, frequency: .monthly, values: values)
    let forecast = ShopProfile(of: [item]).forecast(of: item, periods: 12)
    for (step, month) in forecast.steps.enumerated() {
      #expect(abs(month.mean - (100 + 40 * sin(Double(48 + step) * .pi / 6))) < 12)
    }
  }

  @Test func `what grows is expected to grow on`() {
    let values = (0..<60).map { 50 + 3 * Double($0) }
    let item = DemandSeries(start: Shelf.start, frequency: .monthly, values: values)
    let forecast = ShopProfile(of: [item]).forecast(of: item, periods: 6)
    #expect(forecast.steps[5].mean > 235)
  }

  @Test func `weeks of one shop lend each other the shape of the year`() {
    let items = (0..<20).map { place in
      var random = SeededRandom(seed: UInt64(place))
      return DemandSeries(
        start: Shelf.start, frequency: .weekly,
        values: (0..<110).map { week in Double(random.count(week % 52 == 44 ? 60 : 20)) })
    }
    let forecast = ShopProfile(of: items).forecast(of: items[0], periods: 45)
    #expect(forecast.steps[38].mean > 1.8 * forecast.steps[30].mean)
  }

  @Test func `the first day of a forecast is the day after the last period`() {
    let months = DemandSeries(
      start: Day(year: 2024, month: 11, day: 1) ?? Shelf.start, frequency: .monthly, values: [1, 2, 3])
    #expect(months.end == Day(year: 2025, month: 2, day: 1))
    let weeks = DemandSeries(start: Shelf.start, frequency: .weekly, values: [1, 2, 3])
    #expect(weeks.end == Shelf.start.adding(21))
    #expect(weeks.until(Shelf.start.adding(14))?.values == [1, 2])
    #expect(weeks.until(Shelf.start) == nil)
  }
}
