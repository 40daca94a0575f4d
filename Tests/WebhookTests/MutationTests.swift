import Messages
import Testing

@testable import Webhook

/// The same sequence for the same seed (splitmix64), so that a failure can be looked at again.
struct SeededNumbers: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

@Suite struct MutationTests {
  private static let fixtures =
    (ContentTests.words + ContentTests.taps + ContentTests.things + ContentTests.news).map { Post.message($0.node) }
    + (NewsTests.accounts + NewsTests.numbers + NewsTests.templates + NewsTests.people).map {
      Post.body(field: $0.field, value: $0.value)
    }
    + [Post.status(#""id": "wamid.B1", "status": "failed", "errors": [{"code": 1}], "pricing": {"type": "regular"}"#)]

  /// Bytes that matter to JSON come up more often than chance would have them.
  private static let spice = Array(#"{}[]",:\u0019edfn-. "#.utf8) + [0, 0x80, 0xFF]

  private func mutated(_ body: [UInt8], _ numbers: inout SeededNumbers) -> [UInt8] {
    var body = body
    for _ in 0..<Int.random(in: 1...4, using: &numbers) {
      let place = Int.random(in: 0..<body.count, using: &numbers)
      switch Int.random(in: 0..<4, using: &numbers) {
      case 0: body[place] = Self.spice.randomElement(using: &numbers) ?? 0
      case 1: body.remove(at: place)
      case 2: body.insert(Self.spice.randomElement(using: &numbers) ?? 0, at: place)
      default: body = Array(body.prefix(max(place, 1)))
      }
      if body.isEmpty { return [0] }
    }
    return body
  }

  @Test(arguments: 1...8)
  func `a damaged POST is read to its end and gives no message without id or sender`(seed: UInt64) {
    var numbers = SeededNumbers(seed: seed)
    for fixture in Self.fixtures {
      for _ in 0..<100 {
        let delivery = Post.read(mutated(fixture, &numbers))
        for received in delivery.messages {
          #expect(!received.message.sender.address.isEmpty && !received.message.id.isEmpty)
        }
      }
    }
  }
}
