import Commerce
import Database
import Inventory
import Measures
import TestSupport

/// What is known of goods beside how much is there: prices, alert levels, details, and that they are on the list.
extension Clerk {
  mutating func price(in books: Books) async throws {
    let (author, item, kind) = (
      author(), chance.one(of: shelf.items), chance.one(of: [PriceBookKind.sale, .cost, .mrp])
    )
    let amount = Money(paise: chance.within(1...99_999))
    var writing = Writing(group: try await books.openGroup(.price, by: author))
    try await books.writePrice(of: item.id, kind, amount, in: writing.group, by: author)
    writing.words.append((.price(item: item.id, kind: kind.rawValue), String(amount.paise)))
    shadow.write(writing)
  }

  mutating func limit(in books: Books) async throws {
    let (chosen, quantity) = try goods()
    guard let item = try await books.item(chosen.id) else { throw Difference("item \(chosen.id) is gone") }
    var writing = Writing(group: try await books.openGroup(.threshold, by: author()))
    try await books.setThreshold(of: item, to: quantity, in: writing.group)
    writing.words.append((.threshold(item: item.id), quantity.plain))
    shadow.write(writing)
  }

  mutating func note(in books: Books) async throws {
    var writing = Writing(group: try await books.openGroup(.itemDetail, by: author()))
    if chance.once(in: 4) {
      let (supplier, days) = (chance.one(of: shelf.suppliers), Int(chance.within(1...30)))
      try await books.note(.leadDays, String(days), ofSupplier: supplier, in: writing.group)
      writing.words.append((.leadDays(supplier: supplier), String(days)))
    } else {
      let (item, detail) = (chance.one(of: shelf.items), chance.one(of: [NotedDetail.hsn, .taxRate, .category]))
      let value =
        detail == .taxRate ? chance.one(of: ["0", "500", "1200", "1800"]) : String(chance.within(1000...9999))
      try await books.note(detail, value, of: item.id, in: writing.group)
      writing.words.append((.detail(item: item.id, kind: detail.rawValue), value))
    }
    shadow.write(writing)
  }

  /// A new thing, counted and priced in the message that names it.
  mutating func create(in books: Books) async throws {
    let author = author()
    var writing = Writing(group: try await books.openGroup(.item, by: author))
    let item = try await shelf.item(
      1_000 + shadow.writings.count, of: chance.one(of: Shelf.sorts), in: writing.group, books)
    writing.created = item.id
    let quantity = Quantity(chance.within(1...99))
    try await books.move(Movement(item: item.id, kind: .opening, quantity: quantity), in: writing.group, by: author)
    writing.add(quantity.thousandths, to: .onHand(item: item.id))
    let price = Money(paise: chance.within(1...99_999))
    try await books.writePrice(of: item.id, .sale, price, in: writing.group, by: author)
    writing.words.append((.price(item: item.id, kind: "sale"), String(price.paise)))
    shelf.items.append(item)
    shadow.write(writing)
  }

  /// Takes back the last message, one of the last few, or any one; some were taken back already.
  mutating func undo(in books: Books) async throws {
    let last = shadow.writings.count - 1
    guard last >= 0 else { return }
    let reach = chance.one(of: [0, 0, 10, 10, 500, last])
    let index = last - Int(chance.within(0...Int64(min(reach, last))))
    let writing = shadow.writings[index]
    guard let (group, isReversed) = try await books.group(writing.group.id) else {
      throw Difference("group \(writing.group.id) is gone")
    }
    guard isReversed == writing.isUndone else {
      throw Difference("group \(group.id) is \(isReversed ? "" : "not ")taken back")
    }
    if isReversed { return refused() }
    let isUsed = writing.created.map { shadow.isUsed($0, beyond: index) } ?? false
    let reversed = try await books.reverse(group, by: author())
    guard (reversed == nil) == isUsed else {
      throw Difference(
        "group \(group.id), whose item is \(isUsed ? "" : "not ")used, was \(isUsed ? "" : "not ")undone")
    }
    if isUsed { return refused() }
    shadow.undo(index)
    try await check(writing.words.map(\.fact), in: books)
    if let created = writing.created { shelf.items.removeAll { $0.id == created } }
  }

  /// At once: the next word on the same would hide a wrong one.
  private func check(_ facts: [Fact], in books: Books) async throws {
    for fact in facts {
      let known: [Fact: String] =
        switch fact {
        case .price(let item, _), .threshold(let item), .detail(let item, _):
          try await Shown.facts(of: [item], [], in: books)
        case .leadDays(let supplier): try await Shown.facts(of: [], [supplier], in: books)
        }
      guard known[fact] == shadow.word(on: fact) else {
        throw Difference(
          "\(fact) after an undo: \(known[fact] ?? "nothing") shown, \(shadow.word(on: fact) ?? "nothing") stands")
      }
    }
  }
}
