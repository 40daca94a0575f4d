/// Chance that is the same on every machine: SplitMix64 (Steele, Lea, Flood: Fast Splittable Pseudorandom Number
/// Generators, 2014) and whole-number sampling, since the last digit of a logarithm differs between libraries.
struct Dice {
  private var state: UInt64

  /// Dice of their own for each `stream` of a seed: a day, or an item in a week.
  init(seed: UInt64, _ stream: Int...) {
    state = seed
    for part in stream { state = next() ^ UInt64(bitPattern: Int64(part)) }
    _ = next()
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A number from 0 up to, not including, `limit`.
  mutating func below(_ limit: Int) -> Int { Int(next().multipliedFullWidth(by: UInt64(limit)).high) }

  mutating func within(_ range: ClosedRange<Int>) -> Int { range.lowerBound + below(range.count) }

  /// True in `thousandths` of 1,000 cases.
  mutating func chance(_ thousandths: Int) -> Bool { below(1_000) < thousandths }

  /// A position of `weights`, each as likely as it weighs.
  mutating func pick(_ weights: [Int]) -> Int {
    var left = below(weights.reduce(0, +))
    for (position, weight) in weights.enumerated() {
      if left < weight { return position }
      left -= weight
    }
    return weights.count - 1
  }

  /// How often something happened that happens `millionths` ÷ 1,000,000 times on average: negative binomial of shape 4,
  /// as the sum of four geometric counts. Rare things come as Poisson has them, frequent ones swing wider.
  mutating func count(millionths: Int) -> Int {
    guard millionths > 0 else { return 0 }
    let shape = 4
    let all = shape * 1_000_000 + millionths
    var count = 0
    for _ in 0..<shape {
      while below(all) < millionths { count += 1 }
    }
    return count
  }

  mutating func shuffle<Element>(_ elements: inout [Element]) {
    for last in stride(from: elements.count - 1, to: 0, by: -1) { elements.swapAt(last, below(last + 1)) }
  }
}
