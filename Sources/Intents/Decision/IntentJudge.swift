import Learning

/// Picks the intent of a message and says how sure that is: the classifier's probability among all that this person may
/// mean now.
struct IntentJudge: Sendable {
  let model: IntentModel
  private let book = RuleBook.standard

  struct Verdict {
    let intent: Intent
    let confidence: Double
    /// The next likeliest, best first.
    var others: [(intent: Intent, confidence: Double)] = []
  }

  init(_ model: IntentModel) { self.model = model }

  func decide(_ reading: Reading, _ evidence: Evidence, role: Role, awaited: Awaited) -> Verdict {
    let features = MessageFeatures(MaskedText(reading), evidence, book.weigh(evidence.cues)).features
    let likely = model.likeliest(Self.othersMax + 1, features, bars: IntentMask.bars(role: role, awaited: awaited))
    let (intent, confidence) = likely.first ?? (.outOfScope, 0)
    let isFragment = Fragments.holds(intent, evidence.cues)
    return Verdict(
      intent: intent, confidence: isFragment ? min(Fragments.confidenceMax, confidence) : confidence,
      others: Array(likely.dropFirst()))
  }

  private static let othersMax = 3

  /// The two likeliest intents, each with the features that spoke loudest for it.
  func explain(_ reading: Reading, _ evidence: Evidence, role: Role, awaited: Awaited) -> [String] {
    let features = MessageFeatures(MaskedText(reading), evidence, book.weigh(evidence.cues), isNamed: true)
    let bars = IntentMask.bars(role: role, awaited: awaited)
    return model.likeliest(2, features.features, bars: bars).map { intent, probability in
      let loudest = model.contributions(features, to: intent).prefix(Self.featuresMax).map { "\($0.name) \($0.weight)" }
      return "\(intent.rawValue) \(probability): " + loudest.joined(separator: ", ")
    }
  }

  private static let featuresMax = 10
}
