import Forecast
import Foundation
import Measures

/// What a forecast costs, without any server: one item of two years on one thread, a whole shop, and how many planted
/// spikes are found. `peers.py` holds the accuracy beside others.
struct ForecastBench {
  /// Series of real shops to plant spikes in (`series_id,start_date,t,y`, unpacked); without them only the pace.
  let series: String?

  private static let days = 730
  private static let shopItems = 5_000

  func run(_ table: inout Table) throws {
    let items = SimulatedShop.items(Self.shopItems, days: Self.days)
    let events = SimulatedShop.events
    let profile = ShopProfile(of: items, events: events)
    let figures = Figures(items.prefix(1_000).map { item in processorSeconds { ask(profile, item) } })
    table.add("a forecast of one item, 730 days", figures, in: .microseconds)
    let bytesBefore = Machine.residentBytes
    let began = ContinuousClock.now
    let seconds = processorSeconds {
      let profile = ShopProfile(of: items, events: events)
      for item in items { ask(profile, item) }
    }
    say(
      String(
        format: "a shop of %d items: %.2f s of one core (%.2f s by the clock), memory added %.0f MB",
        Self.shopItems, seconds, (ContinuousClock.now - began) / .seconds(1),
        Double(Machine.residentBytes - bytesBefore) / 1e6))
    if let series { say(try PlantedSpikes(file: series).words()) }
  }

  /// All that an answer needs: a month by days with ranges, and the totals.
  private func ask(_ profile: ShopProfile, _ item: DemandSeries) {
    let forecast = profile.forecast(of: item, periods: 28)
    var sum = 0.0
    for step in forecast.steps { sum += step.quantiles(Self.probabilities)[10] }
    for days in [7, 14, 28] { sum += forecast.total(periods: days).quantiles(Self.probabilities)[10] }
    precondition(sum.isFinite)
  }

  private static let probabilities = [0.025] + (1...19).map { Double($0) / 20 } + [0.975]

  /// The processor time of this thread: what else runs on the machine does not count.
  private func processorSeconds(_ work: () -> Void) -> Double {
    func now() -> Double {
      var time = timespec()
      clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
      return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
    let before = now()
    work()
    return now() - before
  }
}

/// Items that sell from once a month to fifty a day, by a fixed seed.
enum SimulatedShop {
  private static let start = Day(number: 19_700)

  /// Two festivals a year.
  static var events: [EventDay] {
    (0..<3).flatMap { year in
      [
        EventDay(kind: "spring", day: start.adding(365 * year + 100)),
        EventDay(kind: "lights", day: start.adding(365 * year + 300)),
      ]
    }
  }

  static func items(_ count: Int, days: Int) -> [DemandSeries] {
    var random = SeededRandom(seed: 42)
    return (0..<count).map { _ in
      let level = exp(random.unit() * 7 - 3)
      return DemandSeries(
        start: start,
        values: (0..<days).map { day in
          let mean = level * (day % 7 < 5 ? 0.9 : 1.3) * -log(max(random.unit(), 1e-9))
          return (mean + random.unit()).rounded(.down)
        })
    }
  }
}

/// The same numbers in every run.
struct SeededRandom: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  /// SplitMix64, Steele, Lea and Flood (2014).
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  mutating func unit() -> Double { Double(next() >> 11) / Double(1 << 53) }
}
