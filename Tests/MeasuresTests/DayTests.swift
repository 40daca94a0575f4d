import Foundation
import Measures
import Testing

struct DayTests {
  @Test func `every day of four centuries survives being written and read`() {
    for number in stride(from: -80_000, to: 80_000, by: 7) {
      let day = Day(number: number)
      #expect(Day(text: day.description) == day)
    }
  }

  @Test func `a date that does not exist is refused`() {
    #expect(Day(year: 2026, month: 2, day: 29) == nil)
    #expect(Day(year: 2024, month: 2, day: 29) != nil)
    #expect(Day(text: "2026-13-01") == nil)
  }

  @Test func `the day turns at midnight of the shop's zone`() throws {
    let kolkata = try #require(TimeZone(identifier: "Asia/Kolkata"))
    let beforeMidnight = Date(timeIntervalSince1970: 1_766_514_599)  // 23 Dec 2025, 18:29:59 UTC
    #expect(Day(of: beforeMidnight, in: kolkata).description == "2025-12-23")
    #expect(Day(of: beforeMidnight.addingTimeInterval(1), in: kolkata).description == "2025-12-24")
  }

  @Test func `21 August 2025 was a Thursday`() throws {
    #expect(try #require(Day(year: 2025, month: 8, day: 21)).weekday == 4)
  }
}
