package import Measures

/// What was sold each day and what is expected: a line, then dashes in a band that widens. “Sugar: 280–340 kg in the next
/// 14 days.”
package struct DemandChart: Chart, Equatable {
  package var heading: ChartHeading
  package var words: Words
  package var amounts: Amounts
  /// The day of the first number, sold or expected.
  package var firstDay: Day
  /// A day each; nil where the shop was closed or the goods were out, which is not zero.
  package var sold: [Double?]
  /// The days after.
  package var expected: [Expectation]
  package var today: Day
  package var festivals: [NamedDay]

  package struct Expectation: Equatable, Sendable {
    package let low: Double
    package let middle: Double
    package let high: Double

    package init(low: Double, middle: Double, high: Double) {
      self.low = low
      self.middle = middle
      self.high = high
    }
  }

  package struct Words: Equatable, Sendable {
    /// “Sold, kg a day”.
    package let sold: String
    /// Where days are too many to be seen one by one: “Sold, kg a day, 7-day average”.
    package let soldOnAverage: String
    package let expected: String
    package let today: String
    package let nothing: String
    package let days: DayWords

    package init(
      sold: String, soldOnAverage: String, expected: String, today: String, nothing: String, days: DayWords
    ) {
      self.sold = sold
      self.soldOnAverage = soldOnAverage
      self.expected = expected
      self.today = today
      self.nothing = nothing
      self.days = days
    }
  }

  package init(
    heading: ChartHeading, words: Words, amounts: Amounts, firstDay: Day, sold: [Double?], expected: [Expectation],
    today: Day, festivals: [NamedDay] = []
  ) {
    self.heading = heading
    self.words = words
    self.amounts = amounts
    self.firstDay = firstDay
    self.sold = sold
    self.expected = expected
    self.today = today
    self.festivals = festivals
  }

  package func draw(in space: Rectangle, on sketch: inout Sketch) {
    let sold = sold.map(Amounts.tamed)
    let isAverage = sold.count > DayLine.daysByThemselvesMax
    let expected = isAverage ? expected.map(\.tamed).averagedOverWeeks : expected.map(\.tamed)
    guard sold.contains(where: { $0 != nil }) || !expected.isEmpty else {
      return sketch.writeNothing(words.nothing, in: space)
    }
    let key = Key(entries: [
      .init(sample: .line, name: sold.isEmpty ? "" : isAverage ? words.soldOnAverage : words.sold),
      .init(sample: .expectation, name: expected.isEmpty ? "" : words.expected),
    ])
    var below = space
    below.y = key.draw(in: space, on: &sketch)
    below.height = space.bottom - below.y
    let end = expected.last.map { EndLabels($0, amounts, in: sketch) }
    let plot = Plot(contents(sold, expected, gutter: end?.width ?? 0), in: below, of: sketch)
    plot.drawGround(on: &sketch)
    draw(sold, isAverage: isAverage, expected, plot: plot, on: &sketch)
    end?.draw(beside: plot, on: &sketch)
  }

  private func contents(_ sold: [Double?], _ expected: [Expectation], gutter: Double) -> Plot.Contents {
    Plot.Contents(
      first: firstDay, last: firstDay.adding(sold.count + expected.count - 1),
      values: sold.compactMap(\.self) + expected.flatMap { [$0.low, $0.middle, $0.high] }, amounts: amounts,
      words: words.days, flags: festivals, today: NamedDay(today, words.today), gutter: gutter)
  }

  private func draw(
    _ sold: [Double?], isAverage: Bool, _ expected: [Expectation], plot: Plot, on sketch: inout Sketch
  ) {
    let past = isAverage ? sold.averagedOverWeeks : sold
    let tomorrow = firstDay.adding(sold.count)
    Outlook(expected: expected, from: tomorrow, after: past.last.flatMap(\.self)).draw(on: plot, &sketch)
    if isAverage { DayLine(sold, from: firstDay, on: plot).drawFaintly(&sketch) }
    DayLine(past, from: firstDay, on: plot).draw(.green, &sketch)
    guard let (index, highest) = past.highest, highest > 0 else { return }
    let point = plot.point(firstDay.adding(index), highest)
    sketch.dot(at: point, .green)
    let style = TextStyle(sketch.format.label, bold: true, .green)
    let place = Point(x: point.x, y: point.y - style.size * 0.6)
    let text = isAverage ? amounts.roughText(highest) : amounts.text(highest)
    sketch.writeWithHalo(sketch.placed(text, style, at: place, .middle))
  }
}

extension DemandChart.Expectation {
  /// Numbers in their order, whatever came in; what is no number counts as the middle, and that as zero.
  fileprivate var tamed: Self {
    let middle = Amounts.tamed(middle) ?? 0
    let (low, high) = (Amounts.tamed(low) ?? middle, Amounts.tamed(high) ?? middle)
    return Self(low: min(low, middle), middle: middle, high: max(high, middle))
  }
}

extension [Double?] {
  fileprivate var highest: (index: Int, value: Double)? {
    let known = enumerated().compactMap { index, value in value.map { (index: index, value: $0) } }
    return known.max { $0.value < $1.value }
  }
}

extension [DemandChart.Expectation] {
  /// An ordinary day of the week around each.
  fileprivate var averagedOverWeeks: Self {
    func averaged(_ value: (Element) -> Double) -> [Double] {
      map { Optional(value($0)) }.averagedOverWeeks.compactMap(\.self)
    }
    return zip(averaged(\.low), zip(averaged(\.middle), averaged(\.high))).map { low, rest in
      Element(low: low, middle: rest.0, high: rest.1)
    }
  }
}
