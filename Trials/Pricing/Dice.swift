import Foundation

/// Chance that comes out the same for the same seed (SplitMix64: Steele, Lea, Flood, “Fast Splittable Pseudorandom Number
/// Generators”, 2014).
struct Dice: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  mutating func within(_ range: ClosedRange<Double>) -> Double { Double.random(in: range, using: &self) }

  /// Standard normal, by Box and Muller.
  mutating func normal() -> Double {
    (-2 * log(1 - within(0...0.999_999))).squareRoot() * cos(2 * .pi * within(0...1))
  }

  /// By Knuth's product for few, by the normal distribution for many.
  mutating func poisson(_ mean: Double) -> Double {
    guard mean < 60 else { return max(0, (mean + mean.squareRoot() * normal()).rounded()) }
    let limit = exp(-mean)
    var (count, product) = (0.0, within(0...1))
    while product > limit {
      count += 1
      product *= within(0...1)
    }
    return count
  }
}
