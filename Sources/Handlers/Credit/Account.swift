import Commerce
import Intents
import Language
import Messages

/// Whose account a request speaks of: found by name in either script, chosen where several fit.
extension Turn {
  /// What is to be done where nobody of that name has an account.
  enum Newcomer: Sendable {
    /// Whoever takes on credit gets one.
    case opens
    /// Nobody can pay back, or be asked about, who never took anything.
    case isRefused
  }

  func customer(of request: Request, newcomer: Newcomer) async throws -> Grounded<Customer> {
    guard let spoken = spokenCustomer(request) else {
      return .ask(.ask(say(.customerMissing), .customer, request))
    }
    let found = try await books.customers(named: spoken)
    if let chosen = found.first(where: { $0.id == request.customer }) { return .ready(chosen) }
    if found.count == 1 { return .ready(found[0]) }
    if found.count > 1 { return .ask(askWhich(found, request)) }
    switch newcomer {
    case .isRefused: return .ask(.say(say(.customerUnknown, [.text: .text(spoken)]), for: request))
    case .opens:
      let name = spoken.asName
      return .ready(Customer(id: try await books.addCustomer(name), name: name, phone: nil))
    }
  }

  /// The name in the request; a pronoun means whom the last request spoke of.
  private func spokenCustomer(_ request: Request) -> String? {
    let said = request.frame.slots.customer
    guard said == nil || said == "@ref" else { return said }
    let last = state.lastRequest?.frame.slots.customer
    return said == nil || last == "@ref" ? nil : last
  }
}

extension String {
  /// “ramesh kumar” as one writes a name: “Ramesh Kumar”.
  var asName: String {
    split(separator: " ").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined(separator: " ")
  }
}
