import Commerce
import Intents
import Language
import Measures
import Messages

/// “ramesh ko 500 diye”: money to somebody is lent to a customer, or paid to a supplier. His name decides; where it is
/// both or neither, or no more than a word of a supplier's, we ask.
extension Turn {
  func sided(_ request: Request) async throws -> Grounded<Request> {
    let frame = request.frame
    guard !request.settled.contains(.side), frame.isOfEitherSide, let name = frame.party else { return .ready(request) }
    if isNameless(name) { return .ready(request.toSupplier(name)) }
    let suppliers = try await books.suppliers(named: name)
    let isCustomer = try await !books.customers(named: name).isEmpty
    let isGuess = !isCustomer && !suppliers.isEmpty && !suppliers.contains { $0.isCalled(name) }
    let amount = frame.intent.movesMoney ? frame.slots.amount : nil
    if suppliers.isEmpty == isCustomer, !isGuess || amount == nil {
      return .ready(isCustomer ? request.toCustomer(name) : request.toSupplier(name))
    }
    guard let amount, isGuess || frame.slots.isPaidTo == true || frame.intent == .supplierPay else {
      return .ready(request)
    }
    return .ask(askSide(of: name, amount, request, guessed: isGuess ? suppliers : []))
  }

  /// - Parameter guessed: suppliers of whose names the one that was said is a word; a few are offered by whole names.
  private func askSide(of name: String, _ amount: Money, _ request: Request, guessed: [Supplier]) -> Answer {
    let suppliers =
      (1..<Choices.Limit.buttons).contains(guessed.count)
      ? guessed.map { Choice(title: $0.name, request: request.toSupplier($0.name)) }
      : [Choice(title: say(.buttonSupplier), request: request.toSupplier(name))]
    let customer = Choice(title: say(.buttonCustomer), request: request.toCustomer(name))
    let choices = ([customer] + suppliers).map { choice in
      var settled = choice.request
      settled.settled.formUnion([.side, .unsure])
      return Choice(title: choice.title, request: settled)
    }
    return chooseOne(say(.whichSide, [.text: .text(name), .amount: .money(amount)]), choices, request)
  }
}

extension Frame {
  /// Who is named, on whichever side.
  var party: String? {
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
