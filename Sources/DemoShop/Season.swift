package import Measures

/// A time of the year in which a shop in Pune sells more of some things. Raw values stand in `items.tsv`.
package enum Season: String, CaseIterable, Hashable, Sendable {
  case summer, monsoon, winter, school
  case sankranti = "makar_sankranti"
  case holi
  case gudiPadwa = "gudi_padwa"
  case ramzan
  case rakshaBandhan = "raksha_bandhan"
  case ganesh, dasara, diwali
  /// Days of fasting: Maha Shivaratri, Ashadhi Ekadashi, the nine days before Dasara.
  case upwas

  /// How much of the season is in `day`, in thousandths: 0 outside of it, 1,000 at its height.
  package func weight(on day: Day) -> Int {
    switch self {
    case .summer: Window(rises: (3, 1), full: (4, 1), ebbs: (6, 1), over: (6, 20)).weight(on: day)
    case .monsoon: Window(rises: (6, 5), full: (6, 25), ebbs: (9, 15), over: (10, 5)).weight(on: day)
    case .winter: Window(rises: (11, 1), full: (11, 25), ebbs: (2, 1), over: (3, 1)).weight(on: day)
    case .school: Window(rises: (5, 28), full: (6, 10), ebbs: (6, 25), over: (7, 20)).weight(on: day)
    case .sankranti: around(.makarSankranti, rises: -10, full: -5...0, over: 2, on: day)
    case .holi: around(.dhulivandan, rises: -6, full: -3...0, over: 1, on: day)
    case .gudiPadwa: around(.gudiPadwa, rises: -6, full: -2...0, over: 2, on: day)
    case .ramzan: around(.eidAlFitr, rises: -32, full: -29...0, over: 1, on: day)
    case .rakshaBandhan: around(.rakshaBandhan, rises: -9, full: -4...0, over: 1, on: day)
    case .ganesh: around(.ganeshChaturthi, rises: -7, full: -3...9, over: 11, on: day)
    case .dasara: around(.dasara, rises: -5, full: -2...0, over: 2, on: day)
    case .diwali: around(.lakshmiPujan, rises: -16, full: -6...0, over: 4, on: day)
    case .upwas:
      max(
        around(.dasara, rises: -11, full: -9 ... -1, over: 1, on: day),
        around(.mahaShivaratri, rises: -3, full: -1...0, over: 1, on: day),
        around(.ashadhiEkadashi, rises: -3, full: -1...0, over: 1, on: day))
    }
  }

  /// Rises from the day `rises` to the first of `full`, falls after its last until `over`; days counted from the feast.
  private func around(_ feast: Festival, rises: Int, full: ClosedRange<Int>, over: Int, on day: Day) -> Int {
    feast.days.lazy.map { feastDay in
      trapezoid(at: day.number - feastDay.number, rises: rises, full: full, over: over)
    }.max() ?? 0
  }

  /// A part of the year between (month, day) and (month, day), with slopes at both ends.
  private struct Window {
    typealias Date = (month: Int, day: Int)
    let rises, full, ebbs, over: Date

    func weight(on day: Day) -> Int {
      let start = Self.position(rises)
      func after(_ position: Int) -> Int { (position - start + 372) % 372 }
      let (_, month, dayOfMonth) = day.parts
      let lastFull = after(Self.position(ebbs))
      return trapezoid(
        at: after(Self.position((month, dayOfMonth))), rises: 0, full: after(Self.position(full))...lastFull,
        over: after(Self.position(over)))
    }

    /// Months of 31 days: the slopes are gentle, a day more or less does not show.
    private static func position(_ date: Date) -> Int { (date.month - 1) * 31 + date.day - 1 }
  }
}

private func trapezoid(at position: Int, rises: Int, full: ClosedRange<Int>, over: Int) -> Int {
  if full.contains(position) { return 1_000 }
  if position <= rises || position >= over { return 0 }
  if position < full.lowerBound { return 1_000 * (position - rises) / (full.lowerBound - rises) }
  return 1_000 * (over - position) / (over - full.upperBound)
}
