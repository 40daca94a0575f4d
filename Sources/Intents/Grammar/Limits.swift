import Language
import Measures

/// “50 ते 100 च्या दरम्यान”, “between 20 and 40”, “100 se 200 tak”: two ends of what something may cost.
struct PriceRange {
  let least: Money
  let most: Money

  init?(_ reading: Reading) {
    let numbers = reading.spans.filter { $0.measure != nil && $0.measure?.unit == nil }
    guard numbers.count >= 2, let first = numbers[0].measure, let second = numbers[1].measure,
      first.quantity < second.quantity
    else { return nil }
    let between = reading.tokens[numbers[0].range.upperBound..<numbers[1].range.lowerBound]
    guard between.count <= 3, between.contains(where: Self.joins) else { return nil }
    guard let least = ItemSlots.money(first.quantity), let most = ItemSlots.money(second.quantity) else { return nil }
    self.least = least
    self.most = most
  }

  private static func joins(_ token: Token) -> Bool { token.mark == .dash || joiningWords.contains(token) }

  private static let joiningWords: WordSet = "te ते se से to and aur और ani आणि"
}

/// “by friday”, “kal tak”, “शुक्रवारपर्यंत”: a day by which something is to be done.
enum Deadlines {
  static func marks(_ index: Int, in reading: Reading) -> Bool {
    let range = reading.spans[index].range
    let before = range.lowerBound > 0 ? reading.tokens[range.lowerBound - 1] : nil
    let after = range.upperBound < reading.tokens.count ? reading.tokens[range.upperBound] : nil
    return before.map(openings.contains) ?? false || after.map(closings.contains) ?? false
      || reading.tokens[range.upperBound - 1].cuts.contains { $0.ending == .until }
  }

  private static let openings: WordSet = "by before till until within"
  private static let closings: WordSet = "tak तक paryant पर्यंत till paryent"
}
