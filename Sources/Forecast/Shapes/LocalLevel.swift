/// What an item sells around a day, so that the day can be held beside it.
struct LocalLevel {
  /// Sums before each index: of known values, and of their shapes.
  private let values: [Double]
  private let shapes: [Double]

  /// Days before and after a day from which its level is taken.
  private static let halfWindow = 28

  init(sumValues: [Double], sumShapes: [Double]) { (values, shapes) = (sumValues, sumShapes) }

  init(_ history: History, weekdays: [Double], multipliers: [Int: Double] = [:]) {
    var (values, shapes) = ([0.0], [0.0])
    values.reserveCapacity(history.count + 1)
    shapes.reserveCapacity(history.count + 1)
    var weekday = Week.place(of: history.firstDay)
    for index in 0..<history.count {
      let isKnown = history.isKnown[index]
      let multiplier = multipliers.isEmpty ? 1 : multipliers[history.firstDay + index] ?? 1
      values.append(values[index] + (isKnown ? history.values[index] : 0))
      shapes.append(shapes[index] + (isKnown ? weekdays[weekday] * multiplier : 0))
      weekday = Week.place(after: weekday)
    }
    (self.values, self.shapes) = (values, shapes)
  }

  /// The expected value of a day; 0 where nothing around is known.
  func expected(_ index: Int) -> Double {
    let (from, to) = (max(0, index - Self.halfWindow), min(values.count - 1, index + Self.halfWindow + 1))
    let shape = shapes[to] - shapes[from]
    return shape > 0 ? (values[to] - values[from]) / shape * (shapes[index + 1] - shapes[index]) : 0
  }
}
