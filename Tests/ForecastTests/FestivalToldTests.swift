import Forecast
import Measures
import Testing

/// What the owner knows better than the almanac.
struct FestivalToldTests {
  @Test func `a fair that the owner told of stands among the festivals`() throws {
    let day = try date("2026-12-12")
    let calendar = FestivalCalendar(told: [FestivalDay(.local("जत्रा"), on: day)])
    #expect(calendar.next(after: try date("2026-11-20"))?.occasion == .local("जत्रा"))
    #expect(calendar.festivals(in: day.adding(1)...day.adding(5)).isEmpty)
  }

  @Test func `the day that the owner gives for Eid takes the place of ours`() throws {
    let reckoned = try #require(FestivalCalendar().next(.eidAlFitr, after: try date("2026-01-01")))
    let settled = FestivalDay(.festival(.eidAlFitr), on: reckoned.day.adding(1))
    let calendar = FestivalCalendar(told: [settled])
    let around = reckoned.day.adding(-10)...reckoned.day.adding(10)
    #expect(calendar.days(of: .eidAlFitr, in: around) == [settled])
    #expect(calendar.festivals(in: around).filter { $0.occasion == settled.occasion } == [settled])
  }

  @Test func `a settled day of one year leaves the other years alone`() throws {
    let start = try date("2026-01-01")
    let reckoned = try #require(FestivalCalendar().next(.eidAlAdha, after: start))
    let calendar = FestivalCalendar(told: [FestivalDay(.festival(.eidAlAdha), on: reckoned.day.adding(-1))])
    #expect(
      calendar.next(.eidAlAdha, after: reckoned.day) == FestivalCalendar().next(.eidAlAdha, after: reckoned.day))
  }

  @Test func `a day that is settled just outside of the span is not shown within it`() throws {
    let reckoned = try #require(FestivalCalendar().next(.eidAlFitr, after: try date("2026-01-01"))).day
    let calendar = FestivalCalendar(told: [FestivalDay(.festival(.eidAlFitr), on: reckoned.adding(1))])
    #expect(calendar.festivals(in: reckoned...reckoned).isEmpty)
  }

  private func date(_ text: String) throws -> Day { try #require(Day(text: text)) }
}
