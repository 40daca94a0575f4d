/// What sold best, the best on top: a name in full width, its amount, and a bar below.
package struct TopItemsChart: Chart, Equatable {
  package var heading: ChartHeading
  package var items: [Item]
  /// “Nothing was sold.”
  package var nothing: String

  package struct Item: Equatable, Sendable {
    package let name: String
    /// Its length; below zero (more came back than went) there is no bar.
    package let value: Double
    /// “₹1,250”, “12 kg · ₹540”.
    package let amount: String

    package init(name: String, value: Double, amount: String) {
      self.name = name
      self.value = value
      self.amount = amount
    }
  }

  package init(heading: ChartHeading, items: [Item], nothing: String) {
    self.heading = heading
    self.items = items
    self.nothing = nothing
  }

  /// More would not be read on a phone.
  private static let itemsMax = 10

  package func draw(in space: Rectangle, on sketch: inout Sketch) {
    guard !items.isEmpty else { return sketch.writeNothing(nothing, in: space) }
    let shown = items.prefix(Self.itemsMax)
    let rowHeight = min(space.height / Double(shown.count), sketch.format.label * 4.2)
    let longest = shown.compactMap { Amounts.tamed($0.value) }.max() ?? 0
    for (index, item) in shown.enumerated() {
      let row = Rectangle(
        x: space.x, y: space.y + Double(index) * rowHeight, width: space.width, height: rowHeight)
      let share = longest > 0 ? max(0, Amounts.tamed(item.value) ?? 0) / longest : 0
      draw(item, share: share, isFirst: index == 0, in: row, on: &sketch)
    }
  }

  private func draw(_ item: Item, share: Double, isFirst: Bool, in row: Rectangle, on sketch: inout Sketch) {
    let size = min(sketch.format.label * 1.1, row.height * 0.42)
    let name = TextStyle(size, bold: isFirst)
    let amount = sketch.shrunk(TextStyle(size, bold: true), for: item.amount, width: row.width * 0.6)
    let baseline = row.y + size * 1.05
    let written = sketch.write(item.amount, amount, at: Point(x: row.right, y: baseline), .end)
    let space = row.width - written.size.width - size
    sketch.write(sketch.cut(item.name, name, width: space), name, at: Point(x: row.x, y: baseline))
    let height = min(row.height - size * 2.1, size * 0.62)
    var bar = Rectangle(x: row.x, y: baseline + size * 0.5, width: row.width, height: height)
    sketch.fill(Path(bar, rounded: height / 2), .grid)
    guard share > 0 else { return }
    bar.width = max(row.width * share, height)
    sketch.fill(Path(bar, rounded: height / 2), .green)
  }
}
