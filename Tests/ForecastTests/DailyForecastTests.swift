import Measures
import Testing

@testable import Forecast

/// The demand of one item, day by day.
@Suite struct DailyForecastTests {
  @Test func `an item that sells four a day is expected to sell four a day`() {
    let item = DemandSeries(start: Shelf.start, values: Array(repeating: 4, count: 100))
    let forecast = ShopProfile(of: [item]).forecast(of: item, periods: 30)
    #expect(forecast.start == item.end)
    #expect(forecast.steps.count == 30)
    #expect(forecast.steps.allSatisfy { abs($0.mean - 4) < 0.05 })
    #expect(abs(forecast.total(periods: 7).mean - 28) < 0.2)
    #expect(forecast.total(periods: 7).probability(atMost: 40) > 0.95)
  }

  @Test func `the level and the weekday are found again`() {
    let items = Shelf.shop(20, days: 364)
    let forecast = ShopProfile(of: items).forecast(of: items[19], periods: 7)
    let (monday, sunday) = (forecast.steps[0].mean, forecast.steps[6].mean)
    #expect(abs(monday - 30 * 0.76) < 3)
    #expect(abs(sunday - 30 * 1.6) < 5)
  }

  @Test func `ranges hold what comes as often as they say`() {
    let items = Shelf.shop(60, days: 392)
    let known = items.compactMap { $0.until($0.end.adding(-28)) }
    let profile = ShopProfile(of: known)
    var (inside, below, days) = (0.0, 0.0, 0.0)
    for (item, past) in zip(items, known) {
      for (step, day) in profile.forecast(of: past, periods: 28).steps.enumerated() {
        let (actual, ends) = (item.values[past.values.count + step], day.quantiles([0.025, 0.9, 0.975]))
        days += 1
        if actual >= ends[0], actual <= ends[2] { inside += 1 }
        if actual <= ends[1] { below += 1 }
      }
    }
    #expect((0.93...0.99).contains(inside / days))
    #expect((0.88...0.97).contains(below / days))
  }

  @Test func `a total of thirty days is narrower than thirty days apart and wider than pure chance`() {
    let item = Shelf.item(10, days: 400, seed: 3)
    let forecast = ShopProfile(of: [item]).forecast(of: item, periods: 30)
    let apart = forecast.steps.reduce(0) { $0 + $1.quantile(0.95) }
    let total = forecast.total(periods: 30)
    #expect(total.quantile(0.95) < apart)
    #expect(total.variance >= 30 * 10 * 0.5)
    #expect(abs(total.mean - forecast.steps.reduce(0) { $0 + $1.mean }) < 1e-6)
  }

  @Test func `totals grow with the days, also between a week and a month`() {
    let item = Shelf.item(3, days: 200, seed: 5)
    let forecast = ShopProfile(of: [item]).forecast(of: item, periods: 60)
    let ends = (0...60).map { forecast.total(periods: $0).quantile(0.9) }
    #expect(ends[0] == 0)
    #expect(zip(ends, ends.dropFirst()).allSatisfy { $0 <= $1 + 1 })
  }

  @Test func `a day on which it ran out says no less than was sold, and a day of rest says nothing`() {
    var values = Array(repeating: 6.0, count: 120)
    var marks = [DemandSeries.Mark](repeating: .observed, count: 120)
    for day in stride(from: 3, to: 120, by: 4) { (values[day], marks[day]) = (1, .outOfStock) }
    for day in stride(from: 2, to: 120, by: 10) { (values[day], marks[day]) = (0, .closed) }
    let item = DemandSeries(start: Shelf.start, values: values, marks: marks)
    let forecast = ShopProfile(of: [item]).forecast(of: item, periods: 7)
    #expect(forecast.steps.allSatisfy { abs($0.mean - 6) < 0.5 })
  }

  @Test func `a weekly day of rest is expected to be one`() {
    let marks = (0..<112).map { $0 % 7 == 6 ? DemandSeries.Mark.closed : .observed }
    let item = DemandSeries(
      start: Shelf.start, values: (0..<112).map { $0 % 7 == 6 ? 0 : 5 }, marks: marks)
    let forecast = ShopProfile(of: [item]).forecast(of: item, periods: 7)
    #expect(forecast.steps[6].mean < 0.01)
    #expect(forecast.steps[0].mean > 4.5)
  }

  @Test func `weeks in which it was not on the shelf are not taken for a fall in demand`() {
    var values = Shelf.item(8, days: 200, seed: 9).values
    for day in 150..<190 { values[day] = 0 }
    let item = DemandSeries(start: Shelf.start, values: values)
    let forecast = ShopProfile(of: [item]).forecast(of: item, periods: 28)
    #expect(abs(forecast.mean(periods: 28) / 28 - 8) < 1.5)
  }

  @Test func `while it is missing it may stay away`() {
    var values = Shelf.item(8, days: 200, seed: 9).values
    for day in 160..<200 { values[day] = 0 }
    let item = DemandSeries(start: Shelf.start, values: values)
    let forecast = ShopProfile(of: [item]).forecast(of: item, periods: 28)
    #expect(forecast.explanation.awayDays == 40)
    #expect(forecast.steps[0].quantile(0.5) == 0)
    #expect(forecast.steps[27].mean > forecast.steps[0].mean)
    #expect(forecast.steps[27].mean < 8)
  }

  @Test func `a new item is expected to sell as its category does, until it shows itself`() {
    let items = Shelf.shop(10, days: 200)
    let categories = items.indices.map { $0 < 5 ? "spices" : "milk" }
    let profile = ShopProfile(of: items, categories: categories)
    let nothing = DemandSeries(start: Shelf.start.adding(200), values: [])
    let spice = profile.forecast(of: nothing, category: "spices", periods: 7).mean(periods: 7)
    let milk = profile.forecast(of: nothing, category: "milk", periods: 7).mean(periods: 7)
    #expect(spice > 0)
    #expect(milk > 4 * spice)
    let shown = Shelf.item(2, days: 50, seed: 77, from: nothing.start)
    #expect(abs(profile.forecast(of: shown, category: "milk", periods: 28).mean(periods: 28) / 28 - 2) < 0.8)
  }
}
