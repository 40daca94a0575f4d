import Measures
import Reports

/// The Monday report of a believable shop, and one of unbelievable length.
extension Showcase {
  static func report(_ words: ReportWords) -> Report {
    let tongue = words.tongue
    return Report(
      title: words.title, subtitle: words.subtitle, footnote: words.subtitle, language: tongue.language, day: today,
      sections: [
        .figures(words.figures), .chart(sales(tongue), height: 270), .table(best(words)), .pageBreak,
        .chart(demand(tongue), height: 290), .table(orders(words)), .notes(title: words.noteTitle, words.notes),
      ])
  }

  private static func best(_ words: ReportWords) -> ReportTable {
    let rows = words.tongue.goods.prefix(6).enumerated().map { index, name in
      let rupees = Int64((8 - index) * (8 - index)) * 611 + 940
      return ReportTable.Row([
        name, "\(Money(rupees: rupees))", "\(Money(rupees: rupees / 6))",
        index % 3 == 1 ? "-4 %" : "+\(3 * index + 2) %",
      ])
    }
    let sum = ReportTable.Row([words.total, "₹1,27,229", "₹21,204", "+6 %"], isBold: true)
    return ReportTable(title: words.bestTitle, columns: words.bestColumns, rows: rows + [sum])
  }

  private static func orders(_ words: ReportWords) -> ReportTable {
    let rows = words.tongue.goods.prefix(5).enumerated().map { index, name in
      ReportTable.Row([name, words.supplier, "\((index + 1) * 25)", "\((index + 2) * 40)"])
    }
    return ReportTable(title: words.orderTitle, columns: words.orderColumns, rows: Array(rows))
  }

  static var endlessReport: Report {
    let words = ReportWords.marathi
    var report = report(words)
    let rows = (1...90).map {
      ReportTable.Row([
        String(repeating: "श्री कृष्ण शुद्ध तूप ", count: $0 % 9 + 1) + "\($0)", "₹9,99,99,99,99,99,999", "₹\($0)", "",
      ])
    }
    let note = String(repeating: "दिवाळीच्या आठवड्यात साखर आणि मैद्याचा खप दुप्पट झाला होता. ", count: 9)
    report.title = String(repeating: "आठवड्याचा अहवाल ", count: 12)
    report.footnote = String(repeating: words.subtitle, count: 9)
    report.sections = [
      .figures((0..<7).map { .init(name: "एकूण विक्री \($0)", value: "₹9,99,99,99,99,99,999", remark: note, .bad) }),
      .table(ReportTable(title: note, columns: words.bestColumns, rows: rows)),
      .notes(title: note, Array(repeating: note, count: 14)), .figures([]), .notes(title: "", []),
    ]
    return report
  }
}

/// The words of a report in one language.
struct ReportWords: Sendable {
  let tongue: Tongue
  let title: String
  let subtitle: String
  let figures: [Report.Figure]
  let bestTitle: String
  let bestColumns: [ReportTable.Column]
  let total: String
  let orderTitle: String
  let orderColumns: [ReportTable.Column]
  let supplier: String
  let noteTitle: String
  let notes: [String]

  static let english = ReportWords(
    tongue: .english, title: "The week in your shop", subtitle: "Sharma Kirana, Pune · 6–12 Nov",
    figures: [
      .init(name: "Sales", value: "₹48,250", remark: "6 % more than the week before", .good),
      .init(name: "Profit", value: "₹7,940", remark: "of the goods whose cost is known"),
      .init(name: "New credit", value: "₹6,310", remark: "₹1,200 more than the week before", .bad),
      .init(name: "Total due", value: "₹1,98,253", remark: "of 34 customers"),
    ], bestTitle: "Best sellers",
    bestColumns: [
      .init("Item", .text), .init("Sales", .number), .init("Profit", .number), .init("Week before", .number),
    ],
    total: "Total", orderTitle: "To order this week",
    orderColumns: [
      .init("Item", .text), .init("Supplier", .text), .init("In stock", .number), .init("Order", .number),
    ],
    supplier: "Mahalaxmi Traders", noteTitle: "What to expect",
    notes: [
      "Children's Day is on Friday 14 Nov. Last year chocolates and biscuits sold twice as much in that week.",
      "Sunflower oil has risen for three weeks in a row; the weeks before Diwali a year ago were like it.",
      "Not sold for 60 days: 4 items worth ₹3,450.",
    ])

  static let hindi = ReportWords(
    tongue: .hindi, title: "दुकान का हफ्ता", subtitle: "शर्मा किराना, पुणे · 6–12 नवंबर",
    figures: [
      .init(name: "बिक्री", value: "₹48,250", remark: "पिछले हफ्ते से 6 % ज्यादा", .good),
      .init(name: "मुनाफा", value: "₹7,940", remark: "जिनका खरीद रेट लिखा है, उनका"),
      .init(name: "नया उधार", value: "₹6,310", remark: "पिछले हफ्ते से ₹1,200 ज्यादा", .bad),
      .init(name: "कुल उधार", value: "₹1,98,253", remark: "34 ग्राहकों पर"),
    ], bestTitle: "ज्यादा बिक्री",
    bestColumns: [.init("आइटम", .text), .init("बिक्री", .number), .init("मुनाफा", .number), .init("पिछले हफ्ते से", .number)],
    total: "कुल", orderTitle: "इस हफ्ते मँगाना है",
    orderColumns: [.init("आइटम", .text), .init("सप्लायर", .text), .init("स्टॉक", .number), .init("मँगाएँ", .number)],
    supplier: "महालक्ष्मी ट्रेडर्स", noteTitle: "आगे क्या",
    notes: [
      "शुक्रवार 14 नवंबर को बाल दिवस है। पिछले साल उस हफ्ते चॉकलेट और बिस्कुट दुगुने बिके थे।",
      "सूरजमुखी तेल की बिक्री तीन हफ्ते से बढ़ रही है।", "60 दिन से नहीं बिका: ₹3,450 के 4 आइटम।",
    ])

  static let marathi = ReportWords(
    tongue: .marathi, title: "दुकानाचा आठवडा", subtitle: "शर्मा किराणा, पुणे · 6–12 नोव्हेंबर",
    figures: [
      .init(name: "विक्री", value: "₹48,250", remark: "मागच्या आठवड्यापेक्षा 6 % जास्त", .good),
      .init(name: "नफा", value: "₹7,940", remark: "खरेदी रेट लिहिलेल्या मालाचा"),
      .init(name: "नवीन उधारी", value: "₹6,310", remark: "मागच्या आठवड्यापेक्षा ₹1,200 जास्त", .bad),
      .init(name: "एकूण उधारी", value: "₹1,98,253", remark: "34 ग्राहकांकडे"),
    ], bestTitle: "जास्त खप",
    bestColumns: [.init("आयटम", .text), .init("विक्री", .number), .init("नफा", .number), .init("मागच्या आठवड्यापेक्षा", .number)],
    total: "एकूण", orderTitle: "या आठवड्यात मागवायचं",
    orderColumns: [.init("आयटम", .text), .init("सप्लायर", .text), .init("शिल्लक", .number), .init("मागवा", .number)],
    supplier: "महालक्ष्मी ट्रेडर्स", noteTitle: "पुढे काय",
    notes: [
      "शुक्रवार 14 नोव्हेंबरला बालदिन आहे. मागच्या वर्षी त्या आठवड्यात चॉकलेट आणि बिस्किटांचा खप दुप्पट झाला होता.",
      "सूर्यफूल तेलाचा खप तीन आठवडे वाढतो आहे.", "60 दिवसांत विकलं गेलं नाही: ₹3,450 किमतीचे 4 आयटम.",
    ])
}
