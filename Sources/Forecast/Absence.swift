import Foundation

/// Days on which an item that always sells did not sell at all, one after the other, and then sold again: it was not on
/// the shelf, whatever the books say. They say nothing about what people wanted.
enum Absence {
  /// How likely such a run may be, by chance, before it is believed to be no chance.
  static let chanceMax = 1e-5
  /// Days before a run from which its usual share of empty days is taken.
  static let memory = 56
  static let runMin = 4

  /// The runs, by index. A run that lasts until now is none: it may be the end of the item.
  static func runs(in values: [Double], known: [Bool], priors: Priors) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    var start = 0
    // Of the days before the run, how many were empty.
    var (empty, days) = (1.0, 2.0)
    let keep = 1 - 1 / Double(memory)
    var index = 0
    while index < values.count {
      if !known[index] || values[index] > 0 {
        if known[index] { empty *= keep; days = days * keep + 1 }
        index += 1
        continue
      }
      start = index
      while index < values.count, known[index], values[index] == 0 { index += 1 }
      let length = index - start
      let share = empty / days
      if (index < values.count || priors.endRuns > 0), length >= runMin, pow(share, Double(length)) < chanceMax,
        days > 10
      {
        runs.append(start..<index)
      } else {
        for _ in 0..<min(length, 200) { empty = empty * keep + 1; days = days * keep + 1 }
      }
    }
    return runs
  }
}
