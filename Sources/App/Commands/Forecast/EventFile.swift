import Forecast
import Foundation
import Measures

/// A calendar of a place: rows with a `date` and the names of what is celebrated then, in columns whose titles begin
/// with `event`; a title with `type` is passed over.
enum EventFile {
  static func read(_ path: String) throws -> [EventDay] {
    var lines = try TextLines(path: path)
    defer { lines.close() }
    var line: [UInt8] = []
    guard try lines.next(into: &line) else { throw Plainly("\(path) is empty") }
    let header = fields(line)
    let names = header.indices.filter { header[$0].hasPrefix("event") && !header[$0].contains("type") }
    guard let date = header.firstIndex(of: "date"), !names.isEmpty else {
      throw Plainly("\(path) needs a column date and a column event")
    }
    var events: [EventDay] = []
    while try lines.next(into: &line) {
      let row = fields(line)
      guard row.indices.contains(date), let day = Day(text: row[date]) else { continue }
      events += names.filter { row.indices.contains($0) && !row[$0].isEmpty }
        .map { EventDay(kind: String(row[$0]), day: day) }
    }
    return events
  }

  private static func fields(_ line: [UInt8]) -> [Substring] {
    String(decoding: line, as: UTF8.self).split(separator: ",", omittingEmptySubsequences: false)
  }
}
