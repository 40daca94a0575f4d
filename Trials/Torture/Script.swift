/// Who will write what: decided beforehand, so that a seed says the same each time. When it is said, and what is
/// killed in that moment, no seed can fix.
struct Script: Sendable {
  struct Speaker: Sendable {
    let phone: String
    /// 1, 2, …
    let shop: Int
    let lines: [Line]
  }

  static let shops = 4
  /// No sale of these is four times another one, which would be asked about first.
  private static let quantityMin = 51

  let speakers: [Speaker]
  /// Writes beside the others and is not counted: its statuses show that those of unknown messages would have come.
  let bystander = Speaker(phone: "919800000000", shop: 1, lines: [])

  init(_ talk: Talk, seed: UInt64) {
    var dice = Dice(seed: seed)
    var speakers = (0..<talk.conversations).map { Self.speaker($0, lines: talk.messages, &dice) }
    if talk.messagesOfTheEager > 0 {
      speakers.append(Self.speaker(talk.conversations, lines: talk.messagesOfTheEager, &dice))
    }
    self.speakers = speakers
  }

  private static func speaker(_ number: Int, lines count: Int, _ dice: inout Dice) -> Speaker {
    let lines = (0..<count).map { quantityMin + $0 }.shuffled(using: &dice).map { quantity in
      Line(speaker: number, quantity: quantity, sells: Bool.random(using: &dice) ? .sugar : .maggi)
    }
    return Speaker(phone: "91970000\(1_000 + number)", shop: 1 + number % shops, lines: lines)
  }

  var messages: Int { speakers.reduce(0) { $0 + $1.lines.count } }

  var everybody: [Speaker] { speakers + [bystander] }
}

/// A message, told from the others of its sender by the quantity.
struct Line: Hashable, Sendable {
  let speaker: Int
  let quantity: Int
  let sells: Goods

  var text: String {
    switch (sells, quantity % 3) {
    case (.sugar, 0): "sold \(quantity) kg sugar"
    case (.sugar, 1): "\(quantity) kilo chini bechi"
    case (.sugar, _): "\(quantity) किलो साखर विकली"
    case (.maggi, 0): "sold \(quantity) packets of maggi"
    case (.maggi, _): "\(quantity) packet maggi bechi"
    }
  }
}

enum Goods: String, CaseIterable, Sendable {
  case sugar = "Sugar"
  case maggi = "Maggi"
}

/// Chance that a seed repeats: SplitMix64 (Steele, Lea, Flood 2014).
struct Dice: RandomNumberGenerator, Sendable {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
