/// The figures of a report: cards side by side, at most four in a row.
extension Pages {
  private static let cardsInARowMax = 4
  private static let gapOfCards = 10.0
  private static let heightOfCards = 84.0

  mutating func add(_ figures: [Report.Figure]) {
    guard !figures.isEmpty else { return }
    let rows = (figures.count + Self.cardsInARowMax - 1) / Self.cardsInARowMax
    let inARow = (figures.count + rows - 1) / rows
    for start in stride(from: 0, to: figures.count, by: inARow) {
      need(Self.heightOfCards)
      let row = figures[start..<min(start + inARow, figures.count)]
      let width = (Self.width - Double(inARow - 1) * Self.gapOfCards) / Double(inARow)
      for (place, figure) in row.enumerated() {
        let x = left + Double(place) * (width + Self.gapOfCards)
        let card = Rectangle(x: x, y: y, width: width, height: Self.heightOfCards)
        Self.draw(figure, in: card, on: &sketch)
      }
      y += Self.heightOfCards + Self.gapOfCards
    }
    y -= Self.gapOfCards
    endSection()
  }

  /// Its name, its number as large as there is space, and a remark in the colour of its judgement.
  private static func draw(_ figure: Report.Figure, in card: Rectangle, on sketch: inout Sketch) {
    sketch.fill(Path(card, rounded: 8), .paper)
    let (inset, name) = (11.0, TextStyle(9.5, .quiet))
    let (x, width) = (card.x + inset, card.width - 2 * inset)
    sketch.write(sketch.cut(figure.name, name, width: width), name, at: Point(x: x, y: card.y + 19))
    let value = sketch.shrunk(TextStyle(20, bold: true), for: figure.value, width: width)
    sketch.write(figure.value, value, at: Point(x: x, y: card.y + 43))
    let colour: Colour =
      switch figure.judgement {
      case .good: .green
      case .bad: .orange
      case .neither: .quiet
      }
    let remark = TextStyle(9, colour)
    let lines = sketch.measuring.lines(of: figure.remark, in: remark, width: width, linesMax: 2)
    for (index, line) in lines.enumerated() {
      sketch.write(line, remark, at: Point(x: x, y: card.y + 60 + Double(index) * remark.lineHeight))
    }
  }
}
