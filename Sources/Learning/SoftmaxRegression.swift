import Foundation

/// Multinomial logistic regression over hashed features: every feature has a weight for each of up to 80 classes; the
/// weights of a message are added up and become probabilities.
package struct SoftmaxRegression: Sendable {
  /// Sixteen classes side by side: a line of the processor's cache.
  typealias Block = SIMD16<Float>

  /// A row has a weight for each class, and is whole blocks.
  package static let classesMax = blocks * Block.scalarCount
  static let blocks = 5
  /// Rows of the table, which takes 21 megabytes.
  package static let placesMax = 1 << 16
  package static let silence = [Float](repeating: 0, count: classesMax)

  /// Row after row.
  var weights: [Block]
  /// How much each class trusts its own value.
  package internal(set) var trust: [Float]

  package init(trust: Float = 0) {
    weights = [Block](repeating: .zero, count: Self.placesMax * Self.blocks)
    self.trust = [Float](repeating: trust, count: Self.classesMax)
  }

  /// Probabilities of the classes, sharper or softer by `temperature`; none for a class that is barred.
  package func probabilities(_ features: Features, bars: [Float], temperature: Float = 1) -> [Float] {
    var shares = Self.silence
    score(features, bars: bars, into: &shares)
    Self.normalise(&shares, temperature: temperature)
    return shares
  }

  package func weight(of place: UInt16, for label: Int) -> Float {
    weights[Self.row(place) + label / Block.scalarCount][label % Block.scalarCount]
  }

  /// Where the row of a place begins.
  static func row(_ place: UInt16) -> Int { (Int(place) & (placesMax - 1)) * blocks }

  func score(_ features: Features, bars: [Float], into sums: inout [Float]) {
    let table = weights.span
    // As many blocks at a time as stay in registers.
    var (first, second, third, fourth, fifth) = (Block.zero, Block.zero, Block.zero, Block.zero, Block.zero)
    for group in features.groups {
      let value = group.value
      for place in group.places {
        let row = Self.row(place)
        first += table[row] * value
        second += table[row + 1] * value
        third += table[row + 2] * value
        fourth += table[row + 3] * value
        fifth += table[row + 4] * value
      }
    }
    for (block, sum) in [first, second, third, fourth, fifth].enumerated() {
      for lane in sum.indices {
        let label = block * Block.scalarCount + lane
        sums[label] = bars[label] + trust[label] * features.own[label] + sum[lane]
      }
    }
  }

  /// A value for each class, as a row has them.
  static func blocks(of values: [Float]) -> [Block] {
    (0..<blocks).map { Block(values[($0 * Block.scalarCount)..<(($0 + 1) * Block.scalarCount)]) }
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
