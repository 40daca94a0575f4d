import Measures

/// Periods with a number in them: “last 7 days”, “अगले सात दिन”, “15 august”, “1 se 15 tarikh”.
enum CountedPeriods {
  static func read(_ tokens: [Token], at start: Int) -> PeriodWords.Reading? {
    sided(tokens, at: start) ?? range(tokens, at: start) ?? date(tokens, at: start) ?? ahead(tokens, at: start)
  }

  /// “last 7 days”, “pichle teen mahine”.
  private static func sided(_ tokens: [Token], at start: Int) -> PeriodWords.Reading? {
    guard let side = PeriodTable.sides[tokens[start]], side != "this",
      let (count, length) = whole(tokens, at: start + 1), start + 1 + length < tokens.count,
      let span = PeriodTable.span(of: tokens[start + 1 + length]), let name = name(side, count, span)
    else { return nil }
    return PeriodWords.Reading(meaning: .fixed(name), length: length + 2)
  }

  /// “7 din me”, “in 7 days”: the coming days.
  private static func ahead(_ tokens: [Token], at start: Int) -> PeriodWords.Reading? {
    guard let (count, length) = whole(tokens, at: start), start + length < tokens.count else { return nil }
    let word = tokens[start + length]
    guard let span = PeriodTable.span(of: word) else { return nil }
    let after = start + length + 1
    if let past = past(count, span, tokens, at: after) {
      return PeriodWords.Reading(meaning: .fixed(past.name), length: length + 1 + past.length)
    }
    guard span == "day" else { return nil }
    return PeriodWords.Reading(meaning: .fixed("next_\(count)_days"), length: length + 1)
  }

  /// “do mahine se”, “2 days ago”.
  private static func past(_ count: Int, _ span: String, _ tokens: [Token], at index: Int) -> (
    name: String, length: Int
  )? {
    guard index < tokens.count else { return nil }
    if PeriodTable.since.contains(tokens[index]) {
      let isCompared = index + 1 < tokens.count && PeriodTable.comparing.contains(tokens[index + 1])
      return isCompared ? nil : name("last", count, span).map { ($0, 1) }
    }
    guard PeriodTable.ago.contains(tokens[index]), span == "day" else { return nil }
    switch count {
    case 1: return ("yesterday", 1)
    case 2: return ("day_before_yesterday", 1)
    default: return nil
    }
  }

  private static func name(_ side: String, _ count: Int, _ span: String) -> String? {
    switch span {
    case "day": "\(side)_\(count)_days"
    case "week": "\(side)_\(count * 7)_days"
    case "month": "\(side)_\(count)_months"
    default: nil
    }
  }

  /// “15 august”, “august 15”; “12 tarikh” and “the 12th” name no month: `date_12`.
  private static func date(_ tokens: [Token], at start: Int) -> PeriodWords.Reading? {
    if let (day, length) = whole(tokens, at: start), (1...31).contains(day), start + length < tokens.count,
      let month = PeriodTable.month(of: tokens[start + length])
    {
      return PeriodWords.Reading(meaning: .fixed("date_\(PeriodWords.two(day))_\(month)"), length: length + 1)
    }
    if let day = dayAlone(tokens, at: start) { return day }
    guard let month = PeriodTable.month(of: tokens[start]) else { return nil }
    if let (day, length) = whole(tokens, at: start + 1), (1...31).contains(day) {
      return PeriodWords.Reading(meaning: .fixed("date_\(PeriodWords.two(day))_\(month)"), length: length + 1)
    }
    guard !PeriodTable.doubtfulMonths.contains(tokens[start]) else { return nil }
    return PeriodWords.Reading(meaning: .fixed("month_\(month)"), length: 1)
  }

  private static func dayAlone(_ tokens: [Token], at start: Int) -> PeriodWords.Reading? {
    guard let (day, length) = whole(tokens, at: start), (1...31).contains(day), start + length < tokens.count,
      PeriodTable.isDateWord(tokens[start + length])
    else { return nil }
    return PeriodWords.Reading(meaning: .fixed("date_\(PeriodWords.two(day))"), length: length + 1)
  }

  /// “1 se 15 tarikh”, “1st to 10th”, “from 1 to 15”.
  private static func range(_ tokens: [Token], at start: Int) -> PeriodWords.Reading? {
    let isFrom = PeriodTable.from.contains(tokens[start])
    let first = isFrom ? start + 1 : start
    guard let (from, length) = whole(tokens, at: first), first + length + 1 < tokens.count,
      PeriodTable.until.contains(tokens[first + length]),
      let (until, rest) = whole(tokens, at: first + length + 1)
    else { return nil }
    let end = first + length + 1 + rest
    let isDated = end < tokens.count && PeriodTable.isDateWord(tokens[end])
    guard isFrom || isDated || tokens[end - 1].isOrdinal, from < until, (1...31).contains(from), until <= 31 else {
      return nil
    }
    return PeriodWords.Reading(
      meaning: .fixed("range_\(PeriodWords.two(from))..\(PeriodWords.two(until))"),
      length: end - start + (isDated ? 1 : 0))
  }

  /// A small whole number at `index`.
  private static func whole(_ tokens: [Token], at index: Int) -> (Int, Int)? {
    guard index < tokens.count, let reading = NumberWords.read(tokens, at: index),
      reading.value.thousandths.isMultiple(of: 1_000), (1...366).contains(reading.value.thousandths / 1_000)
    else { return nil }
    return (Int(reading.value.thousandths / 1_000), reading.length)
  }
}
