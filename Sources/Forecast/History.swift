import Measures

/// A series made fit for sums: only finite numbers from zero up, each with what it is worth as evidence.
struct History: Sendable {
  /// Nothing sells more of one item in a period; keeps squares of sums finite.
  static let valueMax = 1e12

  private(set) var values: [Double]
  /// False where nothing is known of the demand.
  private(set) var isKnown: [Bool]
  /// Where people wanted at least the value.
  private(set) var isLowerBound: [Bool]
  let firstDay: Int
  var awayDays = 0
  /// Whether all is known, so that nobody need look.
  let isComplete: Bool

  init(_ series: DemandSeries, priors: Priors) {
    firstDay = series.start.number
    values = series.values.map { $0.isFinite ? min(max($0, 0), Self.valueMax) : 0 }
    isKnown = series.values.map(\.isFinite)
    isLowerBound = []
    for (index, mark) in series.marks.enumerated() {
      switch mark {
      case .observed: break
      case .closed, .oneOff: isKnown[index] = false
      case .outOfStock:
        if isLowerBound.isEmpty { isLowerBound = Array(repeating: false, count: values.count) }
        isLowerBound[index] = true
      }
    }
    if priors.absence > 0 {
      for run in Absence.runs(in: values, known: isKnown, priors: priors) {
        for index in run { isKnown[index] = false }
        if run.upperBound == values.count { awayDays = run.count }
      }
    }
    isComplete = isLowerBound.isEmpty && !isKnown.contains(false)
  }

  var count: Int { values.count }

  func isAtLeast(_ index: Int) -> Bool { !isLowerBound.isEmpty && isLowerBound[index] }
}
