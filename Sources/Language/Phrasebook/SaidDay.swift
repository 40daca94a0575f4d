package import Measures

extension Day {
  /// “Thu 21 Aug”, “गुरुवार 21 अगस्त”. The year follows only where it is not that of `today`.
  package func said(in voice: Voice, today: Day? = nil) -> String {
    let (year, month, day) = parts
    let names = DayNames.of(voice)
    let date = "\(names.weekdays[weekday - 1]) \(day) \(names.months[month - 1])"
    guard let today, today.parts.year != year else { return date }
    return "\(date) \(year)"
  }
}

extension Day {
  /// “21 Aug”, “21 अगस्त”. The year follows only where it is not that of `today`.
  package func saidPlainly(in voice: Voice, today: Day) -> String {
    let (year, month, day) = parts
    let date = "\(day) \(DayNames.of(voice).months[month - 1])"
    return today.parts.year == year ? date : "\(date) \(year)"
  }
}

extension PeriodRange {
  /// “Oct”, “9–14 Nov”, “28 अक्टूबर – 3 नवंबर”; one day with its weekday. The year follows only where it is not that of
  /// `today`.
  func said(in voice: Voice, today: Day) -> String {
    let (from, until, months) = (first.parts, last.parts, DayNames.of(voice).months)
    let isSameMonth = (from.year, from.month) == (until.year, until.month)
    func year(_ year: Int) -> String { year == today.parts.year ? "" : " \(year)" }
    let end = "\(months[until.month - 1])\(year(until.year))"
    if isOneDay { return first.said(in: voice, today: today) }
    if isSameMonth, from.day == 1, last == last.monthEnd { return end }
    if isSameMonth { return "\(from.day)–\(until.day) \(end)" }
    let start = "\(from.day) \(months[from.month - 1])" + (from.year == until.year ? "" : year(from.year))
    return "\(start) – \(until.day) \(end)"
  }
}

extension Int {
  /// “1 bill”, “3 bills”, “3 बिलं”.
  func saidAsBills(in voice: Voice) -> String {
    let count = IndianDigits.grouped(UInt64(magnitude))
    return switch voice {
    case .english: self == 1 ? "1 bill" : "\(count) bills"
    case .hindi: "\(count) बिल"
    case .romanHindi, .romanMarathi: "\(count) bill"
    case .marathi: magnitude >= 2 ? "\(count) बिलं" : "\(count) बिल"
    }
  }
}

extension Int {
  /// A span of days: “1 day”, “7 days”, “7 दिन”.
  func saidAsDays(in voice: Voice) -> String {
    switch voice {
    case .english: self == 1 ? "1 day" : "\(self) days"
    case .hindi: "\(self) दिन"
    case .romanHindi: "\(self) din"
    case .marathi: "\(self) दिवस"
    case .romanMarathi: "\(self) divas"
    }
  }
}

extension Int {
  /// Monday is 1: “Mon”, “सोमवार”.
  package func saidAsWeekday(in voice: Voice) -> String { DayNames.of(voice).weekdays[(self + 6) % 7] }

  /// Before or after a verb: “रविवारी”; where the phrase itself has the word for “on”, the plain name.
  package func saidOnWeekday(in voice: Voice) -> String {
    let name = saidAsWeekday(in: voice)
    return voice == .marathi ? name + "ी" : name
  }
}

extension Day {
  /// Monday first.
  package static func weekdayNames(in voice: Voice) -> [String] { DayNames.of(voice).weekdays }

  /// January first.
  package static func monthNames(in voice: Voice) -> [String] { DayNames.of(voice).months }
}

/// Names of days, Monday first, and of months. Roman Hindi and Marathi use the English ones, as people type them.
private struct DayNames {
  let weekdays: [String]
  let months: [String]

  init(_ weekdays: String, _ months: String) {
    self.weekdays = weekdays.split(separator: " ").map(String.init)
    self.months = months.split(separator: " ").map(String.init)
  }

  static func of(_ voice: Voice) -> DayNames {
    switch voice {
    case .english, .romanHindi, .romanMarathi: latin
    case .hindi: hindi
    case .marathi: marathi
    }
  }

  private static let latin = DayNames(
    "Mon Tue Wed Thu Fri Sat Sun", "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec")

  private static let hindi = DayNames(
    "सोमवार मंगलवार बुधवार गुरुवार शुक्रवार शनिवार रविवार",
    "जनवरी फरवरी मार्च अप्रैल मई जून जुलाई अगस्त सितंबर अक्टूबर नवंबर दिसंबर")

  private static let marathi = DayNames(
    "सोमवार मंगळवार बुधवार गुरुवार शुक्रवार शनिवार रविवार",
    "जानेवारी फेब्रुवारी मार्च एप्रिल मे जून जुलै ऑगस्ट सप्टेंबर ऑक्टोबर नोव्हेंबर डिसेंबर")
}
