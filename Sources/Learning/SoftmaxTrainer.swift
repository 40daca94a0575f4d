import Dispatch
import Synchronization

/// Fits a `SoftmaxRegression` to examples by stochastic gradient descent in small batches, one pass after the other in an
/// order that only depends on the number of examples: the same examples always give the same weights, however many cores
/// there are.
package struct SoftmaxTrainer: Sendable {
  package var passes = 5
  package var rate: Float = 0.25
  /// How fast weights that are used fade (L2).
  package var fading: Float = 3e-3
  package var trustAtFirst: Float = 0.3
  /// What is known so well teaches nothing more.
  package var errorMin: Float = 0.03
  /// Examples that are judged by the same weights: enough that waking the other core pays.
  package var batch = 64

  package init() {}

  package func fit(_ examples: [Example]) -> SoftmaxRegression {
    var course = Course(self, examples)
    var order = Array(examples.indices)
    var shuffling = Shuffling()
    // What was known well rests, each time for a pass longer: looking at it again costs as much as what is new.
    var known = [Int](repeating: 0, count: examples.count)
    var rest = known
    for _ in 0..<passes {
      shuffling.shuffle(&order)
      let awake = order.filter { rest[$0] == 0 }
      for index in order where rest[index] > 0 { rest[index] -= 1 }
      for (index, isKnown) in zip(awake, course.pass(over: awake)) {
        known[index] = isKnown ? known[index] + 1 : 0
        rest[index] = known[index]
      }
    }
    return course.model
  }
}

/// The state of learning, from the first example to the last.
private struct Course {
  private let trainer: SoftmaxTrainer
  private let lessons: [Lesson]
  private let halves: [HalfTable]
  private var trust: ClassValues
  private var learntOfTrust: Float = 1

  private struct Lesson {
    let groups: [Features.Group]
    let own: ClassValues
    let bars: ClassValues
    let label: Int
  }

  init(_ trainer: SoftmaxTrainer, _ examples: [Example]) {
    self.trainer = trainer
    lessons = examples.map {
      Lesson(
        groups: $0.features.groups, own: ClassValues($0.features.own), bars: ClassValues($0.bars), label: $0.label)
    }
    halves = (0..<2).map { HalfTable($0, trainer: trainer) }
    trust = ClassValues([Float](repeating: trainer.trustAtFirst, count: SoftmaxRegression.classesMax))
  }

  var model: SoftmaxRegression { SoftmaxRegression(halves: halves.map(\.weights), trust: trust.values) }

  /// Looks at examples in this order; for each whether there was nothing to learn.
  mutating func pass(over order: [Int]) -> [Bool] {
    var mistakes: [HalfTable.Mistake] = []
    var known: [Bool] = []
    for start in stride(from: 0, to: order.count, by: trainer.batch) {
      let batch = order[start..<min(start + trainer.batch, order.count)].map { lessons[$0] }
      let sums = learn(mistakes, thenAdd: batch)
      mistakes = []
      for (lesson, sum) in zip(batch, sums) {
        let error = judge(lesson, sum)
        known.append(error == nil)
        if let error { mistakes.append((lesson.groups, error)) }
      }
    }
    _ = learn(mistakes, thenAdd: [])
    return known
  }

  /// A half of the table to each core.
  private func learn(_ mistakes: [HalfTable.Mistake], thenAdd batch: [Lesson]) -> [ClassValues] {
    let groups = batch.map(\.groups)
    let sums = Mutex([ClassValues](repeating: ClassValues(), count: batch.count))
    DispatchQueue.concurrentPerform(iterations: halves.count) { number in
      let added = halves[number].learn(mistakes, thenAdd: groups)
      sums.withLock { sums in
        for index in sums.indices { sums[index] = sums[index] + added[index] }
      }
    }
    return sums.withLock { $0 }
  }

  /// What is wrong with the probabilities of an example; nil where there is nothing to learn.
  private mutating func judge(_ lesson: Lesson, _ sum: ClassValues) -> ClassValues? {
    var error = (lesson.bars + trust * lesson.own + sum).shares()
    error[lesson.label] -= 1
    guard -error[lesson.label] > trainer.errorMin else { return nil }
    let pulls = error * lesson.own
    learntOfTrust += (pulls * pulls).sum
    trust = trust - pulls * (0.1 / learntOfTrust.squareRoot())
    return error
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
