import Measures

/// A series made fit for sums: only finite numbers from zero up, each with what it is worth as evidence.
struct History: Sendable {
  private(set) var values: [Double]
  /// False where nothing is known of the demand.
  private(set) var isKnown: [Bool]
  let firstDay: Int
  /// For how many days the item has been missing now, whatever the books say.
  private(set) var awayDays = 0
  /// Indices where people wanted at least what was sold.
  private(set) var lowerBounds: Set<Int> = []

  /// Nothing sells more of one item in a period; keeps squares of sums finite.
  private static let valueMax = 1e12

  init(_ series: DemandSeries) {
    firstDay = series.start.number
    values = series.values.map { $0.isFinite ? min(max($0, 0), Self.valueMax) : 0 }
    isKnown = series.values.map(\.isFinite)
    for (index, mark) in series.marks.enumerated() {
      switch mark {
      case .observed: break
      case .closed, .oneOff: isKnown[index] = false
      case .outOfStock:
        isKnown[index] = false
        lowerBounds.insert(index)
      }
    }
    // Weeks and months without a sale are common; days are what an absence shows in.
    if series.frequency == .daily { leaveOutAbsences() }
  }

  var count: Int { values.count }

  private mutating func leaveOutAbsences() {
    for run in Absence.runs(in: values, known: isKnown) {
      for index in run { isKnown[index] = false }
      if run.upperBound == count { awayDays = run.count }
    }
  }
}
