/// The pages of a report while they are being filled, from top to bottom. What does not fit goes to the next page; only
/// tables and notes are parted.
struct Pages {
  private let report: Report
  private let measuring: any TextMeasuring
  private var full: [Drawing] = []
  var sketch: Sketch
  /// Where the next thing begins.
  var y: Double

  static let format = Format.page
  static let width = format.width - 2 * format.margin
  static let text = TextStyle(format.label)
  static let heading = TextStyle(14, bold: true)
  private static let bottom = format.height - format.margin - 22
  private static let gap = 16.0

  init(of report: Report, _ measuring: any TextMeasuring) {
    self.report = report
    self.measuring = measuring
    sketch = Sketch(Self.format, measuring)
    y = Self.format.margin
    writeTitle()
  }

  var left: Double { Self.format.margin }
  var right: Double { left + Self.width }

  private mutating func writeTitle() {
    let format = Self.format
    sketch.fill(Path(Rectangle(x: left, y: y, width: 36, height: 4), rounded: 2), .green)
    y += 12
    y = sketch.write(report.title, TextStyle(format.title, bold: true), width: Self.width, linesMax: 2, below: y)
    y = sketch.write(report.subtitle, TextStyle(format.insight, .quiet), width: Self.width, linesMax: 2, below: y)
    y += Self.gap
  }

  /// Makes sure that so much stands on one page.
  mutating func need(_ height: Double) {
    if y + height > Self.bottom, y > Self.format.margin { turn() }
  }

  mutating func turn() {
    full.append(sketch.drawing)
    sketch = Sketch(Self.format, measuring)
    y = Self.format.margin
  }

  mutating func endSection() { y += Self.gap }

  /// Each page with its foot; the number of all pages is known only now.
  consuming func finished() -> [Drawing] {
    turn()
    let style = TextStyle(8.5, .quiet)
    let baseline = Self.format.height - Self.format.margin + 4
    return full.enumerated().map { index, page in
      var foot = Sketch(Self.format, measuring)
      foot.add(page, at: Point(x: 0, y: 0))
      foot.line(
        from: Point(x: left, y: baseline - 14), to: Point(x: right, y: baseline - 14), Stroke(.grid, width: 0.7))
      let number = foot.write("\(index + 1)/\(full.count)", style, at: Point(x: right, y: baseline), .end)
      let space = Self.width - number.size.width - 12
      foot.write(foot.cut(report.footnote, style, width: space), style, at: Point(x: left, y: baseline))
      return foot.drawing
    }
  }
}

extension Pages {
  /// A chart on a sheet of warm paper.
  mutating func add(_ chart: some Chart, height: Double) {
    need(height)
    let drawing = chart.drawing(.partOfPage(height: height), measuring: sketch.measuring)
    sketch.fill(Path(Rectangle(x: left, y: y, width: Self.width, height: height), rounded: 8), .paper)
    sketch.add(drawing, at: Point(x: left, y: y))
    y += height
    endSection()
  }

  mutating func writeHeading(_ text: String) {
    guard !text.isEmpty else { return }
    let cut = sketch.cut(text, Self.heading, width: Self.width)
    sketch.write(cut, Self.heading, at: Point(x: left, y: y + Self.heading.size))
    y += Self.heading.size * 1.75
  }

  /// Sentences, each behind a dot.
  mutating func add(_ notes: [String], under title: String) {
    let style = Self.text
    let indent = style.size * 1.2
    let all = notes.map { sketch.measuring.lines(of: $0, in: style, width: Self.width - indent, linesMax: 12) }
    need(Self.heading.size * 1.75 + Double(all.first?.count ?? 0) * style.lineHeight)
    writeHeading(title)
    for lines in all where !lines.isEmpty {
      need(Double(lines.count) * style.lineHeight)
      let dot = Point(x: left + style.size * 0.3, y: y + style.size * 0.68)
      sketch.fill(Path(around: dot, radius: style.size * 0.2), .green)
      for (index, line) in lines.enumerated() {
        let baseline = y + style.size + Double(index) * style.lineHeight
        sketch.write(line, style, at: Point(x: left + indent, y: baseline))
      }
      y += Double(lines.count) * style.lineHeight + style.size * 0.45
    }
    endSection()
  }
}
