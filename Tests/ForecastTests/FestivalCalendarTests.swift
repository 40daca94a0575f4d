import Measures
import Testing

@testable import Forecast

/// The calendar of festivals, against dates that everybody knows, and by what must hold in any year.
struct FestivalCalendarTests {
  static let known: [(Festival, String)] = [
    (
      .diwali,
      "2017-10-19 2018-11-07 2019-10-27 2020-11-14 2021-11-04 2022-10-24 2023-11-12 2024-10-31 2025-10-20 2026-11-08"
    ),
    (
      .ganeshChaturthi,
      "2017-08-25 2018-09-13 2019-09-02 2020-08-22 2021-09-10 2022-08-31 2023-09-19 2024-09-07 2025-08-27 2026-09-14"
    ),
    (.makarSankranti, "2016-01-15 2022-01-14 2023-01-15 2024-01-15 2025-01-14 2026-01-14 2027-01-15"),
    (.mahaShivaratri, "2021-03-11 2022-03-01 2023-02-18 2024-03-08 2025-02-26 2026-02-15 2027-03-06"),
    (.holi, "2016-03-24 2021-03-29 2022-03-18 2023-03-08 2024-03-25 2025-03-14 2026-03-04"),
    (.gudiPadwa, "2020-03-25 2021-04-13 2022-04-02 2023-03-22 2024-04-09 2025-03-30 2026-03-19"),
    (.ramNavami, "2020-04-02 2021-04-21 2022-04-10 2023-03-30 2024-04-17 2025-04-06 2026-03-26"),
    (.akshayaTritiya, "2020-04-26 2021-05-14 2022-05-03 2023-04-22 2024-05-10 2025-04-30"),
    (.ashadhiEkadashi, "2021-07-20 2022-07-10 2023-06-29 2024-07-17 2025-07-06"),
    (.rakshaBandhan, "2021-08-22 2022-08-11 2023-08-30 2024-08-19 2025-08-09 2026-08-28"),
    (.janmashtami, "2021-08-30 2022-08-19 2023-09-07 2024-08-26 2025-08-16 2026-09-04"),
    (.anantChaturdashi, "2021-09-19 2022-09-09 2023-09-28 2024-09-17 2025-09-06"),
    (.navratri, "2021-10-07 2022-09-26 2023-10-15 2024-10-03 2025-09-22"),
    (.dussehra, "2019-10-08 2020-10-25 2021-10-15 2022-10-05 2023-10-24 2024-10-12 2025-10-02"),
    (.karvaChauth, "2021-10-24 2022-10-13 2023-11-01 2024-10-20 2025-10-10"),
    (.dhanteras, "2021-11-02 2022-10-22 2023-11-10 2024-10-29 2025-10-18"),
    (.bhaiDooj, "2021-11-06 2022-10-26 2023-11-14 2024-11-03 2025-10-23"),
    (.chhath, "2021-11-10 2022-10-30 2023-11-19 2024-11-07 2025-10-28"),
    (.christmas, "2025-12-25 2026-12-25"),
  ]

  private let calendar = FestivalCalendar()

  @Test(arguments: known)
  func `a festival is on the day that everybody knows`(festival: Festival, dates: String) throws {
    for date in dates.split(separator: " ") {
      let day = try #require(Day(text: date))
      #expect(calendar.days(of: festival, in: try year(day.parts.year)).map(\.day) == [day])
    }
  }

  @Test(arguments: ["2021-05-14", "2022-05-03", "2023-04-22", "2024-04-11", "2025-03-31", "2026-03-21"])
  func `Eid is a day off at most, and says so`(date: String) throws {
    let day = try #require(Day(text: date))
    let found = try #require(calendar.days(of: .eidAlFitr, in: try year(day.parts.year)).first)
    #expect(abs(found.day.number - day.number) <= 1)
    #expect(found.isApproximate)
  }

  @Test func `each Hindu festival comes once a lunar year, in its season, for two centuries`() throws {
    let span = try date("1901-01-01")...date("2198-12-31")
    for festival in Festival.allCases {
      guard case .moon = festival.rule else { continue }
      let days = calendar.days(of: festival, in: span).map(\.day)
      #expect((297...299).contains(days.count), "\(festival)")
      for (day, next) in zip(days, days.dropFirst()) {
        #expect((352...386).contains(next.number - day.number), "\(festival) after \(day)")
      }
    }
  }

  @Test func `the days of autumn keep their order every year`() throws {
    let order: [Festival] = [
      .rakshaBandhan, .janmashtami, .ganeshChaturthi, .anantChaturdashi, .navratri, .dussehra, .karvaChauth,
      .dhanteras, .diwali, .bhaiDooj, .chhath,
    ]
    for number in 1950...2150 {
      let span = try year(number)
      let days = order.compactMap { calendar.days(of: $0, in: span).first?.day }
      #expect(days.count == order.count && zip(days, days.dropFirst()).allSatisfy { $0 < $1 }, "\(number)")
      #expect((1...3).contains(days[8].number - days[7].number), "Dhanteras to Diwali in \(number)")
      #expect((18...22).contains(days[8].number - days[5].number), "Dussehra to Diwali in \(number)")
    }
  }

  @Test func `wages come on the first of every month`() throws {
    let days = calendar.days(of: .salaryDay, in: try year(2026)).map(\.day.parts)
    #expect(days.map(\.month) == Array(1...12) && days.allSatisfy { $0.day == 1 })
  }

  @Test func `a span of one day has what is kept on it`() throws {
    let diwali = try date("2026-11-08")
    #expect(calendar.festivals(in: diwali...diwali) == [FestivalDay(.festival(.diwali), on: diwali)])
    #expect(calendar.festivals(in: diwali.adding(1)...diwali.adding(1)).isEmpty)
  }

  @Test func `short spans side by side have what the whole year has`() throws {
    let whole = calendar.festivals(in: try year(2026))
    let weeks = stride(from: 0, to: 365, by: 7).flatMap { start in
      let first = Day(number: 20_454 + start)  // 1 January 2026
      return calendar.festivals(in: first...first.adding(min(6, 364 - start)))
    }
    #expect(weeks == whole)
  }

  @Test func `after Diwali comes Bhai Dooj, and Diwali again next year`() throws {
    let diwali = try date("2026-11-08")
    #expect(calendar.next(after: diwali)?.occasion == .festival(.bhaiDooj))
    #expect(calendar.next(.diwali, after: diwali)?.day.description == "2027-10-29")
  }

  @Test func `where the sky is not known, there are no festivals`() {
    let far = Day(number: 10_000_000)
    #expect(calendar.festivals(in: far...far.adding(400)).isEmpty)
    #expect(calendar.next(after: far) == nil)
    #expect(calendar.festivals(in: far.adding(-20_000_000)...far).count > 10_000)
  }

  private func year(_ year: Int) throws -> ClosedRange<Day> {
    try date("\(year)-01-01")...date("\(year)-12-31")
  }

  private func date(_ text: String) throws -> Day { try #require(Day(text: text)) }
}
