import Commerce
import Intents
import Inventory
import Language
import Measures
import Messages

/// What is known of goods that came in beside the goods: from whom, for how much, owed or paid.
///
/// What was said counts. Where nothing was said, a supplier is settled as the last time, and the first time we ask; goods
/// without a supplier are owed to nobody. Only a known sum can be owed: a price that nobody knows is asked for.
struct Purchase: Sendable {
  /// Of each line; nil where it was not said.
  var amounts: [Money?]
  var total: Money?
  var supplier: Supplier?
  /// Somebody who is not among the suppliers yet.
  var newName: String?
  var settlement: Settlement?

  var isOwed: Bool { settlement == .owed }
}

extension Turn {
  func purchase(_ lines: [GroundedLine], _ request: Request) async throws -> Grounded<Purchase> {
    let slots = request.frame.slots
    let amounts = lines.map { amount(of: $0, total: lines.count == 1 ? slots.amount : nil) }
    let known = amounts.compactMap { $0 }
    var purchase = Purchase(
      amounts: amounts, total: slots.amount ?? (known.count == amounts.count ? known.reduce(.zero, +) : nil),
      settlement: slots.settlement ?? slots.payment.flatMap { Settlement(rawValue: $0.rawValue) })
    if let name = supplierName(of: request) {
      switch try await supplier(named: name, request) {
      case .ask(let question): return .ask(question)
      case .ready(let found): (purchase.supplier, purchase.newName) = (found, found == nil ? name.asName : nil)
      }
    } else if purchase.isOwed {
      guard purchase.total != nil else { return .ready(Purchase(amounts: amounts)) }  // “baki maal bhi aaya”
      return .ask(.ask(say(.supplierMissing), .supplier, request))
    }
    return try await settled(purchase, lines, request)
  }

  private func settled(_ purchase: Purchase, _ lines: [GroundedLine], _ request: Request) async throws
    -> Grounded<Purchase>
  {
    guard let name = purchase.supplier?.name ?? purchase.newName else { return .ready(purchase) }
    if purchase.isOwed, purchase.total == nil, let unpriced = purchase.amounts.firstIndex(of: nil) {
      let item = lines[unpriced].item
      let example = PhraseValue.rate(Money(rupees: 45), item.unit)
      return .ask(.ask(say(.priceMissing, [.item: self.name(item), .rate: example]), .price(line: unpriced), request))
    }
    guard purchase.settlement == nil, let total = purchase.total, total > .zero else { return .ready(purchase) }
    if let supplier = purchase.supplier, let wasOwed = try await books.lastPurchaseWasOwed(to: supplier.id) {
      var next = purchase
      next.settlement = wasOwed ? .owed : .cash
      return .ready(next)
    }
    let choices = [(Phrase.buttonPaid, Settlement.cash), (.buttonOwed, .owed)].map { title, settlement in
      var chosen = request
      chosen.frame.slots.settlement = settlement
      return Choice(title: say(title), request: chosen)
    }
    return .ask(
      chooseOne(say(.purchaseAsk, [.supplier: .text(name), .amount: .money(total)]), choices, request))
  }

  /// Writes who brought it, and what is owed for it; returns whom we know now, and what is read back of it.
  func note(_ purchase: Purchase, in group: EntryGroup) async throws -> (supplier: Supplier?, rows: [String]) {
    guard purchase.supplier != nil || purchase.newName != nil || purchase.total != nil else { return (nil, []) }
    var rows: [String] = []
    var supplier = purchase.supplier
    if let name = purchase.newName {
      let new = try await books.addSupplier(name)
      supplier = new
      rows.append(say(.supplierNew, [.supplier: .text(new.name)]))
    }
    let payment = purchase.isOwed ? "credit" : purchase.settlement?.rawValue
    try await books.notePurchase(
      from: supplier?.id, total: purchase.total, payment: payment, in: group, by: author)
    rows.insert(try await standing(of: purchase, with: supplier, in: group), at: 0)
    return (supplier, rows)
  }

  private func standing(of purchase: Purchase, with supplier: Supplier?, in group: EntryGroup) async throws -> String {
    guard let supplier else { return say(.purchaseUnnamed, [.amount: .money(purchase.total ?? .zero)]) }
    guard let total = purchase.total else { return say(.purchaseUncosted, [.supplier: .text(supplier.name)]) }
    let values: [Placeholder: PhraseValue] = [.supplier: .text(supplier.name), .amount: .money(total)]
    guard purchase.isOwed, total > .zero else { return say(.purchasePaid, values) }
    let balance = try await books.owe(total, to: supplier.id, as: .purchase, in: group, by: author)
    let owed = say(.purchaseOwed, values)
    // What the shop owes in all is the owner's to know.
    return role == .owner ? owed + "\n" + payableStanding(balance) : owed
  }

  private func amount(of line: GroundedLine, total: Money?) -> Money? {
    if let amount = line.spoken.amount ?? total { return amount }
    return line.spoken.price.flatMap { rate($0, per: line.spoken.unit, of: line.item) }?.times(line.quantity)
  }
}
