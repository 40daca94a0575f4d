import Forecast
import Foundation
import Measures

/// Spikes of two to six times an ordinary weekday, planted in the last four weeks of real series that sell on all
/// weekdays: how many are found, and how often an ordinary day is called one.
struct PlantedSpikes {
  let file: String

  private static let days = 28
  private static let rules = [("watchful", SpikeRule.watchful), ("calm", SpikeRule.calm)]

  func words() throws -> String {
    let items = try SeriesRows.read(file)
    let known = items.compactMap { $0.until($0.end.adding(-Self.days)) }
    let profile = ShopProfile(of: known)
    return Self.rules.map { name, rule in
      var random = SeededRandom(seed: 7)
      let tally = items.reduce(into: Tally()) { $0.add($1, profile: profile, rule: rule, random: &random) }
      return "spikes, \(name): \(tally.words)"
    }.joined(separator: "\n")
  }

  private struct Tally {
    private var (planted, found, days, alarms) = (0, 0, 0, 0)

    mutating func add(_ item: DemandSeries, profile: ShopProfile, rule: SpikeRule, random: inout SeededRandom) {
      let (place, times) = (Int.random(in: 0..<PlantedSpikes.days, using: &random), 2 + 4 * random.unit())
      let origin = item.values.count - PlantedSpikes.days
      guard origin >= 56, let known = item.until(item.start.adding(origin)) else { return }
      let medians = (0..<7).map { weekday in
        median(stride(from: origin + weekday - 7, through: 0, by: -7).prefix(26).map { known.values[$0] })
      }
      guard medians.allSatisfy({ $0 > 0 }) else { return }
      let forecast = profile.forecast(of: known, periods: PlantedSpikes.days)
      for (step, expected) in forecast.steps.enumerated() {
        let sold = item.values[origin + step]
        days += 1
        if rule.spike(ofDay: sold, expected: expected) != nil { alarms += 1 }
        guard step == place else { continue }
        planted += 1
        if rule.spike(ofDay: sold + times * medians[step % 7], expected: expected) != nil { found += 1 }
      }
    }

    var words: String {
      String(
        format: "%d of %d found (%.0f %%); %d of %d ordinary days called one (%.1f %%), %.2f an item and month", found,
        planted, 100 * Double(found) / Double(max(planted, 1)), alarms, days,
        100 * Double(alarms) / Double(max(days, 1)), 30 * Double(alarms) / Double(max(days, 1)))
    }

    private func median(_ values: [Double]) -> Double {
      let sorted = values.sorted()
      return sorted.isEmpty ? 0 : sorted[sorted.count / 2]
    }
  }
}

/// Daily series from rows with the columns series_id, start_date, t and y.
enum SeriesRows {
  static func read(_ path: String) throws -> [DemandSeries] { try readNamed(path).map(\.series) }

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
