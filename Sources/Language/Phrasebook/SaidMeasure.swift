package import Measures

extension Measure {
  /// How a shop says it: “2.5 किलो”, “250 ग्राम” for a quarter of a kilo, “2 पाकिटं”, “-3 kg” for a stock below zero.
  package func said(in voice: Voice) -> String {
    let handy = inHandyUnit
    let words = handy.unit.words(in: voice)
    return "\(handy.quantity) \(handy.quantity.isMany(in: voice) ? words.many : words.one)"
  }

  /// Less than one kilo is said in grams, less than one litre in millilitres. Three decimals make that always exact.
  private var inHandyUnit: Measure {
    guard quantity != .zero, quantity.thousandths.magnitude < 1_000 else { return self }
    let smaller: Unit? =
      switch unit {
      case .kilogram: .gram
      case .litre: .millilitre
      case .gram, .quintal, .tonne, .millilitre, .piece, .dozen, .pair: nil
      case .packet, .box, .sack, .bottle, .pouch, .tin, .crate, .bundle, .bag: nil
      }
    guard let smaller, let quantity = converted(to: smaller) else { return self }
    return Measure(quantity, smaller)
  }
}

extension Quantity {
  /// English counts as many what is more than one, Marathi what is two or more.
  fileprivate func isMany(in voice: Voice) -> Bool {
    switch voice {
    case .english: thousandths.magnitude > 1_000
    case .marathi, .romanMarathi: thousandths.magnitude >= 2_000
    case .hindi, .romanHindi: false
    }
  }
}
