import Commerce
import Intents
import Inventory
import Language
import Measures
import Messages

/// “ramesh ke khate me 200 likho”: money owed, without goods.
extension Turn {
  func creditAdd(_ request: Request) async throws -> Answer {
    try await withAccount(request, newcomer: .opens, .creditGiven) { customer, amount, group in
      let balance = try await books.charge(amount, to: customer.id, as: .given, in: group, by: author)
      return say(
        .creditGiven,
        [.customer: .text(customer.name), .amount: .money(amount), .standing: .text(standing(balance))])
    }
  }

  /// “ramesh ne 500 diye”: part or all of what is owed comes back.
  func creditReceive(_ request: Request) async throws -> Answer {
    try await withAccount(request, newcomer: .isRefused, .creditReceived) { customer, amount, group in
      let balance = try await books.charge(
        -amount, to: customer.id, as: .received, payment: request.frame.slots.payment?.rawValue, in: group, by: author)
      return say(
        .creditReceived,
        [
          .customer: .text(customer.name), .amount: .money(amount),
          .standing: .text(standing(balance, .standingStillDue)),
        ])
    }
  }

  /// How an account stands, in words: nothing is said with a minus sign.
  func standing(_ balance: Money, _ due: Phrase = .standingDue) -> String {
    if balance == .zero { return say(.standingClear) }
    return balance > .zero
      ? say(due, [.balance: .money(balance)]) : say(.standingAhead, [.balance: .money(-balance)])
  }

  /// What both have in common: an account, a sum, a group of entries.
  private func withAccount(
    _ request: Request, newcomer: Newcomer, _ kind: EntryGroup.Kind,
    _ write: (Customer, Money, EntryGroup) async throws -> String
  ) async throws -> Answer {
    guard let amount = request.frame.slots.amount, amount > .zero else {
      return .ask(say(.amountMissing), .amount, request)
    }
    let customer: Customer
    switch try await self.customer(of: request, newcomer: newcomer) {
    case .ready(let found): customer = found
    case .ask(let question): return question
    }
    if let doubt = doubtOfCredit(request, kind, customer, amount) { return doubt }
    let group = try await books.openGroup(kind, by: author)
    let text = try await write(customer, amount, group)
    return .wrote(text, group, for: request, in: self)
  }

  private func doubtOfCredit(
    _ request: Request, _ kind: EntryGroup.Kind, _ customer: Customer, _ amount: Money
  ) -> Answer? {
    guard isUnsure(request) else { return nil }
    let items = PhraseValue.list([.words([.text(customer.name), .money(amount)])])
    let what = say(kind == .creditGiven ? .whatCredit : .whatReceived, [.items: items])
    return sure(.unsure, say(.confirmWrite, [.what: .text(what)]), request)
  }
}
