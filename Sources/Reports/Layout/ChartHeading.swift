/// What stands over and under every chart, in the reader's language.
package struct ChartHeading: Equatable, Sendable {
  /// “Sugar: demand”.
  package let title: String
  /// What the picture shows, in a sentence with its number.
  package let insight: String
  /// Whose numbers these are and of when; may be empty.
  package let footnote: String
  /// The language of all words, as BCP 47 names it (`hi`, `mr`, `en`).
  package let language: String

  package init(title: String, insight: String, footnote: String = "", language: String) {
    self.title = title
    self.insight = insight
    self.footnote = footnote
    self.language = language
  }
}

extension Sketch {
  /// Writes heading and footnote; the space between them is left for the chart.
  mutating func frame(_ heading: ChartHeading) -> Rectangle {
    let width = format.width - 2 * format.margin
    var y = format.margin * 0.6
    y = write(heading.title, TextStyle(format.title, bold: true), width: width, linesMax: 2, below: y)
    y = write(
      heading.insight, TextStyle(format.insight, .quiet), width: width, linesMax: 3, below: y + format.label * 0.2)
    let foot = TextStyle(format.label * 0.86, .quiet)
    var bottom = format.height - max(format.margin * 0.8, foot.size * 0.55)
    if !heading.footnote.isEmpty {
      write(cut(heading.footnote, foot, width: width), foot, at: Point(x: format.margin, y: bottom))
      bottom -= foot.lineHeight
    }
    let top = y + format.label
    return Rectangle(x: format.margin, y: top, width: width, height: bottom - top)
  }

  /// Lines of text one under the other; gives where the last one ends.
  mutating func write(_ text: String, _ style: TextStyle, width: Double, linesMax: Int, below y: Double) -> Double {
    let lines = measuring.lines(of: text, in: style, width: width, linesMax: linesMax)
    for (index, line) in lines.enumerated() {
      write(line, style, at: Point(x: format.margin, y: y + style.size * 1.06 + Double(index) * style.lineHeight))
    }
    return y + Double(lines.count) * style.lineHeight
  }

  /// One quiet sentence in the middle where there is nothing to draw.
  mutating func writeNothing(_ text: String, in space: Rectangle) {
    let style = TextStyle(format.insight, .quiet)
    let lines = measuring.lines(of: text, in: style, width: space.width * 0.8, linesMax: 3)
    let middle = space.y + space.height / 2 - Double(lines.count - 1) * style.lineHeight / 2
    for (index, line) in lines.enumerated() {
      let y = middle + Double(index) * style.lineHeight
      write(line, style, at: Point(x: space.x + space.width / 2, y: y), .middle)
    }
  }
}
