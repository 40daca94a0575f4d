import Commerce
import Intents
import Inventory
import Language
import Measures
import Messages

/// What the customer pays: prices as said, else as the book has them, less what was let off.
extension Turn {
  func bill(_ lines: [GroundedLine], _ grounds: [SaleGround], _ slots: Slots) -> Bill {
    let priced = priced(lines, grounds, total: slots.amount)
    switch slots.discount {
    case .money(let money): return Bill(priced, discount: money)
    case .share(let share): return Bill(priced, discount: Bill(priced).sum.flatMap { $0.part(share) } ?? .zero)
    case nil: break
    }
    guard lines.count > 1, let total = slots.amount else { return Bill(priced) }
    return Bill(priced, total: total)
  }

  /// A discount that leaves nothing to pay is asked about; one of more than the bill is a slip.
  func doubtOfDiscount(_ bill: Bill, _ request: Request) -> Answer? {
    let (share, said): (Int64, PhraseValue)
    switch request.frame.slots.discount {
    case .money(let money): (share, said) = (0, .money(money))
    case .share(let part): (share, said) = (part, .share(part))
    case nil: return nil
    }
    if share > Self.all || bill.total.map({ $0 < .zero }) ?? false {
      return .say(say(.discountTooMuch, [.what: said]), for: request)
    }
    guard bill.total == .zero, !request.settled.contains(.price) else { return nil }
    return sure(.price, say(.discountAll, [.what: said]), request)
  }

  /// Of a bill, in ten-thousandths.
  private static let all: Int64 = 10_000

  /// Nil when what is to be paid can be true.
  func doubtOfTotal(_ bill: Bill, _ request: Request) -> Answer? {
    guard bill.isDoubtful, let sum = bill.sum, let total = bill.total, !request.settled.contains(.price) else {
      return nil
    }
    let choices = [sum, total].map { money in
      var chosen = request
      (chosen.frame.slots.discount, chosen.frame.slots.amount) = (
        nil, request.frame.slots.items.count > 1 ? money : nil
      )
      if request.frame.slots.items.count == 1 { chosen.frame = chosen.frame.changed(0) { $0.amount = money } }
      chosen.settled.insert(.price)
      return Choice(title: money.description, request: chosen)
    }
    return chooseOne(say(.whichTotal, [.amount: .money(sum), .total: .money(total)]), choices, request)
  }

  /// A price above the MRP, or far from the book's, is asked about.
  func doubtOfPrice(_ lines: [GroundedLine], _ grounds: [SaleGround], _ request: Request) -> Answer? {
    guard !request.settled.contains(.price) else { return nil }
    let said = priced(lines, grounds, total: request.frame.slots.discount == nil ? request.frame.slots.amount : nil)
    for (line, (ground, written)) in zip(lines, zip(grounds, said)) {
      guard let price = written.price, let amount = written.amount else { continue }
      if let mrp = ground.tag.mrp, price > mrp, price != ground.tag.sale {
        let values: [Placeholder: PhraseValue] = [
          .item: name(line.item), .amount: .money(mrp), .rate: .rate(price, line.item.unit),
        ]
        return sure(.price, say(.soldAboveMrp, values), request)
      }
      guard let book = ground.tag.sale, price.isFar(from: book) else { continue }
      let values: [Placeholder: PhraseValue] = [
        .item: name(line.item), .qty: measure(line.quantity, of: line.item), .amount: .money(amount),
        .rate: .rate(book, line.item.unit),
      ]
      return sure(.price, say(.unusualPrice, values), request)
    }
    return nil
  }
}

extension Money {
  /// Less than a third or more than three times as much.
  func isFar(from usual: Money) -> Bool {
    guard usual > .zero, let thrice = times(Quantity(3)), let most = usual.times(Quantity(3)) else { return false }
    return thrice < usual || self > most
  }
}
