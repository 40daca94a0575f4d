import Testing

@testable import Intents
@testable import Learning

/// What the classifier learns, measured on lines that it has not seen.
struct ClassifierTests {
  private static let trial = Result { try Trial() }

  /// Four fifths of the lines teach, the rest asks; lines of one mask stay together.
  private struct Trial {
    let model: IntentModel
    let asked: [(example: Example, line: TrainingLine)]

    init() throws {
      let set = try TrainingFolder.read(TrainingFolder.standing)
      let isAsked = set.masks.map { FeatureHash(.words, $0).place % 5 == 0 }
      model = IntentModel(SoftmaxTrainer().fit(set.examples.indices.filter { !isAsked[$0] }.map { set.examples[$0] }))
      asked = set.examples.indices.filter { isAsked[$0] }.map { (set.examples[$0], set.lines[$0]) }
    }

    /// How sure each answer was, and whether it was right.
    var answers: [(confidence: Double, isRight: Bool)] {
      asked.compactMap { example, line in
        model.likeliest(1, example.features, bars: example.bars).first.map { ($0.confidence, $0.intent == line.intent) }
      }
    }
  }

  @Test func `most of what was never seen is understood`() throws {
    let answers = try Self.trial.get().answers
    #expect(Double(answers.count { $0.isRight }) > 0.75 * Double(answers.count))
  }

  /// The expected calibration error, in fifteen bins (Guo et al. 2017).
  @Test func `it is right about as often as it says`() throws {
    let answers = try Self.trial.get().answers
    let bins = Dictionary(grouping: answers) { min(14, Int($0.confidence * 15)) }.values
    let gaps = bins.map { bin in abs(bin.reduce(0) { $0 + $1.confidence } - Double(bin.count { $0.isRight })) }
    #expect(gaps.reduce(0, +) / Double(answers.count) < 0.08)
  }

  @Test func `the same lines always teach the same`() throws {
    let examples = Array(try TrainingFolder.read(TrainingFolder.standing).examples.prefix(600))
    let (first, second) = (SoftmaxTrainer().fit(examples), SoftmaxTrainer().fit(examples))
    #expect(first.halves == second.halves)
    #expect(first.trust == second.trust)
  }

  @Test(arguments: Role.allCases) func `nobody is taken to mean what only others may mean`(_ role: Role) throws {
    let model = try TrainingFolder.model()
    for awaited in Awaited.allCases {
      let bars = IntentMask.bars(role: role, awaited: awaited)
      for line in try Self.trial.get().asked.prefix(200) {
        let meant = model.likeliest(3, line.example.features, bars: bars).filter { $0.confidence > 0 }
        #expect(meant.allSatisfy { $0.intent.isOpen(to: role, awaited: awaited) })
      }
    }
  }

  @Test func `why lists what spoke loudest for the two likeliest meanings`() throws {
    let why = try CornerShop.interpreter().explain(Utterance(text: "5 kilo chini bechi"))
    #expect(why.contains { $0.hasPrefix("sale_record ") && $0.contains(".sold") })
  }
}
