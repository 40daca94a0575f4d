import Foundation
import TestSupport
import Testing

@testable import Scheduler

/// What may be written, what it means, and what is refused.
struct CronExpressionTests {
  private func next(_ text: String, after moment: String, _ zone: String = "Asia/Kolkata", count: Int = 1) throws
    -> [String]
  {
    let zone = try #require(TimeZone(identifier: zone))
    var style = Date.ISO8601FormatStyle(timeZone: zone)
    style = style.year().month().day().dateTimeSeparator(.standard).time(includingFractionalSeconds: false)
      .timeZone(separator: .colon)
    let start = try Date(moment, strategy: .iso8601)
    return try CronExpression(text).next(count, after: start, in: zone).map { String($0.formatted(style).prefix(16)) }
  }

  @Test(arguments: [
    ("0 8 * * *", "2026-11-23T08:00"), ("0 9 * * mon", "2026-11-23T09:00"), ("*/15 * * * *", "2026-11-22T10:15"),
    ("0 */4 * * *", "2026-11-22T12:00"), ("30 9-17/4 * * *", "2026-11-22T13:30"), ("5,7 0 1 jan *", "2027-01-01T00:05"),
    ("0 0 29 feb *", "2028-02-29T00:00"), ("0 12 * * fri-sun", "2026-11-22T12:00"), ("0 12 * * 7", "2026-11-22T12:00"),
    ("@hourly", "2026-11-22T11:00"), ("@daily", "2026-11-23T00:00"), ("@Weekly", "2026-11-29T00:00"),
    ("@monthly", "2026-12-01T00:00"), ("@yearly", "2027-01-01T00:00"), ("59 23 31 12 *", "2026-12-31T23:59"),
    ("50/5 * * * *", "2026-11-22T10:50"), ("1 10 * * *", "2026-11-22T10:01"), ("0 10 * * *", "2026-11-23T10:00"),
  ])
  func `the next time comes by the shop's clock`(text: String, expected: String) throws {
    #expect(try next(text, after: "2026-11-22T10:00:00+05:30") == [expected])
  }

  @Test func `a date or a weekday is enough where both are named, and both must fit where one has a star`() throws {
    #expect(
      try next("0 0 13 * fri", after: "2026-11-01T00:00:00+05:30", count: 3) == [
        "2026-11-06T00:00", "2026-11-13T00:00", "2026-11-20T00:00",
      ])
    #expect(try next("0 0 13 * */5", after: "2026-11-01T00:00:00+05:30") == ["2026-11-13T00:00"])
    #expect(try next("0 0 */31 * mon", after: "2026-11-01T00:00:00+05:30") == ["2027-02-01T00:00"])
  }

  @Test(arguments: [
    ("", CronError.wrongFieldCount(0)), ("* * * *", .wrongFieldCount(4)), ("* * * * * *", .wrongFieldCount(6)),
    ("@reboot", .unknownShorthand("@reboot")), ("60 * * * *", .outOfRange(60, .minute)),
    ("* 24 * * *", .outOfRange(24, .hour)), ("* * 0 * *", .outOfRange(0, .dayOfMonth)),
    ("* * * 13 *", .outOfRange(13, .month)), ("* * * * 8", .outOfRange(8, .dayOfWeek)),
    ("* * * foo *", .unknownValue("foo", .month)), ("+5 * * * *", .unknownValue("+5", .minute)),
    ("1, * * * *", .unknownValue("", .minute)), ("9-5 * * * *", .backwards("9-5", .minute)),
    ("*/0 * * * *", .badStep("0", .minute)), ("*/x * * * *", .badStep("x", .minute)), ("0 0 31 2 *", .neverComes),
    ("0 0 30 feb *", .neverComes), ("0 0 31 4,6,9,11 *", .neverComes), (String(repeating: "1", count: 201), .tooLong),
    ("99999999999999999999 * * * *", .unknownValue("99999999999999999999", .minute)),
  ])
  func `what cannot be is refused with its reason`(text: String, reason: CronError) {
    #expect(throws: reason) { try CronExpression(text) }
    #expect(!reason.description.isEmpty)
  }

  @Test func `whatever is typed is read or refused, and what is read comes`() throws {
    var dice = SplitMix(seed: 7)
    let alphabet = Array("0123456789*/,-@ monfeb")
    for _ in 0..<20_000 {
      let text = String(
        (0..<Int.random(in: 0...16, using: &dice)).map { _ in alphabet.randomElement(using: &dice) ?? "*" })
      guard let read = try? CronExpression(text) else { continue }
      #expect(read.next(after: Date(timeIntervalSince1970: 0), in: .gmt) != nil, "\(text)")
    }
  }
}
