import Measures

/// “do pav”: two quarters of a kilo, where no bread of that name is meant.
extension SpokenMeasure {
  /// पाव, the quarter of a kilo, which is also the name of a bread.
  package static func isQuarterWord(_ token: Token) -> Bool { quarterNames.contains(token.key) }

  /// The same count as quarters of a kilo, with the word for them; nil for what cannot count them.
  package var inQuarters: SpokenMeasure? {
    guard unit == nil, quantity.thousandths.isMultiple(of: 1_000),
      let weight = quantity.scaled(by: 1, over: 4)
    else { return nil }
    return SpokenMeasure(quantity: weight, unit: .kilogram, length: length + 1, ending: nil, isDoubtful: false)
  }

  private static let quarterNames: Set<String> = ["pav", "pao", "paav", "पाव"]
}
