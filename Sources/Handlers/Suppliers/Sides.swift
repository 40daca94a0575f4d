import Commerce
import Intents
import Language
import Measures

/// “ramesh ko 500 diye”: money to somebody is lent to a customer, or paid to a supplier. His name decides; where it is
/// both or neither, we ask.
extension Turn {
  func sided(_ request: Request) async throws -> Grounded<Request> {
    let frame = request.frame
    guard !request.settled.contains(.side), frame.isOfEitherSide, let name = frame.party else { return .ready(request) }
    if isNameless(name) { return .ready(request.toSupplier(name)) }
    let isSupplier = try await !books.suppliers(named: name).isEmpty
    let isCustomer = try await !books.customers(named: name).isEmpty
    if isSupplier != isCustomer { return .ready(isSupplier ? request.toSupplier(name) : request.toCustomer(name)) }
    guard frame.intent.movesMoney, frame.slots.isPaidTo == true || frame.intent == .supplierPay,
      let amount = frame.slots.amount
    else { return .ready(request) }
    let choices = [
      Choice(title: say(.buttonCustomer), request: request.toCustomer(name)),
      Choice(title: say(.buttonSupplier), request: request.toSupplier(name)),
    ].map { choice in
      var settled = choice.request
      settled.settled.formUnion([.side, .unsure])
      return Choice(title: choice.title, request: settled)
    }
    return .ask(chooseOne(say(.whichSide, [.text: .text(name), .amount: .money(amount)]), choices, request))
  }
}

extension Frame {
  /// Who is named, on whichever side.
  fileprivate var party: String? {
    let name = slots.supplier ?? slots.customer
    return name == "@ref" ? nil : name
  }

  /// Its words are said of customers and suppliers alike.
  fileprivate var isOfEitherSide: Bool {
    switch intent {
    case .supplierPay, .supplierBalance, .creditBalance: true
    case .creditReceive: slots.isPaidTo != false || slots.settlement == .owed
    case .creditAdd: true
    default: false
    }
  }
}

extension Intent {
  fileprivate var movesMoney: Bool { self == .supplierPay || self == .creditAdd || self == .creditReceive }
}

extension Request {
  fileprivate func toSupplier(_ name: String) -> Request {
    var next = self
    next.frame.intent = frame.intent.movesMoney ? .supplierPay : .supplierBalance
    // What is written on a supplier's account, and not given to him, is owed to him.
    if frame.intent == .creditAdd, frame.slots.isPaidTo != true { next.frame.slots.settlement = .owed }
    (next.frame.slots.supplier, next.frame.slots.customer) = (name, nil)
    return next
  }

  /// Money that went to a customer is owed by him.
  fileprivate func toCustomer(_ name: String) -> Request {
    if frame.intent == .creditReceive, frame.slots.isPaidTo != true { return self }
    var next = self
    let isOwedToHim = frame.intent == .supplierPay && frame.slots.settlement == .owed
    next.frame.intent = frame.intent.movesMoney ? (isOwedToHim ? .creditReceive : .creditAdd) : .creditBalance
    (next.frame.slots.customer, next.frame.slots.supplier) = (name, nil)
    return next
  }
}
