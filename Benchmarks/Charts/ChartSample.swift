import Measures
import Reports

/// Pictures as a shop in Pune gets them, with all that can be on one.
struct ChartSample {
  let name: String
  let chart: any Chart

  static let all = [
    ChartSample(name: "demand", chart: demand), ChartSample(name: "sales by day", chart: sales),
    ChartSample(name: "top items", chart: top),
  ]

  private static let today = Day(number: 20_770)

  private static let days = DayWords(
    weekdays: "सोमवार मंगळवार बुधवार गुरुवार शुक्रवार शनिवार रविवार".split(separator: " ").map(String.init),
    months: "जानेवारी फेब्रुवारी मार्च एप्रिल मे जून जुलै ऑगस्ट सप्टेंबर ऑक्टोबर नोव्हेंबर डिसेंबर".split(separator: " ")
      .map(String.init))

  private static func heading(_ title: String, _ insight: String) -> ChartHeading {
    ChartHeading(title: title, insight: insight, footnote: "शर्मा किराणा, पुणे · 12 नोव्हेंबर", language: "mr")
  }

  private static var demand: DemandChart {
    let words = DemandChart.Words(
      sold: "विक्री, किलो रोज", soldOnAverage: "विक्री, किलो रोज (7 दिवसांची सरासरी)", expected: "अंदाज", today: "आज",
      nothing: "या काळात विक्री झाली नाही.", days: days)
    return DemandChart(
      heading: heading("साखर: विक्रीचा अंदाज", "पुढचे 14 दिवस: 410–520 किलो. 180 किलो शिल्लक रविवारपर्यंत पुरेल."), words: words,
      amounts: .numbers, firstDay: today.adding(-60), sold: (0..<60).map { Double(20 + $0 * 7_919 % 31) },
      expected: (0..<14).map { .init(low: 28 - Double($0), middle: 33, high: 39 + Double($0) * 1.5) }, today: today,
      festivals: [NamedDay(today.adding(-19), "दिवाळी"), NamedDay(today.adding(6), "बालदिन")])
  }

  private static var sales: SalesChart {
    let words = SalesChart.Words(
      sales: "या आठवड्यात ₹48,250", salesOnAverage: "रोजची विक्री (7 दिवसांची सरासरी)", before: "मागच्या आठवड्यात ₹45,510",
      nothing: "या काळात विक्री झाली नाही.", days: days)
    return SalesChart(
      heading: heading("रोजची विक्री", "7 दिवसांत ₹48,250, मागच्या आठवड्यापेक्षा 6 % जास्त."), words: words,
      firstDay: today.adding(-7), sales: (0..<7).map { Double(5_000 + $0 * 7_919 % 4_001) },
      before: (0..<7).map { Double(4_500 + $0 * 6_007 % 3_001) })
  }

  private static var top: TopItemsChart {
    let names = [
      "कोलम तांदूळ", "साखर", "तूर डाळ", "फॉर्च्यून सूर्यफूल तेल 1 लिटर", "आशीर्वाद आटा 5 किलो", "अमूल बटर 100 ग्रॅम", "पार्ले-जी",
      "मॅगी नूडल्स",
    ]
    let items = names.enumerated().map { place, name in
      let rupees = Int64(40_000 / (place + 1))
      return TopItemsChart.Item(name: name, value: Double(rupees), amount: "\(Money(rupees: rupees))")
    }
    return TopItemsChart(
      heading: heading("या आठवड्यात जास्त खप", "तांदूळ आणि साखरेतून जवळपास निम्मी विक्री झाली."), items: items,
      nothing: "या काळात विक्री झाली नाही.")
  }

  /// All of them, with a table and notes.
  static var report: Report {
    let rows = (1...12).map { ReportTable.Row(["आशीर्वाद आटा \($0) किलो", "\(Money(rupees: Int64($0) * 7_919))"]) }
    let goods = ReportTable(title: "जास्त खप", columns: [.init("आयटम", .text), .init("विक्री", .number)], rows: rows)
    let figures = ["विक्री", "नफा", "नवीन उधारी", "एकूण उधारी"].map { Report.Figure(name: $0, value: "₹1,98,253") }
    let notes = Array(repeating: "दिवाळीच्या आठवड्यात साखर आणि मैद्याचा खप दुप्पट झाला होता.", count: 5)
    return Report(
      title: "दुकानाचा आठवडा", subtitle: "शर्मा किराणा, पुणे · 6–12 नोव्हेंबर", footnote: "शर्मा किराणा, पुणे", language: "mr",
      day: today,
      sections: [
        .figures(figures), .chart(sales, height: 250), .table(goods), .pageBreak, .chart(demand, height: 280),
        .chart(top, height: 300), .notes(title: "पुढे काय", notes),
      ])
  }
}
