/// What the colours mean, above a chart: a small sample of each with its name.
struct Key {
  enum Sample { case line, expectation, column, mark }

  struct Entry {
    let sample: Sample
    let name: String
  }

  let entries: [Entry]

  /// The last of two stands at the right, over what it names; whatever does not fit goes to the next line. Gives where
  /// the key ends.
  func draw(in space: Rectangle, on sketch: inout Sketch) -> Double {
    let style = TextStyle(sketch.format.label, bold: true)
    let gap = style.size * 0.45
    var (x, y) = (space.x, space.y + style.size)
    for (index, entry) in entries.enumerated() where !entry.name.isEmpty {
      let sampleWidth = style.size * (entry.sample == .column ? 0.85 : 1.5)
      let name = sketch.cut(entry.name, style, width: space.width - sampleWidth - gap)
      let width = sampleWidth + gap + sketch.width(of: name, style)
      if x + width > space.right, x > space.x { (x, y) = (space.x, y + style.lineHeight) }
      if index == 1, entries.count == 2, x > space.x { x = space.right - width }
      draw(entry.sample, at: Point(x: x, y: y - style.size * 0.36), width: sampleWidth, on: &sketch)
      let colour: Colour = entry.sample == .line || entry.sample == .column ? .green : .orange
      sketch.write(name, TextStyle(style.size, bold: true, colour), at: Point(x: x + sampleWidth + gap, y: y))
      x += width + style.size * 1.2
    }
    return y + style.lineHeight * 0.5
  }

  private func draw(_ sample: Sample, at left: Point, width: Double, on sketch: inout Sketch) {
    let thickness = sketch.format.label * 0.18
    // Round ends reach half of the thickness further.
    let (from, to) = (Point(x: left.x + thickness / 2, y: left.y), Point(x: left.x + width - thickness / 2, y: left.y))
    func box(height: Double) -> Path {
      Path(Rectangle(x: left.x, y: left.y - height / 2, width: width, height: height), rounded: width * 0.12)
    }
    switch sample {
    case .line: sketch.line(from: from, to: to, Stroke(.green, width: thickness))
    case .expectation:
      sketch.fill(box(height: width * 0.55), .band)
      sketch.line(from: from, to: to, Stroke(.orange, width: thickness, dashes: [thickness * 2, thickness * 2.2]))
    case .column: sketch.fill(box(height: width), .green)
    case .mark: sketch.line(from: from, to: to, Stroke(.orange, width: thickness))
    }
  }
}
