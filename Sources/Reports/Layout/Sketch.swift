/// A drawing while it is being laid out: knows how long texts become, and keeps every one of them on the paper.
package struct Sketch {
  private(set) var drawing: Drawing
  let measuring: any TextMeasuring
  let format: Format

  /// Which end of a text stands at its point.
  enum Anchor { case start, middle, end }

  init(_ format: Format, _ measuring: any TextMeasuring) {
    drawing = Drawing(width: format.width, height: format.height)
    self.measuring = measuring
    self.format = format
  }

  mutating func add(_ other: Drawing, at corner: Point) { drawing.add(other, at: corner) }

  mutating func fill(_ path: Path, _ colour: Colour) { drawing.add(.area(path, colour)) }

  mutating func line(_ path: Path, _ stroke: Stroke) { drawing.add(.line(path, stroke)) }

  mutating func line(from start: Point, to end: Point, _ stroke: Stroke) {
    line(Path(through: [start, end]), stroke)
  }

  mutating func dot(at point: Point, _ colour: Colour) {
    fill(Path(around: point, radius: format.label * 0.34), .paper)
    fill(Path(around: point, radius: format.label * 0.25), colour)
  }

  mutating func write(_ text: PlacedText) { drawing.add(.text(text)) }

  @discardableResult
  mutating func write(_ text: String, _ style: TextStyle, at point: Point, _ anchor: Anchor = .start) -> PlacedText {
    let placed = placed(text, style, at: point, anchor)
    write(placed)
    return placed
  }

  /// Where a text would stand; one that would run over an edge is moved inwards.
  func placed(_ text: String, _ style: TextStyle, at point: Point, _ anchor: Anchor = .start) -> PlacedText {
    let size = measuring.size(of: text, in: style)
    let share: Double =
      switch anchor {
      case .start: 0
      case .middle: 0.5
      case .end: 1
      }
    let x = max(format.margin, min(point.x - size.width * share, format.width - format.margin - size.width))
    return PlacedText(text: text, style: style, origin: Point(x: x, y: point.y), size: size)
  }

  /// On top of lines and areas.
  mutating func writeWithHalo(_ text: PlacedText) {
    var text = text
    text.hasHalo = true
    write(text)
  }

  func cut(_ text: String, _ style: TextStyle, width: Double) -> String {
    measuring.cut(text, in: style, width: width)
  }

  /// The style, smaller where the text would not fit: an amount that is cut would be another amount.
  func shrunk(_ style: TextStyle, for text: String, width: Double) -> TextStyle {
    let natural = self.width(of: text, style)
    guard natural > width else { return style }
    return TextStyle(style.size * width / natural * 0.99, bold: style.isBold, style.colour)
  }

  func width(of text: String, _ style: TextStyle) -> Double { measuring.size(of: text, in: style).width }
}
