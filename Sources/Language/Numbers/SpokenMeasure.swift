package import Measures

/// A quantity as it is said, with its unit where there is one: “2kg”, “dhai kilo”, “pav kilo”, “adha pav”, “do sau gram”.
package struct SpokenMeasure: Hashable, Sendable {
  package let quantity: Quantity
  package let unit: Unit?
  /// How many tokens it takes.
  package let length: Int
  /// What hangs on its last word: किलोने → `.by`.
  package let ending: CaseEnding?
  package let isDoubtful: Bool

  /// The measure that begins at `start`, the longest that can be read.
  package static func read(_ tokens: [Token], at start: Int) -> SpokenMeasure? {
    guard start < tokens.count else { return nil }
    if let weight = weights[tokens[start]] {
      return SpokenMeasure(quantity: weight, unit: .kilogram, length: 1, ending: nil, isDoubtful: false)
    }
    if let one = oneOf(tokens, at: start) { return one }
    guard let number = NumberWords.read(tokens, at: start) else { return nil }
    var next = start + number.length
    guard number.ending == nil, next < tokens.count else { return bare(number) }
    // “half a kilo”, “quarter of a kilo”
    if number.value < Quantity(1), let unit = unit(behindArticle: tokens, at: next) { next = unit }
    if quarterWords.contains(tokens[next]), let weight = quarters(number.value) {
      let named = next + 1 < tokens.count ? UnitWords.read(tokens[next + 1]) : nil
      if named?.unit == .kilogram || number.value == Quantity(thousandths: 500) {
        return SpokenMeasure(
          quantity: weight, unit: .kilogram, length: next - start + (named == nil ? 1 : 2), ending: named?.ending,
          isDoubtful: false)
      }
    }
    guard let unit = UnitWords.read(tokens[next]) else { return bare(number) }
    return SpokenMeasure(
      quantity: number.value, unit: unit.unit, length: next - start + 1, ending: unit.ending, isDoubtful: false)
  }

  /// “a dozen eggs” is one dozen; the article of “340 a kilo” says “per”.
  private static func oneOf(_ tokens: [Token], at start: Int) -> SpokenMeasure? {
    guard articles.contains(tokens[start]), start + 1 < tokens.count, let unit = UnitWords.read(tokens[start + 1]),
      start == 0 || !(NumberWords.isNumber(tokens[start - 1]) || money.contains(tokens[start - 1]))
    else { return nil }
    return SpokenMeasure(quantity: Quantity(1), unit: unit.unit, length: 2, ending: unit.ending, isDoubtful: false)
  }

  private static func unit(behindArticle tokens: [Token], at start: Int) -> Int? {
    let article = tokens[start].key == "of" ? start + 1 : start
    guard article + 1 < tokens.count, articles.contains(tokens[article]) else { return nil }
    return UnitWords.read(tokens[article + 1]) == nil ? nil : article + 1
  }

  private static let articles: WordSet = "a an"
  private static let money: WordSet = "rs rupee rupees ₹ /- bucks inr"

  private static func bare(_ number: NumberWords.Reading) -> SpokenMeasure {
    SpokenMeasure(
      quantity: number.value, unit: nil, length: number.length, ending: number.ending, isDoubtful: number.isDoubtful)
  }

  /// “adha pav” and “teen pav kilo” count quarters of a kilo. A bare “do pav” is half a kilo or two breads: not ours to say.
  private static func quarters(_ count: Quantity) -> Quantity? { count.scaled(by: 1, over: 4) }

  /// Weights in one word: पावशेर, pavkilo. The seer is gone, its quarter of a kilo is not.
  private static let weights = WordTable([
    (Quantity(thousandths: 250), "पावशेर पावकिलो pavsher paavsher pavkilo"),
    (Quantity(thousandths: 500), "अर्धाशेर अच्छेर अर्धाकिलो achher aadhakilo adhakilo ardhakilo"),
  ])

  private static let quarterWords: WordSet = "pav pao paav पाव"
}

extension SpokenMeasure {
  /// The same number in `unit`, for a unit that was said elsewhere.
  package func with(unit: Unit) -> SpokenMeasure {
    SpokenMeasure(quantity: quantity, unit: unit, length: length, ending: ending, isDoubtful: false)
  }
}
