/// How an item sells, after Syntetos and Boylan (2005): how often, and by how much the amounts differ.
package enum DemandClass: String, Sendable {
  /// Nothing was sold, or nothing is known.
  case none
  case smooth
  case erratic
  case intermittent
  case lumpy

  /// Days between two sales, and squared variation of the amounts, from which a class begins.
  private static let intervalMin = 1.32
  private static let variationMin = 0.49

  init(_ history: History) {
    var (days, sales, sum, squares) = (0.0, 0.0, 0.0, 0.0)
    for index in 0..<history.count where history.isKnown[index] {
      days += 1
      guard history.values[index] > 0 else { continue }
      sales += 1
      sum += history.values[index]
      squares += history.values[index] * history.values[index]
    }
    guard sales > 0 else {
      self = .none
      return
    }
    let variation = max(0, squares / sales / (sum / sales * (sum / sales)) - 1)
    switch (days / sales >= Self.intervalMin, variation >= Self.variationMin) {
    case (false, false): self = .smooth
    case (false, true): self = .erratic
    case (true, false): self = .intermittent
    case (true, true): self = .lumpy
    }
  }
}
