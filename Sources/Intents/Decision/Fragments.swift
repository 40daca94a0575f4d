/// Goods and a number alone (“5 kilo chini”) do not say what became of them, however often they are sales: such an
/// entry is asked about. A day (“kal 5 kilo chini”) says no more of it.
enum Fragments {
  /// Below the confidence of an entry, above that of a question.
  static let confidenceMax = 0.45

  static func holds(_ intent: Intent, _ cues: CueSet) -> Bool {
    (intent == .saleRecord || intent == .stockAdd) && cues.contains(.hasQuantity) && !cues.intersects(saying)
  }

  /// Deeds, money, people: any of these says more than that there are goods.
  private static let saying = CueSet([
    .sold, .gave, .took, .received, .purchased, .add, .set, .remove, .happened, .past, .stock, .credit, .account, .paid,
    .cash, .upi, .card, .bill, .total, .sales, .customer, .hasPerson, .hasSupplier, .hasMoney, .hasAmount, .hasPrice,
    .write, .raise, .new, .finish, .returned,
  ])
}
