import Commerce
import Intents
import Inventory
import Language
import Measures

/// “5 किलो चीनी बेची”: takes the goods out of stock, writes the bill, reads it back with what is left.
extension Turn {
  func saleRecord(_ request: Request) async throws -> Answer {
    let slots = request.frame.slots
    if slots.isTakings == true { return try await takings(request) }
    if slots.items.isEmpty, slots.credit != true, slots.customer == nil, let amount = slots.amount {
      return try await sellUnlisted(amount, request)
    }
    return try await withLines(of: request) { lines in
      if let doubt = doubtOfHearing(request, .whatSale, lines) { return doubt }
      let customers = try await customers(request)
      if customers.count > 1 { return askWhich(customers, request) }
      let grounds = try await books.saleGrounds(of: lines.map { ($0.item.id, $0.quantity) }, on: today)
      if let doubt = try await doubtOfSale(lines, grounds, request) { return doubt }

      if let doubt = doubtOfPrice(lines, grounds, request) { return doubt }
      let sale = bill(lines, grounds, slots)
      if let doubt = doubtOfDiscount(sale, request) ?? doubtOfTotal(sale, request) { return doubt }
      if request.frame.slots.credit == true {
        return try await askingAboutSpike(try await sellOnCredit(sale, lines, request), lines)
      }
      let (group, left) = try await books.sell(
        sale, to: customers.first?.id, payment: request.frame.slots.payment?.rawValue, by: author)
      return try await askingAboutSpike(.wrote(read(lines, sale, left), group, for: request, in: self), lines)
    }
  }

  /// Prices as said, else as the book has them. A total for the whole bill is the amount of its only line.
  func priced(_ lines: [GroundedLine], _ grounds: [SaleGround], total: Money?) -> [SaleLine] {
    zip(lines, grounds).map { line, ground in
      let saidAmount = line.spoken.amount ?? (lines.count == 1 ? total : nil)
      let saidRate = line.spoken.price.flatMap { rate($0, per: line.spoken.unit, of: line.item) }
      if let saidAmount {
        return SaleLine(
          item: line.item.id, quantity: line.quantity, price: saidAmount.divided(by: line.quantity), amount: saidAmount)
      }
      let price = saidRate ?? ground.tag.sale
      return SaleLine(
        item: line.item.id, quantity: line.quantity, price: price, amount: price?.times(line.quantity))
    }
  }

  /// A spoken price in paise per own unit: “450 a box” of twelve is 37.50 each; “@40” with grams is per kilo.
  func rate(_ price: Money, per unit: Unit?, of item: Item) -> Money? {
    guard let unit, unit != item.unit else { return price }
    if unit.dimension == item.unit.dimension, unit.dimension == .mass || unit.dimension == .volume, unit.size == 1 {
      return price
    }
    guard case .exactly(let own) = item.own(Quantity(1), unit) else { return price }
    return price.divided(by: own)
  }

  /// The customers of that name; a sale for cash does not fail for a name that is not known.
  private func customers(_ request: Request) async throws -> [Customer] {
    guard let name = request.frame.slots.customer else { return [] }
    let found = try await books.customers(named: name)
    guard let chosen = request.customer else { return found }
    return found.filter { $0.id == chosen }
  }

  /// Two Rameshes: by their whole names, and where these are the same by the end of their numbers.
  func askWhich(_ customers: [Customer], _ request: Request) -> Answer {
    let choices = customers.map { customer in
      var chosen = request
      chosen.customer = customer.id
      let isAlone = customers.filter { $0.name == customer.name }.count == 1
      let number = customer.phone.map { " …" + $0.suffix(4) } ?? " #\(customer.id)"
      return Choice(title: customer.name + (isAlone ? "" : number), request: chosen)
    }
    let values: [Placeholder: PhraseValue] = [
      .text: .text(request.frame.slots.customer ?? ""), .n: .number(customers.count),
    ]
    return chooseOne(say(.whichCustomer, values), choices, request)
  }

  func read(_ lines: [GroundedLine], _ bill: Bill, _ left: [Quantity]) -> String {
    let sold = readSold(lines, bill, left)
    guard let discount = discount(bill) else { return sold }
    return sold + "\n" + discount
  }

  /// “Discount: ₹20, to pay: ₹205”; nil where nothing was let off.
  func discount(_ bill: Bill) -> String? {
    guard bill.discount > .zero, let total = bill.total else { return nil }
    return say(.soldDiscount, [.amount: .money(bill.discount), .total: .money(total)])
  }

  private func readSold(_ lines: [GroundedLine], _ bill: Bill, _ left: [Quantity]) -> String {
    let rows = zip(lines, zip(bill.lines, left)).map { line, written -> (SaleLine, [Placeholder: PhraseValue]) in
      var values: [Placeholder: PhraseValue] = [
        .item: name(line.item), .qty: measure(line.quantity, of: line.item), .left: measure(written.1, of: line.item),
      ]
      values[.amount] = written.0.amount.map(PhraseValue.money)
      return (written.0, values)
    }
    if rows.count == 1 { return say(rows[0].0.amount == nil ? .soldUnpriced : .sold, rows[0].1) }
    let text = rows.map { say($0.0.amount == nil ? .soldLineUnpriced : .soldLine, $0.1) }.joined(separator: "\n")
    guard let total = bill.discount > .zero ? bill.sum : bill.total else {
      return say(.soldManyUnpriced, [.lines: .text(text)])
    }
    return say(.soldMany, [.lines: .text(text), .total: .money(total)])
  }
}
