internal import Foundation

/// The scale at the left: which numbers have a line, and how high a value stands.
struct ValueAxis: Equatable {
  /// Round numbers at one distance, from the lowest up; zero is always one of them.
  let ticks: [Double]
  let bottom: Double
  let top: Double

  private static let stepsWanted = 4.0

  /// Where nothing is above zero there is one line, at zero.
  init(covering values: [Double]) {
    let (lowest, highest) = (min(0, values.min() ?? 0), max(0, values.max() ?? 0))
    guard highest > lowest else {
      (ticks, bottom, top) = ([0], 0, 1)
      return
    }
    let step = Self.round(over: (highest - lowest) / Self.stepsWanted)
    let (first, last) = ((lowest / step).rounded(.up), (highest / step).rounded(.down))
    ticks = stride(from: first, through: last, by: 1).map { $0 * step }
    (bottom, top) = (lowest, highest)
  }

  /// 1, 2 or 5 with zeros, at least as large.
  private static func round(over step: Double) -> Double {
    let power = pow(10, log10(step).rounded(.down))
    return ([1, 2, 2.5, 5].first { $0 * power >= step } ?? 10) * power
  }

  /// How high it stands within the plot, whose upper edge is the highest value.
  func y(_ value: Double, in plot: Rectangle) -> Double {
    plot.bottom - (value - bottom) / (top - bottom) * plot.height
  }
}
