import Foundation
import Measures
import Testing

@testable import Reports

/// The owner's report on paper.
struct ReportTests {
  private static let tongues = [ReportWords.english, .hindi, .marathi]

  private func pages(_ report: Report) -> [Drawing] {
    report.pages(measuring: Typesetter(language: report.language))
  }

  private func expectTidy(_ pages: [Drawing]) {
    for page in pages {
      let paper = Rectangle(x: 0, y: 0, width: page.width, height: page.height)
      let texts = page.texts.filter { !$0.text.isEmpty }
      #expect(texts.filter { !paper.contains($0.box) }.map(\.text) == [])
      for (index, text) in texts.enumerated() {
        let others = texts[(index + 1)...].filter { $0.box.overlaps(text.box) }
        #expect(others.map(\.text) == [], "over “\(text.text)”")
      }
    }
  }

  @Test(arguments: tongues)
  func `the week is two pages on which no words run into each other`(words: ReportWords) {
    let pages = pages(Showcase.report(words))
    #expect(pages.count == 2)
    expectTidy(pages)
  }

  @Test func `a report of any length is as tidy`() {
    expectTidy(pages(Showcase.endlessReport))
  }

  @Test func `a report without sections is a page with its title`() {
    var report = Showcase.report(.english)
    report.sections = []
    let pages = pages(report)
    #expect(pages.count == 1)
    #expect(pages[0].texts.map(\.text) == [report.title, report.subtitle, "1/1", report.footnote])
  }

  @Test func `a long table goes on under its headings, every row once`() throws {
    var report = Showcase.report(.english)
    let rows = (1...120).map { ReportTable.Row(["Item \($0)", "₹\($0)"]) }
    let columns = [ReportTable.Column("Goods", .text), ReportTable.Column("Sold for", .number)]
    report.sections = [.table(ReportTable(title: "All", columns: columns, rows: rows))]
    let pages = pages(report)
    #expect(pages.count > 2)
    for page in pages { #expect(page.texts.count { $0.text == "Sold for" } == 1) }
    let items = pages.flatMap(\.texts).map(\.text).filter { $0.hasPrefix("Item ") }
    #expect(items == rows.map { $0.cells[0] })
  }

  @Test func `an amount is never cut, however long it is`() {
    let amount = "₹9,99,99,99,99,99,999"
    let texts = pages(Showcase.endlessReport).flatMap(\.texts).map(\.text)
    #expect(texts.count { $0 == amount } == 97)
    #expect(texts.filter { $0.hasPrefix("₹") && $0.hasSuffix("…") } == [])
  }

  @Test func `the document is a PDF, the same whenever it is made for a day`() {
    let pdf = Showcase.report(.marathi).pdf()
    #expect(String(decoding: pdf.prefix(5), as: UTF8.self) == "%PDF-")
    #expect(pdf.count < 150_000)
    #expect(pdf == Showcase.report(.marathi).pdf())
  }

  @Test func `reports are written for somebody to look at`() throws {
    guard let folder = ProcessInfo.processInfo.environment["RETAILMIND_WRITE_PICTURES"] else { return }
    let reports = Self.tongues.map { ($0.tongue.language, Showcase.report($0)) } + [("endless", Showcase.endlessReport)]
    for (name, report) in reports {
      try Data(report.pdf()).write(to: URL(filePath: folder).appending(path: "report-\(name).pdf"))
    }
  }
}
