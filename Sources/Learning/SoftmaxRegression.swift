/// Multinomial logistic regression over hashed features: every feature has a weight for each of up to 80 classes; the
/// weights of a message are added up and become probabilities.
package struct SoftmaxRegression: Sendable {
  /// A row has a weight for each class, and is whole blocks.
  package static let classesMax = ClassValues.blocks * ClassValues.Block.scalarCount
  /// Rows of the table, which takes 21 megabytes.
  package static let placesMax = 1 << 16
  package static let silence = [Float](repeating: 0, count: classesMax)

  /// Half of the table's rows after the other.
  let halves: [[ClassValues.Block]]
  /// How much each class trusts its own value.
  package let trust: [Float]

  init(halves: [[ClassValues.Block]], trust: [Float]) {
    self.halves = halves
    self.trust = trust
  }

  /// Probabilities of the classes, sharper or softer by `temperature`; none for a class that is barred.
  package func probabilities(_ features: Features, bars: [Float], temperature: Float = 1) -> [Float] {
    var scores = ClassValues(bars) + ClassValues(trust) * ClassValues(features.own)
    for (number, half) in halves.enumerated() {
      scores = scores + ClassValues(of: features.groups, in: half, of: HalfTable.places(of: number))
    }
    return scores.shares(temperature: temperature).values
  }

  package func weight(of place: UInt16, for label: Int) -> Float {
    let (half, row) = Int(place).quotientAndRemainder(dividingBy: HalfTable.size)
    let size = ClassValues.Block.scalarCount
    return halves[half][row * ClassValues.blocks + label / size][label % size]
  }
}
