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
    private var fields: [Range<Int>] = []

    private struct Head {
      var origin = 0
      var horizon = 0
      var frequency = DemandSeries.Frequency.daily
      var start: Day?
    }

    /// False for a row that is none.
    mutating func take(_ line: [UInt8], places: [Int]) -> Bool {
      cut(line)
      guard fields.count > places.max() ?? 0 else { return false }
      if values.isEmpty || !id.elementsEqual(line[fields[places[0]]]) {
        flush()
        guard let head = head(line, places) else { return false }
        self.head = head
        id = Array(line[fields[places[0]]])
      }
      guard let time = Digits.whole(line[fields[places[5]]]), time < SeriesFile.periodsMax, time >= values.count
      else { return false }
      while values.count < time { values.append(.nan) }
      let text = line[fields[places[6]]]
      values.append(Digits.whole(text).map(Double.init) ?? Double(String(decoding: text, as: UTF8.self)) ?? .nan)
      return true
    }

    /// Where the fields of the line are, between its commas.
    private mutating func cut(_ line: [UInt8]) {
      fields.removeAll(keepingCapacity: true)
      var start = 0
      for index in line.indices where line[index] == UInt8(ascii: ",") {
        fields.append(start..<index)
        start = index + 1
      }
      fields.append(start..<line.count)
    }

    mutating func finish() -> [Entry] {
      flush()
      return entries
    }

    private func head(_ line: [UInt8], _ places: [Int]) -> Head? {
      func text(_ column: Int) -> String { String(decoding: line[fields[places[column]]], as: UTF8.self) }
      guard let origin = Int(text(1)), let horizon = Int(text(2)),
        let frequency = DemandSeries.Frequency(rawValue: text(3))
      else { return nil }
      return Head(origin: origin, horizon: horizon, frequency: frequency, start: Day(text: text(4)))
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
  }
}

/// Numbers in millions of rows: most are a few digits.
private enum Digits {
  /// Nil for anything but up to fifteen digits.
  static func whole(_ text: ArraySlice<UInt8>) -> Int? {
    guard !text.isEmpty, text.count <= 15 else { return nil }
    var number = 0
    for byte in text {
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
      number = number * 10 + Int(byte - UInt8(ascii: "0"))
    }
    return number
  }
}
