/// The strip above a plot where days have names: “Today”, “Diwali”. Each name hangs on a thin line over its day; names
/// near one another stand in rows, so that none covers another or is crossed by a line. One that finds no space is left
/// out, with its line, which would say nothing.
struct FlagLane {
  struct Flag: Equatable {
    let x: Double
    let text: String
    let style: TextStyle
    let stroke: Stroke

    /// Between a name and its line, and between two names.
    var gap: Double { style.size * 0.3 }
  }

  private struct Hung {
    let flag: Flag
    let text: PlacedText
    let row: Int
  }

  private let hung: [Hung]
  private let rowHeight: Double

  /// A week of festivals may need as many rows. In a year of them so many would leave no space for the chart.
  private static let rowsMax = 7
  private static let rowsOfManyMax = 3
  private static let many = 9

  /// No name is wider than a side of the plot, so that each has a place where it is alone. Which of several fit depends on
  /// who comes first and on which side names hang: all ways are tried, the one with most names in fewest rows is taken,
  /// and in any case one with the first name.
  init(_ flags: [Flag], over plot: Rectangle, in sketch: Sketch) {
    rowHeight = sketch.format.label * 1.45
    let names = flags.map { flag in
      let text = sketch.cut(flag.text, flag.style, width: plot.width * 0.42)
      return Name(
        flag: flag, right: Self.place(text, flag, .start, in: sketch), left: Self.place(text, flag, .end, in: sketch))
    }
    let ordered = names.sorted { $0.flag.x < $1.flag.x }
    let orders = [names, names.prefix(1) + names.dropFirst().reversed(), ordered.reversed(), ordered]
    let rows = flags.count < Self.many ? Self.rowsMax : Self.rowsOfManyMax
    let ways = orders.flatMap { order in Preference.all.map { Self.hang(order, $0, rowsMax: rows) } }
    func worth(_ hung: [Hung]) -> (Int, Int, Int) {
      (hung.contains { $0.flag == flags.first } ? 1 : 0, hung.count, -Self.rows(hung))
    }
    hung = ways.max { worth($0) < worth($1) } ?? []
  }

  /// A name with both sides on which it may hang.
  private struct Name {
    let flag: Flag
    let right: PlacedText
    let left: PlacedText
  }

  private struct Preference {
    let isLeftFirst: Bool
    /// Whether the other side is tried before the next row.
    let isLowFirst: Bool

    static let all = [(false, true), (false, false), (true, true), (true, false)]
      .map { Preference(isLeftFirst: $0.0, isLowFirst: $0.1) }
  }

  private static func hang(_ names: [Name], _ preference: Preference, rowsMax: Int) -> [Hung] {
    names.reduce(into: []) { hung, name in
      let sides = preference.isLeftFirst ? [name.left, name.right] : [name.right, name.left]
      let rows = 0..<rowsMax
      let places: [Hung] =
        preference.isLowFirst
        ? rows.flatMap { row in sides.map { Hung(flag: name.flag, text: $0, row: row) } }
        : sides.flatMap { side in rows.map { Hung(flag: name.flag, text: side, row: $0) } }
      if let free = places.first(where: { isFree($0, beside: hung) }) { hung.append(free) }
    }
  }

  private static func rows(_ hung: [Hung]) -> Int { (hung.map(\.row).max() ?? -1) + 1 }

  var height: Double { Double(Self.rows(hung)) * rowHeight }

  private static func place(_ text: String, _ flag: Flag, _ side: Sketch.Anchor, in sketch: Sketch) -> PlacedText {
    sketch.placed(text, flag.style, at: Point(x: flag.x + (side == .start ? flag.gap : -flag.gap), y: 0), side)
  }

  private static func isFree(_ new: Hung, beside hung: [Hung]) -> Bool {
    // At an edge the name was moved inwards, over its own line.
    guard !isCrossed(new, at: new.flag.x) else { return false }
    return hung.allSatisfy { other in
      if new.row == other.row { return !spans(new).overlaps(spans(other)) }
      return new.row > other.row ? !isCrossed(other, at: new.flag.x) : !isCrossed(new, at: other.flag.x)
    }
  }

  /// The space of a name along the strip, whatever its letters are.
  private static func spans(_ hung: Hung) -> Rectangle {
    Rectangle(x: hung.text.box.x, y: 0, width: hung.text.size.width, height: 1).widened(by: hung.flag.gap)
  }

  private static func isCrossed(_ hung: Hung, at x: Double) -> Bool {
    let box = hung.text.box.widened(by: hung.flag.gap / 2)
    return box.x < x && x < box.right
  }

  func draw(above plot: Rectangle, on sketch: inout Sketch) {
    for hung in hung {
      let top = plot.y - (Double(hung.row) + 0.85) * rowHeight
      let (x, stroke) = (hung.flag.x, hung.flag.stroke)
      sketch.line(from: Point(x: x, y: top), to: Point(x: x, y: plot.bottom), stroke)
    }
    for hung in hung {
      let baseline = plot.y - (Double(hung.row) + 0.3) * rowHeight
      sketch.write(
        PlacedText(
          text: hung.text.text, style: hung.text.style, origin: Point(x: hung.text.origin.x, y: baseline),
          size: hung.text.size))
    }
  }
}
