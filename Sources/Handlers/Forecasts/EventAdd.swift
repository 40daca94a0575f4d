import Demand
import Forecast
import Intents
import Inventory
import Language
import Measures

/// “12 तारखेला जत्रा आहे”: a day of the place, or the day on which a festival of the moon is kept here.
extension Turn {
  func eventAdd(_ request: Request) async throws -> Answer {
    let slots = request.frame.slots
    guard let name = slots.newName,
      let range = slots.period.flatMap({ PeriodRange(named: $0, today: today, side: .future) }), range.last >= today
    else { return .say(say(.eventAsked)) }
    let first = max(range.first, today)
    let occasion = try await occasion(name, near: first)
    let group = try await books.openGroup(.event, by: author)
    for day in 0..<min(Self.eventDaysMax, range.last.number - first.number + 1) {
      try await books.noteEvent(occasion, on: first.adding(day), in: group)
    }
    let period = PeriodRange(first, range.last) ?? range
    let values: [Placeholder: PhraseValue] = [
      .what: .text(occasion.name(in: voice)), .period: .period(period, today: today),
    ]
    return .wrote(say(.eventWritten, values), group, for: request, in: self)
  }

  /// A longer event is a season, and no longer stands out.
  private static let eventDaysMax = 15

  /// Of two Eids the one that comes about then.
  private func occasion(_ name: String, near day: Day) async throws -> Occasion {
    let calendar = try await books.festivalCalendar()
    func distance(_ festival: FestivalDay) -> Int { abs(festival.day.number - day.number) }
    let about = day.adding(-30)...day.adding(30)
    return FestivalWords.festivals(ofPeriod: name).flatMap { calendar.days(of: $0, in: about) }
      .min { distance($0) < distance($1) }?.occasion ?? .local(name)
  }
}
