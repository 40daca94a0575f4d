import Synchronization

/// Half of the table while it is learnt, with all that its rows need: two cores learn at once, and neither waits for the
/// other's weights.
///
/// Every row has its own rate, which sinks with what it has learnt (AdaGrad, Duchi et al. 2011, one sum for a row), so that
/// rare features learn fast and frequent ones steadily.
final class HalfTable: Sendable {
  private struct State {
    var weights = [ClassValues.Block](repeating: .zero, count: HalfTable.size * ClassValues.blocks)
    /// What each row has learnt: its squared gradients.
    var learnt = [Float](repeating: 1e-4, count: HalfTable.size)
  }

  /// An example's features and what was wrong with its probabilities.
  typealias Mistake = (groups: [Features.Group], error: ClassValues)

  static let size = SoftmaxRegression.placesMax / 2
  static func places(of number: Int) -> Range<Int> { (number * size)..<((number + 1) * size) }

  private let trainer: SoftmaxTrainer
  private let places: Range<Int>
  private let state = Mutex(State())

  init(_ number: Int, trainer: SoftmaxTrainer) {
    self.trainer = trainer
    places = Self.places(of: number)
  }

  /// Learns from mistakes, then adds up other examples.
  func learn(_ mistakes: [Mistake], thenAdd examples: [[Features.Group]]) -> [ClassValues] {
    state.withLock { state in
      for mistake in mistakes { pull(mistake, &state) }
      return examples.map { ClassValues(of: $0, in: state.weights, of: places) }
    }
  }

  private func pull(_ mistake: Mistake, _ state: inout State) {
    let error = mistake.error
    let size = (error * error).sum
    for group in mistake.groups {
      let square = size * group.value * group.value
      for place in group.places where places.contains(Int(place)) {
        let number = Int(place) - places.lowerBound
        state.learnt[number] += square
        let rate = trainer.rate / state.learnt[number].squareRoot()
        let (kept, step) = (1 - rate * trainer.fading, rate * group.value)
        let row = number * ClassValues.blocks
        var table = state.weights.mutableSpan
        table[row] = table[row] * kept - error.first * step
        table[row + 1] = table[row + 1] * kept - error.second * step
        table[row + 2] = table[row + 2] * kept - error.third * step
        table[row + 3] = table[row + 3] * kept - error.fourth * step
        table[row + 4] = table[row + 4] * kept - error.fifth * step
      }
    }
  }

  var weights: [ClassValues.Block] { state.withLock { $0.weights } }
}
