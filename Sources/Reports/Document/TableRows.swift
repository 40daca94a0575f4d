/// The tables of a report: a row goes whole to the next page, where the headings stand again.
extension Pages {
  mutating func add(_ table: ReportTable) {
    guard !table.columns.isEmpty else { return }
    let columns = TableColumns(table, left: left, width: Self.width, in: sketch)
    let rows = table.rows.map { columns.lines(of: $0, in: sketch) }
    let head = columns.lines(ofHeadings: table, in: sketch)
    need(Self.heading.size * 1.75 + head.height + (rows.first?.height ?? 0))
    writeHeading(table.title)
    write(head, in: columns, ruledBy: .quiet)
    for row in rows {
      let page = y
      need(row.height)
      if y < page { write(head, in: columns, ruledBy: .quiet) }
      write(row, in: columns, ruledBy: .grid)
    }
    endSection()
  }

  private mutating func write(_ row: TableColumns.Lines, in columns: TableColumns, ruledBy rule: Colour) {
    for (cell, column) in zip(row.cells, columns.columns) {
      for (index, line) in cell.enumerated() {
        let baseline = y + row.style.size * 1.35 + Double(index) * row.style.lineHeight
        switch column.kind {
        case .text: sketch.write(line, row.style, at: Point(x: column.left, y: baseline))
        case .number:
          let style = sketch.shrunk(row.style, for: line, width: column.width)
          sketch.write(line, style, at: Point(x: column.right, y: baseline), .end)
        }
      }
    }
    y += row.height
    sketch.line(from: Point(x: left, y: y), to: Point(x: right, y: y), Stroke(rule, width: 0.7))
  }
}

/// The widths of a table: a column of numbers is as wide as its widest, all of them together at most three fifths of the
/// page; texts share what is left.
struct TableColumns {
  struct Column {
    let kind: ReportTable.Column.Kind
    let left: Double
    let right: Double

    var width: Double { right - left }
  }

  /// A row, each cell broken into lines.
  struct Lines {
    let cells: [[String]]
    let style: TextStyle

    var height: Double { Double(cells.map(\.count).max() ?? 1) * style.lineHeight + style.size * 0.5 }
  }

  let columns: [Column]

  private static let gap = 14.0
  private static let head = TextStyle(9, bold: true, .quiet)

  init(_ table: ReportTable, left: Double, width: Double, in sketch: Sketch) {
    let space = width - Self.gap * Double(table.columns.count - 1)
    let texts = table.columns.count { $0.kind == .text }
    let numbers = table.columns.indices.map { Self.widest(of: table, $0, in: sketch) }
    let wanted = zip(table.columns, numbers).reduce(0) { $0 + ($1.0.kind == .number ? $1.1 : 0) }
    let most = texts == 0 ? space : space * 0.6
    let squeeze = wanted > most || texts == 0 ? most / max(wanted, 1) : 1
    let rest = texts == 0 ? 0 : (space - wanted * squeeze) / Double(texts)
    var x = left
    columns = zip(table.columns, numbers).map { column, natural in
      let width = column.kind == .number ? natural * squeeze : rest
      defer { x += width + Self.gap }
      return Column(kind: column.kind, left: x, right: x + width)
    }
  }

  private static func widest(of table: ReportTable, _ index: Int, in sketch: Sketch) -> Double {
    let cells = table.rows.map { sketch.width(of: $0.cells[index], style($0)) }
    return max(cells.max() ?? 0, sketch.width(of: table.columns[index].title, head)) + 0.5
  }

  private static func style(_ row: ReportTable.Row) -> TextStyle { TextStyle(Pages.text.size, bold: row.isBold) }

  func lines(of row: ReportTable.Row, in sketch: Sketch) -> Lines {
    lines(row.cells, Self.style(row), in: sketch)
  }

  func lines(ofHeadings table: ReportTable, in sketch: Sketch) -> Lines {
    lines(table.columns.map(\.title), Self.head, in: sketch)
  }

  private func lines(_ cells: [String], _ style: TextStyle, in sketch: Sketch) -> Lines {
    Lines(
      cells: zip(cells, columns).map { text, column in
        switch column.kind {
        case .text: sketch.measuring.lines(of: text, in: style, width: column.width, linesMax: 2)
        case .number: [text]
        }
      }, style: style)
  }
}
