package import Language
package import Measures

/// One thing that the shop sells, as its list holds it, with what is there now.
package struct Item: Hashable, Sendable {
  package let id: Int64
  /// As the shop saved it.
  package let name: String
  /// The names to show in a voice, where the shop has one for it.
  package let shown: [Voice: String]
  package let category: String?
  /// The unit in which the books keep it.
  package let unit: Unit
  package let onHand: Quantity
  /// From so little on the owner wants to hear of it.
  package let threshold: Quantity?
  /// The same by what it sells, where that is known.
  package let runsLowAt: Quantity?
  /// How much of its own unit is in a bigger pack: 1 sack = 50 kg.
  package let packs: [Unit: Quantity]
  /// Anything was ever written of how much is there. What was never counted is not known, which is not nothing.
  package let isCounted: Bool

  package init(
    id: Int64, name: String, shown: [Voice: String], category: String?, unit: Unit, onHand: Quantity,
    threshold: Quantity?, runsLowAt: Quantity? = nil, packs: [Unit: Quantity], isCounted: Bool = true
  ) {
    self.id = id
    self.name = name
    self.shown = shown
    self.category = category
    self.unit = unit
    self.onHand = onHand
    self.threshold = threshold
    self.runsLowAt = runsLowAt
    self.packs = packs
    self.isCounted = isCounted
  }

  /// From so little on it is running out; what the owner said counts first.
  package var lowAt: Quantity? { threshold ?? runsLowAt }

  /// What to call it: the name in that voice, else in the other script's voice of English letters, else as saved.
  package func name(in voice: Voice) -> String {
    if let name = shown[voice] { return name }
    if !voice.isDevanagari, let name = shown[.english] { return name }
    return name
  }

  /// `quantity` of `unit` in the item's own unit.
  package func own(_ quantity: Quantity, _ unit: Unit?) -> OwnQuantity {
    guard let unit, unit != self.unit else { return .exactly(quantity) }
    if let holds = packs[unit] {
      return quantity.scaled(by: holds.thousandths, over: 1_000).map(OwnQuantity.exactly) ?? .impossible
    }
    if let same = Measure(quantity, unit).converted(to: self.unit) { return .exactly(same) }
    if self.unit.isSinglePack, unit.isSinglePack { return .exactly(quantity) }
    if self.unit.isSinglePack, let count = Measure(quantity, unit).converted(to: .piece) { return .exactly(count) }
    return unit.isBigPack ? .packSizeUnknown(unit) : .impossible
  }
}

/// What a spoken quantity is in an item's own unit.
package enum OwnQuantity: Hashable, Sendable {
  case exactly(Quantity)
  /// “2 bori” of an item whose sack was never said to hold anything.
  case packSizeUnknown(Unit)
  /// Litres of rice; more, or in finer parts, than the books can hold.
  case impossible
}

extension Unit {
  /// What a customer takes one of from the shelf; “5 packet”, “5 piece” and “5 bottle” mean the same five.
  fileprivate var isSinglePack: Bool {
    switch self {
    case .piece, .packet, .pouch, .bottle, .tin: true
    default: false
    }
  }

  /// What a supplier brings: how much it holds differs from item to item.
  fileprivate var isBigPack: Bool {
    switch self {
    case .box, .sack, .crate, .bundle, .bag, .packet, .pouch, .tin, .bottle: true
    default: false
    }
  }
}
