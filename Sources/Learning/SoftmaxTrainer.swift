/// Fits a `SoftmaxRegression` to examples by stochastic gradient descent, one pass after the other in an order that only
/// depends on the number of examples: the same examples always give the same weights.
///
/// Every row has its own rate, which sinks with what it has learnt (AdaGrad, Duchi et al. 2011, one sum for a row), so that
/// rare features learn fast and frequent ones steadily.
package struct SoftmaxTrainer: Sendable {
  package var passes = 7
  package var rate: Float = 0.25
  /// How fast weights that are used fade (L2).
  package var fading: Float = 3e-3
  package var trustAtFirst: Float = 0.3
  /// What is known so well teaches nothing more.
  package var errorMin: Float = 0.03

  package init() {}

  package func fit(_ examples: [Example]) -> SoftmaxRegression {
    var course = Course(trainer: self)
    var order = Array(examples.indices)
    var shuffling = Shuffling()
    // What was known well rests, each time for a pass longer: looking at it again costs as much as what is new.
    var known = [Int](repeating: 0, count: examples.count)
    var rest = known
    for _ in 0..<passes {
      shuffling.shuffle(&order)
      for index in order {
        guard rest[index] == 0 else {
          rest[index] -= 1
          continue
        }
        known[index] = course.learn(examples[index]) ? 0 : known[index] + 1
        rest[index] = known[index]
      }
    }
    return course.model
  }
}

/// The state of learning, from the first example to the last.
private struct Course {
  let trainer: SoftmaxTrainer
  var model: SoftmaxRegression
  /// What each row has learnt: its squared gradients.
  private var learnt = [Float](repeating: 1e-4, count: SoftmaxRegression.placesMax)
  private var learntOfTrust: Float = 1
  private var error = SoftmaxRegression.silence

  init(trainer: SoftmaxTrainer) {
    self.trainer = trainer
    model = SoftmaxRegression(trust: trainer.trustAtFirst)
  }

  /// Whether there was anything to learn.
  mutating func learn(_ example: Example) -> Bool {
    model.score(example.features, bars: example.bars, into: &error)
    SoftmaxRegression.normalise(&error)
    error[example.label] -= 1
    guard -error[example.label] > trainer.errorMin else { return false }
    step(example.features)
    learnTrust(example.features.own)
    return true
  }

  private mutating func step(_ features: Features) {
    let size = error.reduce(0) { $0 + $1 * $1 }
    let errors = SoftmaxRegression.blocks(of: error)
    for group in features.groups {
      let square = size * group.value * group.value
      for place in group.places { pull(place, square: square, value: group.value, errors) }
    }
  }

  private mutating func pull(_ place: UInt16, square: Float, value: Float, _ errors: [SoftmaxRegression.Block]) {
    let start = SoftmaxRegression.row(place)
    learnt[Int(place)] += square
    let rate = trainer.rate / learnt[Int(place)].squareRoot()
    let (kept, step) = (1 - rate * trainer.fading, rate * value)
    var table = model.weights.mutableSpan
    for block in errors.indices { table[start + block] = table[start + block] * kept - errors[block] * step }
  }

  private mutating func learnTrust(_ own: [Float]) {
    let pulls = zip(error, own).map { $0 * $1 }
    learntOfTrust += pulls.reduce(0) { $0 + $1 * $1 }
    let step = 0.1 / learntOfTrust.squareRoot()
    for label in pulls.indices { model.trust[label] -= pulls[label] * step }
  }
}

/// Shuffles alike on every machine and every day (a linear congruential generator, Knuth's MMIX).
private struct Shuffling {
  private var state: UInt64 = 0x5245_5441_494C

  mutating func shuffle(_ order: inout [Int]) {
    for last in stride(from: order.count - 1, to: 0, by: -1) { order.swapAt(last, below(last + 1)) }
  }

  private mutating func below(_ limit: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(limit))
  }
}
