package import Measures

/// The space of a chart over days with its scale: lines and numbers at the left, days below, weekends shaded, named days
/// on top.
struct Plot {
  let box: Rectangle
  let days: DayAxis
  let values: ValueAxis
  private let amounts: Amounts
  private let flags: FlagLane
  private let tick: TextStyle

  /// Above the highest number, for what is written over it.
  private let headroom: Double

  struct Contents {
    let first: Day
    let last: Day
    let values: [Double]
    let amounts: Amounts
    let words: DayWords
    var flags: [NamedDay] = []
    var today: NamedDay?
    /// Kept free at the right.
    var gutter = 0.0
  }

  init(_ contents: Contents, in space: Rectangle, of sketch: Sketch) {
    let label = sketch.format.label
    tick = TextStyle(label * 0.93, .quiet)
    values = ValueAxis(covering: contents.values)
    amounts = contents.amounts
    headroom = label * 1.9
    let style = tick
    let left = values.ticks.map { sketch.width(of: contents.amounts.text($0), style) }.max() ?? 0
    var box = space
    box.x += left + label * 0.5
    box.width -= left + label * 0.5 + contents.gutter
    let axis = DayAxis(first: contents.first, last: contents.last, plot: box, words: contents.words)
    flags = FlagLane(Self.flags(contents, on: axis, label: label), over: box, in: sketch)
    box.y += flags.height
    box.height -= flags.height + label * 1.9
    self.box = box
    days = DayAxis(first: contents.first, last: contents.last, plot: box, words: contents.words)
  }

  /// Today comes first, then the festivals from the last to the first, whose names then hang to the right of their days.
  private static func flags(_ contents: Contents, on axis: DayAxis, label: Double) -> [FlagLane.Flag] {
    let festivals = contents.flags.filter { axis.contains($0.day) }.sorted { $0.day > $1.day }
    let today = contents.today.map { [$0] } ?? []
    return today.filter { axis.contains($0.day) }.map { day in
      FlagLane.Flag(
        x: axis.x(day.day), text: day.name, style: TextStyle(label, bold: true),
        stroke: Stroke(.ink, width: label * 0.08))
    }
      + festivals.map { day in
        FlagLane.Flag(
          x: axis.x(day.day), text: day.name, style: TextStyle(label * 0.93, .quiet),
          stroke: Stroke(.quiet, width: label * 0.06, dashes: [label * 0.06, label * 0.22]))
      }
  }

  func point(_ day: Day, _ value: Double) -> Point { Point(x: days.x(day), y: y(value)) }

  func y(_ value: Double) -> Double {
    values.y(value, in: Rectangle(x: box.x, y: box.y + headroom, width: box.width, height: box.height - headroom))
  }

  /// All that lies behind the numbers.
  func drawGround(on sketch: inout Sketch) {
    for weekend in days.weekends { sketch.fill(Path(weekend), .weekend) }
    for value in values.ticks {
      let (y, isZero) = (y(value), value == 0)
      let thickness = tick.size * (isZero ? 0.09 : 0.06)
      sketch.line(
        from: Point(x: box.x, y: y), to: Point(x: box.right, y: y), Stroke(isZero ? .quiet : .grid, width: thickness))
      sketch.write(
        amounts.text(value), tick, at: Point(x: box.x - tick.size * 0.5, y: y + tick.size * 0.35), .end)
    }
    for label in days.labels(in: tick, of: sketch) { sketch.write(label) }
    flags.draw(above: box, on: &sketch)
  }
}

/// A day that has a name: a festival, today.
package struct NamedDay: Equatable, Sendable {
  package let day: Day
  package let name: String

  package init(_ day: Day, _ name: String) {
    self.day = day
    self.name = name
  }
}
