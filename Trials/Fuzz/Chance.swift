/// Chance that can be had again: an input is made from the seed of the run and its own number, and from nothing else,
/// so that input 731,204 of a night can be made again in the morning without the 731,203 before it.
///
/// SplitMix64 (Steele, Lea, Flood: Fast Splittable Pseudorandom Number Generators, 2014).
struct Chance: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64, number: Int) {
    state = seed
    state = next() ^ UInt64(number)
    _ = next()
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

extension Chance {
  /// A number from 0 up to, not including, `limit`.
  mutating func below(_ limit: Int) -> Int { Int(next().multipliedFullWidth(by: UInt64(max(limit, 1))).high) }

  mutating func within(_ range: ClosedRange<Int>) -> Int { range.lowerBound + below(range.count) }

  /// True in one of `times` cases.
  mutating func once(in times: Int) -> Bool { below(times) == 0 }

  /// Small numbers mostly, large ones now and then: each doubling is half as likely.
  mutating func mostlySmall(upTo limit: Int) -> Int {
    var reach = 2
    while reach < limit, below(2) == 0 { reach *= 2 }
    return below(min(reach, limit) + 1)
  }

  mutating func one<Choices: RandomAccessCollection>(of choices: Choices) -> Choices.Element {
    choices[choices.index(choices.startIndex, offsetBy: below(choices.count))]
  }

  /// A part of `bytes`, at most `limit` long.
  mutating func slice(of bytes: [UInt8], limit: Int) -> ArraySlice<UInt8> {
    guard !bytes.isEmpty else { return [] }
    let start = below(bytes.count)
    return bytes[start..<min(bytes.count, start + 1 + below(limit))]
  }
}
