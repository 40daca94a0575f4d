import Foundation
import TestSupport
import Testing

@testable import Scheduler

/// Clocks that are put forward and back, against a model that looks at every minute there is.
struct CronZoneTests {
  private func times(_ text: String, _ zone: String, from start: String, count: Int) throws -> [String] {
    let zone = try #require(TimeZone(identifier: zone))
    return try CronExpression(text).next(count, after: try Date(start, strategy: .iso8601), in: zone)
      .map { $0.formatted(.iso8601) }
  }

  @Test func `what falls into the hour left out comes when clocks are put forward, once`() throws {
    // Berlin, 29 March 2026: 01:59 is followed by 03:00, at 01:00Z.
    #expect(
      try times("30 2 * * *", "Europe/Berlin", from: "2026-03-28T12:00:00Z", count: 2) == [
        "2026-03-29T01:00:00Z", "2026-03-30T00:30:00Z",
      ])
    #expect(
      try times("0,15,30 2,3 * * *", "Europe/Berlin", from: "2026-03-29T00:00:00Z", count: 3) == [
        "2026-03-29T01:00:00Z", "2026-03-29T01:15:00Z", "2026-03-29T01:30:00Z",
      ])
    // Asked at the very moment, it has come.
    #expect(
      try times("30 2 * * *", "Europe/Berlin", from: "2026-03-29T01:00:00Z", count: 1) == ["2026-03-30T00:30:00Z"])
  }

  @Test func `of an hour shown twice, the first showing counts`() throws {
    // New York, 1 November 2026: 01:59 is followed by 01:00, at 06:00Z.
    #expect(
      try times("30 1 * * *", "America/New_York", from: "2026-10-31T12:00:00Z", count: 2) == [
        "2026-11-01T05:30:00Z", "2026-11-02T06:30:00Z",
      ])
  }

  @Test func `what follows the clock comes as often as the clock shows it`() throws {
    #expect(
      try times("30 * * * *", "America/New_York", from: "2026-11-01T05:00:00Z", count: 3) == [
        "2026-11-01T05:30:00Z", "2026-11-01T06:30:00Z", "2026-11-01T07:30:00Z",
      ])
    #expect(
      try times("*/30 2 * * *", "Europe/Berlin", from: "2026-03-28T12:00:00Z", count: 1) == ["2026-03-30T00:00:00Z"])
  }

  @Test(arguments: [
    ("Europe/Berlin", "2026-03-20T00:00:00Z"), ("Europe/Berlin", "2026-10-16T00:00:00Z"),
    ("America/New_York", "2026-03-01T00:00:00Z"), ("America/New_York", "2026-10-24T00:00:00Z"),
    ("Australia/Lord_Howe", "2026-03-28T00:00:00Z"), ("Australia/Lord_Howe", "2026-09-26T00:00:00Z"),
    ("Asia/Kolkata", "2026-02-20T00:00:00Z"), ("Pacific/Apia", "2011-12-23T00:00:00Z"),
  ])
  func `it agrees with a walk through every minute of three weeks`(name: String, from: String) throws {
    let zone = try #require(TimeZone(identifier: name))
    var dice = SplitMix(seed: UInt64(from.utf8.reduce(0) { $0 + Int($1) } + name.utf8.count))
    let start = Int(try Date(from, strategy: .iso8601).timeIntervalSince1970)
    let walls = MinuteWalk(zone: zone, from: start, days: 21)
    for _ in 0..<40 {
      let text = dice.expression()
      let expression = try CronExpression(text)
      let expected = walls.moments(of: expression)
      var (found, moment) = ([Int](), Date(timeIntervalSince1970: Double(start)))
      while let next = expression.next(after: moment, in: zone), next.timeIntervalSince1970 < Double(walls.end) {
        found.append(Int(next.timeIntervalSince1970))
        moment = next
      }
      #expect(found == expected, "\(text) in \(name)")
    }
  }
}

/// The trivial model: every minute, what the clock shows then.
private struct MinuteWalk {
  private let start: Int
  let end: Int
  private let offsets: [Int]

  init(zone: TimeZone, from start: Int, days: Int) {
    (self.start, end) = (start, start + days * 86_400)
    offsets = stride(from: start, to: end, by: 60).map {
      zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double($0)))
    }
  }

  /// All but the first minute: it is what comes after it that is asked for.
  func moments(of expression: CronExpression) -> [Int] {
    var (moments, latest) = ([Int](), start + offsets[0])
    for minute in 1..<offsets.count {
      let time = start + minute * 60
      let wall = time + offsets[minute]
      if expression.followsTheClock {
        if expression.fits(wallTime: wall) { moments.append(time) }
        continue
      }
      // All that the clock has passed over or shown since the latest it ever showed.
      guard wall > latest else { continue }
      let passed = stride(from: latest + 60, through: wall, by: 60)
      if passed.contains(where: { expression.fits(wallTime: $0) }) { moments.append(time) }
      latest = wall
    }
    return moments
  }
}

extension SplitMix {
  /// Something to be read, mostly about the small hours.
  fileprivate mutating func expression() -> String {
    let minute = ["0", "30", "*/20", "15,45", "7-52/9", "*", "59", "5/25"].randomElement(using: &self) ?? "0"
    let hour = ["1", "2", "3", "1-3", "*", "*/2", "0,2,23", "1,2"].randomElement(using: &self) ?? "0"
    let day = ["*", "*", "*", "1", "25-31", "*/7", "29,30"].randomElement(using: &self) ?? "*"
    let month = ["*", "*", "3,4,10,11", "mar-apr", "jan/3"].randomElement(using: &self) ?? "*"
    let weekday = ["*", "*", "sun", "mon-fri", "fri-sun", "0"].randomElement(using: &self) ?? "*"
    return [minute, hour, day, month, weekday].joined(separator: " ")
  }
}
