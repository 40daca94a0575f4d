internal import Measures

/// What is expected: dashes in their band. It begins at the last day that is known, where nothing is uncertain.
struct Outlook {
  let expected: [DemandChart.Expectation]
  let from: Day
  let after: Double?

  func draw(on plot: Plot, _ sketch: inout Sketch) {
    guard !expected.isEmpty else { return }
    let known = after.map { [DemandChart.Expectation(low: $0, middle: $0, high: $0)] } ?? []
    let first = from.adding(-known.count)
    func curve(_ value: (DemandChart.Expectation) -> Double) -> MonotoneCurve {
      MonotoneCurve(
        through: (known + expected).enumerated().map { plot.point(first.adding($0.offset), value($0.element)) })
    }
    let thickness = sketch.format.label * 0.17
    sketch.fill(curve(\.high).path(downTo: curve(\.low)), .band)
    sketch.line(
      curve(\.middle).path, Stroke(.orange, width: thickness, dashes: [thickness * 2, thickness * 2.2]))
    if let end = curve(\.middle).points.last { sketch.dot(at: end, .orange) }
  }
}

/// The last day's numbers beside the end of the band: the range and its middle.
struct EndLabels {
  private let last: DemandChart.Expectation
  private let amounts: Amounts
  private let middle: TextStyle
  private let edge: TextStyle
  let width: Double

  init(_ last: DemandChart.Expectation, _ amounts: Amounts, in sketch: Sketch) {
    self.last = last
    self.amounts = amounts
    let label = sketch.format.label
    let (middle, edge) = (TextStyle(label, bold: true, .orange), TextStyle(label * 0.86, .orange))
    (self.middle, self.edge) = (middle, edge)
    let widths = [
      sketch.width(of: amounts.roughText(last.middle), middle), sketch.width(of: amounts.roughText(last.low), edge),
      sketch.width(of: amounts.roughText(last.high), edge),
    ]
    width = (widths.max() ?? 0) + label * 0.6
  }

  /// One over the other, never closer than a line; two that read the same are one.
  func draw(beside plot: Plot, on sketch: inout Sketch) {
    let (gap, drop) = (middle.size * 1.15, middle.size * 0.35)
    let x = plot.box.right + middle.size * 0.5
    let low = min(max(plot.y(last.low), plot.y(last.middle) + gap), plot.y(plot.values.bottom))
    let hasLow = amounts.roughText(last.low) != amounts.roughText(last.middle)
    let centre = hasLow ? min(plot.y(last.middle), low - gap) : plot.y(last.middle)
    sketch.write(amounts.roughText(last.middle), middle, at: Point(x: x, y: centre + drop))
    if hasLow { sketch.write(amounts.roughText(last.low), edge, at: Point(x: x, y: low + drop)) }
    if amounts.roughText(last.high) != amounts.roughText(last.middle) {
      let high = min(plot.y(last.high), centre - gap)
      sketch.write(amounts.roughText(last.high), edge, at: Point(x: x, y: high + drop))
    }
  }
}
