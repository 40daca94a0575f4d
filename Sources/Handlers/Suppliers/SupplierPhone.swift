import Commerce
import Intents
import Inventory
import Language

/// “gupta traders ka number 98220 12345 hai”: where an order goes with one tap.
extension Turn {
  /// Nil where the number is a customer's. Whoever is called a supplier, or by the name of one and of no customer, is one.
  func supplierPhone(_ phone: PhoneNumber, _ request: Request) async throws -> Answer? {
    let words = request.words ?? ""
    let isCalledSo = PeopleWords.callSupplier(words)
    let said = isCalledSo ? PeopleWords.name(words) : request.frame.slots.customer ?? PeopleWords.name(words)
    guard let name = said else { return nil }
    if !isCalledSo {
      let isKnown = try await !books.suppliers(named: name).isEmpty
      guard isKnown || PeopleWords.areOfAFirm(name), try await books.customers(named: name).isEmpty else { return nil }
    }
    switch try await supplier(named: name, request) {
    case .ask(let question): return question
    case .ready(let known): return try await note(phone, of: known, called: name, request)
    }
  }

  private func note(
    _ phone: PhoneNumber, of known: Supplier?, called name: String, _ request: Request
  ) async throws -> Answer {
    var what: [Placeholder: PhraseValue] = [.customer: .text(known?.name ?? name.asName), .text: .text(phone.shown)]
    if isUnsure(request) { return sure(.unsure, say(.phoneSure, what), request) }
    let supplier = if let known { known } else { try await books.addSupplier(name.asName) }
    let group = try await books.openGroup(.itemDetail, by: author)
    try await books.note(.phone, phone.digits, ofSupplier: supplier.id, in: group)
    what[.customer] = .text(supplier.name)
    let new = known == nil ? [say(.supplierNew, [.supplier: .text(supplier.name)])] : []
    return .wrote(together([say(.phoneWritten, what)] + new), group, for: request, in: self)
  }
}
