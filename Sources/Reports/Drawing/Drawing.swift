/// A picture before it is painted: what stands where, as a value. Layout makes it, `Canvas` paints it, and tests ask it
/// whether any words run over the edge or into each other.
package struct Drawing: Equatable, Sendable {
  package let width: Double
  package let height: Double

  /// In the order in which they are painted.
  package private(set) var marks: [Mark] = []

  package init(width: Double, height: Double) {
    self.width = width
    self.height = height
  }

  mutating func add(_ mark: Mark) { marks.append(mark) }

  /// All of another drawing, its upper left corner at `corner`.
  mutating func add(_ other: Drawing, at corner: Point) { marks += other.marks.map { $0.moved(by: corner) } }

  package var texts: [PlacedText] {
    marks.compactMap { mark in
      switch mark {
      case .text(let text): text
      case .area, .line: nil
      }
    }
  }
}

/// One thing that is painted.
package enum Mark: Equatable, Sendable {
  case area(Path, Colour)
  case line(Path, Stroke)
  case text(PlacedText)

  fileprivate func moved(by way: Point) -> Mark {
    switch self {
    case .area(let path, let colour): .area(path.moved(by: way), colour)
    case .line(let path, let stroke): .line(path.moved(by: way), stroke)
    case .text(let text): .text(text.moved(by: way))
    }
  }
}

/// How a line is painted.
package struct Stroke: Equatable, Sendable {
  package let colour: Colour
  package let width: Double

  /// Lengths of dash and gap in turn; none for a line without gaps.
  package let dashes: [Double]

  init(_ colour: Colour, width: Double, dashes: [Double] = []) {
    self.colour = colour
    self.width = width
    self.dashes = dashes
  }
}

/// A line of text with its place: the left end of its baseline, so that neighbours in two scripts stand level.
package struct PlacedText: Equatable, Sendable {
  package let text: String
  package let style: TextStyle
  package private(set) var origin: Point
  package let size: TextSize
  /// Whether the paper shines around its letters, so that lines behind it do not disturb.
  package var hasHalo = false

  /// What its ink covers.
  package var box: Rectangle {
    Rectangle(x: origin.x, y: origin.y - size.rise, width: size.width, height: size.rise + size.fall)
  }

  func moved(by way: Point) -> PlacedText {
    var moved = self
    moved.origin = origin.moved(by: way)
    return moved
  }
}
