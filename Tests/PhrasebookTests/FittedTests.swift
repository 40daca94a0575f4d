import Language
import Testing

struct FittedTests {
  @Test(arguments: [
    ("Sugar", "Sugar"), ("Tata Salt Iodised 1kg", "Tata Salt Iodised"),
    ("Basmati Rice Premium Gold", "Basmati Rice Premium"),
    ("Pneumonoultramicroscopic", "Pneumonoultramicrosc"), ("हल्दीराम भुजिया सेव 400 ग्राम", "हल्दीराम भुजिया सेव"),
  ])
  func `a name is cut at a whole word`(name: String, title: String) {
    #expect(fitted(name, scalarsMax: 20) == title)
  }

  @Test func `a first character that is too long leaves nothing`() {
    #expect(fitted("स्त्री", scalarsMax: 5) == "")
  }

  @Test func `no cut falls inside a cluster or leaves the limit`() {
    let clusters = ["क्ष", "स्त्री", "र्‍य", "त्त्व", "ज़्या", "ऱ्या", "ळ", "कि", "अ", "ँ", " ", "a", "e\u{301}", "👨‍👩‍👧", "-"]
    var random = SplitMix(state: 20_250_821)
    for _ in 0..<5_000 {
      let text = (0..<Int.random(in: 0...20, using: &random)).map { _ in clusters.randomElement(using: &random) ?? "" }
        .joined()
      let scalarsMax = Int.random(in: 0...24, using: &random)
      let cut = fitted(text, scalarsMax: scalarsMax)
      #expect(cut.unicodeScalars.count <= scalarsMax)
      #expect(!isInsideCluster(text.unicodeScalars.dropFirst(cut.unicodeScalars.count).first, after: cut))
      #expect(text.unicodeScalars.starts(with: cut.unicodeScalars))
    }
  }

  /// Told from the scalars on both sides of the cut, not from Swift's own idea of a character.
  private func isInsideCluster(_ next: Unicode.Scalar?, after head: String) -> Bool {
    guard let next, let last = head.unicodeScalars.last else { return false }
    let continues = [.nonspacingMark, .spacingMark].contains(next.properties.generalCategory)
    let virama: Unicode.Scalar = "\u{94D}"
    let joiner: Unicode.Scalar = "\u{200D}"
    let consonants: ClosedRange<Unicode.Scalar> = "\u{915}"..."\u{939}"
    return continues || next == joiner || last == joiner || (last == virama && consonants.contains(next))
  }
}

/// Seeded randomness, so that a failure comes again: https://prng.di.unimi.it/splitmix64.c
private struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
