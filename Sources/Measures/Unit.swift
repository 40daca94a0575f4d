/// The units in which an Indian shop counts, weighs and measures. Raw values are stored and never change.
package enum Unit: String, Hashable, Sendable, Codable, CaseIterable {
  case kilogram = "kg"
  case gram = "g"
  case quintal, tonne
  case litre = "l"
  case millilitre = "ml"
  case piece = "pc"
  case dozen, pair
  case packet, box, sack, bottle, pouch, tin, crate, bundle, bag

  /// What is measured. Units of one dimension convert into each other; packs do not without the item's pack size.
  package enum Dimension: Hashable, Sendable { case mass, volume, count, pack }

  package var dimension: Dimension {
    switch self {
    case .kilogram, .gram, .quintal, .tonne: .mass
    case .litre, .millilitre: .volume
    case .piece, .dozen, .pair: .count
    case .packet, .box, .sack, .bottle, .pouch, .tin, .crate, .bundle, .bag: .pack
    }
  }

  /// How many of the smallest unit of its dimension (gram, millilitre, piece) make one; nil for packs.
  package var size: Int64? {
    switch self {
    case .gram, .millilitre, .piece: 1
    case .kilogram, .litre: 1_000
    case .quintal: 100_000
    case .tonne: 1_000_000
    case .dozen: 12
    case .pair: 2
    case .packet, .box, .sack, .bottle, .pouch, .tin, .crate, .bundle, .bag: nil
    }
  }

  /// In which an item is kept that is bought or counted in this one: units that only suppliers use make poor units of
  /// an item.
  package var kept: Unit {
    switch self {
    case .gram, .quintal, .tonne: .kilogram
    case .millilitre: .litre
    case .dozen, .pair: .piece
    case .kilogram, .litre, .piece, .packet, .box, .sack, .bottle, .pouch, .tin, .crate, .bundle, .bag: self
    }
  }
}

/// A quantity with its unit: “5 kg”, “250 g”, “2 dozen”.
package struct Measure: Hashable, Sendable, Codable {
  package let quantity: Quantity
  package let unit: Unit

  package init(_ quantity: Quantity, _ unit: Unit) {
    self.quantity = quantity
    self.unit = unit
  }

  /// The same amount in another unit of the same dimension; nil across dimensions, for packs, and where three
  /// decimals cannot hold it (one gram in tonnes).
  package func converted(to other: Unit) -> Quantity? {
    if unit == other { return quantity }
    guard unit.dimension == other.dimension, let from = unit.size, let to = other.size else { return nil }
    return quantity.scaled(by: from, over: to)
  }
}
