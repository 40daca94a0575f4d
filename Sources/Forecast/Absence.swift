import Foundation

/// Days on which an item that always sells did not sell at all, one after the other: it was not on the shelf, whatever
/// the books say. They say nothing about what people wanted.
enum Absence {
  /// How likely a run of empty days may be, by chance, before it is believed to be none.
  private static let chanceMax = 1e-5
  /// Days before a run from which the usual share of empty days is taken.
  private static let memory = 56.0
  private static let runMin = 4
  /// Before so many days were seen, nothing is usual.
  private static let daysMin = 10.0

  static func runs(in values: [Double], known: [Bool]) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    var (empty, days) = (1.0, 2.0)  // of the days before, with one of each kind that nobody saw
    let keep = 1 - 1 / memory
    var index = 0
    while index < values.count {
      guard known[index], values[index] == 0 else {
        if known[index] { (empty, days) = (empty * keep, days * keep + 1) }
        index += 1
        continue
      }
      let start = index
      while index < values.count, known[index], values[index] == 0 { index += 1 }
      let length = index - start
      if length >= runMin, days > daysMin, Double(length) * log(empty / days) < log(chanceMax) {
        runs.append(start..<index)
      } else {
        for _ in start..<index { (empty, days) = (empty * keep + 1, days * keep + 1) }
      }
    }
    return runs
  }
}

/// How long an item that is missing stays away: the longer it has been, the longer it will be (a Lomax distribution).
struct Away: Sendable {
  /// For how many days now; 0 where the item is there.
  let days: Int

  private static let scale = 40.0
  private static let shape = 1.5

  /// The chance that it is still away after so many more days.
  func stays(for more: Int) -> Double {
    guard days > 0 else { return 0 }
    return pow((Self.scale + Double(days)) / (Self.scale + Double(days + more)), Self.shape)
  }
}
