import Forecast
import Foundation
import Measures

extension Retailmind {
  /// What `retailmind forecast` was asked for.
  struct ForecastWish: Hashable, Sendable {
    let input: String
    var horizon: Int?
    var probabilities = ForecastTable.usual
    /// A file of events, or the country whose festivals are reckoned; nil for no events.
    var calendar: String?
    /// The id of the one series to explain instead.
    var explained: String?
  }

  /// Series in, forecasts out: every shop learns from its own series, all up to the same day, never from later ones.
  static func forecast(_ wish: ForecastWish) async throws {
    let file = try SeriesFile.read(wish.input)
    let events = try events(wish, of: file)
    if let id = wish.explained { return try explain(id, file, events) }
    let table = ForecastTable(probabilities: wish.probabilities)
    try write(table.header)
    for shop in shops(of: file) {
      let profile = ShopProfile(of: shop.learnable, events: events)
      try await forecast(shop.entries, in: profile, table, horizon: wish.horizon)
    }
  }

  /// The country whose festivals we reckon ourselves.
  private static let reckonedCountry = "IN"

  private static func events(_ wish: ForecastWish, of file: SeriesFile) throws -> [EventDay] {
    guard let calendar = wish.calendar else { return [] }
    guard calendar == reckonedCountry else { return try EventFile.read(calendar) }
    let dated = file.entries.filter(\.hasDate)
    guard let first = dated.map(\.series.start).min(), let last = dated.map(\.series.end).max() else { return [] }
    let horizon = wish.horizon ?? dated.map(\.horizon).max() ?? 0
    // A festival reaches over the days beside it.
    return FestivalCalendar().festivals(in: first.adding(-7)...last.adding(horizon + 7)).map(EventDay.init)
  }

  /// Some series at a time on each core, written in the order in which they came.
  private static func forecast(
    _ entries: [SeriesFile.Entry], in profile: ShopProfile, _ table: ForecastTable, horizon: Int?
  ) async throws {
    let batch = 64
    let cores = ProcessInfo.processInfo.activeProcessorCount
    for round in stride(from: 0, to: entries.count, by: batch * cores) {
      let starts = stride(from: round, to: min(round + batch * cores, entries.count), by: batch)
      let texts = await withTaskGroup(of: (Int, String).self) { group in
        for start in starts {
          group.addTask {
            (
              start,
              entries[start..<min(start + batch, entries.count)].map { entry in
                table.rows(of: entry, profile.forecast(of: entry.series, periods: horizon ?? entry.horizon))
              }.joined()
            )
          }
        }
        return await group.reduce(into: [Int: String]()) { $0[$1.0] = $1.1 }
      }
      for start in starts { try write(texts[start] ?? "") }
    }
  }

  private static func explain(_ id: String, _ file: SeriesFile, _ events: [EventDay]) throws {
    guard let shop = shops(of: file).first(where: { $0.entries.contains { $0.id == id } }),
      let entry = shop.entries.first(where: { $0.id == id })
    else { throw Plainly("there is no series \(id)") }
    let forecast = ShopProfile(of: shop.learnable, events: events).forecast(of: entry.series, periods: entry.horizon)
    try write(forecast.explanation.lines.joined(separator: "\n") + "\n")
  }

  private static func write(_ text: String) throws {
    try FileHandle.standardOutput.write(contentsOf: Data(text.utf8))
  }

  /// Series that end on the same day in the same shop, and all that the shop knew by then.
  private struct Shop {
    var entries: [SeriesFile.Entry]
    var learnable: [DemandSeries]
  }

  private static func shops(of file: SeriesFile) -> [Shop] {
    var order: [[SeriesFile.Entry]] = []
    var places: [String: Int] = [:]
    for entry in file.entries {
      let end = entry.hasDate ? "\(entry.shop) \(entry.series.frequency) \(entry.series.end)" : "\(entry.id) alone"
      if let place = places[end] {
        order[place].append(entry)
      } else {
        places[end] = order.count
        order.append([entry])
      }
    }
    return order.map { entries in
      Shop(entries: entries, learnable: entries[0].hasDate ? known(beside: entries, in: file) : entries.map(\.series))
    }
  }

  /// What the other series of the shop had seen by the day on which these end.
  private static func known(beside entries: [SeriesFile.Entry], in file: SeriesFile) -> [DemandSeries] {
    let (shop, frequency, end) = (entries[0].shop, entries[0].series.frequency, entries[0].series.end)
    return file.entries.compactMap { other in
      guard other.hasDate, other.shop == shop, other.series.frequency == frequency else { return nil }
      return other.series.until(end)
    }
  }
}
