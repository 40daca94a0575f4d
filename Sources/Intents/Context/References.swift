import Measures

/// “uska”, “त्याची”, “it”: what was named last stands in its place. Days that point both ways go where the talk went.
extension Frame {
  func withReferences(to last: Frame) -> Frame {
    var next = self
    if let named = last.slots.items.last(where: { $0.item.isNamed })?.item {
      for index in next.slots.items.indices where next.slots.items[index].item == .pronoun {
        next.slots.items[index].item = named
      }
    }
    if next.slots.customer == Slots.reference { next.slots.customer = last.slots.customer ?? Slots.reference }
    if next.slots.supplier == Slots.reference { next.slots.supplier = last.slots.supplier ?? Slots.reference }
    return next
  }
}

extension Slots {
  /// How the ontology writes “us”, “unka”, “tyacha” where a name is wanted.
  package static let reference = "@ref"
}

extension ItemReference {
  /// Goods were named, whether we know them or not.
  package var isNamed: Bool {
    switch self {
    case .known, .several, .unknown: true
    case .pronoun, .unsaid: false
    }
  }
}

extension Frame {
  /// “no” that names other goods says what was meant instead.
  package var asCorrection: Frame? {
    guard isReplacing, !asides.isEmpty, intent == .no || intent == .outOfScope else { return nil }
    var next = self
    next.intent = .correct
    next.slots.items = asides
    next.asides = []
    return next
  }
}

extension Reading {
  /// Something is struck out, or it opens with “no”.
  var isReplacing: Bool { isReplaced || spans.first?.cues.intersects(CueSet([.no, .negation])) ?? false }

  /// It opens with “and” and has no verb of its own.
  var isContinuing: Bool {
    guard spans.first?.cues.contains(.and) ?? false else { return false }
    return !spans.contains { $0.cues.intersects(Self.deeds) }
  }

  private static let deeds = CueSet([
    .sold, .gave, .took, .received, .purchased, .set, .remove, .returned, .damaged, .expired, .stolen, .ownUse, .price,
    .credit, .order, .bring, .howMuch, .stock, .remaining, .paid, .raise, .lower,
  ])
}
