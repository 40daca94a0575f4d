import Commerce
import Intents
import Inventory
import Language
import Measures
import Messages

/// “ramesh ko 2 kilo chini udhaar”: the goods go, the price is owed.
extension Turn {
  func sellOnCredit(_ sale: Bill, _ lines: [GroundedLine], _ request: Request) async throws -> Answer {
    // What is owed must be a sum: a price that nobody knows is asked for.
    if let unpriced = sale.lines.firstIndex(where: { $0.amount == nil }) {
      return .ask(
        say(
          .priceMissing,
          [.item: name(lines[unpriced].item), .rate: .rate(Money(rupees: 45), lines[unpriced].item.unit)]),
        .price(line: unpriced), request)
    }
    let customer: Customer
    switch try await self.customer(of: request, newcomer: .opens) {
    case .ready(let found): customer = found
    case .ask(let question): return question
    }
    let total = sale.total ?? .zero
    let (group, left) = try await books.sell(sale, to: customer.id, payment: "credit", by: author)
    guard total > .zero else { return .wrote(read(lines, sale, left), group, for: request, in: self) }
    let balance = try await books.charge(total, to: customer.id, as: .sale, in: group, by: author)
    return .wrote(
      read(lines, sale, left, customer: customer, total: total, balance: balance), group, for: request, in: self)
  }

  private func read(
    _ lines: [GroundedLine], _ sale: Bill, _ left: [Quantity], customer: Customer, total: Money, balance: Money
  ) -> String {
    let standing = [discount(sale), standing(balance)].compactMap { $0 }.joined(separator: "\n")
    var values: [Placeholder: PhraseValue] = [.customer: .text(customer.name), .standing: .text(standing)]
    let rows = zip(lines, zip(sale.lines, left)).map { line, written -> [Placeholder: PhraseValue] in
      [
        .item: name(line.item), .qty: measure(line.quantity, of: line.item), .left: measure(written.1, of: line.item),
        .amount: .money(written.0.amount ?? .zero),
      ]
    }
    if rows.count == 1 { return say(.soldCredit, values.merging(rows[0]) { first, _ in first }) }
    values[.lines] = .text(rows.map { say(.soldLine, $0) }.joined(separator: "\n"))
    values[.total] = .money(sale.sum ?? total)
    return say(.soldCreditMany, values)
  }
}
