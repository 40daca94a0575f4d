import Foundation

/// A value for each class, in whole lines of the processor's cache. Nothing that other modules store holds one: such an
/// alignment made the program crash where it was allocated (Swift 6.3.1).
struct ClassValues: Sendable, Equatable {
  /// Sixteen classes side by side.
  typealias Block = SIMD16<Float>
  static let blocks = 5

  // Five variables and no array: they stay in registers while a message is added up.
  var first = Block.zero
  var second = Block.zero
  var third = Block.zero
  var fourth = Block.zero
  var fifth = Block.zero

  init() {}

  /// - Parameter values: one for each class.
  init(_ values: [Float]) {
    for (label, value) in values.enumerated() { self[label] = value }
  }

  /// What each class has from a message's features: the rows of their places, added up.
  /// - Parameters:
  ///   - table: row after row, those of `places`; what is elsewhere is passed over.
  init(of groups: [Features.Group], in table: [Block], of places: Range<Int>) {
    let table = table.span
    for group in groups {
      let value = group.value
      for place in group.places where places.contains(Int(place)) {
        let row = (Int(place) - places.lowerBound) * Self.blocks
        first += table[row] * value
        second += table[row + 1] * value
        third += table[row + 2] * value
        fourth += table[row + 3] * value
        fifth += table[row + 4] * value
      }
    }
  }

  subscript(label: Int) -> Float {
    get {
      let lane = label % Block.scalarCount
      return switch label / Block.scalarCount {
      case 0: first[lane]
      case 1: second[lane]
      case 2: third[lane]
      case 3: fourth[lane]
      default: fifth[lane]
      }
    }
    set {
      let lane = label % Block.scalarCount
      switch label / Block.scalarCount {
      case 0: first[lane] = newValue
      case 1: second[lane] = newValue
      case 2: third[lane] = newValue
      case 3: fourth[lane] = newValue
      default: fifth[lane] = newValue
      }
    }
  }

  static func + (left: Self, right: Self) -> Self { left.with(right) { $0 + $1 } }
  static func - (left: Self, right: Self) -> Self { left.with(right) { $0 - $1 } }
  static func * (left: Self, right: Self) -> Self { left.with(right) { $0 * $1 } }
  static func * (left: Self, right: Float) -> Self { left.each { $0 * right } }

  /// One for each class.
  var values: [Float] { (0..<SoftmaxRegression.classesMax).map { self[$0] } }

  var sum: Float { (first + second + third + fourth + fifth).sum() }

  /// Probabilities from scores (softmax), sharper or softer by `temperature`.
  func shares(temperature: Float = 1) -> Self {
    let highest = pointwiseMax(pointwiseMax(first, second), pointwiseMax(pointwiseMax(third, fourth), fifth)).max()
    let powers = each { block in
      var powers = (block - highest) / temperature
      for lane in powers.indices { powers[lane] = powers[lane] < Self.nothing ? 0 : exp(powers[lane]) }
      return powers
    }
    return powers * (1 / powers.sum)
  }

  /// The power of e that adds nothing to a sum above one.
  private static let nothing: Float = -25

  private func with(_ other: Self, _ join: (Block, Block) -> Block) -> Self {
    var joined = Self()
    joined.first = join(first, other.first)
    joined.second = join(second, other.second)
    joined.third = join(third, other.third)
    joined.fourth = join(fourth, other.fourth)
    joined.fifth = join(fifth, other.fifth)
    return joined
  }

  private func each(_ change: (Block) -> Block) -> Self { with(self) { block, _ in change(block) } }
}
