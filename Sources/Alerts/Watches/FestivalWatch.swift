import Database
import Demand
import Forecast
import Measures

/// What is kept in the next days, while there is time to order for it.
extension Books {
  func festivalsAhead(on today: Day) async throws -> Sighting {
    let coming = try await festivalCalendar().festivals(in: today...today.adding(FestivalWatch.daysAhead))
    var sighting = Sighting()
    for festival in coming where festival.occasion != .festival(.salaryDay) {
      let subject = Subject.named("festival:\(festival.day):\(festival.occasion.key)")
      sighting.lasting.insert(subject.key)
      guard festival.day > today.adding(1) else { continue }
      var figures = AlertFigures()
      figures.day = festival.day
      figures.days = festival.day.number - today.number
      figures.name = festival.occasion.key
      sighting.findings.append(Finding(.festivalAhead, .info, subject, figures))
    }
    return sighting
  }
}

enum FestivalWatch {
  static let daysAhead = 7
}

extension Occasion {
  /// Stored: the festival's own name, or the owner's word.
  fileprivate var key: String {
    switch self {
    case .festival(let festival): festival.rawValue
    case .local(let told): told
    }
  }
}
