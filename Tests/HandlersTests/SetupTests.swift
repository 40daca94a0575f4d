import Inventory
import Language
import Measures
import Testing

@testable import Handlers

/// The way of a new shop, as a machine: whatever somebody says, it stands somewhere and gets on.
struct SetupTests {
  private static let words = [
    "", " ", "hello", "hindi", "मराठी", "Sharma Kirana", "5 kilo chini", "kirana", "Pune", "8", "25:99", "raat 9 baje",
    "chini 50 kilo 44, maggi 100 packet 14", "🙂", "skip", "-5", "0", String(repeating: "क", count: 5_000),
  ]

  private static var inputs: [Setup.Input] {
    words.map { .words($0) } + [.skip, .back]
      + Setup.Step.allCases.flatMap { step in
        ["", "hi", "kirana", "08:00", "10", Setup.starterChoice].map { .choice(step, $0) }
      }
  }

  @Test(arguments: 0..<200) func `any sequence of inputs ends in a defined state`(seed: UInt64) {
    var dice = SplitMix(state: seed)
    var setup = Setup()
    var opened = 0
    for _ in 0..<60 {
      let before = setup
      let effect = setup.hear(Self.inputs.randomElement(using: &dice) ?? .skip)
      if case .open = effect { opened += 1 }
      if effect == .unread { #expect(setup.step == before.step) }
      if before.step == nil { #expect(setup == before && effect == .none) }
      #expect(setup.isOpen == (opened > 0))
      // Behind the name there is a shop.
      if let step = setup.step, !step.isReached(from: .name) { #expect(setup.isOpen) }
    }
    #expect(opened <= 1)
    // From wherever it stands, skipping arrives.
    for _ in 0..<Setup.Step.allCases.count { _ = setup.hear(.skip) }
    #expect(setup.step == nil && setup.isOpen == true)
  }

  @Test func `the shortest way asks seven things`() {
    var setup = Setup()
    let answers: [Setup.Input] = [
      .choice(.language, "mr"), .words("Shree Samarth"), .choice(.kind, "kirana"), .words("Satara"),
      .choice(.goods, Setup.starterChoice), .choice(.summary, "08:00"), .choice(.threshold, "5"),
    ]
    let effects = answers.map { setup.hear($0) }
    #expect(
      effects == [
        .speak(.marathi), .open(name: "Shree Samarth"), .setKind(.kirana), .setCity("Satara"), .stockStarter,
        .summaryAt(minute: 480), .threshold(Quantity(5)),
      ])
    #expect(setup.step == nil)
  }

  @Test func `going back names the same shop anew`() {
    var setup = Setup()
    _ = setup.hear(.choice(.language, "en"))
    #expect(setup.hear(.words("Gupta Store")) == .open(name: "Gupta Store"))
    _ = setup.hear(.back)
    #expect(setup.hear(.words("Gupta Stores")) == .rename("Gupta Stores"))
  }

  @Test func `a tap on a step that is not reached yet does nothing`() {
    var setup = Setup()
    #expect(setup.hear(.choice(.threshold, "5")) == .unread)
    #expect(setup.step == .language)
  }

  @Test(arguments: [
    ("8", 480), ("8:30", 510), ("raat 9 baje", 1_260), ("9 pm", 1_260), ("20:00", 1_200), ("sakali 7 vajta", 420),
    ("सुबह 8 बजे", 480), ("रात्री साडेआठ", 1_230),
  ])
  func `an hour is read as people say it`(words: String, minute: Int) {
    #expect(SetupWords.minute(words) == minute)
  }

  @Test func `a name loses what only wraps it`() {
    #expect(SetupWords.name("meri dukan ka naam Sharma Kirana hai") == "Sharma Kirana")
    #expect(SetupWords.name("माझ्या दुकानाचं नाव श्री समर्थ आहे") == "श्री समर्थ")
    #expect(SetupWords.name("Dukan") == "Dukan")
    #expect(SetupWords.city("पुणे मध्ये") == "पुणे")
    #expect(SetupWords.city("411001") == nil)
  }
}

/// A small seeded generator: the same seed tries the same inputs everywhere.
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
