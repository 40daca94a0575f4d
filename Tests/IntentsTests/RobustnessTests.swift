import Intents
import Testing

/// Whatever people send, it is read without a fault and in a moment.
struct RobustnessTests {
  @Test func `any words in any order are read`() throws {
    var random = Steps(state: 7)
    let words = (StockSentences.all + TradeSentences.all + TalkSentences.all + PeopleSentences.all).flatMap {
      $0.text.split(separator: " ")
    }
    for _ in 0..<2_000 {
      let text = (0..<Int.random(in: 1...9, using: &random)).compactMap { _ in words.randomElement(using: &random) }
      let awaited = Awaited.allCases.randomElement(using: &random) ?? .none
      let frame = try CornerShop.understand(text.joined(separator: " "), awaited: awaited)
      #expect((0...1).contains(frame.confidence))
    }
  }

  @Test(arguments: ["", " ", "?", "'", "5'", "₹", "तो", "ki", "@@@@", "\u{200D}", "kam kam kam", "to to to"])
  func `odd messages are read`(_ text: String) throws {
    #expect(try (0...1).contains(CornerShop.understand(text).confidence))
  }

  @Test func `a very long message is read`() throws {
    let text = String(repeating: "5 kilo chini bechi aur ", count: 2_000)
    #expect(try CornerShop.understand(text).intent == .saleRecord)
  }
}

/// A small generator with a seed, so that a failure comes back.
private struct Steps: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state ^ (state >> 29)
  }
}
