import Forecast
import Foundation
import Measures

/// The series of a file in the form `series_id,origin,h,freq,start_date,t,y`, one row a value.
struct SeriesFile {
  /// One series, known up to its origin.
  struct Entry {
    let id: String
    let origin: Int
    let horizon: Int
    let series: DemandSeries
    /// Without a first day, a series cannot be laid beside others.
    let hasDate: Bool

    /// What stands before “|” in the id names the shop; all ids without it are of one shop.
    var shop: Substring { id.contains("|") ? id.prefix { $0 != "|" } : "" }
  }

  let entries: [Entry]

  private static let columns = ["series_id", "origin", "h", "freq", "start_date", "t", "y"]
  /// Periods of one series; more is a mistake in the file.
  private static let periodsMax = 100_000

  static func read(_ path: String) throws -> SeriesFile {
    var lines = try TextLines(path: path)
    defer { lines.close() }
    var line: [UInt8] = []
    guard try lines.next(into: &line) else { throw Plainly("\(path) is empty") }
    let header = String(decoding: line, as: UTF8.self).split(separator: ",").map(String.init)
    let places = try columns.map { column in
      guard let place = header.firstIndex(of: column) else { throw Plainly("\(path) has no column \(column)") }
      return place
    }
    var reading = Reading()
    var number = 1
    while try lines.next(into: &line) {
      number += 1
      guard !line.isEmpty else { continue }
      guard reading.take(line, places: places) else { throw Plainly("\(path), line \(number): not understood") }
    }
    return SeriesFile(entries: reading.finish())
  }

  /// What was read so far; the rows of one series stand together.
  private struct Reading {
    private var entries: [Entry] = []
    private var id: [UInt8] = []
    private var head = Head()
    private var values: [Double] = []

    private struct Head {
      var origin = 0
      var horizon = 0
      var frequency = DemandSeries.Frequency.daily
      var start: Day?
    }

    /// False for a row that is none.
    mutating func take(_ line: [UInt8], places: [Int]) -> Bool {
      let fields = line.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
      guard fields.count > places.max() ?? 0 else { return false }
      if !id.elementsEqual(fields[places[0]]) || values.isEmpty {
        flush()
        guard let head = head(fields, places) else { return false }
        self.head = head
        id = Array(fields[places[0]])
      }
      guard let time = Int(text(fields[places[5]])), (0..<SeriesFile.periodsMax).contains(time), time >= values.count
      else { return false }
      while values.count < time { values.append(.nan) }
      values.append(Double(text(fields[places[6]])) ?? .nan)
      return true
    }

    mutating func finish() -> [Entry] {
      flush()
      return entries
    }

    private func head(_ fields: [ArraySlice<UInt8>], _ places: [Int]) -> Head? {
      guard let origin = Int(text(fields[places[1]])), let horizon = Int(text(fields[places[2]])),
        let frequency = DemandSeries.Frequency(rawValue: text(fields[places[3]]))
      else { return nil }
      return Head(
        origin: origin, horizon: horizon, frequency: frequency, start: Day(text: text(fields[places[4]])))
    }

    private mutating func flush() {
      guard !values.isEmpty else { return }
      entries.append(
        Entry(
          id: String(decoding: id, as: UTF8.self), origin: head.origin, horizon: head.horizon,
          series: DemandSeries(
            start: head.start ?? Day(number: 0), frequency: head.frequency, values: values), hasDate: head.start != nil)
      )
      values = []
    }

    private func text(_ bytes: ArraySlice<UInt8>) -> String { String(decoding: bytes, as: UTF8.self) }
  }
}
