import Inventory
import Measures

extension Item {
  /// `quantity` of `unit` in the item's own unit, seen to be exact, there and back; nil where the books refuse it.
  func exactly(_ quantity: Quantity, _ unit: Measures.Unit) throws -> Quantity? {
    guard case .exactly(let own) = own(quantity, unit) else { return nil }
    let said = "\(quantity.plain) \(unit.rawValue) of an item in \(self.unit.rawValue)"
    guard let (numerator, denominator) = ratio(of: unit) else { throw Difference("\(said) became \(own.plain)") }
    let spoken = Int128(quantity.thousandths) * Int128(numerator)
    guard spoken == Int128(own.thousandths) * Int128(denominator) else {
      throw Difference("\(said) became \(own.plain): something was lost")
    }
    if packs[unit] == nil, unit.size != nil, self.unit.size != nil, unit != self.unit {
      guard Measure(own, self.unit).converted(to: unit) == quantity else {
        throw Difference("\(said) became \(own.plain), which is not the same again on the way back")
      }
    }
    return own
  }

  /// How much of the own unit one `unit` is, as a fraction; written down here once more, on purpose.
  private func ratio(of unit: Measures.Unit) -> (Int64, Int64)? {
    if unit == self.unit { return (1, 1) }
    if let holds = packs[unit] { return (holds.thousandths, 1_000) }
    switch (unit, self.unit) {
    case (.gram, .kilogram), (.millilitre, .litre): return (1, 1_000)
    case (.kilogram, .gram), (.litre, .millilitre): return (1_000, 1)
    case (.quintal, .kilogram): return (100, 1)
    case (.tonne, .gram): return (1_000_000, 1)
    case (.dozen, .piece), (.dozen, .packet): return (12, 1)
    case (.piece, .dozen): return (1, 12)
    case (.pair, .piece): return (2, 1)
    default: return nil
    }
  }
}
