import Commerce
import Intents
import Language
import Measures
import Messages

/// “ramesh ka kitna baki hai”, “kis kis ka udhaar hai”.
extension Turn {
  func creditBalance(_ request: Request) async throws -> Answer {
    guard request.frame.slots.customer != nil else { return try await totalDue(request) }
    switch try await customer(of: request, newcomer: .isRefused) {
    case .ask(let question): return question
    case .ready(let customer):
      let balance = try await books.balance(of: customer.id)
      let values: [Placeholder: PhraseValue] = [
        .customer: .text(customer.name), .balance: .money(balance < .zero ? -balance : balance),
      ]
      let phrase: Phrase = balance > .zero ? .creditIs : balance == .zero ? .creditNone : .creditIsAhead
      return .say(say(phrase, values), for: request)
    }
  }

  private func totalDue(_ request: Request) async throws -> Answer {
    let (total, customers) = try await books.totalDue()
    guard customers > 0 else { return .say(say(.creditListEmpty), for: request) }
    return .say(say(.creditTotal, [.balance: .money(total), .n: .number(customers)]), for: request)
  }

  /// Oldest first, a page at a time: a list is to be read at the counter. “Who owes most?” is one page.
  func creditList(_ request: Request) async throws -> Answer {
    guard request.frame.slots.ranked == .debtors else { return try await creditPage(from: 0, for: request) }
    let (total, customers) = try await books.totalDue()
    let dues = try await books.dues(largestFirst: true, max: Self.duesMax)
    guard !dues.isEmpty else { return .say(say(.creditListEmpty), for: request) }
    let head = say(.creditListHead, [.n: .number(customers), .balance: .money(total)])
    return .say(([head] + lines(dues, from: 0)).joined(separator: "\n"), for: request)
  }

  func creditPage(from offset: Int, for request: Request? = nil) async throws -> Answer {
    let (total, customers) = try await books.totalDue()
    let dues = try await books.dues(offset: offset, max: Self.duesMax)
    guard !dues.isEmpty else { return .say(say(.creditListEmpty), for: request) }
    let head = say(.creditListHead, [.n: .number(customers), .balance: .money(total)])
    let rows = lines(dues, from: offset)
    let next = offset + dues.count
    let choices: Choices =
      next < customers ? .buttons([button(.buttonMore, .duesPage(offset: next))]) : .none
    return .say(([head] + rows).joined(separator: "\n"), choices, for: request)
  }

  private func lines(_ dues: [Due], from offset: Int) -> [String] {
    dues.enumerated().map { index, due in
      var values: [Placeholder: PhraseValue] = [
        .n: .number(offset + index + 1), .customer: .text(due.name), .balance: .money(due.balance),
      ]
      guard let since = due.since, since < today else { return say(.creditLineToday, values) }
      values[.days] = .days(today.number - since.number)
      return say(.creditLine, values)
    }
  }

  private static let duesMax = 8
}
