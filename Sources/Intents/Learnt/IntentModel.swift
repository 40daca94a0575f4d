import Learning

/// What was learnt from the training lines: a value, the same for the same lines, shared by every shop.
package struct IntentModel: Sendable {
  private let regression: SoftmaxRegression
  private let temperature: Float

  /// Softens the probabilities until they are right as often as they say; fitted by cross-validation on the lines.
  package static let temperature: Float = 0.7

  init(_ regression: SoftmaxRegression, temperature: Float = Self.temperature) {
    self.regression = regression
    self.temperature = temperature
  }

  /// The likeliest intents with their probabilities, best first.
  func likeliest(_ count: Int, _ features: Features, bars: [Float]) -> [(intent: Intent, confidence: Double)] {
    var probabilities = regression.probabilities(features, bars: bars, temperature: temperature)
    return (0..<count).map { _ in
      let best = Intent.allCases.indices.max { probabilities[$0] < probabilities[$1] } ?? 0
      let found = (Intent.allCases[best], Double(probabilities[best]))
      probabilities[best] = -1
      return found
    }
  }

  /// What each feature added to the score of `intent`, the loudest first.
  func contributions(_ message: MessageFeatures, to intent: Intent) -> [(name: String, weight: Float)] {
    let own = regression.trust[intent.position] * message.features.own[intent.position]
    var found = [(name: "rules", weight: own)]
    for (group, names) in zip(message.features.groups, message.names) {
      for (place, name) in zip(group.places, names) {
        found.append((name, regression.weight(of: place, for: intent.position) * group.value))
      }
    }
    return found.sorted { $0.weight > $1.weight }
  }
}
