package import Measures

/// A document for the owner: “the week in two pages”. Figures, tables, charts and notes one below the other, on as many
/// sheets of A4 as they need. All words and amounts come ready from the caller.
package struct Report: Sendable {
  package var title: String
  /// “Sharma Kirana · 16–22 Nov”.
  package var subtitle: String
  /// At the foot of each page, beside its number.
  package var footnote: String
  /// As BCP 47 names it (`hi`, `mr`, `en`).
  package var language: String
  /// The day on which it was made; the document says so, and is the same whenever it is made for that day.
  package var day: Day
  package var sections: [Section]

  package enum Section: Sendable {
    case figures([Figure])
    case table(ReportTable)
    case chart(any Chart, height: Double)
    case notes(title: String, [String])
    /// What follows begins on a new page.
    case pageBreak
  }

  /// A number that counts: “Sales, ₹48,250, 6 % more than the week before”.
  package struct Figure: Equatable, Sendable {
    package let name: String
    package let value: String
    package let remark: String
    package let judgement: Judgement

    package init(name: String, value: String, remark: String = "", _ judgement: Judgement = .neither) {
      self.name = name
      self.value = value
      self.remark = remark
      self.judgement = judgement
    }
  }

  package enum Judgement: Sendable { case good, bad, neither }

  package init(
    title: String, subtitle: String, footnote: String, language: String, day: Day, sections: [Section]
  ) {
    self.title = title
    self.subtitle = subtitle
    self.footnote = footnote
    self.language = language
    self.day = day
    self.sections = sections
  }

  /// What stands where on each page, before anything is painted.
  package func pages(measuring: any TextMeasuring) -> [Drawing] {
    var pages = Pages(of: self, measuring)
    for section in sections {
      switch section {
      case .figures(let figures): pages.add(figures)
      case .table(let table): pages.add(table)
      case .chart(let chart, let height): pages.add(chart, height: height)
      case .notes(let title, let notes): pages.add(notes, under: title)
      case .pageBreak: pages.turn()
      }
    }
    return pages.finished()
  }

  /// The document as the bytes of a PDF file.
  package func pdf() -> [UInt8] {
    let typesetter = Typesetter(language: language)
    let file = DocumentFile(width: Format.page.width, height: Format.page.height, title: title, day: "\(day)")
    for page in pages(measuring: typesetter) {
      file.pen.draw(page, with: typesetter)
      file.pen.endPage()
    }
    return file.finish()
  }
}

/// Rows under headings. Texts take the space that numbers leave them, and two lines where they need them.
package struct ReportTable: Equatable, Sendable {
  package var title: String
  package var columns: [Column]
  package var rows: [Row]

  package struct Column: Equatable, Sendable {
    package let title: String
    package let kind: Kind

    package enum Kind: Sendable { case text, number }

    package init(_ title: String, _ kind: Kind) {
      self.title = title
      self.kind = kind
    }
  }

  package struct Row: Equatable, Sendable {
    /// One for each column.
    package let cells: [String]
    /// A sum, or what else counts more.
    package let isBold: Bool

    package init(_ cells: [String], isBold: Bool = false) {
      self.cells = cells
      self.isBold = isBold
    }
  }

  package init(title: String, columns: [Column], rows: [Row]) {
    precondition(rows.allSatisfy { $0.cells.count == columns.count }, "a row has a cell in every column")
    self.title = title
    self.columns = columns
    self.rows = rows
  }
}
