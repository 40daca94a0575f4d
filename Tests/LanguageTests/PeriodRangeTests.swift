import Language
import Measures
import Testing

/// What spoken periods mean on Saturday 21 November 2026, and what they are held against.
struct PeriodRangeTests {
  private static let today = "2026-11-21"

  @Test(arguments: [
    ("today", "2026-11-21 2026-11-21"), ("yesterday", "2026-11-20 2026-11-20"),
    ("day_before_yesterday", "2026-11-19 2026-11-19"), ("day_after_tomorrow", "2026-11-23 2026-11-23"),
    ("this_week", "2026-11-16 2026-11-22"), ("last_week", "2026-11-09 2026-11-15"),
    ("next_week", "2026-11-23 2026-11-29"), ("this_month", "2026-11-01 2026-11-30"),
    ("last_month", "2026-10-01 2026-10-31"), ("this_financial_year", "2026-04-01 2027-03-31"),
    ("last_financial_year", "2025-04-01 2026-03-31"), ("this_year", "2026-01-01 2026-12-31"),
    ("last_year", "2025-01-01 2025-12-31"), ("date_12", "2026-11-12 2026-11-12"), ("date_25", "2026-10-25 2026-10-25"),
    ("date_31", "2026-10-31 2026-10-31"), ("last_7_days", "2026-11-15 2026-11-21"),
    ("next_7_days", "2026-11-22 2026-11-28"), ("last_3_months", "2026-08-22 2026-11-21"),
    ("month_11", "2026-11-01 2026-11-30"), ("month_12", "2025-12-01 2025-12-31"),
    ("date_15_08", "2026-08-15 2026-08-15"), ("date_25_12", "2025-12-25 2025-12-25"),
    ("date_29_02", "2024-02-29 2024-02-29"), ("range_01..15", "2026-11-01 2026-11-15"),
    ("range_25..31", "2026-10-25 2026-10-31"), ("weekday_sat", "2026-11-21 2026-11-21"),
    ("weekday_mon", "2026-11-16 2026-11-16"), ("weekday_sun", "2026-11-15 2026-11-15"),
  ])
  func `a period is looked for behind us`(name: String, days: String) throws {
    #expect(try Self.range(name, on: Self.today).plain == days)
  }

  @Test(arguments: [
    ("month_12", "2026-12-01 2026-12-31"), ("month_11", "2026-11-01 2026-11-30"),
    ("date_15_08", "2027-08-15 2027-08-15"), ("date_12", "2026-12-12 2026-12-12"),
    ("range_01..15", "2026-12-01 2026-12-15"),
    ("range_01..25", "2026-11-01 2026-11-25"), ("weekday_mon", "2026-11-23 2026-11-23"),
    ("weekday_sat", "2026-11-21 2026-11-21"),
  ])
  func `or ahead of us, where goods are awaited`(name: String, days: String) throws {
    #expect(try Self.range(name, on: Self.today, side: .future).plain == days)
  }

  @Test(arguments: [
    ("today", "2026-11-20 2026-11-20"), ("this_week", "2026-11-09 2026-11-14"), ("last_week", "2026-11-02 2026-11-08"),
    ("this_month", "2026-10-01 2026-10-21"), ("last_month", "2026-09-01 2026-09-30"),
    ("this_financial_year", "2025-04-01 2025-11-21"),
    ("this_year", "2025-01-01 2025-11-21"), ("last_7_days", "2026-11-08 2026-11-14"),
    ("last_3_months", "2026-05-22 2026-08-21"), ("weekday_mon", "2026-11-09 2026-11-09"),
    ("range_01..15", "2026-10-01 2026-10-15"),
  ])
  func `what has not ended is held against as much of the one before`(name: String, days: String) throws {
    #expect(try #require(Self.range(name, on: Self.today).previous(on: Self.day(Self.today))).plain == days)
  }

  @Test func `a financial year begins in April, also seen from March`() throws {
    #expect(try Self.range("this_financial_year", on: "2027-03-31").plain == "2026-04-01 2027-03-31")
    #expect(try Self.range("this_financial_year", on: "2027-04-01").plain == "2027-04-01 2028-03-31")
  }

  @Test func `whole months stay whole, part months keep their days where there are so many`() throws {
    let march = try Self.range("last_month", on: "2027-04-02")
    #expect(try #require(march.previous(on: Self.day("2027-04-02"))).plain == "2027-02-01 2027-02-28")
    let soFar = try Self.range("this_month", on: "2027-03-30")
    #expect(try #require(soFar.previous(on: Self.day("2027-03-30"))).plain == "2027-02-01 2027-02-28")
    let february = try Self.range("month_02", on: "2024-03-05")
    #expect(try #require(february.lastYear(on: Self.day("2024-03-05"))).plain == "2023-02-01 2023-02-28")
  }

  @Test(arguments: [
    "festival_diwali", "month_13", "date_31_02", "range_15..1", "last_0_days", "weekday_xyz", "", "soon",
  ])
  func `what names no days of the calendar is nothing`(name: String) throws {
    #expect(PeriodRange(named: name, today: try Self.day(Self.today)) == nil)
  }

  @Test func `a period that is all ahead has no days so far`() throws {
    #expect(try Self.range("next_week", on: Self.today).soFar(on: Self.day(Self.today)) == nil)
  }

  private static func day(_ text: String) throws -> Day { try #require(Day(text: text)) }

  private static func range(_ name: String, on today: String, side: PeriodRange.Side = .past) throws -> PeriodRange {
    try #require(PeriodRange(named: name, today: try day(today), side: side))
  }
}

extension PeriodRange {
  fileprivate var plain: String { "\(first) \(last)" }
}
