/// A place in a drawing: to the right and down from its upper left corner.
package struct Point: Equatable, Sendable {
  package var x: Double
  package var y: Double

  package init(x: Double, y: Double) {
    self.x = x
    self.y = y
  }

  func moved(by way: Point) -> Point { Point(x: x + way.x, y: y + way.y) }
}

/// A part of a drawing: the plot, the space of a line of text.
package struct Rectangle: Equatable, Sendable {
  package var x: Double
  package var y: Double
  package var width: Double
  package var height: Double

  package init(x: Double, y: Double, width: Double, height: Double) {
    self.x = x
    self.y = y
    self.width = width
    self.height = height
  }

  package var right: Double { x + width }
  package var bottom: Double { y + height }

  /// Whether they have more than an edge in common.
  package func overlaps(_ other: Rectangle) -> Bool {
    x < other.right && other.x < right && y < other.bottom && other.y < bottom
  }

  package func contains(_ other: Rectangle) -> Bool {
    x <= other.x && other.right <= right && y <= other.y && other.bottom <= bottom
  }

  func widened(by margin: Double) -> Rectangle {
    Rectangle(x: x - margin, y: y, width: width + 2 * margin, height: height)
  }
}
