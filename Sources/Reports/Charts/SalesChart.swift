package import Measures

/// What came in each day, beside the period before: a column a day, a mark where the day before it stood.
package struct SalesChart: Chart, Equatable {
  package var heading: ChartHeading
  package var words: Words
  package var amounts: Amounts
  package var firstDay: Day
  /// A day each; nil where nothing is known yet.
  package var sales: [Double?]
  /// The same days of the period before, in the same order; empty without one.
  package var before: [Double?]
  package var festivals: [NamedDay]

  package struct Words: Equatable, Sendable {
    /// “This week: ₹45,200”.
    package let sales: String
    /// Where days are too many to be seen one by one: “This year, ₹ a day (7-day average)”.
    package let salesOnAverage: String
    /// “Week before: ₹41,000”.
    package let before: String
    package let nothing: String
    package let days: DayWords

    package init(sales: String, salesOnAverage: String, before: String, nothing: String, days: DayWords) {
      self.sales = sales
      self.salesOnAverage = salesOnAverage
      self.before = before
      self.nothing = nothing
      self.days = days
    }
  }

  package init(
    heading: ChartHeading, words: Words, amounts: Amounts = .rupees, firstDay: Day, sales: [Double?],
    before: [Double?] = [], festivals: [NamedDay] = []
  ) {
    self.heading = heading
    self.words = words
    self.amounts = amounts
    self.firstDay = firstDay
    self.sales = sales
    self.before = before
    self.festivals = festivals
  }

  package func draw(in space: Rectangle, on sketch: inout Sketch) {
    let (sales, before) = (sales.map(Amounts.tamed), before.map(Amounts.tamed))
    let isAverage = max(sales.count, before.count) > DayLine.daysByThemselvesMax
    let known = (sales + before).compactMap(\.self)
    guard known.contains(where: { $0 != 0 }) else { return sketch.writeNothing(words.nothing, in: space) }
    let key = Key(entries: [
      .init(sample: isAverage ? .line : .column, name: isAverage ? words.salesOnAverage : words.sales),
      .init(sample: .mark, name: before.isEmpty ? "" : words.before),
    ])
    var below = space
    below.y = key.draw(in: space, on: &sketch)
    below.height = space.bottom - below.y
    let contents = Plot.Contents(
      first: firstDay, last: firstDay.adding(max(sales.count, before.count) - 1), values: known, amounts: amounts,
      words: words.days, flags: festivals)
    let plot = Plot(contents, in: below, of: sketch)
    plot.drawGround(on: &sketch)
    guard !isAverage else { return drawAverages(sales, before, plot, &sketch) }
    drawColumns(sales, plot, &sketch)
    drawBefore(before, plot, &sketch)
    writeAmounts(sales, over: before, plot, &sketch)
  }

  private func drawAverages(_ sales: [Double?], _ before: [Double?], _ plot: Plot, _ sketch: inout Sketch) {
    DayLine(sales, from: firstDay, on: plot).drawFaintly(&sketch)
    DayLine(before.averagedOverWeeks, from: firstDay, on: plot).draw(.orange, &sketch)
    DayLine(sales.averagedOverWeeks, from: firstDay, on: plot).draw(.green, &sketch)
  }

  private func drawColumns(_ sales: [Double?], _ plot: Plot, _ sketch: inout Sketch) {
    let width = columnWidth(plot, sketch)
    for (index, value) in sales.enumerated() {
      guard let value, value != 0 else { continue }
      let (zero, end) = (plot.y(0), plot.y(value))
      let column = Rectangle(
        x: plot.days.x(firstDay.adding(index)) - width / 2, y: min(zero, end), width: width, height: abs(zero - end))
      sketch.fill(
        Path(column, rounded: min(sketch.format.label * 0.22, width / 4)) + Path(foot(of: column, at: zero)), .green)
    }
  }

  private func columnWidth(_ plot: Plot, _ sketch: Sketch) -> Double {
    min(plot.days.slot * 0.64, sketch.format.label * 3)
  }

  /// The half at the zero line, whose corners are not round.
  private func foot(of column: Rectangle, at zero: Double) -> Rectangle {
    var foot = column
    foot.height /= 2
    foot.y = column.bottom <= zero ? zero - foot.height : zero
    return foot
  }

  /// Marks of many days would swim like confetti; a line goes through them instead.
  private static let marksMax = 16

  private func drawBefore(_ before: [Double?], _ plot: Plot, _ sketch: inout Sketch) {
    guard before.count > Self.marksMax else { return drawMarks(before, plot, &sketch) }
    let line = DayLine(before, from: firstDay, on: plot)
    line.draw(.paper, wider: 2.2, &sketch)
    line.draw(.orange, &sketch)
  }

  /// A little wider than the columns, and set off from them.
  private func drawMarks(_ before: [Double?], _ plot: Plot, _ sketch: inout Sketch) {
    let width = min(plot.days.slot * 0.82, sketch.format.label * 3.8)
    let thickness = min(sketch.format.label * 0.2, plot.days.slot * 0.4)
    let rim = columnWidth(plot, sketch) / 2 - thickness * 0.95
    for (index, value) in before.enumerated() {
      guard let value else { continue }
      let point = plot.point(firstDay.adding(index), value)
      let (left, right) = (Point(x: point.x - width / 2, y: point.y), Point(x: point.x + width / 2, y: point.y))
      if rim > 0 {
        let (left, right) = (Point(x: point.x - rim, y: point.y), Point(x: point.x + rim, y: point.y))
        sketch.line(from: left, to: right, Stroke(.paper, width: thickness * 1.9))
      }
      sketch.line(from: left, to: right, Stroke(.orange, width: thickness))
    }
  }

  /// Over each column where all have space, else over the highest one.
  private func writeAmounts(
    _ sales: [Double?], over before: [Double?], _ plot: Plot, _ sketch: inout Sketch
  ) {
    let style = TextStyle(sketch.format.label * 0.86, bold: true, .green)
    let labels = sales.enumerated().compactMap { index, value -> (value: Double, text: PlacedText)? in
      guard let value, value != 0 else { return nil }
      let mark = index < before.count ? before[index] ?? 0 : 0
      let point = plot.point(firstDay.adding(index), max(value, 0))
      let isClose = mark > value * 0.999 && plot.y(max(value, 0)) - plot.y(mark) < style.size * 1.5
      let y = (isClose ? plot.y(mark) : point.y) - style.size * 0.45
      let text = amounts.text(value)
      // Beside the numbers of the axis it would be read as one of them.
      let x = max(point.x, plot.box.x + sketch.width(of: text, style) / 2)
      return (value, sketch.placed(text, style, at: Point(x: x, y: y), .middle))
    }
    let boxes = labels.map { $0.text.box.widened(by: style.size * 0.15) }
    let haveSpace = zip(boxes, boxes.dropFirst()).allSatisfy { $0.right <= $1.x }
    let highest = labels.max { $0.value < $1.value }
    for label in haveSpace ? labels : highest.map({ [$0] }) ?? [] { sketch.writeWithHalo(label.text) }
  }
}
