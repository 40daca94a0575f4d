import Forecast
import Foundation
import Measures

/// Spikes of two to six times a weekday's median, planted in real series: on each of the last four weeks' days, one at a
/// time, and looked at as the night does, with what was known on the eve. Tells how many are found, and how often a day
/// on which nothing was planted is called one.
struct PlantedSpikes {
  let file: String

  private static let days = 28
  private static let weeksOfMedian = 26
  private static let rules = [("usual", SpikeRule()), ("calm", SpikeRule.calm)]

  func words() throws -> String {
    let shops = Dictionary(grouping: try SeriesRows.read(file), by: \.shop)
    var random = SeededRandom(seed: 7)
    var evenings: [Evening] = []
    for (_, items) in shops.sorted(by: { $0.key < $1.key }) {
      let known = items.compactMap { $0.series.until($0.series.end.adding(-Self.days)) }
      let profile = ShopProfile(of: known)
      for item in items { evenings += Self.evenings(of: item.series, profile, &random) }
    }
    let steady = evenings.filter(\.sellsOnAllWeekdays)
    return Self.rules.flatMap { name, rule in
      [("goods that sell on all weekdays", steady), ("all goods", evenings)].map { goods, evenings in
        "spikes, \(name), \(goods): \(Tally(evenings, rule).words)"
      }
    }.joined(separator: "\n")
  }

  /// A day that is over: what was expected on its eve, what came, and what would be planted.
  private struct Evening {
    let expected: DemandDistribution
    let sold: Double
    /// Of the same weekday in the half year before.
    let median: Double
    let sellsOnAllWeekdays: Bool
    let times: Double
  }

  private static func evenings(
    of item: DemandSeries, _ profile: ShopProfile, _ random: inout SeededRandom
  ) -> [Evening] {
    let origin = item.values.count - days
    guard origin >= 56 else { return [] }
    let medians = (origin..<item.values.count).map { day in
      median(stride(from: day - 7, through: 0, by: -7).prefix(weeksOfMedian).map { item.values[$0] })
    }
    let isSteady = medians.prefix(7).allSatisfy { $0 > 0 }
    return medians.enumerated().compactMap { step, median in
      let times = 2 + 4 * random.unit()
      guard let known = item.until(item.start.adding(origin + step)),
        let expected = profile.forecast(of: known, periods: 1).steps.first
      else { return nil }
      return Evening(
        expected: expected, sold: item.values[origin + step], median: median, sellsOnAllWeekdays: isSteady, times: times
      )
    }
  }

  private static func median(_ values: [Double]) -> Double {
    let sorted = values.sorted()
    return sorted.isEmpty ? 0 : sorted[sorted.count / 2]
  }

  private struct Tally {
    private var (planted, found, foundInAll) = (0, 0, 0)
    private var (days, large, alarms, alarmsAboutLess) = (0, 0, 0, 0)

    init(_ evenings: [Evening], _ rule: SpikeRule) {
      for evening in evenings { add(evening, rule) }
    }

    private mutating func add(_ evening: Evening, _ rule: SpikeRule) {
      func isSpike(_ sold: Double) -> Bool { rule.spike(ofDay: sold, expected: evening.expected) != nil }
      let isLarge = evening.sold >= 2 * evening.median
      days += 1
      if isLarge { large += 1 }
      if isSpike(evening.sold) {
        alarms += 1
        if !isLarge { alarmsAboutLess += 1 }
      }
      // Where half of the days sell nothing there is no multiple to plant.
      guard evening.median > 0 else { return }
      planted += 1
      let more = evening.times * evening.median
      if isSpike(evening.sold + more) { found += 1 }
      if isSpike(max(evening.sold, more)) { foundInAll += 1 }
    }

    var words: String {
      String(
        format:
          "%.1f %% of %d found (%.1f %% where the day in all is so large); an item and month %.2f alarms, %.3f of them about "
          + "less than twice the median; days of twice the median and more: %.1f", 100 * share(found, planted), planted,
        100 * share(foundInAll, planted), 30 * share(alarms, days), 30 * share(alarmsAboutLess, days),
        30 * share(large, days))
    }

    private func share(_ part: Int, _ whole: Int) -> Double { Double(part) / Double(max(whole, 1)) }
  }
}

/// Daily series from rows with the columns series_id, start_date, t and y; what stands before “|” in an id is the shop.
enum SeriesRows {
  static func read(_ path: String) throws -> [(shop: String, series: DemandSeries)] {
    try readNamed(path).map { name, series in (name.firstIndex(of: "|").map { String(name[..<$0]) } ?? "", series) }
  }

  static func readNamed(_ path: String) throws -> [(name: String, series: DemandSeries)] {
    let text = try String(contentsOf: URL(filePath: path), encoding: .utf8)
    var rows = text.split(whereSeparator: \.isNewline)[...]
    let header = rows.popFirst()?.split(separator: ",").map(String.init) ?? []
    guard let id = header.firstIndex(of: "series_id"), let start = header.firstIndex(of: "start_date"),
      let value = header.firstIndex(of: "y")
    else { throw Plainly("\(path) needs the columns series_id, start_date and y") }
    let frequency = header.firstIndex(of: "freq")
    var (series, last, values, day): ([(String, DemandSeries)], Substring, [Double], Day?) = ([], "", [], nil)
    func finish() { if let day { series.append((String(last), DemandSeries(start: day, values: values))) } }
    for row in rows {
      let fields = row.split(separator: ",", omittingEmptySubsequences: false)
      guard fields.count == header.count, frequency.map({ fields[$0] == "D" }) ?? true else { continue }
      if fields[id] != last {
        finish()
        (last, values, day) = (fields[id], [], Day(text: fields[start]))
      }
      values.append(Double(fields[value]) ?? .nan)
    }
    finish()
    return series
  }
}
