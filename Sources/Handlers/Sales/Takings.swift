import Commerce
import Intents
import Language
import Measures
import Messages

/// “aaj ki bikri 8500”: shops that do not itemise tell their sales in one figure.
extension Turn {
  /// The figure is the whole day's: what its bills come to is taken off, so that nothing counts twice and a later figure
  /// of the same day adds only what is new.
  func takings(_ request: Request) async throws -> Answer {
    guard let total = request.frame.slots.amount, total > .zero else {
      return .ask(say(.amountMissing), .amount, request)
    }
    if isUnsure(request) { return sureOfUnlisted(total, request) }
    let before = try await books.takings(of: today)
    guard total > before else { return .say(say(.takingsKnown, [.amount: .money(before)]), for: request) }
    let group = try await books.writeTakings(
      total - before, payment: request.frame.slots.payment?.rawValue, by: author)
    var values: [Placeholder: PhraseValue] = [.total: .money(total)]
    guard before > .zero else { return .wrote(say(.takings, values), group, for: request, in: self) }
    values[.before] = .money(before)
    values[.amount] = .money(total - before)
    return .wrote(say(.takingsBeyondBills, values), group, for: request, in: self)
  }

  /// “600 ka saman becha”: a bill of one figure.
  func sellUnlisted(_ total: Money, _ request: Request) async throws -> Answer {
    if isUnsure(request) { return sureOfUnlisted(total, request) }
    let group = try await books.sell(
      for: total, to: request.customer, payment: request.frame.slots.payment?.rawValue, by: author)
    return .wrote(say(.soldUnlisted, [.amount: .money(total)]), group, for: request, in: self)
  }

  private func sureOfUnlisted(_ total: Money, _ request: Request) -> Answer {
    let what = say(.whatSale, [.items: .list([.money(total)])])
    return sure(.unsure, say(.confirmWrite, [.what: .text(what)]), request)
  }
}
