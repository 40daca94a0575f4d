import Commerce
import Intents
import Inventory
import Language
import Measures

/// “ramesh ne 1 maggi wapas ki”: goods come back to the shelf, their price to the customer, off his account if he owes.
extension Turn {
  func saleReturn(_ request: Request) async throws -> Answer {
    try await withLines(of: request) { lines in
      if let doubt = doubtOfHearing(request, .whatReturn, lines) { return doubt }
      var customer: Customer?
      if request.frame.slots.customer != nil {
        switch try await self.customer(of: request, newcomer: .isRefused) {
        case .ready(let found): customer = found
        case .ask(let question):
          // A name that has no account does not keep the goods from coming back; two of one name do.
          if question.question != nil { return question }
        }
      }
      let grounds = try await books.saleGrounds(of: lines.map { ($0.item.id, $0.quantity) }, on: today)
      let bill = priced(lines, grounds, total: request.frame.slots.amount)
      let total = bill.compactMap(\.amount).reduce(.zero, +)
      var owed = Money.zero
      if let customer { owed = try await books.lockedBalance(of: customer.id) }
      let goesOffAccount = total > .zero && owed >= total

      let (group, left) = try await books.takeBack(
        bill, from: customer?.id, payment: goesOffAccount ? "credit" : request.frame.slots.payment?.rawValue,
        by: author)
      var text = readReturn(lines, bill, left)
      if goesOffAccount, let customer {
        let balance = try await books.charge(-total, to: customer.id, as: .returned, in: group, by: author)
        text += "\n" + say(.dueNow, [.customer: .text(customer.name), .standing: .text(standing(balance))])
      }
      if customer == nil, let name = request.frame.slots.customer, total > .zero {
        text += "\n" + say(.returnedInCash, [.text: .text(name), .amount: .money(total)])
      }
      return .wrote(text, group, for: request, in: self)
    }
  }

  private func readReturn(_ lines: [GroundedLine], _ bill: [SaleLine], _ left: [Quantity]) -> String {
    together(
      zip(lines, zip(bill, left)).map { line, written in
        var values: [Placeholder: PhraseValue] = [
          .item: name(line.item), .qty: measure(line.quantity, of: line.item), .left: measure(written.1, of: line.item),
        ]
        guard let amount = written.0.amount else { return say(.returnedUnpriced, values) }
        values[.amount] = .money(amount)
        return say(.returned, values)
      })
  }
}
