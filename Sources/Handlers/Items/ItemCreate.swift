import Commerce
import Intents
import Inventory
import Language
import Measures

/// “add a new item chana jor garam at 10 rupees”: one more thing in the list, with its price and first stock if said.
extension Turn {
  func itemCreate(_ request: Request) async throws -> Answer {
    guard let line = request.frame.slots.items.first else { return .ask(say(.itemMissing), .item(line: 0), request) }
    if case .known(let id) = line.item, let number = Int64(id), let item = try await books.item(number) {
      return .say(say(.itemExists, [.item: name(item), .left: measure(item.onHand, of: item)]), for: request)
    }
    guard let spoken = line.item.spoken else { return .ask(say(.itemMissing), .item(line: 0), request) }
    if isUnsure(request) {
      return sure(.unsure, say(.confirmWrite, [.what: .text(say(.whatItem, [.items: .text(spoken)]))]), request)
    }
    let group = try await books.openGroup(.item, by: author)
    let item = try await create(spoken, line, priceKind: request.frame.slots.priceKind, in: group)
    var written = request
    written.frame.slots.items[0].item = .known(String(item.id))
    let price = line.price ?? line.amount
    let text =
      price.map { say(.itemCreatedPriced, [.item: name(item), .rate: .rate($0, item.unit)]) }
      ?? say(.itemCreated, [.item: name(item)])
    return .wrote(text, group, for: written, in: self)
  }

  /// The item with what was said about it.
  func create(_ name: String, _ line: ItemLine, priceKind: PriceKind?, in group: EntryGroup) async throws -> Item {
    let unit = line.unit ?? .piece
    let id = try await books.createItem(name, unit: unit.kept, in: group)
    if let price = line.price ?? line.amount {
      let kind: PriceBookKind = priceKind == .cost ? .cost : priceKind == .mrp ? .mrp : .sale
      try await books.writePrice(of: id, kind, price, in: group, by: author)
    }
    if let quantity = line.quantity, let own = Measure(quantity, unit).converted(to: unit.kept) {
      try await books.move(Movement(item: id, kind: .opening, quantity: own), in: group, by: author)
    }
    guard let item = try await books.item(id) else { preconditionFailure("an item just made is there") }
    return item
  }
}

extension ItemReference {
  /// What the user typed for it, where we did not know it.
  var spoken: String? {
    switch self {
    case .unknown(let spoken, _), .several(_, let spoken): spoken
    case .known, .pronoun, .unsaid: nil
    }
  }
}
