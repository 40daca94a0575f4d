/// The steps in which an item is sold: whole pieces, or the smallest weighed amount.
enum SaleUnit {
  /// Weighed amounts are not counted finer than this.
  private static let unitMin = 0.05

  static func of(_ values: [Double]) -> Double {
    var smallest = Double.infinity
    var isWhole = true
    for value in values where value > 0 {
      if value != value.rounded() { isWhole = false }
      if value < smallest { smallest = value }
    }
    return isWhole ? 1 : max(min(smallest, 1), unitMin)
  }
}
