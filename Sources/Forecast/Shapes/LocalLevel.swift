/// What an item sells around a day, so that the day can be held beside it.
struct LocalLevel {
  private let values: [Double]
  private let shapes: [Double]

  /// Days before and after a day from which its level is taken.
  private static let halfWindow = 28

  init(_ history: History, shape: (Int) -> Double) {
    let count = history.count
    var (values, shapes) = ([0.0], [0.0])
    values.reserveCapacity(count + 1)
    shapes.reserveCapacity(count + 1)
    for index in 0..<count {
      let isKnown = history.isKnown[index]
      values.append(values[index] + (isKnown ? history.values[index] : 0))
      shapes.append(shapes[index] + (isKnown ? shape(index) : 0))
    }
    (self.values, self.shapes) = (values, shapes)
  }

  /// Sums from the first day on, by index: known values, and their shapes.
  init(sumValues: [Double], sumShapes: [Double]) { (values, shapes) = (sumValues, sumShapes) }

  /// The expected value of a day; 0 where nothing around is known.
  func expected(_ index: Int) -> Double {
    let (from, to) = (max(0, index - Self.halfWindow), min(values.count - 1, index + Self.halfWindow + 1))
    let shape = shapes[to] - shapes[from]
    return shape > 0 ? (values[to] - values[from]) / shape * (shapes[index + 1] - shapes[index]) : 0
  }
}
