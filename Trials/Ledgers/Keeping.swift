import Commerce
import Database
import Inventory
import Measures
import TestSupport

/// Goods that come and are counted, and money that is owed, paid and spent.
extension Clerk {
  mutating func receive(in books: Books) async throws {
    let (item, quantity) = try goods()
    let (author, supplier) = (author(), chance.once(in: 4) ? nil : chance.one(of: shelf.suppliers))
    let cost = chance.once(in: 3) ? nil : Money(paise: chance.within(1...49_999))
    let (group, left) = try await books.move(
      [Movement(item: item.id, kind: .purchase, quantity: quantity, cost: cost, supplier: supplier)],
      opening: .stockIn, by: author)
    var writing = Writing(group: group)
    try move(quantity, of: item, in: &writing, leaving: left[0])
    let total = cost?.times(quantity)
    try await books.notePurchase(
      from: supplier, total: total, payment: supplier == nil ? nil : "credit", in: group, by: author)
    writing.add(total?.paise ?? 0, to: .bought)
    if let cost {
      try await books.writePrice(of: item.id, .cost, cost, in: group, by: author)
      writing.words.append((.price(item: item.id, kind: "cost"), String(cost.paise)))
    }
    // What rounds to no paisa is owed to nobody.
    if let supplier, let total, total > .zero {
      try await owe(total, to: supplier, as: .purchase, in: &writing, books, author)
    }
    if chance.once(in: 3) {
      let day = author.day.adding(Int(chance.within(30...60)))
      try await books.noteLot(of: item.id, quantity, expiresOn: day, batch: nil, in: group)
      writing.add(quantity.thousandths, to: .delivered(item: item.id, expiresOn: day))
    }
    shadow.write(writing)
  }

  mutating func count(in books: Books) async throws {
    let (item, quantity) = try goods()
    let author = author()
    let group = try await books.openGroup(.stockSet, by: author)
    let before = try await books.count(item.id, as: quantity, in: group, by: author)
    guard before.thousandths == shadow[.onHand(item: item.id)] else {
      throw Difference("item \(item.id): \(before.plain) shown before a count")
    }
    var writing = Writing(group: group)
    writing.add((quantity - before).thousandths, to: .onHand(item: item.id))
    shadow.write(writing)
  }

  mutating func reduce(in books: Books) async throws {
    let (item, quantity) = try goods()
    let author = author()
    let (group, left) = try await books.move(
      [Movement(item: item.id, kind: .reduction, quantity: -quantity, reason: "damaged")], opening: .stockOut,
      by: author)
    var writing = Writing(group: group)
    try move(-quantity, of: item, in: &writing, leaving: left[0])
    shadow.write(writing)
  }

  private func move(_ quantity: Quantity, of item: Item, in writing: inout Writing, leaving left: Quantity) throws {
    writing.add(quantity.thousandths, to: .onHand(item: item.id))
    guard left.thousandths == shadow[.onHand(item: item.id)] + quantity.thousandths else {
      throw Difference("item \(item.id): \(left.plain) left")
    }
  }

  // MARK: Money

  mutating func charge(_ kind: CreditKind, in books: Books) async throws {
    let (author, customer, amount) = (author(), chance.one(of: shelf.customers), money())
    let group = try await books.openGroup(kind == .given ? .creditGiven : .creditReceived, by: author)
    var writing = Writing(group: group)
    try await charge(kind == .given ? amount : -amount, to: customer, as: kind, in: &writing, books, author)
    shadow.write(writing)
  }

  func charge(
    _ amount: Money, to customer: Int64, as kind: CreditKind, in writing: inout Writing, _ books: Books,
    _ author: Author
  ) async throws {
    let balance = try await books.charge(amount, to: customer, as: kind, in: writing.group, by: author)
    guard balance.paise == shadow[.due(customer: customer)] + amount.paise else {
      throw Difference("customer \(customer): \(balance) due")
    }
    writing.add(amount.paise, to: .due(customer: customer))
  }

  /// A supplier is paid, or an old debt to one is remembered.
  mutating func settle(in books: Books) async throws {
    let (author, supplier, amount) = (author(), chance.one(of: shelf.suppliers), money())
    let pays = chance.once(in: 2)
    let group = try await books.openGroup(pays ? .supplierPaid : .supplierOwed, by: author)
    var writing = Writing(group: group)
    try await owe(
      pays ? -amount : amount, to: supplier, as: pays ? .paid : .opening, in: &writing, books, author)
    shadow.write(writing)
  }

  private func owe(
    _ amount: Money, to supplier: Int64, as kind: SupplierEntryKind, in writing: inout Writing, _ books: Books,
    _ author: Author
  ) async throws {
    let balance = try await books.owe(amount, to: supplier, as: kind, in: writing.group, by: author)
    guard balance.paise == shadow[.payable(supplier: supplier)] + amount.paise else {
      throw Difference("supplier \(supplier): \(balance) payable")
    }
    writing.add(amount.paise, to: .payable(supplier: supplier))
  }

  mutating func spend(in books: Books) async throws {
    let (author, amount, kind) = (author(), money(), chance.one(of: ExpenseKind.allCases))
    var writing = Writing(group: try await books.openGroup(.expense, by: author))
    try await books.spend(amount, on: kind, note: nil, in: writing.group, by: author)
    writing.add(amount.paise, to: .spent(kind.rawValue))
    shadow.write(writing)
  }
}
