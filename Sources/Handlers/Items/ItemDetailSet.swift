import Commerce
import Intents
import Inventory
import Language
import Measures

/// “chini ka hsn 1701 hai”, “maggi ko noodles bhi kehte hain”, “gupta agency ka maal 3 din me aata hai”: what is noted of
/// an item beside its name and its prices.
extension Turn {
  func itemDetail(_ request: Request) async throws -> Answer {
    let told = ToldDetails(request.frame.slots.details ?? [])
    if let days = told.leadDays { return try await noteLeadDays(days, request) }
    return try await withItems(of: request) { items in
      if let alias = told.alias { return try await call(items[0], alias, request) }
      guard !told.noted.isEmpty else {
        return .say(say(.detailMissing, [.item: name(items[0])]), for: request)
      }
      return try await note(told.noted, of: items[0], request)
    }
  }

  private func note(_ details: [NotableDetail], of item: Item, _ request: Request) async throws -> Answer {
    var notes: [(kind: NotedDetail, value: String, text: String)] = []
    for detail in details {
      if let refusal = try await refusal(of: detail, item, request) { return refusal }
      notes.append(try await noted(detail, of: item))
    }
    let text = notes.map(\.text).joined(separator: "\n")
    if isUnsure(request) { return sure(.unsure, say(.confirmWrite, [.what: .text(text)]), request) }
    let group = try await books.openGroup(.itemDetail, by: author)
    for note in notes { try await books.note(note.kind, note.value, of: item.id, in: group) }
    return .wrote("✅ " + text, group, for: request, in: self)
  }

  /// How it is stored, and how it is said.
  private func noted(_ detail: NotableDetail, of item: Item) async throws -> (NotedDetail, String, String) {
    let named: [Placeholder: PhraseValue] = [.item: name(item)]
    func say(_ phrase: Phrase, _ placeholder: Placeholder, _ value: PhraseValue) -> String {
      self.say(phrase, named.merging([placeholder: value]) { first, _ in first })
    }
    switch detail {
    case .taxRate(let points): return (.taxRate, String(points), say(.detailTax, .share, .share(Int64(points))))
    case .hsn(let code): return (.hsn, code, say(.detailHsn, .text, .text(code)))
    case .category(let category): return (.category, category, say(.detailCategory, .text, .text(category)))
    case .barcode(let code): return (.barcode, code, say(.detailBarcode, .text, .text(code)))
    case .supplier(let name):
      let known = try await books.suppliers(named: name).first
      let supplier = if let known { known } else { try await books.addSupplier(name.asName) }
      return (.supplier, String(supplier.id), say(.detailSupplier, .supplier, .text(supplier.name)))
    }
  }

  /// A barcode is of one item; a tax rate that the law does not know is asked about.
  private func refusal(of detail: NotableDetail, _ item: Item, _ request: Request) async throws -> Answer? {
    if case .barcode(let code) = detail, let other = try await books.item(withBarcode: code), other.id != item.id {
      return .say(say(.barcodeTaken, [.item: name(other), .text: .text(code)]), for: request)
    }
    if case .taxRate(let points) = detail, !Self.taxRates.contains(points), !request.settled.contains(.unusual) {
      return sure(.unusual, say(.taxUnusual, [.item: name(item), .share: .share(Int64(points))]), request)
    }
    return nil
  }

  private func call(_ item: Item, _ alias: String, _ request: Request) async throws -> Answer {
    guard try await books.isFreeName(alias) else {
      return .say(say(.aliasTaken, [.text: .text(alias)]), for: request)
    }
    let group = try await books.openGroup(.name, by: author)
    _ = try await books.learnName(alias, of: item.id, in: group)
    return .wrote(say(.nameLearnt, [.text: .text(alias), .item: name(item)]), group, for: request, in: self)
  }

  /// Of the supplier who is named, else of the one who brings the item.
  private func noteLeadDays(_ days: Int, _ request: Request) async throws -> Answer {
    if let name = supplierName(of: request) {
      switch try await supplier(named: name, request) {
      case .ask(let question): return question
      case .ready(nil): return .say(say(.supplierUnknown, [.text: .text(name)]), for: request)
      case .ready(let supplier?): return try await note(days, of: supplier, request)
      }
    }
    return try await withItems(of: request) { items in
      guard let id = try await books.supplier(of: items[0].id), let supplier = try await books.suppliers([id]).first
      else { return .say(say(.detailSupplierFirst, [.item: name(items[0])]), for: request) }
      return try await note(days, of: supplier, request)
    }
  }

  private func note(_ days: Int, of supplier: Supplier, _ request: Request) async throws -> Answer {
    let group = try await books.openGroup(.itemDetail, by: author)
    try await books.note(.leadDays, String(days), ofSupplier: supplier.id, in: group)
    let values: [Placeholder: PhraseValue] = [.supplier: .text(supplier.name), .days: .days(days)]
    return .wrote(say(.detailLeadDays, values), group, for: request, in: self)
  }

  /// In basis points: since 22 September 2025, and the special rates of stones and gold.
  private static let taxRates: Set = [0, 25, 300, 500, 1_800, 4_000]
}

/// What stands in the item's own row.
private enum NotableDetail {
  case taxRate(Int)
  case hsn(String), category(String), barcode(String), supplier(String)
}

/// What was told, by where it is written: with the item, with its supplier, among its names.
private struct ToldDetails {
  var noted: [NotableDetail] = []
  var leadDays: Int?
  var alias: String?

  init(_ details: [ItemDetail]) {
    for detail in details {
      switch detail {
      case .taxRate(let points): noted.append(.taxRate(points))
      case .hsn(let code): noted.append(.hsn(code))
      case .category(let category): noted.append(.category(category))
      case .barcode(let code): noted.append(.barcode(code))
      case .supplier(let name): noted.append(.supplier(name))
      case .leadDays(let days): leadDays = leadDays ?? days
      case .alias(let name): alias = alias ?? name
      }
    }
  }
}
