/// A picture made from values and words alone. The same layout becomes a PNG for a chat and a part of a page.
package protocol Chart: Sendable {
  var heading: ChartHeading { get }
  func draw(in space: Rectangle, on sketch: inout Sketch)
}

extension Chart {
  /// What stands where, before anything is painted.
  package func drawing(_ format: Format, measuring: any TextMeasuring) -> Drawing {
    var sketch = Sketch(format, measuring)
    let space = sketch.frame(heading)
    draw(in: space, on: &sketch)
    return sketch.drawing
  }

  /// The picture as the bytes of a PNG file.
  package func png(_ format: Format = .phone) -> [UInt8] {
    let typesetter = Typesetter(language: heading.language)
    let canvas = Canvas(width: Int(format.width), height: Int(format.height), paper: .paper)
    canvas.pen.draw(drawing(format, measuring: typesetter), with: typesetter)
    return canvas.png()
  }
}
