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

  init(_ plan: Plan, seed: UInt64) {
    var dice = Dice(seed: seed)
    speakers = (0..<plan.conversations).map { number in
      let quantities = (0..<plan.messages).map { Self.quantityMin + $0 }.shuffled(using: &dice)
      return Speaker(
        phone: "91970000\(1_000 + number)", shop: 1 + number % Self.shops,
        lines: quantities.map {
          Line(speaker: number, quantity: $0, sells: Goods.allCases.randomElement(using: &dice) ?? .sugar)
        })
    }
  }

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
