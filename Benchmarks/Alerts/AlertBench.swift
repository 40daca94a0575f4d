import Alerts
import Demand
import Forecast
import Foundation
import Measures

/// How many alerts would have been false: real series, day by day as they were sold, with forecasts from what was known
/// each morning and deliveries by a seed.
///
/// - A low-stock alert is false when the goods, without any delivery, would have lasted until the order after the next
///   came: nobody had to order that day. How often they outlasted the very next delivery is told beside it.
/// - A spike is false when two days of the thirteen weeks before sold as much.
struct AlertBench {
  /// `series_id,start_date,t,y`, unpacked; what stands before “|” in an id is its shop.
  let series: String

  private static let days = 182
  private static let historyMin = 56
  private static let leadDays = CoverRule.leadDaysUsual

  func run() throws {
    let shops = Dictionary(
      grouping: try SeriesRows.readNamed(series), by: { $0.name.split(separator: "|").first ?? "" })
    var (stock, spikes) = (StockTally(), SpikeTally())
    for (_, items) in shops.sorted(by: { $0.key < $1.key }) {
      let long = items.map(\.series).filter {
        $0.values.count >= Self.historyMin + Self.days + CoverRule.reviewDaysUsual
      }
      let profile = ShopProfile(of: long.compactMap { $0.until($0.end.adding(-Self.days)) })
      for (number, item) in long.enumerated() { replay(item, profile, seed: UInt64(number), &stock, &spikes) }
    }
    say("\(stock.words)\n\(spikes.words)")
  }

  private func replay(
    _ item: DemandSeries, _ profile: ShopProfile, seed: UInt64, _ stock: inout StockTally, _ spikes: inout SpikeTally
  ) {
    var shelf = ReplayedShelf(item, seed: seed, from: item.values.count - Self.days)
    for place in (item.values.count - Self.days)..<(item.values.count - Self.leadDays - CoverRule.reviewDaysUsual) {
      let today = item.start.adding(place)
      guard let known = shelf.sold(until: place) else { continue }
      let forecast = profile.forecast(of: known, periods: StoredForecast.days)
      shelf.deliver(at: place)
      let rule = CoverRule(StoredForecast(forecast, of: 1), leadDays: Self.leadDays, on: today)
      if shelf.isTold, !rule.mayBeShort(shelf.stock), shelf.stock > 0 { shelf.isTold = false }
      if !shelf.isTold, rule.isShort(shelf.stock) {
        shelf.isTold = true
        let coming = item.values[place...]
        stock.add(
          stock: shelf.stock, untilDelivery: coming.prefix(Self.leadDays).reduce(0, +),
          untilNext: coming.prefix(Self.leadDays + CoverRule.reviewDaysUsual).reduce(0, +))
      }
      let before = shelf.stock
      shelf.sell(at: place)
      if before > 0, shelf.stock == 0 { stock.ranOut(told: shelf.isTold) }
      if let day = forecast.steps.first, before > item.values[place],
        let spike = SpikeRule().spike(ofDay: item.values[place], expected: day),
        SpikeNews.isNews(
          spike.amount, usual: spike.usual, before: Array(item.values[..<place].suffix(SpikeNews.daysCompared)))
      {
        spikes.add(item.values, at: place)
      }
    }
  }
}

/// What stands on the shelf of one item: a delivery comes every one to two weeks, of about what is sold between.
private struct ReplayedShelf {
  private(set) var stock: Double
  var isTold = false
  private let item: DemandSeries
  private var values: [Double]
  private var marks: [DemandSeries.Mark]
  private var next: Int
  private var random: SeededRandom

  init(_ item: DemandSeries, seed: UInt64, from first: Int) {
    self.item = item
    (values, marks) = (item.values, item.values.map { _ in .observed })
    random = SeededRandom(seed: seed)
    stock = 0
    next = first
  }

  /// What the books knew in the morning.
  func sold(until place: Int) -> DemandSeries? {
    DemandSeries(start: item.start, values: Array(values.prefix(place)), marks: Array(marks.prefix(place)))
  }

  mutating func deliver(at place: Int) {
    guard place >= next else { return }
    let days = Int.random(in: 7...14, using: &random)
    let mean = values[max(0, place - 56)..<place].reduce(0, +) / Double(min(place, 56))
    stock += (mean * Double(days) * (0.6 + 0.8 * random.unit())).rounded(.up)
    next = place + days
  }

  /// What is asked for beyond the stock is lost, and the day tells nothing of demand.
  mutating func sell(at place: Int) {
    values[place] = min(stock, item.values[place])
    stock -= values[place]
    if stock == 0 { marks[place] = .outOfStock }
  }
}

private struct StockTally {
  private var (alerts, lastedUntilDelivery, lastedUntilNext, stockouts, foretold) = (0, 0, 0, 0, 0)

  mutating func add(stock: Double, untilDelivery: Double, untilNext: Double) {
    alerts += 1
    if untilDelivery < stock { lastedUntilDelivery += 1 }
    if untilNext < stock { lastedUntilNext += 1 }
  }

  mutating func ranOut(told: Bool) {
    stockouts += 1
    if told { foretold += 1 }
  }

  var words: String {
    String(
      format: """
        low stock: %d alerts, %d false (%.1f %%); %.0f %% outlasted the very next delivery; %.0f %% of %d times that \
        goods ran out were told before
        """, alerts, lastedUntilNext, share(lastedUntilNext, alerts), share(lastedUntilDelivery, alerts),
      share(foretold, stockouts), stockouts)
  }
}

private struct SpikeTally {
  private var (alerts, ordinary) = (0, 0)

  mutating func add(_ values: [Double], at place: Int) {
    alerts += 1
    let season = values[..<place].suffix(91)
    if season.count(where: { $0 >= values[place] }) >= 2 { ordinary += 1 }
  }

  var words: String {
    String(format: "spikes: %d alerts, %d on ordinary days (%.1f %%)", alerts, ordinary, share(ordinary, alerts))
  }
}

private func share(_ part: Int, _ whole: Int) -> Double { 100 * Double(part) / Double(max(whole, 1)) }
