import Demand
import Forecast
import Inventory
import Language
import Measures
import Messages
import Reports
import WhatsApp

/// The picture beside a forecast: what was sold, what is expected, and the festivals between.
struct DemandPicture {
  static let daysBack = 60

  private let turn: Turn
  private let chart: DemandChart

  init(_ turn: Turn, _ item: Item, _ forecast: StoredForecast, _ history: DemandHistory?, insight: String) async throws
  {
    self.turn = turn
    let today = turn.today
    let first = history?.start ?? today
    let skipped = max(0, today.number - forecast.start.number)
    let days = forecast.expected.indices.dropFirst(skipped).prefix(14)
    let last = today.adding(days.count)
    let festivals = first <= last ? try await turn.namedDays(in: first...last) : []
    chart = DemandChart(
      heading: turn.heading(turn.say(.chartDemandTitle, [.item: turn.name(item)]), insight),
      words: turn.demandWords(item), amounts: .numbers, firstDay: first, sold: history?.sold ?? [],
      expected: days.map { .init(low: forecast.low[$0], middle: forecast.expected[$0], high: forecast.high[$0]) },
      today: today, festivals: festivals)
  }

  func kept() async throws -> Attachment {
    try await turn.books.keep(OutgoingFile(named: "forecast.png", type: .png, bytes: chart.png()))
  }
}

extension FestivalDay {
  /// The first of each month is in the model and would only clutter the picture.
  var isWorthNaming: Bool { occasion != .festival(.salaryDay) }
}

extension Turn {
  /// Over every picture: what it is, what it shows, and under it whose it is and of when.
  func heading(_ title: String, _ insight: String) -> ChartHeading {
    ChartHeading(
      title: title, insight: insight, footnote: shopName + " · " + today.saidPlainly(in: voice, today: today),
      language: voice.language.rawValue)
  }

  /// The festivals of some days, to be named in a picture.
  func namedDays(in days: ClosedRange<Day>) async throws -> [NamedDay] {
    try await books.festivalCalendar().festivals(in: days).filter(\.isWorthNaming)
      .map { NamedDay($0.day, $0.occasion.name(in: voice)) }
  }

  func demandWords(_ item: Item) -> DemandChart.Words {
    let unit: [Placeholder: PhraseValue] = [.unit: .unit(item.unit)]
    return DemandChart.Words(
      sold: say(.chartSold, unit), soldOnAverage: say(.chartSoldAverage, unit), expected: say(.chartExpected),
      today: say(.chartToday), nothing: say(.chartNothing), days: dayWords)
  }

  var dayWords: DayWords {
    DayWords(weekdays: Day.weekdayNames(in: voice), months: Day.monthNames(in: voice))
  }
}
