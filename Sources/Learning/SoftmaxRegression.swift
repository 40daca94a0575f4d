import Foundation

/// Multinomial logistic regression over hashed features: every feature has a weight for each of up to 80 classes; the
/// weights of a message are added up and become probabilities.
package struct SoftmaxRegression: Sendable {
  /// A row has a weight for each class; a multiple of sixteen, so that rows lie well in memory.
  package static let classesMax = 80
  /// Rows of the table, which takes 21 megabytes.
  package static let placesMax = 1 << 16
  package static let silence = [Float](repeating: 0, count: classesMax)

  /// Row after row.
  package internal(set) var weights: [Float]
  /// How much each class trusts its own value.
  package internal(set) var trust: [Float]

  package init(trust: Float = 0) {
    weights = [Float](repeating: 0, count: Self.placesMax * Self.classesMax)
    self.trust = [Float](repeating: trust, count: Self.classesMax)
  }

  /// Probabilities of the classes, sharper or softer by `temperature`; none for a class that is barred.
  package func probabilities(_ features: Features, bars: [Float], temperature: Float = 1) -> [Float] {
    var shares = Self.silence
    score(features, bars: bars, into: &shares)
    Self.normalise(&shares, temperature: temperature)
    return shares
  }

  package func weight(of place: UInt16, for label: Int) -> Float { weights[Self.row(place) + label] }

  static func row(_ place: UInt16) -> Int { (Int(place) & (placesMax - 1)) * classesMax }

  // Spans of one row let the compiler work on several classes at once.

  func score(_ features: Features, bars: [Float], into sums: inout [Float]) {
    for label in sums.indices { sums[label] = bars[label] + trust[label] * features.own[label] }
    var sums = sums.mutableSpan
    let table = weights.span
    for group in features.groups {
      let value = group.value
      for place in group.places {
        let start = Self.row(place)
        let row = table.extracting(start..<(start + Self.classesMax))
        for label in row.indices { sums[label] += row[label] * value }
      }
    }
  }

  static func normalise(_ shares: inout [Float], temperature: Float = 1) {
    let top = shares.max() ?? 0
    var total: Float = 0
    for label in shares.indices {
      let distance = (shares[label] - top) / temperature
      shares[label] = distance < -40 ? 0 : exp(distance)
      total += shares[label]
    }
    for label in shares.indices { shares[label] /= total }
  }
}
