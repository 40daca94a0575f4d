import Intents
import Measures
import TestSupport
import Testing

/// Lists of goods made up at random, in one manner or in both: every number must find its goods.
struct PairingTests {
  private static let goods = ["sugar": "chini", "poha": "poha", "salt": "namak", "maggi": "maggi", "turmeric": "haldi"]

  /// One way to write “so much of that”, and whether it says clearly where it ends.
  private enum Manner: CaseIterable { case numberFirst, goodsFirst }

  private static func list(_ seed: UInt64, manner: (inout SplitMix) -> Manner, joins: [String]) -> (String, String) {
    var dice = SplitMix(seed: seed)
    let names = goods.sorted { $0.key < $1.key }.shuffled(using: &dice).prefix(Int.random(in: 2...5, using: &dice))
    let units: [(String, Unit)] = [("kilo", .kilogram), ("packet", .packet), ("gram", .gram)]
    var said: [String] = []
    var meant: [String] = []
    for (id, name) in names {
      let count = Int.random(in: 1...500, using: &dice)
      let (word, unit) = units[Int.random(in: 0..<units.count, using: &dice)]
      said.append(manner(&dice) == .numberFirst ? "\(count) \(word) \(name)" : "\(name) \(count) \(word)")
      meant.append("\(id) \(count) \(unit.rawValue)")
    }
    let join = joins[Int.random(in: 0..<joins.count, using: &dice)]
    return (said.joined(separator: join) + " becha", "sale_record " + meant.joined(separator: ", "))
  }

  @Test(arguments: 1...200 as ClosedRange<UInt64>)
  func `in one manner every number finds its goods without a comma`(_ seed: UInt64) throws {
    for manner in Manner.allCases {
      let (text, meaning) = Self.list(seed, manner: { _ in manner }, joins: [" ", ", ", " aur ", "\n"])
      #expect(try CornerShop.understand(text).written() == meaning, "\(text)")
    }
  }

  @Test(arguments: 1...200 as ClosedRange<UInt64>)
  func `in both manners at once every number finds its goods where a comma or an “and” stands between`(_ seed: UInt64)
    throws
  {
    let (text, meaning) = Self.list(
      seed, manner: { Bool.random(using: &$0) ? .numberFirst : .goodsFirst }, joins: [", ", " aur ", "\n"])
    #expect(try CornerShop.understand(text).written() == meaning, "\(text)")
  }
}
