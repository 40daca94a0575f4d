import Language
import Measures

/// “batch A12 expiry 12 march”, “exp 03/27”: what stands on the packs of goods that come in. It is no amount, no day on
/// which something happened and no sign that goods went bad, so it is taken out before anything else looks at it.
enum Lots {
  static func settle(_ spans: inout [Span], tokens: [Token]) {
    guard tokens.contains(where: { expiries.contains($0) || batches.contains($0) }) else { return }
    var index = 0
    while index < tokens.count {
      guard let found = expiry(tokens, at: index) ?? batch(tokens, at: index) else {
        index += 1
        continue
      }
      take(found.lot, index..<found.end, from: &spans)
      index = found.end
    }
  }

  /// Replaces the spans that lie there, where an amount stands outside of them: “maggi expiry 12 march?” asks.
  private static func take(_ lot: Lot, _ range: Range<Int>, from spans: inout [Span]) {
    let covered = spans.indices.filter { spans[$0].range.overlaps(range) }
    guard let first = covered.first, let last = covered.last,
      spans.indices.contains(where: { !covered.contains($0) && spans[$0].measure != nil })
    else { return }
    let whole =
      min(range.lowerBound, spans[first].range.lowerBound)..<max(range.upperBound, spans[last].range.upperBound)
    spans.replaceSubrange(first...last, with: [Span(content: .lot(lot), range: whole)])
  }

  // MARK: The date

  private static func expiry(_ tokens: [Token], at start: Int) -> (lot: Lot, end: Int)? {
    guard expiries.contains(tokens[start]) else { return nil }
    let index = skipped(tokens, from: start + 1, fillers)
    guard index < tokens.count, let found = date(tokens, at: index) else { return nil }
    let end = found.end < tokens.count && isOnly.contains(tokens[found.end]) ? found.end + 1 : found.end
    return (Lot(expiry: found.date), end)
  }

  private static func date(_ tokens: [Token], at index: Int) -> (date: ExpiryDate, end: Int)? {
    if case .dayMonth(let day, let month) = tokens[index].kind {
      let year = part(tokens, at: index + 1).flatMap { Self.year($0) }
      return (ExpiryDate(day: day, month: month, year: year), index + (year == nil ? 1 : 3))
    }
    if let period = PeriodWords.read(tokens, at: index), let found = named(period, tokens, at: index) { return found }
    if let month = months[tokens[index]], index + 1 < tokens.count, let year = tokens[index + 1].whole.flatMap(year) {
      return (ExpiryDate(day: nil, month: month, year: year), index + 2)
    }
    return monthOfYear(tokens, at: index)
  }

  /// “12 march 2027”, “march”.
  private static func named(_ period: PeriodWords.Reading, _ tokens: [Token], at index: Int) -> (ExpiryDate, Int)? {
    guard case .fixed(let name) = period.meaning else { return nil }
    let parts = name.split(separator: "_").map(String.init)
    var end = index + period.length
    var year: Int?
    if end < tokens.count, let said = tokens[end].whole, said >= 2_000 { (year, end) = (Self.year(said), end + 1) }
    switch (parts.first, parts.count) {
    case ("date", 3):
      guard let day = Int(parts[1]), let month = Int(parts[2]) else { return nil }
      return (ExpiryDate(day: day, month: month, year: year), end)
    case ("month", 2): return Int(parts[1]).map { (ExpiryDate(day: nil, month: $0, year: year), end) }
    default: return nil
    }
  }

  /// “03/27”, “3/2027”, “12-03-2027”.
  private static func monthOfYear(_ tokens: [Token], at index: Int) -> (ExpiryDate, Int)? {
    guard let first = tokens[index].whole, let second = part(tokens, at: index + 1) else { return nil }
    if (1...31).contains(first), (1...12).contains(second), let third = part(tokens, at: index + 3),
      let year = Self.year(third)
    {
      return (ExpiryDate(day: first, month: second, year: year), index + 5)
    }
    guard (1...12).contains(first), let year = Self.year(second) else { return nil }
    return (ExpiryDate(day: nil, month: first, year: year), index + 3)
  }

  /// The number behind “/” or “-”.
  private static func part(_ tokens: [Token], at index: Int) -> Int? {
    guard index + 1 < tokens.count, tokens[index].spoken == "/" || tokens[index].mark == .dash else { return nil }
    return tokens[index + 1].whole
  }

  private static func year(_ number: Int) -> Int? {
    if (2_000...2_099).contains(number) { return number }
    return (13...99).contains(number) ? 2_000 + number : nil
  }

  // MARK: The batch

  /// “batch no. A-12”: the next word with a digit in it.
  private static func batch(_ tokens: [Token], at start: Int) -> (lot: Lot, end: Int)? {
    guard batches.contains(tokens[start]) else { return nil }
    var end = skipped(tokens, from: start + 1, fillers)
    var code = ""
    while end < tokens.count, code.isEmpty || tokens[end].isAttached,
      tokens[end].isWord || tokens[end].number != nil || tokens[end].mark == .dash
    {
      code += tokens[end].spoken
      end += 1
    }
    guard code.contains(where: \.isNumber), code.unicodeScalars.count <= codeMax else { return nil }
    return (Lot(batch: code), end)
  }

  private static func skipped(_ tokens: [Token], from start: Int, _ words: WordSet) -> Int {
    var index = start
    while index < tokens.count, words.contains(tokens[index]) || tokens[index].spoken == ":" { index += 1 }
    return index
  }

  private static let codeMax = 20
  /// As they are printed; whole names are known as periods.
  private static let months = WordTable([
    (1, "jan"), (2, "feb"), (3, "mar"), (4, "apr"), (5, "may"), (6, "jun"), (7, "jul"), (8, "aug"), (9, "sep sept"),
    (10, "oct"), (11, "nov"), (12, "dec"),
  ])
  private static let expiries: WordSet =
    "expiry expire expires exp xpiry एक्सपायरी एक्स्पायरी एक्सपायर एक्स्पायर मुदत mudat tarikh"
  private static let batches: WordSet = "batch bach बैच बॅच"
  private static let fillers: WordSet = """
    date dt on no number nambar is of ka ki ke ko cha chi che hai ahe डेट तारीख नंबर का की के को चा ची चे है आहे
    """
  /// “12 march ki hai”, “12 मार्च आहे”.
  private static let isOnly: WordSet = "hai ahe है आहे ki की chi ची"
}

extension Token {
  /// A whole number in digits.
  fileprivate var whole: Int? { Int(String(spoken.compactMap { $0.wholeNumberValue.map { Character("\($0)") } })) }
}

extension Reading {
  /// What was said of the packs of a line: what follows its goods.
  func lot(of line: DraftLine) -> Lot? {
    var item: ItemReference?
    var found: Lot?
    for span in spans {
      if let named = span.item { item = named }
      guard case .lot(let lot) = span.content, lines.count == 1 || item == nil || item == line.item else { continue }
      found = Lot(expiry: lot.expiry ?? found?.expiry, batch: lot.batch ?? found?.batch)
    }
    return found
  }
}
