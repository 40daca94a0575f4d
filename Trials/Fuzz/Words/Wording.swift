/// Texts that no shopkeeper would send and anybody may: every plane of Unicode, as long as a message can be.
enum Wording {
  /// WhatsApp's limit for a text.
  static let lengthMax = 4_096

  /// A scalar of any plane: letters of the scripts around us mostly, so that they meet the tables.
  static func scalar(_ chance: inout Chance) -> Unicode.Scalar {
    let range: ClosedRange<UInt32> =
      switch chance.below(10) {
      case 0...1: 0x0900...0x097F  // Devanagari
      case 2: 0x0020...0x007E
      case 3: 0x0300...0x036F  // combining marks
      case 4: 0x0590...0x06FF  // Hebrew and Arabic, written from right to left
      case 5: 0x2000...0x206F  // joiners, directions, odd spaces
      case 6: 0x1F000...0x1FAFF  // pictures
      case 7: 0x0000...0x001F  // NUL and its neighbours
      case 8: 0x10000...0x10FFFF
      default: 0x0000...0xFFFF
      }
    let value = range.lowerBound + UInt32(chance.below(range.count))
    return Unicode.Scalar(value) ?? "\u{FFFD}"
  }

  /// Long ones come, but seldom: they take a hundred times as long to try.
  static func noise(_ chance: inout Chance) -> [Unicode.Scalar] {
    let length = chance.once(in: 200) ? chance.within(1_000...lengthMax) : 1 + chance.mostlySmall(upTo: 200)
    return (0..<length).map { _ in scalar(&chance) }
  }

  /// One letter or word over and over, up to the limit.
  static func drone(_ piece: String, _ chance: inout Chance) -> [Unicode.Scalar] {
    let scalars = Array(piece.unicodeScalars)
    guard !scalars.isEmpty else { return [] }
    let length = chance.once(in: 20) ? lengthMax : 1 + chance.below(400)
    return (0..<length).map { scalars[$0 % scalars.count] }
  }
}
