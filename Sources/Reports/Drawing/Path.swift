/// The outline of an area, or the way of a line.
package struct Path: Equatable, Sendable {
  package enum Step: Equatable, Sendable {
    case move(Point)
    case line(Point)
    /// A cubic Bézier curve: two control points, then where it ends.
    case curve(Point, Point, Point)
    case close
  }

  package private(set) var steps: [Step] = []

  init() {}

  /// Straight from point to point.
  init(through points: [Point]) {
    for (index, point) in points.enumerated() { add(index == 0 ? .move(point) : .line(point)) }
  }

  init(_ rectangle: Rectangle) {
    self.init(through: [
      Point(x: rectangle.x, y: rectangle.y), Point(x: rectangle.right, y: rectangle.y),
      Point(x: rectangle.right, y: rectangle.bottom), Point(x: rectangle.x, y: rectangle.bottom),
    ])
    add(.close)
  }

  mutating func add(_ step: Step) { steps.append(step) }

  func moved(by way: Point) -> Path {
    var path = Path()
    path.steps = steps.map { step in
      switch step {
      case .move(let point): .move(point.moved(by: way))
      case .line(let point): .line(point.moved(by: way))
      case .curve(let first, let second, let end):
        .curve(first.moved(by: way), second.moved(by: way), end.moved(by: way))
      case .close: .close
      }
    }
    return path
  }

  static func + (left: Path, right: Path) -> Path {
    var path = left
    path.steps += right.steps
    return path
  }
}

extension Path {
  /// How far a control point lies from the corner of a quarter circle (4/3 × (√2 − 1)).
  private static let roundness = 0.5523

  /// A circle.
  init(around centre: Point, radius: Double) {
    self.init(
      Rectangle(x: centre.x - radius, y: centre.y - radius, width: 2 * radius, height: 2 * radius), rounded: radius)
  }

  /// A rectangle with round corners; they are never rounder than half of its shorter side.
  init(_ box: Rectangle, rounded radius: Double) {
    self.init()
    let radius = min(radius, box.width / 2, box.height / 2)
    let pull = radius * (1 - Self.roundness)
    func point(_ x: Double, _ y: Double) -> Point { Point(x: x, y: y) }
    add(.move(point(box.x + radius, box.y)))
    add(.line(point(box.right - radius, box.y)))
    add(.curve(point(box.right - pull, box.y), point(box.right, box.y + pull), point(box.right, box.y + radius)))
    add(.line(point(box.right, box.bottom - radius)))
    add(
      .curve(
        point(box.right, box.bottom - pull), point(box.right - pull, box.bottom),
        point(box.right - radius, box.bottom)))
    add(.line(point(box.x + radius, box.bottom)))
    add(.curve(point(box.x + pull, box.bottom), point(box.x, box.bottom - pull), point(box.x, box.bottom - radius)))
    add(.line(point(box.x, box.y + radius)))
    add(.curve(point(box.x, box.y + pull), point(box.x + pull, box.y), point(box.x + radius, box.y)))
    add(.close)
  }
}
