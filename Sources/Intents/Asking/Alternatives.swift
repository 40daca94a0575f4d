import Measures

/// What else a doubtful sentence may mean, to be offered as choices: “5 kilo chini” was sold, came in, or is what is left.
enum Alternatives {
  /// From here on nobody asks back.
  private static let sureFrom = 0.8
  /// What is less likely is not offered.
  private static let confidenceMin = 0.1
  private static let countMax = 3

  static func of(
    _ others: [(intent: Intent, confidence: Double)], beside frame: Frame, naming goods: [DraftLine],
    slots: (Intent) -> Slots
  ) -> [Alternative] {
    guard frame.confidence < sureFrom || !frame.asides.isEmpty, !goods.isEmpty else { return [] }
    let likely = others.filter { $0.confidence >= confidenceMin && !$0.intent.isElliptical && $0.intent != .outOfScope }
    var intents = likely.map(\.intent)
    // Where goods are named and nothing is sure, the counter's daily work is offered before “not understood”.
    let isEmpty = frame.intent == .outOfScope || frame.intent.isElliptical || !frame.asides.isEmpty
    if isEmpty || frame.confidence < Risk.write.confidenceMin {
      let isCounted = goods.contains { $0.quantity != nil }
      intents += (isCounted ? [.saleRecord, .stockAdd, .stockSet] : [.stockCheck, .priceCheck, .saleRecord])
        .filter { !intents.contains($0) && $0 != frame.intent }
    }
    return intents.prefix(countMax).map { intent in
      Alternative(
        intent: intent, slots: slots(intent),
        confidence: likely.first { $0.intent == intent }?.confidence ?? 0)
    }
  }
}
