import Measures
import Reports

/// Charts of a believable shop and of unbelievable ones, in three languages. Tests lay them out; with
/// `RETAILMIND_WRITE_PICTURES=folder` they are written for somebody to look at.
enum Showcase {
  struct Picture: Sendable, CustomStringConvertible {
    let name: String
    let chart: any Chart

    var description: String { name }
  }

  static let today = Day(number: 20_770)

  /// Sales of an ordinary shop: stronger at weekends, never twice the same.
  static func week(_ days: Int, level: Double = 30) -> [Double?] {
    (0..<days).map { index in
      let day = today.adding(index - days)
      let weekend = day.weekday >= 6 ? 1.45 : 1
      let noise = Double((index * 7919 + 13) % 23) / 23 - 0.5
      return ((level * weekend * (1 + 0.5 * noise)) * 2).rounded() / 2
    }
  }

  static func outlook(_ days: Int, level: Double = 30) -> [DemandChart.Expectation] {
    (0..<days).map { index in
      let middle = level * (today.adding(index).weekday >= 6 ? 1.45 : 1) * (1 + Double(index) / 90)
      let spread = middle * (0.18 + 0.022 * Double(index))
      return .init(low: max(0, middle - spread), middle: middle, high: middle + spread * 1.2)
    }
  }

  static func demand(
    _ words: Tongue, sold: [Double?] = week(56), expected: [DemandChart.Expectation] = outlook(14),
    amounts: Amounts = .numbers, festivals: [NamedDay]? = nil
  ) -> DemandChart {
    DemandChart(
      heading: words.demandHeading, words: words.demandWords, amounts: amounts,
      firstDay: today.adding(-sold.count), sold: sold, expected: expected, today: today,
      festivals: festivals ?? [
        NamedDay(today.adding(-19), words.festivals[0]), NamedDay(today.adding(6), words.festivals[1]),
      ]
    )
  }

  static func sales(
    _ words: Tongue, days: Int = 7, level: Double = 6_400, before: Bool = true, festivals: [NamedDay] = []
  ) -> SalesChart {
    let all = week(2 * days, level: level)
    return SalesChart(
      heading: words.salesHeading, words: words.salesWords, firstDay: today.adding(-days),
      sales: Array(all.suffix(days)),
      before: before ? Array(all.prefix(days)) : [], festivals: festivals)
  }

  static func top(_ words: Tongue, _ items: [TopItemsChart.Item]? = nil) -> TopItemsChart {
    let usual = words.goods.enumerated().map { index, name in
      let value = Double((8 - index) * (8 - index)) * 611 + 940
      return TopItemsChart.Item(name: name, value: value, amount: "\(Money(rupees: Int64(value)))")
    }
    return TopItemsChart(heading: words.topHeading, items: items ?? usual, nothing: words.nothing)
  }

  static var yearOfFestivals: DemandChart {
    let words = Tongue.marathi
    let festivals = (0..<25).map { NamedDay(today.adding(16 * $0 - 390), words.festivals[$0 % 4]) }
    return demand(words, sold: week(400), festivals: festivals)
  }

  static let ordinary: [Picture] = Tongue.all.flatMap { words in
    let code = words.language
    return [
      Picture(name: "demand-\(code)", chart: demand(words)), Picture(name: "sales-\(code)", chart: sales(words)),
      Picture(name: "top-\(code)", chart: top(words)),
    ]
  }

  static let strange: [Picture] = demands + columns + lists

  private static var demands: [Picture] {
    let words = Tongue.marathi
    let crowd = [-3, -1, 0, 0, 2, 4].enumerated().map { index, offset in
      NamedDay(today.adding(offset), words.festivals[index % words.festivals.count])
    }
    let cases: [(String, DemandChart)] = [
      ("empty", demand(words, sold: [], expected: [])), ("one", demand(words, sold: [12], expected: [])),
      (
        "zero",
        demand(
          words, sold: Array(repeating: 0, count: 30),
          expected: Array(repeating: .init(low: 0, middle: 0, high: 0), count: 14))
      ),
      ("huge", demand(words, sold: week(60, level: 9e12), expected: outlook(14, level: 1e13), amounts: .rupees)),
      (
        "infinite",
        demand(
          words, sold: [.infinity, .nan, -.infinity, 3], expected: [.init(low: .nan, middle: .nan, high: .infinity)])
      ),
      ("small", demand(words, sold: [0, 0, 1, 0, 0, 0, 0.25, 0, 0, 1, 0, 0], expected: outlook(7, level: 0.2))),
      ("long", demand(words, sold: week(400), expected: outlook(30))),
      ("years", demand(words, sold: week(1_200), expected: outlook(30))),
      (
        "gaps",
        demand(
          words,
          sold: week(40).enumerated().map { $0.offset % 7 == 3 || (12...15).contains($0.offset) ? nil : $0.element })
      ),
      ("unsold", demand(words, sold: [], expected: outlook(14))), ("past", demand(words, expected: [])),
      ("negative", demand(words, sold: week(30).enumerated().map { $0.offset == 11 ? -24 : $0.element })),
      ("quiet", demand(words, festivals: [])), ("crowd", demand(words, festivals: crowd)),
      (
        "crowd-early",
        demand(words, festivals: (0..<6).map { NamedDay(today.adding(-56 + $0 * 2), words.festivals[$0 % 4]) })
      ),
      ("crowd-late", demand(words, festivals: (0..<6).map { NamedDay(today.adding(8 + $0), words.festivals[$0 % 4]) })),
    ]
    return cases.map { Picture(name: "demand-" + $0.0, chart: $0.1) } + [
      Picture(name: "demand-wordy", chart: wordy), Picture(name: "demand-festive", chart: yearOfFestivals),
    ]
  }

  private static var wordy: DemandChart {
    var chart = demand(.hindi, festivals: [NamedDay(today.adding(-30), String(repeating: "महाशिवरात्रि और मेला ", count: 6))])
    chart.heading = ChartHeading(
      title: String(repeating: "श्री लक्ष्मीनारायण स्पेशल बासमती चावल ", count: 5),
      insight: String(repeating: "अगले 14 दिन में 280–340 किलो बिकने का अंदाजा है। ", count: 9),
      footnote: String(repeating: "शर्मा किराना स्टोर्स, लक्ष्मी रोड, पुणे ", count: 5), language: "hi")
    return chart
  }

  private static var columns: [Picture] {
    let words = Tongue.hindi
    var empty = sales(words), one = sales(words, days: 1), zero = sales(words), refund = sales(words, days: 10)
    empty.sales = []
    empty.before = []
    one.before = []
    zero.sales = Array(repeating: 0, count: 7)
    zero.before = []
    refund.sales[4] = -3_200
    refund.sales[7] = nil
    let cases: [(String, SalesChart)] = [
      ("empty", empty), ("one", one), ("zero", zero), ("refund", refund), ("month", sales(words, days: 31)),
      ("huge", sales(words, level: 8e12)), ("60", sales(words, days: 60)), ("400", sales(words, days: 400)),
      ("alone", sales(words, days: 14, before: false, festivals: [NamedDay(today.adding(-5), words.festivals[1])])),
    ]
    return cases.map { Picture(name: "sales-" + $0.0, chart: $0.1) }
  }

  private static var lists: [Picture] {
    let words = Tongue.marathi
    let long = (1...12).map {
      TopItemsChart.Item(
        name: String(repeating: "श्री कृष्ण ब्रँड शुद्ध देशी गायीचं तूप ", count: $0 / 2 + 1) + "\($0)", value: 9e12 / Double($0),
        amount: "₹9,00,00,00,00,000 · 1,20,000 किलो")
    }
    let unbroken = TopItemsChart.Item(name: String(repeating: "क्ष्म", count: 400), value: -4, amount: "-₹4")
    let cases: [(String, TopItemsChart)] = [
      ("empty", top(words, [])), ("one", top(words, [.init(name: "साखर", value: 5, amount: "5 किलो")])),
      ("long", top(words, long)),
      ("unbroken", top(words, [unbroken, .init(name: "साखर", value: .nan, amount: "?")])),
      (
        "zero",
        top(words, [.init(name: "साखर", value: 0, amount: "0 किलो"), .init(name: "तूर डाळ", value: 0, amount: "0 किलो")])
      ),
    ]
    return cases.map { Picture(name: "top-" + $0.0, chart: $0.1) }
  }
}
