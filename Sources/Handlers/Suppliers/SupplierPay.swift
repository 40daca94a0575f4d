import Commerce
import Intents
import Inventory
import Language
import Measures
import Messages

/// “sharma traders ko 5000 diye”: part or all of what is owed to a supplier was paid; more than that stands as paid ahead.
/// “sharma traders ko 5000 dena hai” notes what is owed from before.
extension Turn {
  func supplierPay(_ request: Request) async throws -> Answer {
    guard let amount = request.frame.slots.amount, amount > .zero else {
      return .ask(say(.amountMissing), .amount, request)
    }
    guard let name = supplierName(of: request) else { return .ask(say(.supplierMissing), .supplier, request) }
    let known: Supplier?
    switch try await supplier(named: name, request) {
    case .ready(let found): known = found
    case .ask(let question): return question
    }
    let isOwed = request.frame.slots.settlement == .owed
    if isUnsure(request) {
      let items = PhraseValue.list([.words([.text(known?.name ?? name), .money(amount)])])
      let what = say(isOwed ? .whatSupplierOwed : .whatSupplierPaid, [.items: items])
      return sure(.unsure, say(.confirmWrite, [.what: .text(what)]), request)
    }
    let supplier = if let known { known } else { try await books.addSupplier(name.asName) }
    let group = try await books.openGroup(isOwed ? .supplierOwed : .supplierPaid, by: author)
    let balance = try await books.owe(
      isOwed ? amount : -amount, to: supplier.id, as: isOwed ? .opening : .paid,
      payment: isOwed ? nil : request.frame.slots.payment?.rawValue, in: group, by: author)
    let values: [Placeholder: PhraseValue] = [
      .supplier: .text(supplier.name), .amount: .money(amount), .standing: .text(payableStanding(balance)),
    ]
    let text = say(isOwed ? .supplierOwed : .supplierPaid, values)
    let new = known == nil ? "\n" + say(.supplierNew, [.supplier: .text(supplier.name)]) : ""
    return .wrote(text + new, group, for: request, in: self)
  }

  /// “kisko kitna dena hai”: one supplier, or all who are owed, the most first.
  func supplierBalance(_ request: Request) async throws -> Answer {
    guard let name = supplierName(of: request) else { return try await payables(for: request) }
    switch try await supplier(named: name, request) {
    case .ask(let question): return question
    case .ready(nil): return .say(say(.supplierUnknown, [.text: .text(name)]), for: request)
    case .ready(let supplier?):
      let standing = payableStanding(try await books.payable(to: supplier.id))
      return .say(
        say(.payableNow, [.supplier: .text(supplier.name), .standing: .text(standing)]), for: request)
    }
  }

  private func payables(for request: Request) async throws -> Answer {
    let (total, count) = try await books.totalPayable()
    guard count > 0 else { return .say(say(.standingSettled), for: request) }
    let rows = try await books.payables(max: Self.payablesMax).enumerated().map { index, payable in
      say(
        .supplierLine,
        [.n: .number(index + 1), .supplier: .text(payable.supplier.name), .balance: .money(payable.balance)])
    }
    let head = say(.supplierListHead, [.n: .number(count), .balance: .money(total)])
    let more = count > rows.count ? [say(.listMore, [.n: .number(count - rows.count)])] : []
    return .say(([head] + rows + more).joined(separator: "\n"), for: request)
  }

  private static let payablesMax = 8
}
